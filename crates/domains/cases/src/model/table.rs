//! The table: which step leads from which state to which. Nothing else moves a case.

use kernel::Timestamp;

use super::state::{Duty, Refused, State, Step};

impl State {
    /// The state after `step` at `now`, or which step was refused in which state.
    #[expect(clippy::too_many_lines, reason = "one table, every pair decided in the open")]
    pub fn after(&self, step: &Step, now: Timestamp) -> Result<Self, Refused> {
        use State as S;
        use Step as T;
        let refused = || Err(Refused { state: self.name(), step: step.name() });
        match step {
            T::Triage => match self {
                S::Submitted => Ok(S::Triage),
                S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Dispatch { unit } => match self {
                S::Triage | S::Returned { .. } | S::Reopened { duty: None } => Ok(S::Dispatched { unit: unit.clone() }),
                S::Submitted | S::Dispatched { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } | S::Reopened { duty: Some(_) } => refused(),
            },
            T::Designate { unit } => match self {
                S::Returned { .. } => Ok(S::Dispatched { unit: unit.clone() }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::UndoDispatch => match self {
                S::Dispatched { .. } => Ok(S::Triage),
                S::Submitted | S::Triage | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Return => match self {
                S::Dispatched { unit } => Ok(S::Returned { unit: unit.clone() }),
                S::Submitted | S::Triage | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Accept { handler } => match self {
                S::Dispatched { unit } => Ok(S::Accepted(Duty::of(unit, *handler))),
                S::Submitted | S::Triage | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Start => match self {
                S::Accepted(duty) => Ok(S::InProgress(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Reassign { handler } => match self {
                S::Accepted(duty) => Ok(S::Accepted(duty.passed_to(*handler))),
                S::InProgress(duty) => Ok(S::InProgress(duty.passed_to(*handler))),
                S::AwaitingResident { duty, until } => Ok(S::AwaitingResident { duty: duty.passed_to(*handler), until: *until }),
                S::Deferred { duty, review_on } => Ok(S::Deferred { duty: duty.passed_to(*handler), review_on: *review_on }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Transfer { unit } => match self {
                S::Accepted(_) | S::InProgress(_) => Ok(S::Dispatched { unit: unit.clone() }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Ask { until } => match self {
                S::InProgress(duty) => Ok(S::AwaitingResident { duty: duty.clone(), until: *until }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::GoOn => match self {
                S::AwaitingResident { duty, .. } => Ok(S::InProgress(duty.clone())),
                S::Deferred { duty, .. } => Ok(S::InProgress(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Defer { review_on } => match self {
                S::InProgress(duty) => Ok(S::Deferred { duty: duty.clone(), review_on: *review_on }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Refer => match self {
                S::InProgress(duty) => Ok(S::Referred { duty: duty.clone() }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::AnswerAtOnce { handler } => match self {
                S::Triage => Ok(S::Answered(Duty { unit: None, handler: *handler })),
                S::Submitted | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Answer => match self {
                S::Accepted(duty) | S::InProgress(duty) => Ok(S::Answered(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::AnswerSilent => match self {
                S::AwaitingResident { duty, .. } => Ok(S::Answered(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::AnswerWithParent { duty } => match self {
                S::Merged { .. } => Ok(S::Answered(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::AskFeedback { until } => match self {
                S::Answered(duty) => Ok(S::FeedbackPending { duty: duty.clone(), until: *until }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Rate => match self {
                S::FeedbackPending { duty, .. } => Ok(S::Rated(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Close => match self {
                S::FeedbackPending { duty, .. } | S::Rated(duty) | S::Referred { duty } => Ok(S::Closed { duty: Some(duty.clone()), at: now }),
                S::Withdrawn { duty, .. } | S::Split { duty } => Ok(S::Closed { duty: duty.clone(), at: now }),
                S::NotAccepted { .. } => Ok(S::Closed { duty: None, at: now }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::Closed { .. } | S::Reopened { .. } | S::Merged { .. } | S::Archived { .. } => refused(),
            },
            T::CloseDisputed => match self {
                S::Reopened { duty } => Ok(S::Closed { duty: duty.clone(), at: now }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Reopen => match self {
                S::Rated(duty) => Ok(S::Reopened { duty: Some(duty.clone()) }),
                S::Closed { duty, .. } => Ok(S::Reopened { duty: duty.clone() }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::RecallAnswer => match self {
                S::FeedbackPending { duty, .. } => Ok(S::InProgress(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Resume { duty } => match self {
                S::Reopened { .. } => Ok(S::InProgress(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::NotAccept { by, until } => match self {
                S::Triage => Ok(S::NotAccepted { by: *by, until: *until }),
                S::Submitted | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Contest => match self {
                S::NotAccepted { .. } => Ok(S::Triage),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Merge { into } => match self {
                S::Triage => Ok(S::Merged { into: *into, duty: None }),
                S::InProgress(duty) => Ok(S::Merged { into: *into, duty: Some(duty.clone()) }),
                S::Submitted | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Unmerge => match self {
                S::Merged { duty: None, .. } => Ok(S::Triage),
                S::Merged { duty: Some(duty), .. } => Ok(S::InProgress(duty.clone())),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Split => match self {
                S::Triage => Ok(S::Split { duty: None }),
                S::InProgress(duty) => Ok(S::Split { duty: Some(duty.clone()) }),
                S::Submitted | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Withdraw { until } => match self {
                S::Triage | S::Dispatched { .. } | S::Returned { .. } => Ok(S::Withdrawn { duty: None, until: *until }),
                S::Accepted(duty) | S::InProgress(duty) | S::AwaitingResident { duty, .. } | S::Deferred { duty, .. } | S::FeedbackPending { duty, .. } | S::Referred { duty } => Ok(S::Withdrawn { duty: Some(duty.clone()), until: *until }),
                S::Reopened { duty } | S::Merged { duty, .. } => Ok(S::Withdrawn { duty: duty.clone(), until: *until }),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Closed { .. } | S::NotAccepted { .. } | S::Split { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Archive => match self {
                S::Closed { duty, at } => Ok(S::Archived { duty: duty.clone(), closed_at: *at }),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::TakeBack => match self {
                S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } => Ok(S::Triage),
                S::Submitted | S::Triage | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Supplement => match self {
                S::AwaitingResident { duty, .. } => Ok(S::InProgress(duty.clone())),
                S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::Deferred { .. } | S::FeedbackPending { .. } | S::Reopened { .. } | S::Merged { .. } | S::Referred { .. } => Ok(self.clone()),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Closed { .. } | S::NotAccepted { .. } | S::Split { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Chase => match self {
                S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::Deferred { .. } | S::Reopened { .. } | S::Merged { .. } => Ok(self.clone()),
                S::Submitted | S::AwaitingResident { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::NotAccepted { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::LogContact => match self {
                S::Dispatched { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::FeedbackPending { .. } | S::Reopened { .. } => Ok(self.clone()),
                S::Submitted | S::Triage | S::Returned { .. } | S::Answered(_) | S::Rated(_) | S::Closed { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Note | T::Seal | T::Unseal => match self {
                S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::FeedbackPending { .. } | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } => Ok(self.clone()),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Archived { .. } => refused(),
            },
            T::Exclude | T::FlagAbuse => match self {
                S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::FeedbackPending { .. } | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } => Ok(self.clone()),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Archived { .. } => refused(),
            },
            T::Reclassify | T::ContestClass => match self {
                S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Reopened { .. } => Ok(self.clone()),
                S::Submitted | S::Triage | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::CorrectContact | T::CorrectPlace => match self {
                S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::Reopened { .. } | S::FeedbackPending { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Referred { .. } => Ok(self.clone()),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Closed { .. } | S::Split { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Extend => match self {
                S::Accepted(_) | S::InProgress(_) => Ok(self.clone()),
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::AwaitingResident { .. } | S::Deferred { .. } | S::Answered(_) | S::FeedbackPending { .. } | S::Rated(_) | S::Closed { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } | S::Archived { .. } => refused(),
            },
            T::Propose | T::Decide => match self {
                S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } | S::FeedbackPending { .. } | S::Closed { .. } | S::Triage | S::Dispatched { .. } | S::Returned { .. } | S::Reopened { .. } | S::NotAccepted { .. } | S::Merged { .. } | S::Split { .. } | S::Referred { .. } | S::Withdrawn { .. } => Ok(self.clone()),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Archived { .. } => refused(),
            },
        }
    }
}
