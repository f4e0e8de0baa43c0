//! A log in a folder: what the examples read from and write to.

use std::fs;
use std::path::{Path, PathBuf};

use tlog::source::{Source, Unreadable};
use tlog::tile::Resource;

/// A folder with a log in it.
pub struct Folder(pub PathBuf);

impl Source for Folder {
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        fs::read(self.0.join(path)).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Unreadable::Missing,
            _ => Unreadable::Failed(error.to_string()),
        })
    }
}

impl Folder {
    /// Writes what a tiler made.
    pub fn write(&self, made: Vec<(Resource, Vec<u8>)>) -> std::io::Result<()> {
        for (resource, bytes) in made {
            self.put(&resource.path(), &bytes)?;
        }
        Ok(())
    }

    /// Writes one file.
    pub fn put(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        fs::write(path, bytes)
    }
}
