//! Another log (decisions 9): when the database was restored from before what was signed, by an operator's decision and in public.

use journal::Finding;
use kernel::Clock;
use tlog::leaf::{Epoch, Leaf};
use tlog::tree::TreeHead;

use crate::folder::Folder;
use crate::{Ledger, LedgerError, Stop, beside, blocking};

/// A log that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Its origin.
    pub origin: String,
    /// What of it is signed and served now.
    pub head: TreeHead,
    /// The origin of the log before.
    pub before: String,
    /// What that one had signed last.
    pub signed: TreeHead,
}

/// Why no log is begun.
#[derive(Debug, thiserror::Error)]
pub enum EpochError {
    /// The log goes on from what was signed: there is nothing to leave behind.
    #[error("the log is whole and goes on: a site begins another only when its database is older than what was signed")]
    Healthy,
    /// Nothing was ever signed.
    #[error("nothing was signed yet: there is no log to leave behind")]
    NothingSigned,
    /// The journal holds what we did not write. A new log would make it look as if we had.
    #[error("the journal itself does not hold, {0} findings, the first: {1}; bring back a backup that does, then begin")]
    Journal(
        /// How many.
        usize,
        /// The first.
        String,
    ),
    /// The reason is too long for a leaf.
    #[error("the reason does not fit into a leaf")]
    Reason,
    /// Everything else: what keeps the log from going on is not an older database, or cannot be told.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl Ledger {
    /// Leaves the log behind that cannot go on, and begins the next: its first leaf holds what was signed last and `reason`, for
    /// everybody to read; every event that the database has stands in it again. `reason` is not empty and holds no personal data.
    pub async fn begin_epoch(&self, clock: &dyn Clock, reason: &str) -> Result<Begun, EpochError> {
        match self.publish().await {
            // The files alone may hide that the past was rewritten.
            Ok(_) => match self.known_to_database().await? {
                None => return Err(EpochError::Healthy),
                Some(stop) if stop.ends_the_log() => {}
                Some(stop) => return Err(LedgerError::from(stop).into()),
            },
            Err(LedgerError::Stopped(stop)) if stop.ends_the_log() => {}
            Err(other) => return Err(other.into()),
        }
        let findings = self.0.journal.examine(&self.0.db).await.map_err(LedgerError::from)?;
        if let Some(Finding { table, row, what }) = findings.first() {
            return Err(EpochError::Journal(findings.len(), format!("{table} {row}: {what}")));
        }
        let ledger = self.clone();
        let (turn, known) = blocking(move || Ok((ledger.0.folder.turn()?, ledger.known()?))).await?;
        let Some(known) = known else { return Err(EpochError::NothingSigned) };
        let journal = self.0.journal.clone();
        let stored = self.0.db.read(move |tx| async move { journal.head(&tx).await }).await.map_err(LedgerError::from)?;
        if stored.epoch > known.at.epoch {
            // Somebody else was faster.
            return Err(EpochError::Healthy);
        }
        let epoch = known.at.epoch + 1;
        let checkpoint = String::from_utf8(known.note.clone()).map_err(|_| LedgerError::from(Stop::Memory))?;
        let leaf = Leaf::Epoch(Epoch { checkpoint, reason: reason.to_owned() }).encode().map_err(|_| EpochError::Reason)?;
        let (ledger, earlier) = (self.clone(), known.at.epoch);
        let note = known.note;
        blocking(move || Folder::replace(&beside(&ledger.0.memory, earlier), &note)).await?;
        self.0.journal.begin_epoch(&self.0.db, clock, epoch, leaf).await.map_err(LedgerError::from)?;
        drop(turn);
        // The decision stands in the database now: whatever is killed here, the next round goes on.
        let head = self.publish().await?;
        Ok(Begun { origin: self.origin(epoch), head, before: self.origin(earlier), signed: known.at.head })
    }

    /// Whether the database still has what was signed; nothing was signed: it does.
    pub(crate) async fn known_to_database(&self) -> Result<Option<Stop>, LedgerError> {
        match self.signed().await? {
            None => Ok(None),
            Some(signed) => Ok(self.database(signed).await?),
        }
    }
}
