//! What an archive says of itself, and whether it is true.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use journal::Head;
use kernel::{Timestamp, format};
use serde::{Deserialize, Serialize};
use store::transfer::{self, Rows};

use super::BackupError;
use super::archive::{ArchiveReader, Content};
use crate::config::SiteFile;

/// The entry of the rows; the first.
pub(super) const DATABASE: &str = "database.jsonl";
/// The folder of files, in the data folder and in the archive.
pub(super) const FILES: &str = "files";
/// The entry of the manifest; the last, since it tells of all others.
pub(super) const MANIFEST: &str = "manifest.json";

/// What is in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the program that made it.
    pub program: String,
    /// When, RFC 3339.
    pub made_at: String,
    /// `site.toml`.
    pub site: SiteFile,
    /// How many rows each table has.
    pub rows: Rows,
    /// The rows as lines.
    pub database: Content,
    /// The head of the log in the same snapshot.
    pub log_head: HeadFacts,
    /// The files, sorted by name.
    pub files: Vec<FileFacts>,
}

/// The head of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadFacts {
    /// Which log.
    pub epoch: u64,
    /// How many events have a position.
    pub size: u64,
    /// The tree's root, hexadecimal.
    pub root: String,
}

impl From<&Head> for HeadFacts {
    fn from(head: &Head) -> Self {
        Self { epoch: head.epoch, size: head.edge.size(), root: format::hex(&head.edge.root()) }
    }
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// `files/…`, with `/` between folders.
    pub name: String,
    /// Size and digest.
    #[serde(flatten)]
    pub content: Content,
}

impl Manifest {
    pub(super) fn new(site: SiteFile, now: Timestamp, rows: Rows, database: Content, head: &Head) -> Self {
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: format::rfc3339(now),
            site,
            rows,
            database,
            log_head: head.into(),
            files: Vec::new(),
        }
    }
}

/// Reads a whole archive: decrypts it, counts its rows, computes its digests, and compares them with its manifest.
pub fn verify(path: &Path, key: &[u8; 32]) -> Result<Manifest, BackupError> {
    let wrong = |what: String| BackupError::Manifest { path: path.to_owned(), what };
    let mut archive = ArchiveReader::open(path, key).map_err(BackupError::file(path))?;
    let mut rows = None;
    let mut found: BTreeMap<String, Content> = BTreeMap::new();
    while let Some(name) = archive.next().map_err(BackupError::file(path))? {
        match name.as_str() {
            DATABASE => rows = Some(transfer::count(BufReader::with_capacity(1 << 16, &mut archive))?),
            MANIFEST => {
                let mut text = Vec::new();
                archive.read_to_end(&mut text).map_err(BackupError::file(path))?;
                let manifest: Manifest = serde_json::from_slice(&text).map_err(|error| wrong(error.to_string()))?;
                if archive.next().map_err(BackupError::file(path))?.is_some() {
                    return Err(wrong("something follows the manifest".to_owned()));
                }
                let told = manifest.files.iter().map(|file| (&file.name, &file.content));
                if !told.chain([(&DATABASE.to_owned(), &manifest.database)]).collect::<BTreeMap<_, _>>().into_iter().eq(&found) {
                    return Err(wrong("other entries, sizes or digests".to_owned()));
                }
                return if rows.as_ref() == Some(&manifest.rows) { Ok(manifest) } else { Err(wrong("other numbers of rows".to_owned())) };
            }
            _ => {
                io::copy(&mut archive, &mut io::sink()).map_err(BackupError::file(path))?;
            }
        }
        found.insert(name, archive.content());
    }
    Err(wrong("it has none".to_owned()))
}

/// `DIR/last-backup.json`: when the last backup was made and read back, so that `doctor` can ask for the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    /// When, RFC 3339.
    pub at: String,
    /// Where.
    pub archive: PathBuf,
}

impl Last {
    fn path(data: &Path) -> PathBuf {
        data.join("last-backup.json")
    }

    /// The instant of the last backup of a site; `None` when there was none, or the note of it is unreadable.
    pub fn at(data: &Path) -> Option<Timestamp> {
        let last: Self = serde_json::from_slice(&fs::read(Self::path(data)).ok()?).ok()?;
        last.at.parse().ok()
    }

    pub(super) fn save(&self, data: &Path) -> io::Result<()> {
        fs::write(Self::path(data), serde_json::to_vec(self)?)
    }
}
