//! Score leaves (decisions 10): one rating each, without the case it is about.

use super::{CaseType, Month, SCORE};
use crate::cbor::{Malformed, Reader, Writer};

/// One rating by a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score {
    /// When the case was received.
    pub month: Month,
    /// The area by its number; 0 is the county.
    pub area: u16,
    /// The unit by its number; 0 when fewer than five waited for this area and unit.
    pub unit: u16,
    /// What kind of matter.
    pub case_type: CaseType,
    /// Somebody spoke with her.
    pub contacted: bool,
    /// She says it is solved.
    pub solved: bool,
    /// 5 = 很满意 … 1 = 很不满意; 3 = 基本满意.
    pub satisfaction: u8,
}

impl Score {
    fn numbers(&self) -> [u64; 7] {
        [
            self.month.number().into(),
            self.area.into(),
            self.unit.into(),
            self.case_type.number().into(),
            self.contacted.into(),
            self.solved.into(),
            self.satisfaction.into(),
        ]
    }

    /// `{1: 3, 2: month, 3: area, 4: unit, 5: type, 6: contacted, 7: solved, 8: satisfaction}`.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.map(8).uint(1).uint(SCORE);
        for (key, number) in (2u64..).zip(self.numbers()) {
            out.uint(key).uint(number);
        }
        out.into_bytes()
    }

    pub(super) fn read(reader: &mut Reader<'_>, pairs: u64) -> Result<Self, Malformed> {
        if pairs != 8 {
            return Err(Malformed);
        }
        let mut numbers = [0; 7];
        for (key, number) in (2u64..).zip(&mut numbers) {
            reader.key(key)?;
            *number = reader.uint()?;
        }
        let [month, area, unit, case_type, contacted, solved, satisfaction] = numbers;
        let small = |number: u64| u16::try_from(number).map_err(|_| Malformed);
        let flag = |number: u64| if number < 2 { Ok(number == 1) } else { Err(Malformed) };
        Ok(Self {
            month: Month::from_number(month).ok_or(Malformed)?,
            area: small(area)?,
            unit: small(unit)?,
            case_type: CaseType::from_number(case_type).ok_or(Malformed)?,
            contacted: flag(contacted)?,
            solved: flag(solved)?,
            satisfaction: u8::try_from(satisfaction).ok().filter(|points| (1..=5).contains(points)).ok_or(Malformed)?,
        })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::super::{Leaf, NotALeaf};
    use super::*;

    #[test]
    fn scores_say_a_rating_and_nothing_else() {
        let score = Score {
            month: Month::new(2026, 11).unwrap(),
            area: u16::MAX,
            unit: u16::MAX,
            case_type: CaseType::Help,
            contacted: true,
            solved: false,
            satisfaction: 2,
        };
        let bytes = Leaf::Score(score).encode().unwrap();
        assert!(bytes.len() <= 48, "{}", bytes.len());
        assert_eq!(Leaf::decode(&bytes), Ok(Leaf::Score(score)));
        let unheard_of = Score { satisfaction: 6, ..score };
        assert_eq!(Leaf::decode(&unheard_of.encode()), Err(NotALeaf::Malformed));
    }
}
