//! `cargo xtask check`: the rules of this house that no compiler knows. Reads files and `cargo metadata`, builds nothing.
//!
//! Each fault says where, what, why and how to mend it. What is looked at are the files that git tracks or would
//! track: a new file is checked before its first commit.

mod edges;
mod layers;
mod packages;
mod papers;
mod personal;
mod templates;
mod tree;
mod words;

use std::fmt;
use std::path::Path;

use crate::gen_words;
use tree::Tree;

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    file: String,
    line: usize,
    what: String,
    why: &'static str,
    mend: &'static str,
}

impl Fault {
    fn new(file: &str, line: usize, what: impl Into<String>, why: &'static str, mend: &'static str) -> Self {
        Self { file: file.to_owned(), line, what: what.into(), why, mend }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}; {}", self.file, self.line, self.what, self.why, self.mend)
    }
}

/// Why the tree is not as it should be, or could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Rules are broken; one line for each fault.
    #[error("{0}")]
    Faults(String),
    /// A file could not be read.
    #[error("{0}: {1}")]
    File(String, std::io::Error),
    /// A program that tells about the tree did not.
    #[error("{0}")]
    Tool(String),
}

/// Checks the tree under `root`. Says how much was looked at.
pub fn run(root: &Path) -> Result<String, CheckError> {
    let tree = Tree::read(root)?;
    let metadata = packages::metadata(root)?;
    let mut faults = Vec::new();
    faults.extend(edges::check(&tree, &metadata));
    faults.extend(layers::check(&tree));
    faults.extend(templates::check(&tree));
    faults.extend(personal::check(&tree));
    faults.extend(words::check(&tree));
    faults.extend(papers::check(&tree));
    faults.extend(packages::check(&tree, &metadata));
    match gen_words::faults(root) {
        Ok(found) => faults.extend(
            found
                .into_iter()
                .map(|what| Fault::new("i18n", 1, what, "both languages say the same", "add or correct the message in the file named")),
        ),
        Err(error) => return Err(CheckError::Tool(error.to_string())),
    }
    faults.sort();
    if faults.is_empty() {
        let dev = edges::dev_edges(&metadata).join(", ");
        Ok(format!("{} files and {} packages keep the house rules (test-only edges: {dev})", tree.files.len(), metadata.packages.len()))
    } else {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Err(CheckError::Faults(format!("{}\n{} faults", lines.join("\n"), faults.len())))
    }
}
