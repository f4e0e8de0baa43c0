//! A public log in a folder: what `verify` and `kpi` read.

use std::io;
use std::path::{Path, PathBuf};
use std::{fs, str::FromStr};

use tlog::source::{Source, Unreadable};
use tlog::tile::Resource;

/// A folder that holds `checkpoint` and `tile/`, as a site serves them under `/log`.
#[derive(Debug, Clone)]
pub(crate) struct LogFolder(PathBuf);

impl FromStr for LogFolder {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.contains("://") {
            return Err("only folders are read; fetch the log first, checkpoint last".to_owned());
        }
        Ok(Self(PathBuf::from(text)))
    }
}

impl Source for LogFolder {
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        fs::read(self.0.join(path)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Unreadable::Missing,
            _ => Unreadable::Failed(error.to_string()),
        })
    }
}

impl LogFolder {
    /// Every file in it that is a tile or a bundle, those of earlier sizes too.
    pub(crate) fn resources(&self) -> io::Result<Vec<Resource>> {
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
