//! The log's part of `doctor`: every file that is served, and that the database still has what was signed.

use journal::Finding;
use store::StoreError;
use tlog::checkpoint;
use tlog::leaf_hash;
use tlog::reader::{self, Begin, Fault};
use tlog::source::{Source, Unreadable};
use tlog::tile::Resource;
use tlog::tree::{Edge, TreeHead};

use crate::folder::{Folder, get};
use crate::publish::Signed;
use crate::{Ledger, LedgerError, Stop, blocking};

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

fn at(resource: Resource, fault: &Fault) -> Finding {
    Finding::new("log", resource, fault.to_string())
}

impl Ledger {
    /// Examines the published log. Nothing is found before anything is published.
    pub async fn examine(&self) -> Result<Vec<Finding>, StoreError> {
        let ledger = self.clone();
        let looked = blocking(move || {
            // Served before known, known before the database: a site that publishes meanwhile only has more.
            let served = get(&ledger.0.folder.0.join(Resource::Checkpoint.path()))?;
            let Some(signed) = ledger.known()? else { return Ok((None, Vec::new())) };
            let findings = ledger.files(&signed, served)?;
            Ok((Some(signed.head), findings))
        })
        .await;
        match looked {
            Ok((None, findings)) => Ok(findings),
            Ok((Some(head), mut findings)) => {
                findings.extend(self.database(head).await?.map(|stop| Finding::new("log", Resource::Checkpoint, stop.to_string())));
                Ok(findings)
            }
            Err(LedgerError::Store(error)) => Err(error),
            Err(error) => Ok(vec![Finding::new("log", Resource::Checkpoint, told(&error))]),
        }
    }

    fn files(&self, signed: &Signed, served: Option<Vec<u8>>) -> Result<Vec<Finding>, LedgerError> {
        let folder = &self.0.folder;
        let newest = Newest { folder, note: &signed.note };
        let mut findings = Vec::new();
        if let Err(unsound) = reader::verify(&newest, &self.0.keys, Begin::Start, |_, _| {}) {
            findings.extend(unsound.faults.iter().map(|fault| Finding::new("log", place(fault), fault.to_string())));
        }
        for kept in folder.resources().map_err(LedgerError::file(&folder.0))? {
            match reader::check_kept(folder, signed.head.size, kept) {
                // Beyond what is signed: written by a round that did not end, and written again by the next.
                Ok(()) | Err(Fault::NotInTree { .. }) => {}
                Err(fault) => findings.push(at(kept, &fault)),
            }
        }
        match served {
            None => {}
            Some(served) if served == signed.note => {}
            Some(served) => match checkpoint::open(&served, &self.0.keys) {
                Err(why) => findings.push(at(Resource::Checkpoint, &Fault::Checkpoint(reader::Which::Now, why))),
                Ok(believed) => {
                    let head = believed.checkpoint.head;
                    if let Err(fault) = reader::goes_on(folder, head, signed.head) {
                        findings.push(at(Resource::Checkpoint, &fault));
                    }
                }
            },
        }
        Ok(findings)
    }

    /// Whether the database still has the leaves that were signed.
    async fn database(&self, signed: TreeHead) -> Result<Option<Stop>, StoreError> {
        let journal = self.0.journal.clone();
        self.0
            .db
            .read(move |tx| async move {
                let mut edge = Edge::default();
                while edge.size() < signed.size {
                    let leaves = journal.leaves(&tx, edge.size(), STEP.min(signed.size - edge.size())).await?;
                    if leaves.is_empty() {
                        return Ok(Some(Stop::RolledBack { signed: signed.size, now: edge.size() }));
                    }
                    for leaf in leaves {
                        edge.push(leaf_hash(&leaf));
                    }
                }
                Ok((edge.root() != signed.root).then_some(Stop::Rewritten { signed: signed.size }))
            })
            .await
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
