//! The files of the project as git sees them, with their text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::CheckError;

/// A text file.
pub(super) struct File {
    /// Relative to the root, with `/`.
    pub(super) path: String,
    /// Its text; files that are not UTF-8 are not in the tree.
    pub(super) text: String,
}

/// All files of the project.
pub(super) struct Tree {
    pub(super) root: PathBuf,
    pub(super) files: Vec<File>,
    /// Files of any sort above [`HEAVY`], with their bytes.
    pub(super) heavy: Vec<(String, usize)>,
}

/// More bytes than any file that a person wrote or drew for this project.
const HEAVY: usize = 1 << 20;

impl Tree {
    /// Reads what is tracked, and what is neither tracked nor ignored.
    pub(super) fn read(root: &Path) -> Result<Self, CheckError> {
        let root = root.canonicalize().map_err(|error| CheckError::File(root.display().to_string(), error))?;
        let listed = Command::new("git")
            .current_dir(&root)
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .output()
            .map_err(|error| CheckError::Tool(format!("git ls-files: {error}")))?;
        if !listed.status.success() {
            return Err(CheckError::Tool(format!("git ls-files: {}", String::from_utf8_lossy(&listed.stderr).trim())));
        }
        let (mut files, mut heavy) = (Vec::new(), Vec::new());
        for path in String::from_utf8_lossy(&listed.stdout).split('\0').filter(|path| !path.is_empty()) {
            match fs::read(root.join(path)) {
                Ok(bytes) => {
                    if bytes.len() > HEAVY {
                        heavy.push((path.to_owned(), bytes.len()));
                    }
                    if let Ok(text) = String::from_utf8(bytes) {
                        files.push(File { path: path.to_owned(), text });
                    }
                }
                // Removed, and the removal not yet committed.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(CheckError::File(path.to_owned(), error)),
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        Ok(Self { root, files, heavy })
    }

    /// The file at `path`.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// All files whose name ends so.
    pub(super) fn ending<'t>(&'t self, ending: &'t str) -> impl Iterator<Item = &'t File> {
        self.files.iter().filter(move |file| file.path.ends_with(ending))
    }
}

/// The line, from 1, on which byte `at` of `text` stands.
pub(super) fn line_at(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

/// The cells of the rows of Markdown tables whose header begins with `header`, with the line of each row.
pub(super) fn table_rows<'t>(text: &'t str, header: &str) -> Vec<(usize, Vec<&'t str>)> {
    let mut rows = Vec::new();
    let mut inside = false;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if !line.starts_with('|') {
            inside = false;
            continue;
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if cells.first() == Some(&header) {
            inside = true;
        } else if inside && !cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | ' '))) {
            rows.push((number + 1, cells));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_the_named_table_only() {
        let text = "x\n| from | may use |\n|---|---|\n| a | b, c |\n\n| other | y |\n|---|---|\n| d | e |\n";
        assert_eq!(table_rows(text, "from"), [(4, vec!["a", "b, c"])]);
    }

    #[test]
    fn lines_are_counted_from_one() {
        assert_eq!((line_at("a\nb\nc", 0), line_at("a\nb\nc", 2), line_at("a\nb\nc", 4)), (1, 2, 3));
    }
}
