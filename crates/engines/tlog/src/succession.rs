//! The keys of a log, one after the other: each link of the chain says which key follows which, and both have signed it. The chain is
//! public, so that whoever has an old slip finds the key of today, and nobody else's.

use signed_note::{Note, Signer as _};

use crate::note::{KeyKind, Keys, LogKey, NoteError, VKey};
use crate::source::{Source, Unreadable};

/// The first line of a link. Never the text of a checkpoint: the line behind it is no number.
const HEADER: &str = "lianxin log key v1";

/// Most links that are followed: a key for each year of three generations.
const MOST: u64 = 100;

/// One key follows another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The key before.
    pub old: VKey,
    /// The key after.
    pub new: VKey,
}

/// Why a chain cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A link could not be read.
    #[error("{path} {why}")]
    Unreadable {
        /// Where.
        path: String,
        /// Why.
        why: Unreadable,
    },
    /// A link does not hold: it is not one, or one of its two keys has not signed it.
    #[error("{path} does not say which key follows which, signed by both")]
    Link {
        /// Where.
        path: String,
    },
}

/// Where the `n`th link is served, from 1.
pub fn path(n: u64) -> String {
    format!("keys/{n}")
}

/// The link from `old` to `new`, keys of one name. [`NoteError::MalformedNote`] when they are not.
pub fn link(old: &LogKey, new: &LogKey) -> Result<Vec<u8>, NoteError> {
    if old.name() != new.name() || old.vkey() == new.vkey() {
        return Err(NoteError::MalformedNote);
    }
    let text = format!("{HEADER}\n{}\n{}\n", old.vkey(), new.vkey());
    let mut note = Note::new(text.as_bytes(), &[])?;
    note.add_sigs(&[old, new])?;
    Ok(note.to_bytes())
}

/// What a link says, if both its keys have signed it.
pub fn open(note: &[u8]) -> Option<Link> {
    let note = Note::from_bytes(note).ok()?;
    let text = std::str::from_utf8(note.text()).ok()?;
    let mut lines = text.strip_suffix('\n')?.split('\n');
    let (header, old, new) = (lines.next()?, lines.next()?, lines.next()?);
    let (old, new): (VKey, VKey) = (old.parse().ok()?, new.parse().ok()?);
    let of_one_log = old.name() == new.name() && old != new && [&old, &new].iter().all(|key| key.kind() == KeyKind::Log);
    if header != HEADER || lines.next().is_some() || !of_one_log {
        return None;
    }
    let signed = |key: &VKey| note.verify(&Keys::new([key.clone()])).is_ok();
    (signed(&old) && signed(&new)).then_some(Link { old, new })
}

/// The keys that follow those that are trusted, as a source tells, added to them. What comes before a trusted key is not trusted.
pub fn follow(source: &dyn Source, trusted: &Keys) -> Result<Keys, Broken> {
    let mut keys: Vec<VKey> = trusted.iter().cloned().collect();
    for n in 1..=MOST {
        let path = path(n);
        match source.get(&path) {
            Err(Unreadable::Missing) => break,
            Err(why) => return Err(Broken::Unreadable { path, why }),
            Ok(note) => {
                let Some(Link { old, new }) = open(&note) else { return Err(Broken::Link { path }) };
                if keys.contains(&old) && !keys.contains(&new) {
                    keys.push(new);
                }
            }
        }
    }
    Ok(Keys::new(keys))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn key(seed: u8) -> LogKey {
        LogKey::from_seed("county.example/log", &[seed; 32]).unwrap()
    }

    fn names(keys: &Keys) -> Vec<String> {
        keys.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn who_has_an_old_key_finds_the_new_ones_and_not_the_other_way() {
        let (one, two, three) = (key(1), key(2), key(3));
        let chain = BTreeMap::from([(path(1), link(&one, &two).unwrap()), (path(2), link(&two, &three).unwrap())]);
        let all = [&one, &two, &three].map(|key| key.vkey().to_string());
        let from = |key: &LogKey| names(&follow(&chain, &Keys::new([key.vkey().clone()])).unwrap());
        assert_eq!(from(&one), all);
        assert_eq!(from(&two), all[1..]);
        assert_eq!(from(&three), all[2..]);
        assert_eq!(from(&key(9)), [key(9).vkey().to_string()], "a stranger's key is not followed by anything");
    }

    #[test]
    fn a_link_holds_by_both_keys_and_every_changed_byte_is_found() {
        let (one, two) = (key(1), key(2));
        let whole = link(&one, &two).unwrap();
        assert_eq!(open(&whole), Some(Link { old: one.vkey().clone(), new: two.vkey().clone() }));
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert_eq!(open(&changed), None, "byte {at}");
        }
        // Signed by one alone.
        let text = whole.split(|byte| *byte == b'\n').collect::<Vec<_>>();
        for left_out in [4, 5] {
            let lines: Vec<&[u8]> = text.iter().enumerate().filter(|(n, _)| *n != left_out).map(|(_, line)| *line).collect();
            assert_eq!(open(&lines.join(&b'\n')), None, "line {left_out}");
        }
        let other = LogKey::from_seed("town.example/log", &[2; 32]).unwrap();
        assert!(link(&one, &other).is_err() && link(&one, &one).is_err());
        let broken = BTreeMap::from([(path(1), b"nonsense".to_vec())]);
        let trusted = Keys::new([one.vkey().clone()]);
        assert_eq!(names(&follow(&BTreeMap::new(), &trusted).unwrap()), names(&trusted));
        assert!(matches!(follow(&broken, &trusted), Err(Broken::Link { .. })));
    }

    #[test]
    fn a_link_is_no_checkpoint_and_a_checkpoint_no_link() {
        let whole = link(&key(1), &key(2)).unwrap();
        let keys = Keys::new([key(1).vkey().clone()]);
        assert!(crate::checkpoint::open(&whole, &keys).is_err());
        let head = crate::Edge::default().head();
        let checkpoint = crate::checkpoint::Checkpoint { origin: "county.example/log".to_owned(), head };
        assert_eq!(open(&checkpoint.sign(&[&key(1), &key(2)]).unwrap()), None);
    }
}
