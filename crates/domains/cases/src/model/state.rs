//! The state machine of a case, main line (domain 4.1 with decisions 2). Every state × step is decided in
//! the open: the match has no `_` arm, and a test walks through all pairs.

use kernel::{AccountId, Timestamp, UnitCode};

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
    /// A handler has taken it.
    Accepted {
        /// The unit.
        unit: UnitCode,
        /// Who answers for it.
        handler: AccountId,
    },
    /// Being worked on.
    InProgress {
        /// The unit.
        unit: UnitCode,
        /// Who answers for it.
        handler: AccountId,
    },
    /// Answered; lasts only inside the commit that also asks for the rating.
    Answered {
        /// The unit.
        unit: UnitCode,
        /// Who answered.
        handler: AccountId,
    },
    /// Waits for the resident's verdict.
    FeedbackPending {
        /// The unit.
        unit: UnitCode,
        /// Who answered.
        handler: AccountId,
        /// The end of the rating window: 24:00 of the seventh day.
        until: Timestamp,
    },
    /// Rated; lasts only inside the commit that also closes or reopens it.
    Rated {
        /// The unit.
        unit: UnitCode,
        /// Who answered.
        handler: AccountId,
    },
    /// Over. May be reopened for 30 days.
    Closed {
        /// The unit.
        unit: UnitCode,
        /// Who answered.
        handler: AccountId,
        /// When.
        at: Timestamp,
    },
    /// Not solved in the resident's eyes; waits for the dispatcher to hand it on.
    Reopened {
        /// The unit that answered.
        unit: UnitCode,
        /// Who answered.
        handler: AccountId,
    },
}

/// A step with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The platform suggests kind, place and unit.
    Triage,
    /// The dispatcher sends it to a unit (派单).
    Dispatch {
        /// The unit.
        unit: UnitCode,
    },
    /// A handler takes it (签收).
    Accept {
        /// Who answers for it from now on.
        handler: AccountId,
    },
    /// Work begins; a complex case has its plan now (办理方案).
    Start,
    /// Somebody spoke with the resident, or tried to.
    LogContact,
    /// A remark.
    Note,
    /// The resident adds something.
    Supplement,
    /// The answer (答复).
    Answer,
    /// The platform asks for the verdict.
    AskFeedback {
        /// The end of the window.
        until: Timestamp,
    },
    /// The resident's verdict (评价).
    Rate,
    /// The platform closes: after a good verdict, or when the window is over.
    Close,
    /// The platform or the resident opens it again.
    Reopen,
    /// The dispatcher hands a reopened case on.
    Resume {
        /// The unit.
        unit: UnitCode,
        /// Who answers for it from now on.
        handler: AccountId,
    },
    /// Another handler of the same unit answers for it from now on (domain 4.1 row 28): somebody leaves.
    HandOver {
        /// Who.
        handler: AccountId,
    },
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
    ($(#[$doc:meta])* $name:ident of $owner:ident { $($variant:ident = $code:literal,)+ }) => {
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
                match self { $($owner::$variant { .. } => $name::$variant,)+ }
            }
        }
    };
}

names! {
    /// A state's name.
    StateName of State {
        Submitted = "Submitted",
        Triage = "Triage",
        Dispatched = "Dispatched",
        Accepted = "Accepted",
        InProgress = "InProgress",
        Answered = "Answered",
        FeedbackPending = "FeedbackPending",
        Rated = "Rated",
        Closed = "Closed",
        Reopened = "Reopened",
    }
}

names! {
    /// A step's name.
    StepName of Step {
        Triage = "triage",
        Dispatch = "dispatch",
        Accept = "accept",
        Start = "start",
        LogContact = "log-contact",
        Note = "note",
        Supplement = "supplement",
        Answer = "answer",
        AskFeedback = "ask-feedback",
        Rate = "rate",
        Close = "close",
        Reopen = "reopen",
        Resume = "resume",
        HandOver = "hand-over",
    }
}

impl StateName {
    /// Which of the five stages people see (decisions 1): 0 收集, 1 分流, 2 办理, 3 反馈, 4 评价.
    pub fn stage(self) -> u8 {
        match self {
            Self::Submitted => 0,
            Self::Triage | Self::Dispatched => 1,
            Self::Accepted | Self::InProgress | Self::Reopened => 2,
            Self::Answered => 3,
            Self::FeedbackPending | Self::Rated | Self::Closed => 4,
        }
    }

    /// Whether somebody still owes something: work of staff, or the resident's verdict.
    pub fn is_open(self) -> bool {
        match self {
            Self::Closed => false,
            Self::Submitted
            | Self::Triage
            | Self::Dispatched
            | Self::Accepted
            | Self::InProgress
            | Self::Answered
            | Self::FeedbackPending
            | Self::Rated
            | Self::Reopened => true,
        }
    }
}

impl State {
    /// The state after `step` at `now`, or which step was refused in which state.
    #[expect(clippy::too_many_lines, reason = "one table, every pair decided in the open")]
    pub fn after(&self, step: &Step, now: Timestamp) -> Result<Self, Refused> {
        use State as S;
        use Step as T;
        let refused = || Err(Refused { state: self.name(), step: step.name() });
        match (self, step) {
            (S::Submitted, T::Triage) => Ok(S::Triage),
            (S::Triage, T::Dispatch { unit }) => Ok(S::Dispatched { unit: unit.clone() }),
            // Handed over, a case stays where it is: another hand, the same place.
            (S::Dispatched { unit }, T::Accept { handler }) | (S::Accepted { unit, .. }, T::HandOver { handler }) => {
                Ok(S::Accepted { unit: unit.clone(), handler: *handler })
            }
            // A general matter needs no plan and may be answered at once (domain 4.1 row 29); `Case` guards complexity.
            (S::Accepted { unit, handler } | S::InProgress { unit, handler }, T::Answer) => {
                Ok(S::Answered { unit: unit.clone(), handler: *handler })
            }
            (S::Answered { unit, handler }, T::AskFeedback { until })
            | (S::FeedbackPending { unit, until, .. }, T::HandOver { handler }) => {
                Ok(S::FeedbackPending { unit: unit.clone(), handler: *handler, until: *until })
            }
            (S::FeedbackPending { unit, handler, .. }, T::Rate) => Ok(S::Rated { unit: unit.clone(), handler: *handler }),
            (S::FeedbackPending { unit, handler, .. } | S::Rated { unit, handler }, T::Close) => {
                Ok(S::Closed { unit: unit.clone(), handler: *handler, at: now })
            }
            (S::Rated { unit, handler } | S::Closed { unit, handler, .. }, T::Reopen)
            | (S::Reopened { unit, .. }, T::HandOver { handler }) => Ok(S::Reopened { unit: unit.clone(), handler: *handler }),
            (S::Accepted { unit, handler }, T::Start)
            | (S::Reopened { .. }, T::Resume { unit, handler })
            | (S::InProgress { unit, .. }, T::HandOver { handler }) => Ok(S::InProgress { unit: unit.clone(), handler: *handler }),

            // Words do not move a case.
            (
                S::Triage
                | S::Dispatched { .. }
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::FeedbackPending { .. }
                | S::Reopened { .. },
                T::Note | T::Supplement,
            )
            | (S::Closed { .. }, T::Note)
            | (S::Accepted { .. } | S::InProgress { .. } | S::FeedbackPending { .. } | S::Reopened { .. }, T::LogContact) => {
                Ok(self.clone())
            }

            // Everything else is refused, step by step.
            (
                S::Triage
                | S::Dispatched { .. }
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::Answered { .. }
                | S::FeedbackPending { .. }
                | S::Rated { .. }
                | S::Closed { .. }
                | S::Reopened { .. },
                T::Triage,
            )
            | (
                S::Submitted
                | S::Dispatched { .. }
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::Answered { .. }
                | S::FeedbackPending { .. }
                | S::Rated { .. }
                | S::Closed { .. }
                | S::Reopened { .. },
                T::Dispatch { .. },
            )
            | (
                S::Submitted
                | S::Triage
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::Answered { .. }
                | S::FeedbackPending { .. }
                | S::Rated { .. }
                | S::Closed { .. }
                | S::Reopened { .. },
                T::Accept { .. },
            )
            | (
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::InProgress { .. }
                | S::Answered { .. }
                | S::FeedbackPending { .. }
                | S::Rated { .. }
                | S::Closed { .. }
                | S::Reopened { .. },
                T::Start,
            )
            | (S::Submitted | S::Triage | S::Dispatched { .. } | S::Answered { .. } | S::Rated { .. } | S::Closed { .. }, T::LogContact)
            | (S::Submitted | S::Answered { .. } | S::Rated { .. }, T::Note)
            | (S::Submitted | S::Answered { .. } | S::Rated { .. } | S::Closed { .. }, T::Supplement)
            | (
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Answered { .. }
                | S::FeedbackPending { .. }
                | S::Rated { .. }
                | S::Closed { .. }
                | S::Reopened { .. },
                T::Answer,
            )
            | (
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::FeedbackPending { .. }
                | S::Rated { .. }
                | S::Closed { .. }
                | S::Reopened { .. },
                T::AskFeedback { .. },
            )
            | (
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::Answered { .. }
                | S::Rated { .. }
                | S::Closed { .. }
                | S::Reopened { .. },
                T::Rate,
            )
            | (
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::Answered { .. }
                | S::Closed { .. }
                | S::Reopened { .. },
                T::Close,
            )
            | (
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::Answered { .. }
                | S::FeedbackPending { .. }
                | S::Reopened { .. },
                T::Reopen,
            )
            | (
                S::Submitted
                | S::Triage
                | S::Dispatched { .. }
                | S::Accepted { .. }
                | S::InProgress { .. }
                | S::Answered { .. }
                | S::FeedbackPending { .. }
                | S::Rated { .. }
                | S::Closed { .. },
                T::Resume { .. },
            )
            | (
                S::Submitted | S::Triage | S::Dispatched { .. } | S::Answered { .. } | S::Rated { .. } | S::Closed { .. },
                T::HandOver { .. },
            ) => refused(),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::SeededRng;

    use super::*;

    fn states(unit: &UnitCode, handler: AccountId) -> Vec<State> {
        let (unit, at) = (unit.clone(), Timestamp::UNIX_EPOCH);
        vec![
            State::Submitted,
            State::Triage,
            State::Dispatched { unit: unit.clone() },
            State::Accepted { unit: unit.clone(), handler },
            State::InProgress { unit: unit.clone(), handler },
            State::Answered { unit: unit.clone(), handler },
            State::FeedbackPending { unit: unit.clone(), handler, until: at },
            State::Rated { unit: unit.clone(), handler },
            State::Closed { unit: unit.clone(), handler, at },
            State::Reopened { unit, handler },
        ]
    }

    fn steps(unit: &UnitCode, handler: AccountId) -> Vec<Step> {
        let unit = unit.clone();
        vec![
            Step::Triage,
            Step::Dispatch { unit: unit.clone() },
            Step::Accept { handler },
            Step::Start,
            Step::LogContact,
            Step::Note,
            Step::Supplement,
            Step::Answer,
            Step::AskFeedback { until: Timestamp::UNIX_EPOCH },
            Step::Rate,
            Step::Close,
            Step::Reopen,
            Step::Resume { unit, handler },
            Step::HandOver { handler },
        ]
    }

    /// The table a reviewer reads: what each state allows, and where it leads. Everything else must be refused.
    const TABLE: &str = "\
Submitted: triage→Triage
Triage: dispatch→Dispatched note→Triage supplement→Triage
Dispatched: accept→Accepted note→Dispatched supplement→Dispatched
Accepted: start→InProgress log-contact→Accepted note→Accepted supplement→Accepted answer→Answered hand-over→Accepted
InProgress: log-contact→InProgress note→InProgress supplement→InProgress answer→Answered hand-over→InProgress
Answered: ask-feedback→FeedbackPending
FeedbackPending: log-contact→FeedbackPending note→FeedbackPending supplement→FeedbackPending rate→Rated close→Closed hand-over→FeedbackPending
Rated: close→Closed reopen→Reopened
Closed: note→Closed reopen→Reopened
Reopened: log-contact→Reopened note→Reopened supplement→Reopened resume→InProgress hand-over→Reopened
";

    #[test]
    fn every_state_and_step_is_decided_as_the_table_says() {
        let unit: UnitCode = "housing".parse().unwrap();
        let handler = AccountId::new(Timestamp::UNIX_EPOCH, &SeededRng::new(1));
        let (states, steps) = (states(&unit, handler), steps(&unit, handler));
        assert_eq!((states.len(), steps.len()), (StateName::ALL.len(), StepName::ALL.len()));
        let mut table = String::new();
        for state in &states {
            let allowed: Vec<String> = steps
                .iter()
                .filter_map(|step| match state.after(step, Timestamp::UNIX_EPOCH) {
                    Ok(next) => Some(format!("{}→{}", step.name().code(), next.name().code())),
                    Err(refused) => {
                        assert_eq!(refused, Refused { state: state.name(), step: step.name() });
                        None
                    }
                })
                .collect();
            table.extend([state.name().code(), ": ", &allowed.join(" "), "\n"]);
        }
        assert_eq!(table, TABLE);
    }

    #[test]
    fn names_survive_their_codes() {
        for name in StateName::ALL {
            assert_eq!(StateName::from_code(name.code()), Some(*name));
        }
        for name in StepName::ALL {
            assert_eq!(StepName::from_code(name.code()), Some(*name));
        }
    }
}
