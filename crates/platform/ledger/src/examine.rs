//! The log's part of `doctor`: every file that is served, and that the database still has what was signed.

use journal::Finding;
use store::StoreError;
use tlog::checkpoint;
use tlog::epochs;
use tlog::leaf_hash;
use tlog::note::Keys;
use tlog::reader::{self, Begin, Fault};
use tlog::source::{Source, Unreadable};
use tlog::tile::Resource;
use tlog::tree::Edge;

use crate::folder::{Folder, get};
use crate::publish::Signed;
use crate::{Ledger, LedgerError, SignedHead, Stop, beside, blocking};

/// Leaves read at a time.
const STEP: u64 = 4096;

/// The files of a log under its newest checkpoint, which a kill may have kept from being served.
struct Newest<'a> {
    folder: &'a Folder,
    note: &'a [u8],
}

impl Source for Newest<'_> {
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        if path == Resource::Checkpoint.path() { Ok(self.note.to_vec()) } else { self.folder.get(path) }
    }
}

/// A finding about a file of a log, by its path in the site's folder.
fn at(epoch: u64, resource: Resource, what: impl Into<String>) -> Finding {
    Finding::new("log", format!("{}{resource}", epochs::folder(epoch)), what)
}

impl Ledger {
    /// Examines the published logs. Nothing is found before anything is published.
    pub async fn examine(&self) -> Result<Vec<Finding>, StoreError> {
        let ledger = self.clone();
        let looked = blocking(move || {
            // Known before the database: a site that publishes meanwhile only has more.
            let Some(signed) = ledger.known()? else { return Ok((None, Vec::new())) };
            let mut findings = Vec::new();
            for earlier in 0..signed.at.epoch {
                ledger.earlier(earlier, &mut findings)?;
            }
            ledger.files(&signed, &mut findings)?;
            Ok((Some(signed.at), findings))
        })
        .await;
        match looked {
            Ok((None, findings)) => Ok(findings),
            Ok((Some(signed), mut findings)) => {
                let what = match self.database(signed).await {
                    Ok(stop) => stop.map(|stop| stop.to_string()),
                    // Rows that cannot be read are named by the journal; that the rest cannot be judged is no reason to name nothing.
                    Err(error @ StoreError::Corrupt { .. }) => Some(told(&error)),
                    Err(error) => return Err(error),
                };
                findings.extend(what.map(|what| at(signed.epoch, Resource::Checkpoint, what)));
                Ok(findings)
            }
            Err(LedgerError::Store(error)) => Err(error),
            Err(error) => Ok(vec![Finding::new("log", Resource::Checkpoint, told(&error))]),
        }
    }

    /// A log that was left behind: its files cannot be made again, so those that are there must hold. After a restore into an empty
    /// folder there are none but its checkpoint, and the next log's first leaf says so in public.
    fn earlier(&self, epoch: u64, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
        let folder = self.0.folder.of(epoch);
        let kept = folder.resources().map_err(LedgerError::file(&folder.0))?;
        let signed = get(&folder.0.join(Resource::Checkpoint.path()))?.and_then(|note| self.opened(note));
        let Some(signed) = signed.filter(|signed| signed.at.epoch == epoch) else {
            let what = "the last checkpoint of a log that was left behind is missing or changed";
            findings.push(at(epoch, Resource::Checkpoint, what));
            return Ok(());
        };
        if let Some(last) = get(&beside(&self.0.memory, epoch))?.filter(|last| *last != signed.note) {
            let told = self.opened(last).map_or(0, |last| last.at.head.size);
            let what = format!("{} leaves are served and {told} were signed last", signed.at.head.size);
            findings.push(at(epoch, Resource::Checkpoint, what));
        }
        if kept.is_empty() {
            return Ok(());
        }
        whole(&folder, &folder, &signed, &self.0.keys, &kept, findings);
        Ok(())
    }

    fn files(&self, signed: &Signed, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
        let (folder, head) = (&self.0.folder.of(signed.at.epoch), signed.at.head);
        let served = get(&folder.0.join(Resource::Checkpoint.path()))?;
        let newest = Newest { folder, note: &signed.note };
        let kept = folder.resources().map_err(LedgerError::file(&folder.0))?;
        whole(folder, &newest, signed, &self.0.keys, &kept, findings);
        match served {
            None => {}
            Some(served) if served == signed.note => {}
            Some(served) => match checkpoint::open(&served, &self.0.keys) {
                Err(why) => {
                    findings.push(at(signed.at.epoch, Resource::Checkpoint, Fault::Checkpoint(reader::Which::Now, why).to_string()));
                }
                // The site published meanwhile.
                Ok(believed) if believed.checkpoint.head.size > head.size => {}
                Ok(believed) => {
                    if let Err(fault) = reader::goes_on(folder, believed.checkpoint.head, head) {
                        findings.push(at(signed.at.epoch, Resource::Checkpoint, fault.to_string()));
                    }
                }
            },
        }
        Ok(())
    }

    /// Whether the database still has the leaves that were signed.
    pub(crate) async fn database(&self, signed: SignedHead) -> Result<Option<Stop>, StoreError> {
        let journal = self.0.journal.clone();
        let SignedHead { epoch, head } = signed;
        self.0
            .db
            .read(move |tx| async move {
                let stored = journal.head(&tx).await?;
                if stored.epoch != epoch {
                    // A log that the database began meanwhile is judged when it is published.
                    return Ok(Self::refused(Some(signed), &stored));
                }
                let mut edge = Edge::default();
                while edge.size() < head.size {
                    let leaves = journal.leaves(&tx, epoch, edge.size(), STEP.min(head.size - edge.size())).await?;
                    if leaves.is_empty() {
                        return Ok(Some(Stop::RolledBack { signed: head.size, now: edge.size() }));
                    }
                    for leaf in leaves {
                        edge.push(leaf_hash(&leaf));
                    }
                }
                Ok((edge.root() != head.root).then_some(Stop::Rewritten { signed: head.size }))
            })
            .await
    }
}

/// Everything that is wrong with the files of a log.
fn whole(folder: &Folder, log: &dyn Source, signed: &Signed, keys: &Keys, kept: &[Resource], findings: &mut Vec<Finding>) {
    let epoch = signed.at.epoch;
    if let Err(unsound) = reader::verify(log, keys, Begin::Start, |_, _| {}) {
        findings.extend(unsound.faults.iter().map(|fault| at(epoch, place(fault), fault.to_string())));
    }
    for kept in kept {
        match reader::check_kept(folder, signed.at.head.size, *kept) {
            // Beyond what is signed: written by a round that did not end, and written again by the next.
            Ok(()) | Err(Fault::NotInTree { .. }) => {}
            Err(fault) => findings.push(at(epoch, *kept, fault.to_string())),
        }
    }
}

/// The file that a fault is about, where it is one file.
fn place(fault: &Fault) -> Resource {
    match fault {
        Fault::Unreadable { resource, .. } | Fault::Shape { resource } => *resource,
        Fault::Entry { bundle, .. } => *bundle,
        Fault::Tile { tile, .. } => *tile,
        Fault::Checkpoint(..)
        | Fault::Root { .. }
        | Fault::RolledBack { .. }
        | Fault::Rewritten { .. }
        | Fault::NewLog { .. }
        | Fault::Leaf { .. }
        | Fault::NotInTree { .. } => Resource::Checkpoint,
    }
}

/// An error with its causes, on one line.
fn told(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
