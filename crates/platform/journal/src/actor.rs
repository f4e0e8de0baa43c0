//! Who did it.

use std::fmt;
use std::str::FromStr;

use kernel::AccountId;

/// Who caused an event. Residents are not named: the stream says whose matter it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The resident of the matter, by query code.
    Resident,
    /// A signed-in member of staff, or a machine account.
    Account(AccountId),
    /// The platform itself, with the reason: a job, a start, an import.
    System(String),
}

/// A text that is no actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an actor")]
pub struct ActorError;

impl Actor {
    /// The account, when it is one.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Account(id) => Some(*id),
            Self::Resident | Self::System(_) => None,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Resident => f.write_str("resident"),
            Self::Account(id) => id.fmt(f),
            Self::System(reason) => write!(f, "system:{reason}"),
        }
    }
}

impl FromStr for Actor {
    type Err = ActorError;
    fn from_str(text: &str) -> Result<Self, ActorError> {
        if text == "resident" {
            return Ok(Self::Resident);
        }
        if let Some(reason) = text.strip_prefix("system:") {
            return Ok(Self::System(reason.to_owned()));
        }
        text.parse().map(Self::Account).map_err(|_| ActorError)
    }
}
