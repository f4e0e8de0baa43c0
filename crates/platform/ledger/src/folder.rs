//! The folder of a log: what is written is whole and on the disk, or not there.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tlog::epochs;
use tlog::source::{Source, Unreadable};
use tlog::tile::Resource;

use crate::LedgerError;

/// A folder that holds `checkpoint` and `tile/`.
#[derive(Debug, Clone)]
pub struct Folder(pub PathBuf);

impl Source for Folder {
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        fs::read(self.0.join(path)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Unreadable::Missing,
            _ => Unreadable::Failed(error.to_string()),
        })
    }
}

impl Folder {
    /// The folder of the log of an epoch; this is the site's.
    pub fn of(&self, epoch: u64) -> Self {
        Self(self.0.join(epochs::folder(epoch)))
    }

    /// The turn of whoever writes: no other process writes while it is held.
    pub(crate) fn turn(&self) -> Result<File, LedgerError> {
        fs::create_dir_all(&self.0).map_err(LedgerError::file(&self.0))?;
        let path = self.0.join(".turn");
        let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(LedgerError::file(&path))?;
        file.lock().map_err(LedgerError::file(&path))?;
        Ok(file)
    }

    /// Writes tiles and bundles; when it returns they are on the disk.
    pub(crate) fn write(&self, made: &[(Resource, Vec<u8>)]) -> Result<(), LedgerError> {
        let mut folders = BTreeSet::new();
        for (resource, bytes) in made {
            let path = self.0.join(resource.path());
            put(&path, bytes)?;
            folders.extend(path.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.0)).map(Path::to_owned));
        }
        // The deepest first: a name is durable when the folder that holds it is.
        folders.iter().rev().try_for_each(|folder| sync(folder))
    }

    /// Replaces a file at once: whoever reads it sees the old bytes or the new ones, and when it returns they are on the disk.
    pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), LedgerError> {
        put(path, bytes)?;
        path.parent().map_or(Ok(()), sync)
    }

    /// Every file that is a tile or a bundle, those of earlier sizes too.
    pub fn resources(&self) -> io::Result<Vec<Resource>> {
        let mut found = Vec::new();
        let mut folders = vec![self.0.join("tile")];
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                entries => entries?,
            };
            for entry in entries {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.extend(self.resource(&path));
                }
            }
        }
        found.sort_unstable();
        Ok(found)
    }

    fn resource(&self, path: &Path) -> Option<Resource> {
        Resource::parse(path.strip_prefix(&self.0).ok()?.to_str()?)
    }
}

/// The bytes of a file; `None` when there is none.
pub(crate) fn get(path: &Path) -> Result<Option<Vec<u8>>, LedgerError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(LedgerError::File { path: path.to_owned(), source }),
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), LedgerError> {
    let failed = LedgerError::file(path);
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let work = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = File::create(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)
    };
    work().map_err(failed)
}

fn sync(folder: &Path) -> Result<(), LedgerError> {
    if cfg!(unix) { File::open(folder).and_then(|folder| folder.sync_all()).map_err(LedgerError::file(folder)) } else { Ok(()) }
}
