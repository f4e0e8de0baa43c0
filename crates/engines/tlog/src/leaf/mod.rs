//! Leaves (decisions 9 and 10): what stands in the log. Each is one map of deterministic CBOR (RFC 8949 §4.2) with integer
//! keys; key 1 says its form. A form is never changed: a new one gets a new number.
//!
//! | form | leaf | says | at most |
//! |---|---|---|---|
//! | 1 | seal | that an event of a case exists; nothing else | 38 B, all alike |
//! | 2 | facts | what figures need of one case, so far | 160 B |
//! | 3 | score | one rating, without its case | 48 B |
//! | 4 | table | sums that no case leaf shows | 65,535 B |
//! | 5 | change | a parameter, limit, calendar, unit, area or category | 20,000 B |
//! | 6 | epoch | why a new log began, and what the old one had signed | 20,000 B |

mod change;
mod facts;
mod score;
mod table;

pub use change::{Change, Epoch, What};
pub use facts::{
    CaseRef, CaseType, Complexity, Contact, Exclusion, Facts, FactsLeaf, Lights, MOST_BYTES as MOST_FACTS_BYTES, Plan, Standing,
};
pub use score::Score;
pub use table::{Apart, BatchTable, Community, FigureRow, MonthRow, Pair, Span, Table};

use crate::Hash;
use crate::cbor::{Malformed, Reader, Writer};
use sha2::{Digest, Sha256};

/// What a seal commits to: SHA-256(salt ‖ canonical facts). Without the salt nobody can tell what was sealed.
pub fn commit(salt: &[u8; 32], canonical_facts: &[u8]) -> Hash {
    Sha256::new().chain_update(salt).chain_update(canonical_facts).finalize().into()
}

/// What a facts leaf says of the seals of its case: SHA-256(salt ‖ leaf hashes in order). Opened to the resident and to an
/// auditor with a warrant, so that facts written later cannot differ from what was sealed (decisions 10).
pub fn seals_commit(salt: &[u8; 32], leaf_hashes: &[Hash]) -> Hash {
    let mut hasher = Sha256::new().chain_update(salt);
    for hash in leaf_hashes {
        hasher.update(hash);
    }
    hasher.finalize().into()
}

/// The bytes of a seal's leaf: `{1: 1, 2: commit}`, 38 bytes, all alike.
pub fn seal_leaf(commit: &Hash) -> Vec<u8> {
    let mut out = Writer::default();
    out.map(2).uint(1).uint(SEAL).uint(2).bytes(commit);
    out.into_bytes()
}

const SEAL: u64 = 1;
const FACTS: u64 = 2;
const SCORE: u64 = 3;
const TABLE: u64 = 4;
const CHANGE: u64 = 5;
const EPOCH: u64 = 6;

/// A leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    /// That an event exists.
    Seal(Hash),
    /// What figures need of one case.
    Facts(FactsLeaf),
    /// One rating.
    Score(Score),
    /// Sums that no case leaf shows.
    Table(Table),
    /// A rule, unit, area or category that changed.
    Change(Change),
    /// Why a new log began.
    Epoch(Epoch),
}

/// Bytes that are no leaf of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotALeaf {
    /// Not written as a leaf must be written, or longer than its form allows.
    #[error("is not written as a leaf must be")]
    Malformed,
    /// A form from a later version of this program.
    #[error("has form {0}, which this program does not know")]
    UnknownForm(u64),
}

impl From<Malformed> for NotALeaf {
    fn from(Malformed: Malformed) -> Self {
        Self::Malformed
    }
}

/// A leaf that would be longer than its form allows, or that holds what its form has no room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the leaf does not fit its form: {0}")]
pub struct DoesNotFit(
    /// What does not fit.
    pub &'static str,
);

impl Leaf {
    /// The bytes of the leaf.
    pub fn encode(&self) -> Result<Vec<u8>, DoesNotFit> {
        match self {
            Self::Seal(commit) => Ok(seal_leaf(commit)),
            Self::Facts(leaf) => leaf.encode(),
            Self::Score(score) => Ok(score.encode()),
            Self::Table(table) => table.encode(),
            Self::Change(change) => change.encode(),
            Self::Epoch(epoch) => epoch.encode(),
        }
    }

    /// The leaf with these bytes. Exactly one sequence of bytes is a given leaf.
    pub fn decode(bytes: &[u8]) -> Result<Self, NotALeaf> {
        let mut reader = Reader::new(bytes);
        let pairs = reader.map()?;
        reader.key(1)?;
        let leaf = match reader.uint()? {
            SEAL => {
                reader.key(2)?;
                Self::Seal(reader.exactly()?)
            }
            FACTS => Self::Facts(FactsLeaf::read(&mut reader, pairs)?),
            SCORE => Self::Score(Score::read(&mut reader, pairs)?),
            TABLE => Self::Table(Table::read(&mut reader)?),
            CHANGE => Self::Change(Change::read(&mut reader)?),
            EPOCH => Self::Epoch(Epoch::read(&mut reader)?),
            form => return Err(NotALeaf::UnknownForm(form)),
        };
        reader.end()?;
        if leaf.encode().is_ok_and(|written| written == bytes) { Ok(leaf) } else { Err(NotALeaf::Malformed) }
    }
}

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u32);

impl Month {
    /// The month of this year, 2000 to 2099, with this number, 1 to 12.
    pub fn new(year: u16, month: u8) -> Option<Self> {
        Self::from_number(u64::from(year) * 100 + u64::from(month))
    }

    /// From its number in leaves, such as 202611.
    pub fn from_number(number: u64) -> Option<Self> {
        let number = u32::try_from(number).ok()?;
        ((2000..2100).contains(&(number / 100)) && (1..=12).contains(&(number % 100))).then_some(Self(number))
    }

    /// Its number in leaves, such as 202611.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        if self.0 % 100 == 12 { Self(self.0 + 89) } else { Self(self.0 + 1) }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 100, self.0 % 100)
    }
}

impl std::str::FromStr for Month {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let (year, month) = text.split_once('-').ok_or(Malformed)?;
        let month = year.parse().ok().zip(month.parse().ok()).and_then(|(year, month)| Self::new(year, month));
        month.filter(|month| month.to_string() == text).ok_or(Malformed)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn all_seals_look_alike() {
        let seal = seal_leaf(&commit(&[1; 32], b"a"));
        assert_eq!(seal.len(), 38);
        assert_eq!(seal[..6], [0xa2, 0x01, 0x01, 0x02, 0x58, 0x20]);
        assert_eq!(Leaf::decode(&seal), Ok(Leaf::Seal(commit(&[1; 32], b"a"))));
        assert_eq!(Leaf::decode(&seal[..37]), Err(NotALeaf::Malformed));
        assert_eq!(Leaf::decode(&[seal.as_slice(), &[0]].concat()), Err(NotALeaf::Malformed));
        assert_eq!(Leaf::decode(&[0xa1, 0x01, 0x18, 99]), Err(NotALeaf::UnknownForm(99)));
        assert_eq!(Leaf::decode(b""), Err(NotALeaf::Malformed));
    }

    #[test]
    fn months_follow_each_other() {
        let december: Month = "2026-12".parse().unwrap();
        assert_eq!(december.next().to_string(), "2027-01");
        assert_eq!(december.number(), 202_612);
        for bad in ["2026-13", "2026-1", "26-01", "2026", "2100-01", "+2026-01"] {
            assert!(bad.parse::<Month>().is_err(), "{bad}");
        }
    }
}
