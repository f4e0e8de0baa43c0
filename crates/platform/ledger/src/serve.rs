//! What `/log/…` serves.

use tlog::bundle;
use tlog::reader::{self, Fault};
use tlog::source::{Source, Unreadable};
use tlog::tile::{Bundle, Resource, Tile};

use crate::folder::Folder;
use crate::{Ledger, LedgerError, SignedHead, blocking};

impl Ledger {
    /// Does something with the files of the newest log under its signed head, away from the threads that answer requests; `None` before
    /// anything was signed.
    pub async fn with_signed<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Source, SignedHead) -> Result<T, Fault> + Send + 'static,
    ) -> Result<Option<T>, LedgerError> {
        let ledger = self.clone();
        blocking(move || {
            let Some(signed) = ledger.known()? else { return Ok(None) };
            Ok(Some(work(&ledger.0.folder.of(signed.at.epoch), signed.at)?))
        })
        .await
    }

    /// The bytes of a resource of the log of `epoch`; `None` where it has none. A partial tile or bundle of an earlier checkpoint is
    /// cut out of the one that stands there now when its own file is gone: it is a function of positions.
    pub async fn read(&self, epoch: u64, resource: Resource) -> Result<Option<Vec<u8>>, LedgerError> {
        let ledger = self.clone();
        let folder = self.0.folder.of(epoch);
        blocking(move || match folder.get(&resource.path()) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Unreadable::Missing) => {
                let size = ledger.known()?.filter(|signed| signed.at.epoch == epoch).map_or(0, |signed| signed.at.head.size);
                Ok(cut(&folder, resource, size))
            }
            Err(why @ Unreadable::Failed(_)) => Err(reader::Fault::Unreadable { resource, why }.into()),
        })
        .await
    }

    /// The places of published leaves whose hash begins with these six bytes, in the newest log, and which log that is.
    pub async fn find(&self, first_six: [u8; 6]) -> Result<Found, LedgerError> {
        let Some(signed) = self.signed().await? else { return Ok(Found::default()) };
        let journal = self.0.journal.clone();
        let epoch = signed.epoch;
        let mut indexes = self.0.db.read(move |tx| async move { journal.indexes_of(&tx, epoch, first_six).await }).await?;
        indexes.retain(|index| *index < signed.head.size);
        Ok(Found { epoch, indexes })
    }
}

/// Where leaves stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Which log; 0 is the site's first.
    pub epoch: u64,
    /// The places.
    pub indexes: Vec<u64>,
}

fn cut(folder: &Folder, resource: Resource, size: u64) -> Option<Vec<u8>> {
    match resource {
        Resource::Checkpoint => None,
        Resource::Tile(asked) => {
            let now = Tile::at(asked.level, asked.index, size).filter(|now| now.width > asked.width)?;
            let hashes = reader::tile(folder, now).ok()?;
            Some(hashes.get(..usize::from(asked.width))?.concat())
        }
        Resource::Entries(asked) => {
            let now = Bundle::at(asked.index, size).filter(|now| now.width > asked.width)?;
            let bytes = reader::bundle(folder, now).ok()?;
            let mut out = Vec::new();
            for entry in bundle::entries(&bytes).take(asked.width.into()) {
                bundle::append(&mut out, entry.ok()?).ok()?;
            }
            Some(out)
        }
    }
}
