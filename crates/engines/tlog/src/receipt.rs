//! Receipts (decisions 12): the `.lxr` file that a resident keeps. It is a C2SP tlog-proof, so that any client of that
//! specification can follow it; what the seal stands for is in its `extra` line, under the salt that opens the seal.
//!
//! ```text
//! c2sp.org/tlog-proof@v1
//! extra <base64 of {1: 1, 2: salt, 3: facts, 4: ref or null, 5: commit, 6: SHA-256 of all other lines}>
//! index 83117
//! <one hash of the inclusion proof per line>
//!
//! <the signed checkpoint, with its witnesses>
//! ```
//!
//! Every character is bound: the facts by the commit, the commit by its leaf, the leaf by the proof and the signed root, the
//! `ref` by the facts, the lines of witnesses nobody gave a key for by the digest. So one changed character is found, and the
//! order of the checks names the part it stands in.

use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD, Engine};
use sha2::{Digest, Sha256};

use crate::Hash;
use crate::cbor::{Malformed, Reader, Writer};
use crate::checkpoint::{self, Believed, Disbelief};
use crate::leaf::{CaseRef, commit, seal_leaf};
use crate::note::{Keys, Signature};
use crate::proof;
use crate::tree::leaf_hash;

const HEADER: &str = "c2sp.org/tlog-proof@v1";
/// A receipt is a few kilobytes; beyond this it is something else.
const MOST_BYTES: usize = 262_144;

/// What opens a seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The salt of its commitment.
    pub salt: [u8; 32],
    /// The canonical facts that were sealed.
    pub facts: Vec<u8>,
    /// The name of the case in facts leaves. The sealed facts hold it too, in hexadecimal; a receipt of an event sealed
    /// before that has none.
    pub case: Option<CaseRef>,
}

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// What opens the seal.
    pub opening: Opening,
    /// The seal's position in the log.
    pub index: u64,
    /// That it stands there.
    pub proof: Vec<Hash>,
    /// The signed checkpoint that the proof leads to.
    pub checkpoint: Vec<u8>,
}

/// What a receipt proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Who signed what.
    pub believed: Believed,
    /// The position in the log.
    pub index: u64,
    /// The hash of the seal's leaf.
    pub leaf: Hash,
    /// The facts as they were sealed.
    pub facts: Vec<u8>,
    /// The name of the case in facts leaves.
    pub case: Option<CaseRef>,
}

/// What is wrong with a receipt. Each says which part, so that a page can say it in plain words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Not a receipt, or not all of one: another file, or cut off. Not a sign that anybody changed the log.
    #[error("line {line}: this is not a receipt, or not a whole one")]
    NotAReceipt {
        /// The line, from 1.
        line: usize,
    },
    /// The line with the facts cannot be read: it was changed or damaged.
    #[error("line 2: what was recorded cannot be read; the line was changed")]
    Unreadable,
    /// The facts in the receipt are not those that were sealed.
    #[error("line 2: what was recorded was changed after it was sealed")]
    Facts,
    /// The name of the case is not the one that was sealed.
    #[error("line 2: the case named is not the one that was sealed")]
    Case,
    /// The line of a signature cannot be read.
    #[error("line {line}: a signature was changed")]
    Signature {
        /// The line, from 1.
        line: usize,
    },
    /// The checkpoint is not believed.
    #[error("line {line}: the log's signed summary {why}")]
    Checkpoint {
        /// The first line of the checkpoint, from 1.
        line: usize,
        /// Why.
        why: Disbelief,
    },
    /// Seal, position and proof do not lead to the signed root: what the receipt says does not stand in that log.
    #[error("lines {from} to {to}: this does not stand in the log at that place")]
    Place {
        /// The line with the position, from 1.
        from: usize,
        /// The last line of the proof.
        to: usize,
    },
    /// Everything that can be checked holds, and yet the file is not as it was written: the line of a witness was changed.
    #[error("from line {from}: the line of a witness was changed")]
    Witness {
        /// The first line after the checkpoint's text, from 1.
        from: usize,
    },
}

impl Wrong {
    /// The stable name, under which pages have their words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAReceipt { .. } => "receipt.not_a_receipt",
            Self::Unreadable => "receipt.unreadable",
            Self::Facts => "receipt.facts_changed",
            Self::Case => "receipt.case_changed",
            Self::Signature { .. } => "receipt.signature_changed",
            Self::Checkpoint { why, .. } => match why {
                Disbelief::NotACheckpoint => "receipt.checkpoint_unreadable",
                Disbelief::OtherLog(_) => "receipt.other_log",
                Disbelief::NotSigned => "receipt.not_signed",
                Disbelief::BadSignature(_) => "receipt.checkpoint_changed",
            },
            Self::Place { .. } => "receipt.not_in_log",
            Self::Witness { .. } => "receipt.witness_changed",
        }
    }
}

impl Receipt {
    /// The file. Without a checkpoint that is a signed note, the file is one that [`verify`] refuses.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut rest = format!("index {}\n", self.index);
        for hash in &self.proof {
            rest.push_str(&BASE64_STANDARD.encode(hash));
            rest.push('\n');
        }
        rest.push('\n');
        let rest = [rest.as_bytes(), &self.checkpoint].concat();
        let extra = BASE64_STANDARD.encode(self.opening.encode(&digest(&rest)));
        [format!("{HEADER}\nextra {extra}\n").as_bytes(), &rest].concat()
    }
}

fn digest(rest: &[u8]) -> Hash {
    Sha256::new().chain_update(HEADER).chain_update(b"\n").chain_update(rest).finalize().into()
}

impl Opening {
    fn encode(&self, rest: &Hash) -> Vec<u8> {
        let mut out = Writer::default();
        out.map(6).uint(1).uint(1).uint(2).bytes(&self.salt).uint(3).bytes(&self.facts).uint(4);
        match self.case {
            Some(case) => out.bytes(&case.0),
            None => out.null(),
        };
        out.uint(5).bytes(&commit(&self.salt, &self.facts)).uint(6).bytes(rest);
        out.into_bytes()
    }

    /// The opening, the commit it claims and the digest of the other lines.
    fn decode(bytes: &[u8]) -> Result<(Self, Hash, Hash), Malformed> {
        let mut reader = Reader::new(bytes);
        if reader.map()? != 6 {
            return Err(Malformed);
        }
        reader.key(1)?;
        reader.key(1)?;
        reader.key(2)?;
        let salt = reader.exactly()?;
        reader.key(3)?;
        let facts = reader.bytes()?.to_vec();
        reader.key(4)?;
        let case = if reader.null() { None } else { Some(CaseRef(reader.exactly()?)) };
        reader.key(5)?;
        let commit = reader.exactly()?;
        reader.key(6)?;
        let rest = reader.exactly()?;
        reader.end()?;
        Ok((Self { salt, facts, case }, commit, rest))
    }
}

/// Checks a receipt against the keys of the log, and of witnesses if there are any. Needs nothing else: no network, no site.
pub fn verify(file: &[u8], keys: &Keys) -> Result<Proven, Wrong> {
    let not = |line| Wrong::NotAReceipt { line };
    let text = std::str::from_utf8(file).ok().filter(|text| text.len() <= MOST_BYTES).ok_or(not(1))?;
    let (header, text) = text.split_once('\n').ok_or(not(1))?;
    let (extra, rest) = text.split_once('\n').ok_or(not(2))?;
    if header != HEADER {
        return Err(not(1));
    }
    let extra = extra.strip_prefix("extra ").ok_or(not(2))?;
    let (place, note) = rest.split_once("\n\n").ok_or(not(3))?;
    let mut lines = place.split('\n');
    let index = lines.next().and_then(|line| line.strip_prefix("index ")).ok_or(not(3))?;
    let index = index.parse().ok().filter(|number: &u64| number.to_string() == index).ok_or(not(3))?;
    let mut hashes: Vec<Hash> = Vec::new();
    for (at, line) in lines.enumerate() {
        hashes.push(BASE64_STANDARD.decode(line).ok().and_then(|hash| hash.try_into().ok()).ok_or(not(4 + at))?);
    }
    let last_of_place = 3 + hashes.len();
    let first_of_note = last_of_place + 2;

    let (opening, claimed, rest_digest) =
        BASE64_STANDARD.decode(extra).ok().and_then(|bytes| Opening::decode(&bytes).ok()).ok_or(Wrong::Unreadable)?;
    if commit(&opening.salt, &opening.facts) != claimed {
        return Err(Wrong::Facts);
    }
    if opening.case.is_some_and(|case| !names(&opening.facts, case)) {
        return Err(Wrong::Case);
    }
    let first_signature = check_signature_lines(note, first_of_note)?;
    let believed = checkpoint::open(note.as_bytes(), keys).map_err(|why| Wrong::Checkpoint { line: first_of_note, why })?;
    let leaf = leaf_hash(&seal_leaf(&claimed));
    proof::check_inclusion(&hashes, believed.checkpoint.head, index, leaf).map_err(|_| Wrong::Place { from: 3, to: last_of_place })?;
    if digest(rest.as_bytes()) != rest_digest {
        return Err(Wrong::Witness { from: first_signature });
    }
    Ok(Proven { believed, index, leaf, facts: opening.facts, case: opening.case })
}

/// Whether the sealed facts name this case. 32 hexadecimal digits of chance do not stand there by accident.
fn names(facts: &[u8], case: CaseRef) -> bool {
    let name = case.to_string();
    facts.windows(name.len()).any(|window| window == name.as_bytes())
}

/// Every line after the last empty one is a signature; returns the number of the first.
fn check_signature_lines(note: &str, first_of_note: usize) -> Result<usize, Wrong> {
    let (text, signatures) = note.rsplit_once("\n\n").ok_or(Wrong::NotAReceipt { line: first_of_note })?;
    let first = first_of_note + text.split('\n').count() + 1;
    let lines = signatures.strip_suffix('\n').ok_or(Wrong::NotAReceipt { line: first })?;
    for (at, line) in lines.split('\n').enumerate() {
        Signature::from_bytes(line.as_bytes()).map_err(|_| Wrong::Signature { line: first + at })?;
    }
    Ok(first)
}

/// What stands behind `#` in the link of a receipt's code: the hash of its leaf, known when the event is committed. What
/// follows `#` is not sent to the server.
pub fn link(leaf: &Hash) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(leaf)
}

/// The hash of a leaf from a receipt's link.
pub fn from_link(fragment: &str) -> Option<Hash> {
    BASE64_URL_SAFE_NO_PAD.decode(fragment).ok()?.try_into().ok()
}

/// By what the server is asked for a leaf's position: the first six bytes of its hash, in hexadecimal. The answer has every
/// leaf that begins so, and the server is not told which was meant.
pub fn find_by(leaf: &Hash) -> String {
    let first = leaf.iter().take(6).fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{first:012x}")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::checkpoint::{Checkpoint, add_cosignatures};
    use crate::note::{LogKey, WitnessKey};
    use crate::tiler::Tiler;
    use crate::witness::{Agreed, answer};

    fn made() -> (Vec<u8>, Keys) {
        let key = LogKey::from_seed("county.example/log", &[1; 32]).unwrap();
        let case = CaseRef([0xa5; 16]);
        let facts = format!("…the sealed facts, {case}, 路灯…").into_bytes();
        let opening = Opening { salt: [3; 32], facts, case: Some(case) };
        let mut tiler = Tiler::default();
        let mut log: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for n in 0..300u16 {
            let facts = if n == 200 { opening.facts.clone() } else { n.to_be_bytes().to_vec() };
            tiler.push(&seal_leaf(&commit(&[3; 32], &facts))).unwrap();
        }
        log.extend(tiler.take().into_iter().map(|(resource, bytes)| (resource.path(), bytes)));
        let checkpoint = Checkpoint { origin: "county.example/log".to_owned(), head: tiler.head() };
        let witness = WitnessKey::from_seed("archive.example", &[2; 32]).unwrap();
        let note = checkpoint.sign(&[&key]).unwrap();
        let line = answer(&Agreed { checkpoint, note: note.clone() }, &witness, 1_700_000_000).unwrap();
        let (note, _) = add_cosignatures(&note, &line, &Keys::new([witness.vkey().clone()])).unwrap();
        let receipt = Receipt { opening, index: 200, proof: proof::inclusion(&log, 300, 200).unwrap(), checkpoint: note };
        (receipt.to_bytes(), Keys::new([key.vkey().clone()]))
    }

    #[test]
    fn a_receipt_holds_offline() {
        let (file, keys) = made();
        let proven = verify(&file, &keys).unwrap();
        assert_eq!((proven.index, proven.case), (200, Some(CaseRef([0xa5; 16]))));
        assert_eq!((proven.believed.checkpoint.head.size, proven.believed.unknown), (300, 1));
        assert!(String::from_utf8(proven.facts).unwrap().contains("路灯"));
        assert_eq!(from_link(&link(&proven.leaf)), Some(proven.leaf));
        assert_eq!(find_by(&[0xab; 32]), "abababababab");
        assert!(file.len() < 2_000, "{}", file.len());
    }

    #[test]
    fn one_changed_character_is_found_wherever_it_stands_and_its_line_is_named() {
        let (file, keys) = made();
        let mut codes = BTreeSet::new();
        for at in 0..file.len() {
            let line = file[..at].split(|byte| *byte == b'\n').count();
            for new in [file[at] ^ 1, b'A', b'b', b'/', b' ', b'\n', 0] {
                if new == file[at] {
                    continue;
                }
                let mut changed = file.clone();
                changed[at] = new;
                let wrong = verify(&changed, &keys).unwrap_err();
                codes.insert(wrong.code());
                // Characters that keep the shape are named by their part.
                if new.is_ascii_alphanumeric() && file[at].is_ascii_alphanumeric() {
                    assert!(part(&wrong, line), "line {line}: {wrong}");
                }
            }
            let mut cut = file.clone();
            cut.remove(at);
            assert!(verify(&cut, &keys).is_err());
            let mut longer = file.clone();
            longer.insert(at, b'A');
            assert!(verify(&longer, &keys).is_err());
            assert!(verify(&file[..at], &keys).is_err());
        }
        assert!(codes.len() >= 9, "{codes:?}");
    }

    /// Whether an error speaks of the part that this line belongs to.
    fn part(wrong: &Wrong, line: usize) -> bool {
        match wrong {
            Wrong::NotAReceipt { line: named } | Wrong::Signature { line: named } => *named == line,
            Wrong::Unreadable | Wrong::Facts | Wrong::Case => line == 2,
            // A changed digest stands on line 2 and can only be seen as a difference from the rest.
            Wrong::Witness { from } => line >= *from || line == 2,
            Wrong::Checkpoint { line: from, .. } => line >= *from,
            Wrong::Place { from, to } => (*from..=*to).contains(&line),
        }
    }

    #[test]
    fn other_files_are_told_apart_from_changed_ones() {
        let (file, keys) = made();
        assert_eq!(verify(b"", &keys), Err(Wrong::NotAReceipt { line: 1 }));
        assert_eq!(verify(b"\xff\xd8\xff", &keys), Err(Wrong::NotAReceipt { line: 1 }));
        assert_eq!(verify(&vec![b'a'; MOST_BYTES + 1], &keys), Err(Wrong::NotAReceipt { line: 1 }));
        let stranger = LogKey::from_seed("county.example/log", &[9; 32]).unwrap();
        assert_eq!(verify(&file, &Keys::new([stranger.vkey().clone()])).unwrap_err().code(), "receipt.not_signed");
        let elsewhere = LogKey::from_seed("town.example/log", &[9; 32]).unwrap();
        assert_eq!(verify(&file, &Keys::new([elsewhere.vkey().clone()])).unwrap_err().code(), "receipt.other_log");
    }
}
