//! A round: from what the sequencer committed to a checkpoint that is served.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use tlog::checkpoint::{self, Checkpoint};
use tlog::epochs;
use tlog::note::{Keys, LogKey, Signer, VKey};
use tlog::reader::{self, Begin};
use tlog::tile::Resource;
use tlog::tiler::Tiler;
use tlog::tree::{Edge, TreeHead};

use crate::folder::{Folder, get};
use crate::{Ledger, LedgerError, SignedHead, Stop, beside, blocking};

/// Leaves read from the database at a time.
const STEP: u64 = 4096;

/// A checkpoint that this site has signed.
#[derive(Debug, Clone)]
pub(crate) struct Signed {
    pub(crate) at: SignedHead,
    pub(crate) note: Vec<u8>,
}

impl Signed {
    fn is_signed_by(&self, key: &VKey) -> bool {
        checkpoint::open(&self.note, &Keys::new([key.clone()])).is_ok()
    }
}

/// The writer of a log.
#[derive(Debug)]
pub(crate) struct Writer {
    epoch: u64,
    tiler: Tiler,
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
            Ok(writer) => {
                let head = writer.tiler.head();
                *kept = Some(writer);
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

    async fn round(&self, kept: Option<Writer>) -> Result<Writer, LedgerError> {
        let ledger = self.clone();
        // The memory is read before the database: what is committed later is only more.
        let (turn, known) = blocking(move || Ok((ledger.0.folder.turn()?, ledger.known()?))).await?;
        let journal = self.0.journal.clone();
        let head = self.0.db.read(move |tx| async move { journal.head(&tx).await }).await?;
        let checked = *self.0.held.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, stop)) = checked.filter(|(epoch, _)| *epoch == head.epoch) {
            return Err(stop.into());
        }
        if let Some(stop) = Self::refused(known.as_ref().map(|signed| signed.at), &head) {
            return Err(stop.into());
        }
        let (epoch, stored) = (head.epoch, head.edge.head());
        let known = match known {
            Some(signed) if signed.at.epoch < epoch => {
                self.takes_up(&signed, epoch).await?;
                None
            }
            known => known,
        };
        let before = known.as_ref().map_or(Edge::default().head(), |signed| signed.at.head);
        let ledger = self.clone();
        let mut tiler = blocking(move || Ok(ledger.writer(kept, epoch, before))).await?;
        while tiler.head().size < stored.size {
            let from = tiler.head().size;
            let (journal, most) = (self.0.journal.clone(), STEP.min(stored.size - from));
            let leaves = self.0.db.read(move |tx| async move { journal.leaves(&tx, epoch, from, most).await }).await?;
            if leaves.is_empty() {
                return Err(Stop::Disagrees { size: stored.size }.into());
            }
            let folder = self.0.folder.of(epoch);
            tiler = blocking(move || push(tiler, &leaves, before, &folder)).await?;
        }
        if tiler.head() != stored {
            return Err(Stop::Disagrees { size: stored.size }.into());
        }
        let ledger = self.clone();
        blocking(move || {
            let mut tiler = tiler;
            ledger.0.folder.of(epoch).write(&tiler.take())?;
            ledger.sign(SignedHead { epoch, head: stored }, known)?;
            drop(turn);
            Ok(Writer { epoch, tiler })
        })
        .await
    }

    /// A writer that stands at `before`, which was signed: the one that was kept, one that goes on from the files, or one that begins
    /// at the first leaf.
    fn writer(&self, kept: Option<Writer>, epoch: u64, before: TreeHead) -> Tiler {
        if before.size == 0 || self.0.remake.load(Ordering::Relaxed) {
            return Tiler::default();
        }
        let stands = |tiler: &Tiler| tiler.head() == before;
        let kept = kept.filter(|writer| writer.epoch == epoch).map(|writer| writer.tiler).filter(stands);
        let resumed = || Tiler::resume(&self.0.folder.of(epoch), before.size).ok().filter(stands);
        kept.or_else(resumed).unwrap_or_else(|| {
            tracing::warn!(log.size = before.size, "the log's files are missing or changed; they are made again");
            Tiler::default()
        })
    }

    /// Whether the log that the database began takes up what was signed last: its first leaf holds that checkpoint, or a later one.
    async fn takes_up(&self, signed: &Signed, epoch: u64) -> Result<(), LedgerError> {
        let journal = self.0.journal.clone();
        let leaf = self.0.db.read(move |tx| async move { journal.first_leaf(&tx, epoch).await }).await?.unwrap_or_default();
        let stop = Stop::Unfounded { now: epoch + 1 };
        let before = epochs::follows(&leaf, &self.0.keys, epoch).map_err(|_| stop)?.before.checkpoint;
        let taken = epochs::of(self.vkey().name(), &before.origin).ok_or(stop)?;
        let (had, last) = (before.head, signed.at.head);
        let newer = taken > signed.at.epoch || had.size > last.size || had == last;
        if newer { Ok(()) } else { Err(stop.into()) }
    }

    /// The newest checkpoint that is known to be signed: remembered outside the database, or served.
    pub(crate) fn known(&self) -> Result<Option<Signed>, LedgerError> {
        let remembered = match get(&self.0.memory)? {
            None => None,
            Some(note) => Some(self.opened(note).ok_or(Stop::Memory)?),
        };
        let from = remembered.as_ref().map_or(0, |signed| signed.at.epoch);
        let mut served: Option<Signed> = None;
        for epoch in from.. {
            let Some(note) = get(&self.0.folder.of(epoch).0.join(Resource::Checkpoint.path()))? else { break };
            match self.opened(note).filter(|signed| signed.at.epoch == epoch) {
                Some(signed) => served = Some(signed),
                // One that was damaged is replaced from the memory; without a memory it is the only witness there is.
                None if epoch == from && remembered.is_some() => {}
                None => return Err(Stop::Memory.into()),
            }
        }
        match (remembered, served) {
            (Some(own), Some(other)) => {
                let (had, has) = (own.at, other.at);
                if had.epoch == has.epoch && had.head.size == has.head.size && had.head.root != has.head.root {
                    return Err(Stop::Forked { size: had.head.size }.into());
                }
                // Keys that were brought back from an older copy remember less than was served.
                let later = has.epoch > had.epoch || has.head.size > had.head.size;
                Ok(Some(if later { other } else { own }))
            }
            (own, other) => Ok(own.or(other)),
        }
    }

    pub(crate) fn opened(&self, note: Vec<u8>) -> Option<Signed> {
        let checkpoint = checkpoint::open(&note, &self.0.keys).ok()?.checkpoint;
        let epoch = epochs::of(self.vkey().name(), &checkpoint.origin)?;
        Some(Signed { at: SignedHead { epoch, head: checkpoint.head }, note })
    }

    /// The keys that sign: before slips carry a new one, the old one too.
    fn signers(&self) -> impl Iterator<Item = &LogKey> {
        self.0.key_before.iter().chain([&self.0.key])
    }

    /// Signs and remembers a head that is larger than what is known, and serves the newest.
    fn sign(&self, at: SignedHead, known: Option<Signed>) -> Result<(), LedgerError> {
        let signed = match known {
            // A key that came since signs the same head once more.
            Some(signed) if signed.at == at && self.signers().all(|key| signed.is_signed_by(key.vkey())) => signed,
            Some(_) | None => {
                let checkpoint = Checkpoint { origin: self.origin(at.epoch), head: at.head };
                let signers: Vec<&dyn Signer> = self.signers().map(|key| -> &dyn Signer { key }).collect();
                Signed { at, note: checkpoint.sign(&signers).map_err(|_| LedgerError::Sign)? }
            }
        };
        if get(&self.0.memory)?.as_ref() != Some(&signed.note) {
            Folder::replace(&self.0.memory, &signed.note)?;
        }
        for (n, link) in (1..).zip(self.0.succession.links()) {
            let served = self.0.folder.0.join(tlog::succession::path(n));
            if get(&served)?.as_deref() != Some(link) {
                Folder::replace(&served, link)?;
            }
        }
        // What the logs before had signed last is served for all times, also when their other files are lost.
        for earlier in 0..at.epoch {
            let served = self.0.folder.of(earlier).0.join(Resource::Checkpoint.path());
            if let (None, Some(note)) = (get(&served)?, get(&beside(&self.0.memory, earlier))?) {
                Folder::replace(&served, &note)?;
            }
        }
        let served = self.0.folder.of(at.epoch).0.join(Resource::Checkpoint.path());
        if get(&served)?.as_ref() != Some(&signed.note) {
            Folder::replace(&served, &signed.note)?;
        }
        Ok(())
    }

    /// Reads the whole log that is served again, and every leaf of the database under it: at the start and every day. Files that do
    /// not hold are logged, and the next round makes all of them again. A database that is not what was signed stops the rounds, until
    /// a later check finds it whole. Returns whether everything holds; before anything is published it does.
    pub async fn self_check(&self) -> Result<bool, LedgerError> {
        let ledger = self.clone();
        let faults = blocking(move || {
            let Some(signed) = ledger.known()? else { return Ok(Vec::new()) };
            let folder = ledger.0.folder.of(signed.at.epoch);
            Ok(reader::verify(&folder, &ledger.0.keys, Begin::Start, |_, _| {}).err().map_or_else(Vec::new, |wrong| wrong.faults))
        })
        .await?;
        for fault in &faults {
            tracing::error!(fault = %fault, "a file of the log does not hold");
        }
        if !faults.is_empty() {
            self.0.remake.store(true, Ordering::Relaxed);
        }
        let signed = self.signed().await?;
        let stop = match signed {
            None => None,
            Some(signed) => self.database(signed).await?,
        };
        if let Some(stop) = stop {
            tracing::error!(code = stop.code(), "the database is not what was signed: {stop}");
        }
        let held = signed.zip(stop).map(|(signed, stop)| (signed.epoch, stop));
        *self.0.held.write().unwrap_or_else(PoisonError::into_inner) = held;
        Ok(faults.is_empty() && stop.is_none())
    }
}

/// Adds leaves; full tiles are written at once, so that a long catch-up holds little in memory.
fn push(mut tiler: Tiler, leaves: &[Vec<u8>], before: TreeHead, folder: &Folder) -> Result<Tiler, LedgerError> {
    for leaf in leaves {
        // A seal has 38 bytes, a first leaf at most 20,000: none is too long.
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
