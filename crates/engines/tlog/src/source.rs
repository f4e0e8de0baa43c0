//! Where the bytes of a log come from: a folder, a web server, a test. This crate only asks for paths.

use std::collections::BTreeMap;

/// Why there are no bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing at this path.
    #[error("is missing")]
    Missing,
    /// It could not be read; the words are the system's.
    #[error("could not be read: {0}")]
    Failed(String),
}

/// A log that can be read by path.
pub trait Source {
    /// The bytes at `path`, a path of [`crate::tile::Resource`].
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable>;
}

/// A log in memory, by path.
impl Source for BTreeMap<String, Vec<u8>> {
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        BTreeMap::get(self, path).cloned().ok_or(Unreadable::Missing)
    }
}
