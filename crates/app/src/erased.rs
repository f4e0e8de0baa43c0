//! `DIR/keys/erased.txt`: whom this site has erased, so that a restored backup can forget them again (decisions 14).
//! One line each, `<id> <instant>`: the number of the case whose person is gone; nothing about the person.
//!
//! It lies beside the keys because it must outlive the database. Every backup also leaves a copy beside its archives.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use kernel::{Timestamp, format};

use crate::keys::{owners_file, owners_folder, sync_folder};

/// The list's file in a folder of keys or of archives.
pub fn path(folder: &Path) -> PathBuf {
    folder.join("erased.txt")
}

/// Why the list cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ErasedError {
    /// Reading or writing failed.
    #[error("{path}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A line is not `<id> <instant>`. Nobody may be forgotten over a damaged list.
    #[error("{path}, line {line}: not an id and an instant")]
    Line {
        /// Which file.
        path: PathBuf,
        /// Which line, from 1.
        line: usize,
    },
}

/// Ids with the instant of their first erasure.
pub type Erased = BTreeMap<String, Timestamp>;

/// The list in `folder`; empty when there is none. What follows the last line break was never acknowledged.
pub fn read(folder: &Path) -> Result<Erased, ErasedError> {
    let path = path(folder);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Erased::new()),
        Err(source) => return Err(ErasedError::File { path, source }),
    };
    let whole = text.rfind('\n').and_then(|end| text.get(..end)).unwrap_or_default();
    let mut erased = Erased::new();
    for (index, line) in whole.lines().enumerate() {
        let entry = line.split_once(' ').and_then(|(id, at)| Some((id, at.parse().ok()?)));
        let (id, at) = entry.ok_or_else(|| ErasedError::Line { path: path.clone(), line: index + 1 })?;
        erased.entry(id.to_owned()).or_insert(at);
    }
    Ok(erased)
}

/// Adds those that are missing; when it returns they are on the disk. Call it once the erasure is committed; whoever
/// finds an erased case that is not listed may call it again.
pub fn add(folder: &Path, more: &Erased) -> Result<(), ErasedError> {
    let known = read(folder)?;
    let path = path(folder);
    let failed = |source| ErasedError::File { path: path.clone(), source };
    let mut lines = String::new();
    for (id, at) in more.iter().filter(|(id, _)| !known.contains_key(*id)) {
        lines.extend([id, " ", &format::rfc3339(*at), "\n"]);
    }
    if lines.is_empty() {
        return Ok(());
    }
    owners_folder(folder).map_err(failed)?;
    let mut file = owners_file().append(true).read(true).open(&path).map_err(failed)?;
    // A line that a crash has cut is taken away, so that the next one begins a line of its own.
    let text = std::fs::read(&path).map_err(failed)?;
    let whole = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    file.set_len(whole as u64).map_err(failed)?;
    file.write_all(lines.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    sync_folder(folder).map_err(failed)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn one(id: &str, at: &str) -> Erased {
        [(id.to_owned(), at.parse().unwrap())].into()
    }

    #[test]
    fn an_id_is_listed_once_with_its_first_instant() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read(folder.path()).unwrap().is_empty());
        add(folder.path(), &one("261123719306", "2026-11-23T10:00:00+08:00")).unwrap();
        add(folder.path(), &one("261123719306", "2026-11-24T10:00:00+08:00")).unwrap();
        add(folder.path(), &one("261123000017", "2026-11-25T10:00:00+08:00")).unwrap();
        let text = std::fs::read_to_string(path(folder.path())).unwrap();
        assert_eq!(text, "261123719306 2026-11-23T10:00:00+08:00\n261123000017 2026-11-25T10:00:00+08:00\n");
        assert_eq!(read(folder.path()).unwrap().len(), 2);
    }

    #[test]
    fn a_line_cut_by_a_crash_is_passed_over_and_a_damaged_one_is_told() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(path(folder.path()), "261123719306 2026-11-23T10:00:00+08:00\n26112300").unwrap();
        assert_eq!(read(folder.path()).unwrap().len(), 1);
        add(folder.path(), &one("261123000017", "2026-11-25T10:00:00+08:00")).unwrap();
        assert_eq!(read(folder.path()).unwrap().len(), 2);
        std::fs::write(path(folder.path()), "261123719306\n").unwrap();
        assert!(matches!(read(folder.path()), Err(ErasedError::Line { line: 1, .. })));
    }
}
