//! The table: which step leads from which state to which. Nothing else moves a case.

use kernel::Timestamp;

use super::state::{Holder, Refused, State, Step};

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
                S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Dispatch { unit } => match self {
                S::Triage | S::Returned { .. } | S::Reopened { holder: None } => Ok(S::Dispatched { unit: unit.clone() }),
                S::Submitted
                | S::Dispatched { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. }
                | S::Reopened { holder: Some(_) } => refused(),
            },
            T::Designate { unit } => match self {
                S::Triage | S::Returned { .. } => Ok(S::Dispatched { unit: unit.clone() }),
                S::Submitted
                | S::Dispatched { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::UndoDispatch => match self {
                S::Dispatched { .. } => Ok(S::Triage),
                S::Submitted
                | S::Triage
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Return => match self {
                S::Dispatched { unit } => Ok(S::Returned { unit: unit.clone() }),
                S::Submitted
                | S::Triage
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Accept { handler } => match self {
                S::Dispatched { unit } => Ok(S::Accepted(Holder::of(unit, *handler))),
                S::Submitted
                | S::Triage
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Start => match self {
                S::Accepted(holder) => Ok(S::InProgress(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Reassign { handler } => match self {
                S::Accepted(holder) => Ok(S::Accepted(holder.passed_to(*handler))),
                S::InProgress(holder) => Ok(S::InProgress(holder.passed_to(*handler))),
                S::AwaitingResident { holder, until } => Ok(S::AwaitingResident { holder: holder.passed_to(*handler), until: *until }),
                S::Deferred { holder, review_on } => Ok(S::Deferred { holder: holder.passed_to(*handler), review_on: *review_on }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Transfer { unit } => match self {
                S::Accepted(_) | S::InProgress(_) => Ok(S::Dispatched { unit: unit.clone() }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Ask { until } => match self {
                S::InProgress(holder) => Ok(S::AwaitingResident { holder: holder.clone(), until: *until }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::GoOn => match self {
                S::AwaitingResident { holder, .. } | S::Deferred { holder, .. } => Ok(S::InProgress(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Defer { review_on } => match self {
                S::InProgress(holder) => Ok(S::Deferred { holder: holder.clone(), review_on: *review_on }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Refer => match self {
                S::InProgress(holder) => Ok(S::Referred { holder: holder.clone() }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::AnswerAtOnce { handler } => match self {
                S::Triage => Ok(S::Answered(Holder { unit: None, handler: *handler })),
                S::Submitted
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Answer => match self {
                S::Accepted(holder) | S::InProgress(holder) => Ok(S::Answered(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::AnswerSilent => match self {
                S::AwaitingResident { holder, .. } => Ok(S::Answered(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::AnswerWithParent { holder } => match self {
                S::Merged { .. } => Ok(S::Answered(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::AskFeedback { until } => match self {
                S::Answered(holder) => Ok(S::FeedbackPending { holder: holder.clone(), until: *until }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Rate => match self {
                S::FeedbackPending { holder, .. } => Ok(S::Rated(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Close => match self {
                S::FeedbackPending { holder, .. } | S::Rated(holder) | S::Referred { holder } => {
                    Ok(S::Closed { holder: Some(holder.clone()), at: now })
                }
                S::Withdrawn { holder, .. } | S::Split { holder } => Ok(S::Closed { holder: holder.clone(), at: now }),
                S::NotAccepted { .. } => Ok(S::Closed { holder: None, at: now }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::Merged { .. }
                | S::Archived { .. } => refused(),
            },
            T::CloseDisputed => match self {
                S::Reopened { holder } => Ok(S::Closed { holder: holder.clone(), at: now }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Reopen => match self {
                S::Rated(holder) => Ok(S::Reopened { holder: Some(holder.clone()) }),
                S::Closed { holder, .. } => Ok(S::Reopened { holder: holder.clone() }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::RecallAnswer => match self {
                S::FeedbackPending { holder, .. } => Ok(S::InProgress(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Resume { holder } => match self {
                S::Reopened { .. } => Ok(S::InProgress(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::NotAccept { by, until } => match self {
                S::Triage => Ok(S::NotAccepted { by: *by, until: *until }),
                S::Submitted
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Contest => match self {
                S::NotAccepted { .. } => Ok(S::Triage),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Merge { into } => match self {
                S::Triage => Ok(S::Merged { into: *into, holder: None }),
                S::InProgress(holder) => Ok(S::Merged { into: *into, holder: Some(holder.clone()) }),
                S::Submitted
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Unmerge => match self {
                S::Merged { holder: None, .. } => Ok(S::Triage),
                S::Merged { holder: Some(holder), .. } => Ok(S::InProgress(holder.clone())),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Split => match self {
                S::Triage => Ok(S::Split { holder: None }),
                S::InProgress(holder) => Ok(S::Split { holder: Some(holder.clone()) }),
                S::Submitted
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Withdraw { until } => match self {
                S::Triage | S::Dispatched { .. } | S::Returned { .. } => Ok(S::Withdrawn { holder: None, until: *until }),
                S::Accepted(holder)
                | S::InProgress(holder)
                | S::AwaitingResident { holder, .. }
                | S::Deferred { holder, .. }
                | S::FeedbackPending { holder, .. }
                | S::Referred { holder } => Ok(S::Withdrawn { holder: Some(holder.clone()), until: *until }),
                S::Reopened { holder } | S::Merged { holder, .. } => Ok(S::Withdrawn { holder: holder.clone(), until: *until }),
                S::Submitted
                | S::Answered(_)
                | S::Rated(_)
                | S::Closed { .. }
                | S::NotAccepted { .. }
                | S::Split { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Archive => match self {
                S::Closed { holder, at } => Ok(S::Archived { holder: holder.clone(), closed_at: *at }),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::TakeBack => match self {
                S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. } => Ok(S::Triage),
                S::Submitted
                | S::Triage
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Supplement => match self {
                S::AwaitingResident { holder, .. } => Ok(S::InProgress(holder.clone())),
                S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::Deferred { .. }
                | S::FeedbackPending { .. }
                | S::Reopened { .. }
                | S::Merged { .. }
                | S::Referred { .. } => Ok(self.clone()),
                S::Submitted
                | S::Answered(_)
                | S::Rated(_)
                | S::Closed { .. }
                | S::NotAccepted { .. }
                | S::Split { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Chase => match self {
                S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::Deferred { .. }
                | S::Reopened { .. }
                | S::Merged { .. } => Ok(self.clone()),
                S::Submitted
                | S::AwaitingResident { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::NotAccepted { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::LogContact => match self {
                S::Dispatched { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::FeedbackPending { .. }
                | S::Reopened { .. } => Ok(self.clone()),
                S::Submitted
                | S::Triage
                | S::Returned { .. }
                | S::Answered(_)
                | S::Rated(_)
                | S::Closed { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Assist => match self {
                S::Dispatched { .. } | S::Accepted(_) | S::InProgress(_) | S::AwaitingResident { .. } | S::Deferred { .. } => {
                    Ok(self.clone())
                }
                S::Submitted
                | S::Triage
                | S::Returned { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Note | T::Seal | T::Unseal => match self {
                S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::FeedbackPending { .. }
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. } => Ok(self.clone()),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Archived { .. } => refused(),
            },
            T::Exclude | T::FlagAbuse => match self {
                S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::FeedbackPending { .. }
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. } => Ok(self.clone()),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Archived { .. } => refused(),
            },
            T::Reclassify | T::ContestClass => match self {
                S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Reopened { .. } => Ok(self.clone()),
                S::Submitted
                | S::Triage
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::CorrectContact | T::CorrectPlace => match self {
                S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Reopened { .. }
                | S::FeedbackPending { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Referred { .. } => Ok(self.clone()),
                S::Submitted
                | S::Answered(_)
                | S::Rated(_)
                | S::Closed { .. }
                | S::Split { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Extend => match self {
                S::Accepted(_) | S::InProgress(_) => Ok(self.clone()),
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::Answered(_)
                | S::FeedbackPending { .. }
                | S::Rated(_)
                | S::Closed { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. }
                | S::Archived { .. } => refused(),
            },
            T::Propose | T::Decide => match self {
                S::Accepted(_)
                | S::InProgress(_)
                | S::AwaitingResident { .. }
                | S::Deferred { .. }
                | S::FeedbackPending { .. }
                | S::Closed { .. }
                | S::Triage
                | S::Dispatched { .. }
                | S::Returned { .. }
                | S::Reopened { .. }
                | S::NotAccepted { .. }
                | S::Merged { .. }
                | S::Split { .. }
                | S::Referred { .. }
                | S::Withdrawn { .. } => Ok(self.clone()),
                S::Submitted | S::Answered(_) | S::Rated(_) | S::Archived { .. } => refused(),
            },
        }
    }
}
