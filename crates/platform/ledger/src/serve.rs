//! What `/log/…` serves.

use tlog::bundle;
use tlog::reader;
use tlog::source::{Source as _, Unreadable};
use tlog::tile::{Bundle, Resource, Tile};

use crate::folder::Folder;
use crate::{Ledger, LedgerError, blocking};

impl Ledger {
    /// The bytes of a resource of the log; `None` where it has none. A partial tile or bundle of an earlier checkpoint is cut out
    /// of the one that stands there now when its own file is gone: it is a function of positions.
    pub async fn read(&self, resource: Resource) -> Result<Option<Vec<u8>>, LedgerError> {
        let ledger = self.clone();
        blocking(move || match ledger.0.folder.get(&resource.path()) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Unreadable::Missing) => {
                let size = ledger.known()?.map_or(0, |signed| signed.head.size);
                Ok(cut(&ledger.0.folder, resource, size))
            }
            Err(why @ Unreadable::Failed(_)) => Err(reader::Fault::Unreadable { resource, why }.into()),
        })
        .await
    }

    /// The positions of published leaves whose hash begins with these six bytes.
    pub async fn find(&self, first_six: [u8; 6]) -> Result<Vec<u64>, LedgerError> {
        let signed = self.signed().await?.map_or(0, |head| head.size);
        let journal = self.0.journal.clone();
        let mut found = self.0.db.read(move |tx| async move { journal.positions_of(&tx, first_six).await }).await?;
        found.retain(|position| *position < signed);
        Ok(found)
    }
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
