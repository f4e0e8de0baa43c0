//! What the server has promised so far, one JSON line per acknowledged step, written as it happens: the memory of a test that kills the server.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::input::Message;
use crate::protocol::Step;

/// One acknowledged step of one case. Digests instead of words: the file is left lying about after a test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The case number.
    pub number: String,
    /// The query code, which opens the case.
    pub code: String,
    /// SHA-256 of the text as sent, hexadecimal.
    pub text_sha256: String,
    /// SHA-256 of the title as sent; none for a message without or with an empty one.
    pub title_sha256: Option<String>,
    /// The last acknowledged step.
    pub step: Step,
}

impl Promise {
    /// The server took `message` as case `number`, opened by `code`.
    pub fn new(number: &str, code: &str, message: &Message) -> Self {
        let title_sha256 = message.title.as_deref().filter(|title| !title.is_empty()).map(sha256);
        Self { number: number.to_owned(), code: code.to_owned(), text_sha256: sha256(&message.text), title_sha256, step: Step::Submit }
    }
}

/// SHA-256 of `text`, hexadecimal.
pub fn sha256(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The file of promises.
pub struct Ledger(RefCell<File>);

/// Why the file of promises cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    #[error("cannot open {}: {reason}", path.display())]
    Unusable { path: PathBuf, reason: std::io::Error },
    #[error("{}, line {line}: {reason}", path.display())]
    Malformed { path: PathBuf, line: usize, reason: serde_json::Error },
}

impl Ledger {
    /// Opens the file for appending; it is made if it is not there.
    pub fn append_to(path: &Path) -> Result<Self, LedgerError> {
        let file = OpenOptions::new().create(true).append(true).open(path);
        Ok(Self(RefCell::new(file.map_err(|reason| LedgerError::Unusable { path: path.to_owned(), reason })?)))
    }

    /// Writes down `promise`, in one write: a reader of the file never sees half a line in the middle.
    pub fn record(&self, promise: &Promise) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(promise)?;
        line.push(b'\n');
        self.0.borrow_mut().write_all(&line)
    }
}

/// The last promise for each case in the file at `path`, in the order of the cases' first lines.
pub fn read(path: &Path) -> Result<Vec<Promise>, LedgerError> {
    let content = std::fs::read_to_string(path).map_err(|reason| LedgerError::Unusable { path: path.to_owned(), reason })?;
    let mut promises: Vec<Promise> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (index, line) in content.split_inclusive('\n').enumerate() {
        // A drive that was itself killed may leave an unfinished last line; what it says was not yet written down.
        let Some(line) = line.strip_suffix('\n') else { break };
        let promise: Promise =
            serde_json::from_str(line).map_err(|reason| LedgerError::Malformed { path: path.to_owned(), line: index + 1, reason })?;
        if let Some(earlier) = known.get(&promise.number).and_then(|at| promises.get_mut(*at)) {
            *earlier = promise;
        } else {
            known.insert(promise.number.clone(), promises.len());
            promises.push(promise);
        }
    }
    Ok(promises)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail loudly")]
    use super::*;

    #[test]
    fn the_last_promise_of_each_case_counts_and_an_unfinished_line_does_not() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let ledger = Ledger::append_to(file.path()).unwrap();
        let message = Message { id: "1".to_owned(), title: Some(String::new()), text: "路灯".to_owned(), reply: None };
        let mut first = Promise::new("1", "K", &message);
        ledger.record(&first).unwrap();
        ledger.record(&Promise::new("2", "M", &message)).unwrap();
        first.step = Step::Dispatch;
        ledger.record(&first).unwrap();
        ledger.0.borrow_mut().write_all(b"{\"number\":\"3\"").unwrap();
        let promises = read(file.path()).unwrap();
        assert_eq!(promises.iter().map(|promise| promise.step).collect::<Vec<_>>(), [Step::Dispatch, Step::Submit]);
        assert_eq!(promises[0].title_sha256, None);
    }

    #[test]
    fn digests_are_those_of_fips_180() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
