//! Publishes the journal as a public log (decisions 9 and 12; ADR 0017): after the sequencer has committed, tiles and entry bundles
//! are written, the head is signed and remembered outside the database, and the checkpoint is served. Receipts are made from it.
//!
//! - [`Ledger::publish`] writes and signs what is new; [`Ledger::self_check`] reads all of it again.
//! - [`Ledger::begin_epoch`] begins another log by an operator's decision, when the database was restored.
//! - [`Ledger::read`] gives what `/log/…` serves.
//! - [`Ledger::receipt`] makes the file that a resident keeps.
//! - [`Ledger::be_witnessed`] has other sites cosign it.
//! - [`Ledger::examine`] is its part of `doctor`, [`Ledger::signed`] and [`Ledger::trouble`] of `/readyz`.

mod epoch;
mod error;
mod examine;
mod folder;
mod publish;
mod receipt;
mod serve;
mod succession;
mod witnesses;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};

use journal::{Head, Journal};
use store::Db;
use tlog::epochs;
use tlog::note::{Keys, LogKey, VKey};
use tlog::tree::TreeHead;
use tokio::sync::Mutex;

pub use epoch::{Begun, EpochError};
pub use error::{LedgerError, Stop};
pub use folder::Folder;
pub use receipt::Sealing;
pub use serve::Found;
pub use succession::Succession;
pub use witnesses::{Answer, Ask, Trouble, WitnessAt, Witnessed};

use crate::publish::Writer;

/// What a [`Ledger`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The journal.
    pub journal: Journal,
    /// The key of the log; its name is the log's origin.
    pub key: LogKey,
    /// The key before it, while both sign.
    pub key_before: Option<LogKey>,
    /// The chain from the site's first key to this one.
    pub succession: Succession,
    /// Where the log is published: `DIR/log`.
    pub folder: PathBuf,
    /// Where the newest signed checkpoint is remembered: `DIR/keys/log-head`.
    pub memory: PathBuf,
    /// Who cosigns the checkpoints.
    pub witnesses: Vec<WitnessAt>,
}

/// The public log of a site. Cheap to clone.
#[derive(Clone)]
pub struct Ledger(Arc<Inner>);

struct Inner {
    db: Db,
    journal: Journal,
    key: LogKey,
    key_before: Option<LogKey>,
    succession: Succession,
    keys: Keys,
    folder: Folder,
    memory: PathBuf,
    /// The writer as the last round left it; a round that failed leaves none. Holding it is the turn within this process.
    tiler: Mutex<Option<Writer>>,
    /// The files did not hold: the next round makes all of them again.
    remake: AtomicBool,
    /// What the last self-check found of the database, and in which log: the files alone would hide it from a round.
    held: RwLock<Option<(u64, Stop)>>,
    /// Why the last round did not end well.
    trouble: RwLock<Option<&'static str>>,
    witnesses: Vec<WitnessAt>,
    /// How they stood after the last round.
    witnessed: RwLock<Vec<Witnessed>>,
}

impl Ledger {
    /// The log of these parts. Touches neither files nor database.
    pub fn new(parts: Parts) -> Self {
        let keys = Keys::new(parts.succession.keys(parts.key.vkey()));
        Self(Arc::new(Inner {
            db: parts.db,
            journal: parts.journal,
            key: parts.key,
            key_before: parts.key_before,
            succession: parts.succession,
            keys,
            folder: Folder(parts.folder),
            memory: parts.memory,
            tiler: Mutex::new(None),
            remake: AtomicBool::new(false),
            held: RwLock::new(None),
            trouble: RwLock::new(None),
            witnesses: parts.witnesses,
            witnessed: RwLock::new(Vec::new()),
        }))
    }

    /// The key by which the log is checked, as it is printed on slips.
    pub fn vkey(&self) -> &VKey {
        self.0.key.vkey()
    }

    /// This key and all that were before it, newest first: what they signed is this site's.
    pub fn vkeys(&self) -> impl Iterator<Item = &VKey> {
        self.0.keys.iter()
    }

    /// The `n`th link of the chain from the site's first key to this one, from 1.
    pub fn link(&self, n: usize) -> Option<Vec<u8>> {
        self.0.succession.links().nth(n.checked_sub(1)?).map(<[u8]>::to_vec)
    }

    /// The stable code of what keeps the last round of this process from publishing; `None` when it published.
    pub fn trouble(&self) -> Option<&'static str> {
        *self.0.trouble.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The highest head that was ever signed, from the memory outside the database.
    pub async fn signed(&self) -> Result<Option<SignedHead>, LedgerError> {
        let ledger = self.clone();
        Ok(blocking(move || ledger.known()).await?.map(|signed| signed.at))
    }

    /// What is wrong with a head of the database, judged by the head that was signed before it was read.
    pub fn refused(signed: Option<SignedHead>, stored: &Head) -> Option<Stop> {
        let signed = signed?;
        let now = stored.edge.head();
        if signed.epoch > stored.epoch {
            Some(Stop::OlderLog { signed: signed.epoch + 1, now: stored.epoch + 1 })
        } else if signed.epoch < stored.epoch {
            // Whether the new log takes up the old one is in its first leaf.
            None
        } else if now.size < signed.head.size {
            Some(Stop::RolledBack { signed: signed.head.size, now: now.size })
        } else if now.size == signed.head.size && now.root != signed.head.root {
            Some(Stop::Rewritten { signed: signed.head.size })
        } else {
            None
        }
    }

    /// The origin of the log of an epoch.
    fn origin(&self, epoch: u64) -> String {
        epochs::origin(self.vkey().name(), epoch)
    }
}

/// A head that was signed, and of which log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedHead {
    /// Which log of the site; 0 is its first.
    pub epoch: u64,
    /// Size and root.
    pub head: TreeHead,
}

/// The path of the memory in a folder of keys: it lies with them because it must outlive the database.
pub fn memory(keys: &Path) -> PathBuf {
    keys.join("log-head")
}

/// The public files in a folder of keys, by which a site remembers what it signed and with which keys: they go wherever the keys go.
pub fn memories(keys: &Path) -> std::io::Result<Vec<PathBuf>> {
    let of_log = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.and_then(|name| name.strip_prefix("log-head").or_else(|| name.strip_prefix("log-key")))
            .is_some_and(|rest| rest.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit()))
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(keys)? {
        found.push(entry?.path());
    }
    found.retain(of_log);
    found.sort_unstable();
    Ok(found)
}

/// Where the last signed checkpoint of a log that was left behind is remembered: beside the memory, named by the log's number.
fn beside(memory: &Path, epoch: u64) -> PathBuf {
    let mut name = memory.as_os_str().to_owned();
    name.push(format!("-{}", epoch.saturating_add(1)));
    PathBuf::from(name)
}

/// Work on files, away from the threads that answer requests.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, LedgerError> + Send + 'static) -> Result<T, LedgerError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| LedgerError::Thread)?
}
