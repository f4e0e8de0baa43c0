//! The messages to drive: JSON lines.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use sha2::{Digest, Sha256};

/// One message as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The file's name for it; printed in errors, since the words themselves never are.
    pub id: String,
    /// The title as the file has it. An absent title and an empty one are the same to the API.
    pub title: Option<String>,
    /// The words of the resident: the body, or the title where the body says nothing.
    pub text: String,
    /// What the handler answers, where the file knows it.
    pub reply: Option<String>,
}

#[derive(Deserialize)]
struct Line {
    id: Value,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    reply: Option<String>,
}

/// Why a file of messages could not be read.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    #[error("cannot read {}: {reason}", path.display())]
    Unreadable { path: PathBuf, reason: std::io::Error },
    #[error("{}, line {line}: {reason}", path.display())]
    Malformed { path: PathBuf, line: usize, reason: serde_json::Error },
}

/// All messages of a file of JSON lines; empty lines are skipped.
pub fn read(path: &Path) -> Result<Vec<Message>, InputError> {
    let content = std::fs::read_to_string(path).map_err(|reason| InputError::Unreadable { path: path.to_owned(), reason })?;
    content
        .split('\n')
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| parse(line).map_err(|reason| InputError::Malformed { path: path.to_owned(), line: index + 1, reason }))
        .collect()
}

fn parse(line: &str) -> Result<Message, serde_json::Error> {
    let Line { id, title, body, reply } = serde_json::from_str(line)?;
    let id = match id {
        Value::String(text) => text,
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => other.to_string(),
    };
    let body = body.unwrap_or_default();
    let text = if body.trim().is_empty() { title.clone().unwrap_or_default() } else { body };
    Ok(Message { id, title, text, reply: reply.filter(|reply| !reply.trim().is_empty()) })
}

impl Message {
    /// A number that depends on the id alone, so that the same message meets the same place, kind and unit in every drive.
    pub fn lot(&self) -> u64 {
        let digest = Sha256::digest(self.id.as_bytes());
        digest.iter().take(8).fold(0, |lot, byte| (lot << 8) | u64::from(*byte))
    }

    /// The member of `all` that this message draws; `None` of an empty list. `salt` makes independent draws.
    pub fn draw<'a, T>(&self, all: &'a [T], salt: u64) -> Option<&'a T> {
        let count = u64::try_from(all.len()).ok().filter(|count| *count > 0)?;
        let index = self.lot().rotate_left(u32::try_from(salt % 64).unwrap_or(0)) % count;
        all.get(usize::try_from(index).ok()?)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail loudly")]
    use super::*;

    #[test]
    fn the_words_are_kept_as_they_are() {
        let message = parse(r#"{"id":"7","title":"","body":"a\r\n\u200b<b>\u202e","label":"x"}"#).unwrap();
        assert_eq!(message.text, "a\r\n\u{200b}<b>\u{202e}");
        assert_eq!(message.title.as_deref(), Some(""));
        assert_eq!(message.reply, None);
    }

    #[test]
    fn without_a_body_the_title_speaks() {
        let message = parse(r#"{"id":7,"title":"路灯不亮","body":" \n"}"#).unwrap();
        assert_eq!((message.id.as_str(), message.text.as_str()), ("7", "路灯不亮"));
    }

    #[test]
    fn a_bad_line_is_named_by_its_number() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "{\"id\":1,\"body\":\"x\"}\n\n{\"id\":2,\"body\":}\n").unwrap();
        assert!(matches!(read(file.path()), Err(InputError::Malformed { line: 3, .. })));
    }

    #[test]
    fn draws_depend_on_the_id_alone() {
        let message = parse(r#"{"id":"a2-1","body":"x"}"#).unwrap();
        let other = parse(r#"{"id":"a2-1","body":"y"}"#).unwrap();
        assert_eq!(message.draw(&[1, 2, 3, 4, 5], 3), other.draw(&[1, 2, 3, 4, 5], 3));
        assert_eq!(message.draw::<u8>(&[], 0), None);
    }
}
