//! The state machine of a case (domain 4.1 with decisions 2). Every state × step is decided in the open: no match
//! has a `_` arm, and a test walks through all pairs. What a step needs beyond the state (complexity, windows, who may)
//! is decided by `rules`; what it does to clocks and counts, by `Case::apply`.

use jiff::civil::Date;
use kernel::{AccountId, CaseId, Timestamp, UnitCode};

/// Who has a case in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The unit; none where a counter or the hotline answered at once.
    pub unit: Option<UnitCode>,
    /// Who answers for it by name.
    pub handler: AccountId,
}

impl Holder {
    /// Of a unit's handler.
    pub fn of(unit: &UnitCode, handler: AccountId) -> Self {
        Self { unit: Some(unit.clone()), handler }
    }

    /// The same unit, another handler.
    #[must_use]
    pub fn passed_to(&self, handler: AccountId) -> Self {
        Self { unit: self.unit.clone(), handler }
    }
}

/// Where a case stands, with what is true only there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Handed in; lasts only inside the commit that also begins triage.
    Submitted,
    /// Waits for the dispatcher.
    Triage,
    /// Sent to a unit, which has not accepted yet.
    Dispatched {
        /// The unit.
        unit: UnitCode,
    },
    /// Given back by a unit; waits for the dispatcher, or for whoever designates (退单).
    Returned {
        /// The unit that gave it back.
        unit: UnitCode,
    },
    /// A handler has taken it.
    Accepted(Holder),
    /// Being worked on.
    InProgress(Holder),
    /// A question waits for the resident; the final clock stands still.
    AwaitingResident {
        /// Who asked.
        holder: Holder,
        /// When the clock goes on by itself.
        until: Timestamp,
    },
    /// On the ledger of what cannot be done yet (挂账): counts as unresolved, comes back for review.
    Deferred {
        /// Who keeps it.
        holder: Holder,
        /// The day on which it is looked at again, at most 90 days on.
        review_on: Date,
    },
    /// Answered; lasts only inside the commit that also asks for the rating.
    Answered(Holder),
    /// Waits for the resident's verdict.
    FeedbackPending {
        /// Who answered.
        holder: Holder,
        /// The end of the rating window: 24:00 of the seventh day.
        until: Timestamp,
    },
    /// Rated; lasts only inside the commit that also closes or reopens it.
    Rated(Holder),
    /// Over. May be reopened for 30 days.
    Closed {
        /// Who had it last, if anybody.
        holder: Option<Holder>,
        /// When.
        at: Timestamp,
    },
    /// Not solved in the resident's eyes; waits for the dispatcher, the third time for the supervisor.
    Reopened {
        /// Who answered, if anybody did.
        holder: Option<Holder>,
    },
    /// Refused with a reason of the closed list and the right door named (不予受理).
    NotAccepted {
        /// Who refused; somebody else looks at it when the resident contests.
        by: AccountId,
        /// The end of the window in which the resident may contest.
        until: Timestamp,
    },
    /// Handled with another case about the same thing; has its own answer and rating (并单).
    Merged {
        /// The case that is worked on.
        into: CaseId,
        /// Who had it before.
        holder: Option<Holder>,
    },
    /// Was several matters; each is a case of its own now (拆单). Closes with the last of them.
    Split {
        /// Who had it before.
        holder: Option<Holder>,
    },
    /// Handed to somebody outside (petition, police, court, another county); closes with their receipt (转送).
    Referred {
        /// Who handed it over.
        holder: Holder,
    },
    /// Taken back by the resident (撤回).
    Withdrawn {
        /// Who had it, if anybody.
        holder: Option<Holder>,
        /// When it closes; until then the resident may be asked whether she was pressed.
        until: Timestamp,
    },
    /// Kept as figures only.
    Archived {
        /// Who had it last, if anybody.
        holder: Option<Holder>,
        /// When it had closed.
        closed_at: Timestamp,
    },
}

/// A step with what it needs to know to say where the case goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The platform suggests kind, place and unit.
    Triage,
    /// The dispatcher sends it to a unit (派单).
    Dispatch {
        /// The unit.
        unit: UnitCode,
    },
    /// Supervisor or organiser names the unit after too many returns (指定承办).
    Designate {
        /// The unit.
        unit: UnitCode,
    },
    /// The dispatcher takes a dispatch back at once (撤回派单).
    UndoDispatch,
    /// The unit gives it back, with a reason and its legal basis (退单).
    Return,
    /// A handler takes it (签收).
    Accept {
        /// Who answers for it from now on.
        handler: AccountId,
    },
    /// Work begins; a complex case has its plan now (办理方案).
    Start,
    /// The lead gives it to another handler of the unit (改派).
    Reassign {
        /// Who answers for it from now on.
        handler: AccountId,
    },
    /// Both leads agree that another unit goes on (转办).
    Transfer {
        /// The other unit.
        unit: UnitCode,
    },
    /// A question to the resident; the final clock stops.
    Ask {
        /// When it goes on by itself.
        until: Timestamp,
    },
    /// The stop is over, or the review date has come.
    GoOn,
    /// Put on the ledger until a review date (挂账).
    Defer {
        /// The day.
        review_on: Date,
    },
    /// Handed to somebody outside (转送).
    Refer,
    /// Counter or hotline know the answer (当场答复).
    AnswerAtOnce {
        /// Who answered.
        handler: AccountId,
    },
    /// The answer (答复).
    Answer,
    /// Answered without the resident, who could not be reached.
    AnswerSilent,
    /// A merged case gets the answer of the one it was merged into.
    AnswerWithParent {
        /// Who answered.
        holder: Holder,
    },
    /// The platform asks for the verdict.
    AskFeedback {
        /// The end of the window.
        until: Timestamp,
    },
    /// The resident's verdict (评价).
    Rate,
    /// The platform closes: after a good verdict, or when a window is over.
    Close,
    /// The supervisor has verified an answer that the resident does not accept.
    CloseDisputed,
    /// The platform or the resident opens it again.
    Reopen,
    /// The lead takes an answer back before it is rated; counts as a reopening (撤回答复).
    RecallAnswer,
    /// Dispatcher, or the third time supervisor, hands a reopened case on.
    Resume {
        /// Who answers for it from now on.
        holder: Holder,
    },
    /// Refused with a reason of the closed list (不予受理).
    NotAccept {
        /// Who refuses.
        by: AccountId,
        /// The end of the window in which the resident may contest.
        until: Timestamp,
    },
    /// The resident contests the refusal, once.
    Contest,
    /// Handled with another case (并单).
    Merge {
        /// The case that is worked on.
        into: CaseId,
    },
    /// Taken out again (撤销并单).
    Unmerge,
    /// Becomes several cases (拆单).
    Split,
    /// The resident takes it back (撤回).
    Withdraw {
        /// When it closes.
        until: Timestamp,
    },
    /// Only figures are kept from now on.
    Archive,
    /// The resident adds something; where she was asked, it is the reply.
    Supplement,
    /// The resident reminds (催办).
    Chase,
    /// Somebody spoke with the resident, or tried to.
    LogContact,
    /// A remark.
    Note,
    /// Hidden from all but those who handle it.
    Seal,
    /// The unit that has it turns out to be the one it is about.
    TakeBack,
    /// Visible again, by two people.
    Unseal,
    /// Left out of the figures, by two people.
    Exclude,
    /// Marked as abuse for 30 days, by two people.
    FlagAbuse,
    /// Another kind, type or complexity.
    Reclassify,
    /// The resident contests the class, once.
    ContestClass,
    /// The way to reach the resident was wrong.
    CorrectContact,
    /// The place was wrong.
    CorrectPlace,
    /// The final clock is given more time.
    Extend,
    /// A step that needs somebody else's word is proposed.
    Propose,
    /// A proposal is approved in part, refused, taken back or lapsed.
    Decide,
}

/// A step that this state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{step:?} is refused in {state:?}")]
pub struct Refused {
    /// Where the case stands.
    pub state: StateName,
    /// What was tried.
    pub step: StepName,
}

macro_rules! names {
    ($(#[$doc:meta])* $name:ident of $owner:ident { $($pattern:pat => $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each name is documented at the variant it names")]
        pub enum $name { $($variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stored word; also the word of the API.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The name with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|name| name.code() == code)
            }
        }

        impl $owner {
            /// Its name alone.
            pub fn name(&self) -> $name {
                match self { $($pattern => $name::$variant,)+ }
            }
        }
    };
}

names! {
    /// A state's name.
    StateName of State {
        State::Submitted => Submitted = "Submitted",
        State::Triage => Triage = "Triage",
        State::Dispatched { .. } => Dispatched = "Dispatched",
        State::Returned { .. } => Returned = "Returned",
        State::Accepted(_) => Accepted = "Accepted",
        State::InProgress(_) => InProgress = "InProgress",
        State::AwaitingResident { .. } => AwaitingResident = "AwaitingResident",
        State::Deferred { .. } => Deferred = "Deferred",
        State::Answered(_) => Answered = "Answered",
        State::FeedbackPending { .. } => FeedbackPending = "FeedbackPending",
        State::Rated(_) => Rated = "Rated",
        State::Closed { .. } => Closed = "Closed",
        State::Reopened { .. } => Reopened = "Reopened",
        State::NotAccepted { .. } => NotAccepted = "NotAccepted",
        State::Merged { .. } => Merged = "Merged",
        State::Split { .. } => Split = "Split",
        State::Referred { .. } => Referred = "Referred",
        State::Withdrawn { .. } => Withdrawn = "Withdrawn",
        State::Archived { .. } => Archived = "Archived",
    }
}

names! {
    /// A step's name.
    StepName of Step {
        Step::Triage => Triage = "triage",
        Step::Dispatch { .. } => Dispatch = "dispatch",
        Step::Designate { .. } => Designate = "designate",
        Step::UndoDispatch => UndoDispatch = "undo-dispatch",
        Step::Return => Return = "return",
        Step::Accept { .. } => Accept = "accept",
        Step::Start => Start = "start",
        Step::Reassign { .. } => Reassign = "reassign",
        Step::Transfer { .. } => Transfer = "transfer",
        Step::Ask { .. } => Ask = "ask",
        Step::GoOn => GoOn = "go-on",
        Step::Defer { .. } => Defer = "defer",
        Step::Refer => Refer = "refer",
        Step::AnswerAtOnce { .. } => AnswerAtOnce = "answer-at-once",
        Step::Answer => Answer = "answer",
        Step::AnswerSilent => AnswerSilent = "answer-silent",
        Step::AnswerWithParent { .. } => AnswerWithParent = "answer-with-parent",
        Step::AskFeedback { .. } => AskFeedback = "ask-feedback",
        Step::Rate => Rate = "rate",
        Step::Close => Close = "close",
        Step::CloseDisputed => CloseDisputed = "close-disputed",
        Step::Reopen => Reopen = "reopen",
        Step::RecallAnswer => RecallAnswer = "recall-answer",
        Step::Resume { .. } => Resume = "resume",
        Step::NotAccept { .. } => NotAccept = "not-accept",
        Step::Contest => Contest = "contest",
        Step::Merge { .. } => Merge = "merge",
        Step::Unmerge => Unmerge = "unmerge",
        Step::Split => Split = "split",
        Step::Withdraw { .. } => Withdraw = "withdraw",
        Step::Archive => Archive = "archive",
        Step::Supplement => Supplement = "supplement",
        Step::Chase => Chase = "chase",
        Step::LogContact => LogContact = "log-contact",
        Step::Note => Note = "note",
        Step::Seal => Seal = "seal",
        Step::TakeBack => TakeBack = "take-back",
        Step::Unseal => Unseal = "unseal",
        Step::Exclude => Exclude = "exclude",
        Step::FlagAbuse => FlagAbuse = "flag-abuse",
        Step::Reclassify => Reclassify = "reclassify",
        Step::ContestClass => ContestClass = "contest-class",
        Step::CorrectContact => CorrectContact = "correct-contact",
        Step::CorrectPlace => CorrectPlace = "correct-place",
        Step::Extend => Extend = "extend",
        Step::Propose => Propose = "propose",
        Step::Decide => Decide = "decide",
    }
}

impl StateName {
    /// The states of [`State::takes_others`], for lists.
    pub const TAKES_OTHERS: [Self; 7] =
        [Self::Triage, Self::Dispatched, Self::Returned, Self::Accepted, Self::InProgress, Self::AwaitingResident, Self::Deferred];

    /// Which of the five stages people see (decisions 1): 0 收集, 1 分流, 2 办理, 3 反馈, 4 评价.
    pub fn stage(self) -> u8 {
        match self {
            Self::Submitted => 0,
            Self::Triage | Self::Dispatched | Self::Returned | Self::NotAccepted | Self::Split => 1,
            Self::Accepted
            | Self::InProgress
            | Self::AwaitingResident
            | Self::Deferred
            | Self::Reopened
            | Self::Merged
            | Self::Referred
            | Self::Withdrawn => 2,
            Self::Answered => 3,
            Self::FeedbackPending | Self::Rated | Self::Closed | Self::Archived => 4,
        }
    }

    /// Whether somebody still owes something: work of staff, or the resident's verdict.
    pub fn is_open(self) -> bool {
        match self {
            Self::Closed | Self::Archived | Self::NotAccepted | Self::Withdrawn => false,
            Self::Submitted
            | Self::Triage
            | Self::Dispatched
            | Self::Returned
            | Self::Accepted
            | Self::InProgress
            | Self::AwaitingResident
            | Self::Deferred
            | Self::Answered
            | Self::FeedbackPending
            | Self::Rated
            | Self::Reopened
            | Self::Merged
            | Self::Split
            | Self::Referred => true,
        }
    }
}

impl State {
    /// Who has it, or had it last, by name; nobody before acceptance.
    pub fn holder(&self) -> Option<&Holder> {
        match self {
            Self::Submitted | Self::Triage | Self::Dispatched { .. } | Self::Returned { .. } | Self::NotAccepted { .. } => None,
            Self::Accepted(holder)
            | Self::InProgress(holder)
            | Self::AwaitingResident { holder, .. }
            | Self::Deferred { holder, .. }
            | Self::Answered(holder)
            | Self::FeedbackPending { holder, .. }
            | Self::Rated(holder)
            | Self::Referred { holder } => Some(holder),
            Self::Closed { holder, .. }
            | Self::Reopened { holder }
            | Self::Merged { holder, .. }
            | Self::Split { holder }
            | Self::Withdrawn { holder, .. }
            | Self::Archived { holder, .. } => holder.as_ref(),
        }
    }

    /// Whether others may be handled with it: it is still to be answered.
    pub fn takes_others(&self) -> bool {
        match self {
            Self::Triage
            | Self::Dispatched { .. }
            | Self::Returned { .. }
            | Self::Accepted(_)
            | Self::InProgress(_)
            | Self::AwaitingResident { .. }
            | Self::Deferred { .. } => true,
            Self::Submitted
            | Self::Answered(_)
            | Self::FeedbackPending { .. }
            | Self::Rated(_)
            | Self::Closed { .. }
            | Self::Reopened { .. }
            | Self::NotAccepted { .. }
            | Self::Merged { .. }
            | Self::Split { .. }
            | Self::Referred { .. }
            | Self::Withdrawn { .. }
            | Self::Archived { .. } => false,
        }
    }

    /// The unit that has it, or had it last.
    pub fn unit(&self) -> Option<&UnitCode> {
        match self {
            Self::Dispatched { unit } | Self::Returned { unit } => Some(unit),
            Self::Submitted
            | Self::Triage
            | Self::NotAccepted { .. }
            | Self::Accepted(_)
            | Self::InProgress(_)
            | Self::AwaitingResident { .. }
            | Self::Deferred { .. }
            | Self::Answered(_)
            | Self::FeedbackPending { .. }
            | Self::Rated(_)
            | Self::Referred { .. }
            | Self::Closed { .. }
            | Self::Reopened { .. }
            | Self::Merged { .. }
            | Self::Split { .. }
            | Self::Withdrawn { .. }
            | Self::Archived { .. } => self.holder().and_then(|holder| holder.unit.as_ref()),
        }
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
