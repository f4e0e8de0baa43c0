//! Change leaves: rules and names that facts leaves refer to, in public at once (decisions 9). And epoch leaves.

use super::facts::numbered;
use super::{CHANGE, DoesNotFit, EPOCH};
use crate::cbor::{Malformed, Reader, Writer};

numbered! {
    /// What changed.
    What {
        /// A parameter; its number is the version of the parameters from then on.
        Parameter = 1 "parameter",
        /// A limit of the catalogue.
        Limit = 2 "limit",
        /// A year of the calendar; its number is the year.
        Calendar = 3 "calendar",
        /// A handling unit.
        Unit = 4 "unit",
        /// An area; leaves say its number.
        Area = 5 "area",
        /// A first-level category.
        Category = 6 "category",
        /// A definition of a figure; its number is the version.
        Definition = 7 "definition",
        /// A kind of matter of the second level about which the county decided; leaves of cases never name it.
        Kind = 8 "kind",
    }
}

const MOST_BYTES: usize = 20_000;

/// A change leaf: `{1: 5, 2: what, 3: number, 4: code, 5: value, 6: from, 7: reason}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub what: What,
    /// The number under which facts and scores name it; 0 is never used.
    pub number: u32,
    /// Its stable code.
    pub code: String,
    /// What it says now: JSON text, such as names in both languages or the new value.
    pub value: String,
    /// From which day on, `YYYY-MM-DD`.
    pub from: String,
    /// Why; empty where no reason is owed.
    pub reason: String,
}

impl Change {
    pub(super) fn encode(&self) -> Result<Vec<u8>, DoesNotFit> {
        let mut out = Writer::default();
        out.map(7).uint(1).uint(CHANGE).uint(2).uint(self.what.number().into()).uint(3).uint(self.number.into());
        for (key, text) in (4u64..).zip([&self.code, &self.value, &self.from, &self.reason]) {
            out.uint(key).text(text);
        }
        fits(out)
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Malformed> {
        reader.key(2)?;
        let what = What::from_number(reader.uint()?).ok_or(Malformed)?;
        reader.key(3)?;
        let number = u32::try_from(reader.uint()?).ok().filter(|number| *number > 0).ok_or(Malformed)?;
        let mut text = |key| {
            reader.key(key)?;
            reader.text().map(str::to_owned)
        };
        Ok(Self { what, number, code: text(4)?, value: text(5)?, from: text(6)?, reason: text(7)? })
    }
}

/// An epoch leaf, the first of a log that follows another after a database was restored: `{1: 6, 2: checkpoint, 3: reason}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epoch {
    /// The last signed checkpoint of the log before it.
    pub checkpoint: String,
    /// Why it could not go on.
    pub reason: String,
}

impl Epoch {
    pub(super) fn encode(&self) -> Result<Vec<u8>, DoesNotFit> {
        let mut out = Writer::default();
        out.map(3).uint(1).uint(EPOCH).uint(2).text(&self.checkpoint).uint(3).text(&self.reason);
        fits(out)
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Malformed> {
        reader.key(2)?;
        let checkpoint = reader.text()?.to_owned();
        reader.key(3)?;
        Ok(Self { checkpoint, reason: reader.text()?.to_owned() })
    }
}

fn fits(out: Writer) -> Result<Vec<u8>, DoesNotFit> {
    let bytes = out.into_bytes();
    if bytes.len() <= MOST_BYTES { Ok(bytes) } else { Err(DoesNotFit("beyond 20,000 bytes")) }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::super::Leaf;
    use super::*;

    #[test]
    fn changes_and_epochs_come_back_and_do_not_grow_without_end() {
        let change = Change {
            what: What::Area,
            number: 3,
            code: "beiguan".to_owned(),
            value: r#"{"zh":"北关街道","en":"Beiguan"}"#.to_owned(),
            from: "2026-11-01".to_owned(),
            reason: String::new(),
        };
        let bytes = Leaf::Change(change.clone()).encode().unwrap();
        assert_eq!(Leaf::decode(&bytes), Ok(Leaf::Change(change.clone())));
        assert!(Leaf::Change(Change { value: "x".repeat(20_000), ..change.clone() }).encode().is_err());
        assert!(Leaf::decode(&Leaf::Change(Change { number: 0, ..change }).encode().unwrap()).is_err());
        let epoch = Epoch { checkpoint: "a\n1\nx\n\n— a b\n".to_owned(), reason: "restored".to_owned() };
        assert_eq!(Leaf::decode(&Leaf::Epoch(epoch.clone()).encode().unwrap()), Ok(Leaf::Epoch(epoch)));
    }
}
