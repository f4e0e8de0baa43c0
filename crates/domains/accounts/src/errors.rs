//! What can go wrong; codes are stable and are the keys of the messages.

use identity::AccountError;
use kernel::problem::{FieldFault, Kind, Problem};
use store::StoreError;

use crate::model::{FileFault, LineFault, Refused};

/// Why nothing was proposed or decided.
#[derive(Debug, thiserror::Error)]
pub enum ProposalError {
    /// There is no such proposal.
    #[error("no such proposal")]
    NoSuchProposal,
    /// The step is refused.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Who proposed it has left, or is no admin any more: the word of two people is not there.
    #[error("who proposed it may not propose any more")]
    ProposerGone,
    /// Fields that cannot be taken.
    #[error("invalid input")]
    Invalid(Vec<FieldFault>),
    /// The account cannot be changed so.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl From<StoreError> for ProposalError {
    fn from(error: StoreError) -> Self {
        Self::Account(error.into())
    }
}

impl Problem for ProposalError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::NoSuchProposal => (Kind::NotFound, "proposal.not_found"),
            Self::Refused(Refused::Over(_)) => (Kind::Conflict, "proposal.over"),
            Self::Refused(Refused::NotYours) => (Kind::Forbidden, "proposal.not_yours"),
            Self::Refused(Refused::NotYet) => (Kind::Conflict, "proposal.not_yet"),
            Self::ProposerGone => (Kind::Conflict, "proposal.proposer_gone"),
            Self::Invalid(_) => (Kind::Invalid, "account.invalid"),
            Self::Account(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::Account(error) => error.fields(),
            Self::NoSuchProposal | Self::Refused(_) | Self::ProposerGone => Vec::new(),
        }
    }
}

/// Why an account was not closed.
#[derive(Debug, thiserror::Error)]
pub enum LeaveError {
    /// Work is left without a successor, or with one who may not have it; which, by [`crate::ports::Duty::key`].
    #[error("work is left without a successor")]
    Open(Vec<String>),
    /// The account cannot be closed.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl From<StoreError> for LeaveError {
    fn from(error: StoreError) -> Self {
        Self::Account(error.into())
    }
}

impl Problem for LeaveError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::Open(_) => (Kind::Conflict, "account.open_duties"),
            Self::Account(error) => error.face(),
        }
    }
}

/// Why a file of accounts was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ImportFault {
    /// The file as a whole.
    #[error("the file cannot be read: {0:?}")]
    File(FileFault),
    /// Lines, each with what is wrong.
    #[error("{} lines cannot be taken", .0.len())]
    Lines(Vec<(usize, LineFault)>),
    /// It was right, but cannot be proposed.
    #[error(transparent)]
    Proposal(#[from] ProposalError),
}

impl From<StoreError> for ImportFault {
    fn from(error: StoreError) -> Self {
        Self::Proposal(error.into())
    }
}

impl Problem for ImportFault {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::File(_) | Self::Lines(_) => (Kind::Invalid, "account.import_faulty"),
            Self::Proposal(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::File(_) | Self::Lines(_) => vec![FieldFault { field: "csv", code: "faulty" }],
            Self::Proposal(error) => error.fields(),
        }
    }
}
