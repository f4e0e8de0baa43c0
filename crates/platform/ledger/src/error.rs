//! What can go wrong with publishing.

use std::io;
use std::path::{Path, PathBuf};

use store::StoreError;
use tlog::reader::Fault;

/// Why nothing more is signed: the journal is not the one that was signed, or nobody can tell. A person must look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// The database has fewer leaves than were signed: it was restored, or taken back.
    #[error("{signed} leaves were signed and the database has {now}: it was rolled back; nothing more is signed")]
    RolledBack {
        /// Leaves that were signed.
        signed: u64,
        /// Leaves in the database.
        now: u64,
    },
    /// The first leaves of the database are not those that were signed.
    #[error("the database's first {signed} leaves are not those that were signed: the past was rewritten; nothing more is signed")]
    Rewritten {
        /// Leaves that were signed.
        signed: u64,
    },
    /// The database belongs to an earlier log of this site than the one that was signed last.
    #[error("log {signed} was signed and the database is of log {now}: it was rolled back; nothing more is signed")]
    OlderLog {
        /// The number of the log that was signed; the first is 1.
        signed: u64,
        /// The number of the database's.
        now: u64,
    },
    /// The database began a log that does not take up what was signed last.
    #[error("the database began log {now}, and its first leaf does not hold what was signed last; nothing more is signed")]
    Unfounded {
        /// The number of the database's log.
        now: u64,
    },
    /// The events do not give the root that the sequencer stored.
    #[error("the events do not give the root that the sequencer stored for {size} leaves; nothing more is signed")]
    Disagrees {
        /// Leaves in the database.
        size: u64,
    },
    /// The memory and the checkpoint that is served are both signed and say different things of one size.
    #[error("two signed checkpoints of {size} leaves disagree; nothing more is signed")]
    Forked {
        /// The size.
        size: u64,
    },
    /// The memory is there and is no checkpoint signed by this site's key.
    #[error("the memory of what was signed cannot be read: it was changed, or is of another key; nothing more is signed")]
    Memory,
}

impl Stop {
    /// The stable code, for `/readyz`.
    pub fn code(self) -> &'static str {
        match self {
            Self::RolledBack { .. } | Self::OlderLog { .. } => "log.rolled_back",
            Self::Rewritten { .. } => "log.rewritten",
            Self::Unfounded { .. } => "log.unfounded",
            Self::Disagrees { .. } => "log.disagrees",
            Self::Forked { .. } => "log.forked",
            Self::Memory => "log.memory",
        }
    }

    /// Whether the log can never go on from what was signed, so that an operator may decide to begin another. The rest must be looked
    /// into first: a new log would bury it.
    pub(crate) fn ends_the_log(self) -> bool {
        match self {
            Self::RolledBack { .. } | Self::OlderLog { .. } | Self::Rewritten { .. } | Self::Disagrees { .. } => true,
            Self::Unfounded { .. } | Self::Forked { .. } | Self::Memory => false,
        }
    }
}

/// Why a round of publishing did not end, or a file of the log cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// Nothing more is signed.
    #[error(transparent)]
    Stopped(#[from] Stop),
    /// The database failed.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// A file could not be read or written.
    #[error("{path}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The files of the log are not as they were written.
    #[error("the log's files do not hold: {0}")]
    Damaged(#[from] Fault),
    /// A link in the chain of the log's keys does not hold.
    #[error("{0} does not say which key of the log follows which")]
    Chain(PathBuf),
    /// The chain of the log's keys leads to another key than the one that would sign.
    #[error("the chain of the log's keys leads to another key than site-keys.toml has: one of them is from an older copy")]
    OtherKey,
    /// The head could not be signed.
    #[error("the checkpoint could not be signed")]
    Sign,
    /// A thread ended badly.
    #[error("a thread ended badly")]
    Thread,
}

impl LedgerError {
    pub(crate) fn file(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        |source| Self::File { path, source }
    }

    /// Whether the log can never go on from what was signed: an operator may begin another.
    pub fn ends_the_log(&self) -> bool {
        matches!(self, Self::Stopped(stop) if stop.ends_the_log())
    }

    /// The stable code, for `/readyz`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Stopped(stop) => stop.code(),
            Self::Store(_) => "log.database",
            Self::File { .. } => "log.file",
            Self::Damaged(_) => "log.damaged",
            Self::Chain(_) | Self::OtherKey => "log.chain",
            Self::Sign => "log.sign",
            Self::Thread => "log.thread",
        }
    }
}
