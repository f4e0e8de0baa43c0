//! Publishes the journal as a public log (decisions 9 and 12; ADR 0017): after the sequencer has committed, tiles and entry bundles
//! are written, the head is signed and remembered outside the database, and the checkpoint is served. Receipts are made from it.
//!
//! - [`Ledger::publish`] writes and signs what is new; [`Ledger::self_check`] reads all of it again.
//! - [`Ledger::read`] gives what `/log/…` serves.
//! - [`Ledger::receipt`] makes the file that a resident keeps.
//! - [`Ledger::examine`] is its part of `doctor`, [`Ledger::signed`] and [`Ledger::trouble`] of `/readyz`.

mod error;
mod examine;
mod folder;
mod publish;
mod receipt;
mod serve;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};

use journal::Journal;
use store::Db;
use tlog::note::{Keys, LogKey, VKey};
use tlog::tiler::Tiler;
use tlog::tree::TreeHead;
use tokio::sync::Mutex;

pub use error::{LedgerError, Stop};
pub use folder::Folder;
pub use receipt::Sealing;

/// What a [`Ledger`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The journal.
    pub journal: Journal,
    /// The key of the log; its name is the log's origin.
    pub key: LogKey,
    /// Where the log is published: `DIR/log`.
    pub folder: PathBuf,
    /// Where the newest signed checkpoint is remembered: `DIR/keys/log-head`.
    pub memory: PathBuf,
}

/// The public log of a site. Cheap to clone.
#[derive(Clone)]
pub struct Ledger(Arc<Inner>);

struct Inner {
    db: Db,
    journal: Journal,
    key: LogKey,
    keys: Keys,
    folder: Folder,
    memory: PathBuf,
    /// The writer as the last round left it; a round that failed leaves none. Holding it is the turn within this process.
    tiler: Mutex<Option<Tiler>>,
    /// The files did not hold: the next round makes all of them again.
    remake: AtomicBool,
    /// Why the last round did not end well.
    trouble: RwLock<Option<&'static str>>,
}

impl Ledger {
    /// The log of these parts. Touches neither files nor database.
    pub fn new(parts: Parts) -> Self {
        let keys = Keys::new([parts.key.vkey().clone()]);
        Self(Arc::new(Inner {
            db: parts.db,
            journal: parts.journal,
            key: parts.key,
            keys,
            folder: Folder(parts.folder),
            memory: parts.memory,
            tiler: Mutex::new(None),
            remake: AtomicBool::new(false),
            trouble: RwLock::new(None),
        }))
    }

    /// The key by which the log is checked, as it is printed on slips.
    pub fn vkey(&self) -> &VKey {
        self.0.key.vkey()
    }

    /// The stable code of what keeps the last round of this process from publishing; `None` when it published.
    pub fn trouble(&self) -> Option<&'static str> {
        *self.0.trouble.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The highest head that was ever signed, from the memory outside the database.
    pub async fn signed(&self) -> Result<Option<TreeHead>, LedgerError> {
        let ledger = self.clone();
        Ok(blocking(move || ledger.known()).await?.map(|signed| signed.head))
    }

    /// What is wrong with a head of the database, judged by the head that was signed before it was read.
    pub fn refused(signed: Option<TreeHead>, stored: TreeHead) -> Option<Stop> {
        let signed = signed?;
        if stored.size < signed.size {
            Some(Stop::RolledBack { signed: signed.size, now: stored.size })
        } else if stored.size == signed.size && stored.root != signed.root {
            Some(Stop::Rewritten { signed: signed.size })
        } else {
            None
        }
    }
}

/// The path of the memory in a folder of keys: it lies with them because it must outlive the database.
pub fn memory(keys: &Path) -> PathBuf {
    keys.join("log-head")
}

/// Work on files, away from the threads that answer requests.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, LedgerError> + Send + 'static) -> Result<T, LedgerError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| LedgerError::Thread)?
}
