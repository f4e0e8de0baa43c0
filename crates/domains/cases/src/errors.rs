//! What can go wrong with a case. Every enum is one command's; codes are stable and are the keys of the messages.

use kernel::AccountId;
use kernel::problem::{FieldFault, Instead, Kind, Problem};
use store::StoreError;

use crate::model::{Broken, Case, NotACase, Refused, StateName, StepName};

/// What every step on a case may meet.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// There is none with that number in the caller's scope.
    #[error("no such case in scope")]
    NoSuchCase,
    /// Somebody of the same unit was faster.
    #[error("the case was taken by a colleague")]
    Taken {
        /// Who.
        by: AccountId,
        /// Where it stands.
        state: StateName,
        /// The version.
        version: i64,
    },
    /// The case has moved on since it was read.
    #[error("the case has moved on")]
    Stale {
        /// Where it stands now.
        state: StateName,
        /// Its version now.
        version: i64,
    },
    /// The state does not allow the step.
    #[error("{refused}")]
    Refused {
        /// Which step in which state.
        refused: Refused,
        /// The version.
        version: i64,
    },
    /// A rule beyond the state stands against the step.
    #[error("the step breaks {}", broken.code())]
    Broken {
        /// Which rule.
        broken: Broken,
        /// Where the case stands.
        state: StateName,
        /// Its version.
        version: i64,
    },
    /// It was taken above its source's limit and waits for the desk's release (decisions 4).
    #[error("the case is held")]
    Held {
        /// Where it stands.
        state: StateName,
        /// The version.
        version: i64,
    },
    /// The text models of the site cannot be read or set.
    #[error("the text models cannot be read or set")]
    Shelf,
    /// There is nothing to release.
    #[error("the case is not held")]
    NotHeld {
        /// Where it stands.
        state: StateName,
        /// The version.
        version: i64,
    },
    /// No alarm waits for an answer.
    #[error("no alarm is open")]
    NoAlarm {
        /// Where the case stands.
        state: StateName,
        /// The version.
        version: i64,
    },
    /// The same key was used for something else.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// The person's data are gone; nothing can be added.
    #[error("the case was erased")]
    Erased,
    /// The kind was closed; another has taken its place.
    #[error("the kind was closed; {} stands for it", instead.code)]
    KindClosed {
        /// What stands for it.
        instead: Instead,
    },
    /// Fields that cannot be taken.
    #[error("invalid input")]
    Invalid(Vec<FieldFault>),
    /// The storage failed.
    #[error("storage, while changing a case")]
    Store(#[from] StoreError),
}

impl ChangeError {
    /// One field that cannot be taken.
    pub(crate) fn field(field: &'static str, code: &'static str) -> Self {
        Self::Invalid(vec![FieldFault { field, code }])
    }

    /// A rule that stands against a step on `case`.
    pub(crate) fn broken(case: &Case, broken: Broken) -> Self {
        Self::Broken { broken, state: case.state.name(), version: case.version }
    }

    /// A step that the state of `case` does not allow.
    pub(crate) fn refused(case: &Case, step: StepName) -> Self {
        Self::Refused { refused: Refused { state: case.state.name(), step }, version: case.version }
    }

    /// A fold that refuses what a command decided.
    pub(crate) fn of_fold(error: &NotACase, version: i64) -> Self {
        match error {
            NotACase::Refused(refused) => Self::Refused { refused: *refused, version },
            NotACase::NotSubmitted | NotACase::SubmittedTwice | NotACase::NothingProposed => {
                Self::Store(StoreError::corrupt("journal_event", "kind", "first event"))
            }
        }
    }
}

impl Problem for ChangeError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::NoSuchCase => (Kind::NotFound, "case.not_found"),
            Self::Taken { .. } => (Kind::Conflict, "case.taken"),
            Self::Stale { .. } => (Kind::Conflict, "case.stale"),
            Self::Refused { .. } => (Kind::Conflict, "case.step_refused"),
            Self::Broken { broken, .. } => (Kind::Conflict, broken.code()),
            Self::Shelf => (Kind::Unavailable, "model.unavailable"),
            Self::Held { .. } => (Kind::Conflict, "case.held"),
            Self::NotHeld { .. } => (Kind::Conflict, "case.not_held"),
            Self::NoAlarm { .. } => (Kind::Conflict, "case.no_alarm"),
            Self::KeyReused => (Kind::Invalid, "idempotency.mismatch"),
            Self::Erased => (Kind::Conflict, "case.erased"),
            Self::KindClosed { .. } => (Kind::Invalid, "case.kind_closed"),
            Self::Invalid(_) => (Kind::Invalid, "input.invalid"),
            Self::Store(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::KindClosed { .. } => vec![FieldFault { field: "kind", code: "closed" }],
            Self::NoSuchCase
            | Self::Taken { .. }
            | Self::Stale { .. }
            | Self::Refused { .. }
            | Self::Broken { .. }
            | Self::Held { .. }
            | Self::NotHeld { .. }
            | Self::NoAlarm { .. }
            | Self::KeyReused
            | Self::Erased
            | Self::Shelf
            | Self::Store(_) => Vec::new(),
        }
    }

    fn current(&self) -> Option<(String, i64)> {
        match self {
            Self::Stale { state, version }
            | Self::Broken { state, version, .. }
            | Self::Taken { state, version, .. }
            | Self::Held { state, version }
            | Self::NotHeld { state, version }
            | Self::NoAlarm { state, version } => Some((state.code().to_owned(), *version)),
            Self::Refused { refused, version } => Some((refused.state.code().to_owned(), *version)),
            Self::NoSuchCase
            | Self::KeyReused
            | Self::Erased
            | Self::KindClosed { .. }
            | Self::Invalid(_)
            | Self::Shelf
            | Self::Store(_) => None,
        }
    }

    fn instead(&self) -> Option<Box<Instead>> {
        if let Self::KindClosed { instead } = self { Some(Box::new(instead.clone())) } else { None }
    }
}

/// What warrants and samples may meet.
#[derive(Debug, thiserror::Error)]
pub enum LeaveError {
    /// There is none with that id.
    #[error("no such warrant or sample")]
    NoSuch,
    /// It is decided already, or over.
    #[error("the warrant or sample is decided or over")]
    Over,
    /// Nobody gives herself leave.
    #[error("nobody gives herself leave")]
    Own,
    /// The same person waits for it, or has it, already.
    #[error("there is such a warrant already")]
    Already,
    /// Anything that a command may meet.
    #[error(transparent)]
    Change(#[from] ChangeError),
}

impl From<StoreError> for LeaveError {
    fn from(error: StoreError) -> Self {
        Self::Change(error.into())
    }
}

impl Problem for LeaveError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::NoSuch => (Kind::NotFound, "leave.not_found"),
            Self::Over => (Kind::Conflict, "leave.over"),
            Self::Own => (Kind::Conflict, "leave.own"),
            Self::Already => (Kind::Conflict, "leave.already"),
            Self::Change(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::NoSuch | Self::Over | Self::Own | Self::Already => Vec::new(),
            Self::Change(error) => error.fields(),
        }
    }

    fn current(&self) -> Option<(String, i64)> {
        match self {
            Self::NoSuch | Self::Over | Self::Own | Self::Already => None,
            Self::Change(error) => error.current(),
        }
    }

    fn instead(&self) -> Option<Box<Instead>> {
        if let Self::Change(error) = self { error.instead() } else { None }
    }
}
