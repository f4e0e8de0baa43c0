//! What can go wrong while the rules are changed. Codes are stable and are the keys of the messages.

use kernel::problem::{FieldFault, Kind, Problem};
use store::StoreError;

use crate::model::{Refusal, Status};

/// What proposing, deciding and taking back may meet.
#[derive(Debug, thiserror::Error)]
pub enum SettingError {
    /// There is no proposal with that number.
    #[error("no such proposal")]
    NoSuchProposal,
    /// There is no parameter with that code.
    #[error("no such parameter")]
    NoSuchParameter,
    /// The proposal has changed since it was read.
    #[error("the proposal has moved on")]
    Stale {
        /// Where it stands.
        status: Status,
        /// Its version.
        version: i64,
    },
    /// Its state, or who asks, does not allow the step.
    #[error("{refusal}")]
    Refused {
        /// Why.
        refusal: Refusal,
        /// Where it stands.
        status: Status,
        /// Its version.
        version: i64,
    },
    /// Fields that cannot be taken.
    #[error("invalid input")]
    Invalid(Vec<FieldFault>),
    /// The storage failed.
    #[error("storage, while changing the rules")]
    Store(#[from] StoreError),
}

impl SettingError {
    /// One field that cannot be taken.
    pub(crate) fn field(field: &'static str, code: &'static str) -> Self {
        Self::Invalid(vec![FieldFault { field, code }])
    }
}

impl Problem for SettingError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::NoSuchProposal => (Kind::NotFound, "settings.no_such_proposal"),
            Self::NoSuchParameter => (Kind::NotFound, "settings.no_such_parameter"),
            Self::Stale { .. } => (Kind::Conflict, "settings.stale"),
            Self::Refused { refusal, .. } => match refusal {
                Refusal::OwnProposal => (Kind::Forbidden, "settings.own_proposal"),
                Refusal::NotYours => (Kind::Forbidden, "settings.not_yours"),
                Refusal::Decided(_) => (Kind::Conflict, "settings.decided"),
                Refusal::Lapsed => (Kind::Conflict, "settings.lapsed"),
                Refusal::NotLapsed => (Kind::Conflict, "settings.not_lapsed"),
            },
            Self::Invalid(_) => (Kind::Invalid, "input.invalid"),
            Self::Store(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::NoSuchProposal | Self::NoSuchParameter | Self::Stale { .. } | Self::Refused { .. } | Self::Store(_) => Vec::new(),
        }
    }

    fn current(&self) -> Option<(String, i64)> {
        match self {
            Self::Stale { status, version } | Self::Refused { status, version, .. } => Some((status.code().to_owned(), *version)),
            Self::NoSuchProposal | Self::NoSuchParameter | Self::Invalid(_) | Self::Store(_) => None,
        }
    }
}
