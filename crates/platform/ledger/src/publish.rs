//! A round: from what the sequencer committed to a checkpoint that is served.

use std::fs::File;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use tlog::checkpoint::{self, Checkpoint};
use tlog::reader::{self, Begin};
use tlog::tile::Resource;
use tlog::tiler::Tiler;
use tlog::tree::{Edge, TreeHead};

use crate::folder::{Folder, get};
use crate::{Ledger, LedgerError, Stop, blocking};

/// Leaves read from the database at a time.
const STEP: u64 = 4096;

/// A checkpoint that this site has signed.
#[derive(Debug, Clone)]
pub(crate) struct Signed {
    pub(crate) head: TreeHead,
    pub(crate) note: Vec<u8>,
}

impl Ledger {
    /// Publishes everything that has a position: writes tiles and bundles, signs, remembers, serves. Returns the head that is
    /// served. Another process that publishes meanwhile is waited for.
    pub async fn publish(&self) -> Result<TreeHead, LedgerError> {
        let mut kept = self.0.tiler.lock().await;
        let round = self.round(kept.take()).await;
        let trouble = round.as_ref().err().map(LedgerError::code);
        let before = {
            let mut told = self.0.trouble.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *told, trouble)
        };
        match round {
            Ok((tiler, head)) => {
                *kept = Some(tiler);
                self.0.remake.store(false, Ordering::Relaxed);
                if before.is_some() {
                    tracing::info!(log.size = head.size, "the log is published again");
                }
                Ok(head)
            }
            Err(error) => {
                // Once, not each second.
                if before != trouble {
                    tracing::error!(code = trouble, error = &error as &dyn std::error::Error, "the log is not published");
                }
                Err(error)
            }
        }
    }

    async fn round(&self, kept: Option<Tiler>) -> Result<(Tiler, TreeHead), LedgerError> {
        let ledger = self.clone();
        // The memory is read before the database: what is committed later is only more.
        let (turn, known, tiler) = blocking(move || ledger.begin(kept)).await?;
        let before = known.as_ref().map_or(Edge::default().head(), |signed| signed.head);
        let journal = self.0.journal.clone();
        let stored = self.0.db.read(move |tx| async move { journal.head(&tx).await }).await?.edge.head();
        if let Some(stop) = Self::refused(known.as_ref().map(|signed| signed.head), stored) {
            return Err(stop.into());
        }
        let mut tiler = tiler;
        while tiler.head().size < stored.size {
            let from = tiler.head().size;
            let (journal, most) = (self.0.journal.clone(), STEP.min(stored.size - from));
            let leaves = self.0.db.read(move |tx| async move { journal.leaves(&tx, from, most).await }).await?;
            if leaves.is_empty() {
                return Err(Stop::Disagrees { size: stored.size }.into());
            }
            let folder = self.0.folder.clone();
            tiler = blocking(move || push(tiler, &leaves, before, &folder)).await?;
        }
        if tiler.head() != stored {
            return Err(Stop::Disagrees { size: stored.size }.into());
        }
        let ledger = self.clone();
        blocking(move || {
            let mut tiler = tiler;
            ledger.0.folder.write(&tiler.take())?;
            ledger.sign(stored, known)?;
            drop(turn);
            Ok((tiler, stored))
        })
        .await
    }

    /// Takes the turn, reads the memory, and finds a writer that stands where it says: the one that was kept, one that goes on from
    /// the files, or one that begins at the first leaf.
    fn begin(&self, kept: Option<Tiler>) -> Result<(File, Option<Signed>, Tiler), LedgerError> {
        let turn = self.0.folder.turn()?;
        let known = self.known()?;
        let remake = self.0.remake.load(Ordering::Relaxed);
        let tiler = match &known {
            Some(signed) if !remake => {
                let stands = |tiler: &Tiler| tiler.head() == signed.head;
                let resumed = || Tiler::resume(&self.0.folder, signed.head.size).ok().filter(stands);
                kept.filter(stands).or_else(resumed).unwrap_or_else(|| {
                    tracing::warn!(log.size = signed.head.size, "the log's files are missing or changed; they are made again");
                    Tiler::default()
                })
            }
            Some(_) | None => Tiler::default(),
        };
        Ok((turn, known, tiler))
    }

    /// The newest checkpoint that is known to be signed: remembered outside the database, or served.
    pub(crate) fn known(&self) -> Result<Option<Signed>, LedgerError> {
        let remembered = match get(&self.0.memory)? {
            None => None,
            Some(note) => Some(self.opened(note).ok_or(Stop::Memory)?),
        };
        // A served file that was damaged is replaced from the memory; without a memory it is the only witness there is.
        let served = get(&self.0.folder.0.join(Resource::Checkpoint.path()))?;
        let served = match served.map(|note| self.opened(note)) {
            None => None,
            Some(Some(signed)) => Some(signed),
            Some(None) if remembered.is_some() => None,
            Some(None) => return Err(Stop::Memory.into()),
        };
        match (remembered, served) {
            (Some(own), Some(other)) if own.head.size == other.head.size && own.head.root != other.head.root => {
                Err(Stop::Forked { size: own.head.size }.into())
            }
            // Keys that were brought back from an older copy remember less than was served.
            (Some(own), Some(other)) if other.head.size > own.head.size => Ok(Some(other)),
            (own, other) => Ok(own.or(other)),
        }
    }

    fn opened(&self, note: Vec<u8>) -> Option<Signed> {
        let head = checkpoint::open(&note, &self.0.keys).ok()?.checkpoint.head;
        Some(Signed { head, note })
    }

    /// Signs and remembers a head that is larger than what is known, and serves the newest.
    fn sign(&self, head: TreeHead, known: Option<Signed>) -> Result<(), LedgerError> {
        let signed = match known {
            Some(signed) if signed.head == head => signed,
            Some(_) | None => {
                let checkpoint = Checkpoint { origin: self.vkey().name().to_owned(), head };
                Signed { head, note: checkpoint.sign(&[&self.0.key]).map_err(|_| LedgerError::Sign)? }
            }
        };
        if get(&self.0.memory)?.as_ref() != Some(&signed.note) {
            Folder::replace(&self.0.memory, &signed.note)?;
        }
        let served = self.0.folder.0.join(Resource::Checkpoint.path());
        if get(&served)?.as_ref() != Some(&signed.note) {
            Folder::replace(&served, &signed.note)?;
        }
        Ok(())
    }

    /// Reads the whole log that is served again: at the start and every day. What does not hold is logged, and the next round makes
    /// all files again. Returns whether it holds; before anything is published it does.
    pub async fn self_check(&self) -> Result<bool, LedgerError> {
        let ledger = self.clone();
        let faults = blocking(move || {
            if ledger.known()?.is_none() {
                return Ok(Vec::new());
            }
            Ok(reader::verify(&ledger.0.folder, &ledger.0.keys, Begin::Start, |_, _| {}).err().map_or_else(Vec::new, |wrong| wrong.faults))
        })
        .await?;
        for fault in &faults {
            tracing::error!(fault = %fault, "a file of the log does not hold");
        }
        if !faults.is_empty() {
            self.0.remake.store(true, Ordering::Relaxed);
        }
        Ok(faults.is_empty())
    }
}

/// Adds leaves; full tiles are written at once, so that a long catch-up holds little in memory.
fn push(mut tiler: Tiler, leaves: &[Vec<u8>], before: TreeHead, folder: &Folder) -> Result<Tiler, LedgerError> {
    for leaf in leaves {
        // A seal has 38 bytes: it cannot be too long.
        let position = tiler.push(leaf).map_err(|_| LedgerError::Sign)?;
        if position + 1 == before.size {
            if tiler.head().root != before.root {
                return Err(Stop::Rewritten { signed: before.size }.into());
            }
            // The partial tiles of what was signed are made again, too.
            folder.write(&tiler.take())?;
        }
    }
    folder.write(&tiler.take_full())?;
    Ok(tiler)
}
