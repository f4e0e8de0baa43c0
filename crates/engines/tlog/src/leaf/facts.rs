//! Facts leaves (decisions 10): what figures need of one case, coarse enough that nobody is found by it.

use super::{DoesNotFit, FACTS, Month};
use crate::Hash;
use crate::cbor::{Malformed, Reader, Writer};

/// A facts leaf has at most so many bytes.
pub const MOST_BYTES: usize = 160;

/// 16 random bytes that stand for a case in its facts leaves and in its resident's receipts, and nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseRef(pub [u8; 16]);

impl std::fmt::Display for CaseRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Defines words with a stable number in leaves and a stable name in JSON.
macro_rules! numbered {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $number:literal $code:literal),+ $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// All of them, by number.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The number in leaves.
            pub fn number(self) -> u8 {
                match self { $(Self::$variant => $number,)+ }
            }

            /// The one with this number.
            pub fn from_number(number: u64) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| u64::from(word.number()) == number)
            }

            /// The name in JSON.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    )*};
}
pub(super) use numbered;

numbered! {
    /// What kind of matter (domain appendix A).
    CaseType {
        /// 其他.
        Other = 0 "other",
        /// 咨询.
        Enquiry = 1 "enquiry",
        /// 求助.
        Help = 2 "help",
        /// 投诉.
        Complaint = 3 "complaint",
        /// 举报.
        Report = 4 "report",
        /// 建议.
        Suggestion = 5 "suggestion",
        /// 感谢.
        Thanks = 6 "thanks",
    }
    /// 一般事项, 复杂事项.
    Complexity {
        /// 一般.
        General = 0 "general",
        /// 复杂: has a plan clock too.
        Complex = 1 "complex",
    }
    /// How long after receipt somebody first spoke with the resident, in natural hours (decisions 2).
    Contact {
        /// Not yet.
        None = 0 "none",
        /// Within one hour.
        Within1h = 1 "1h",
        /// Within four.
        Within4h = 2 "4h",
        /// Within 24.
        Within24h = 3 "24h",
        /// Later.
        Later = 4 "later",
    }
    /// The handling plan of a complex matter.
    Plan {
        /// None is owed, or its time is not over.
        Open = 0 "open",
        /// Sent in time.
        InTime = 1 "in_time",
        /// Sent late, or its time is over.
        Late = 2 "late",
    }
    /// The result code: how the case stands.
    Standing {
        /// Being worked on, or waiting.
        Open = 0 "open",
        /// Answered; the resident has the word.
        Answered = 1 "answered",
        /// Closed: the resident says solved, and satisfied at least on the whole.
        Solved = 2 "solved",
        /// Closed without her word: nobody knows.
        Silent = 3 "silent",
        /// Closed although she disagrees, verified by the supervisor; counts as unsolved.
        Disputed = 4 "disputed",
        /// 挂账: cannot be done now; counts as unsolved.
        Deferred = 5 "deferred",
        /// Not accepted, with the reason and the right door.
        NotAccepted = 6 "not_accepted",
        /// Part of another case until that one is answered.
        Merged = 7 "merged",
        /// Went on as several.
        Split = 8 "split",
        /// Passed to another authority.
        Referred = 9 "referred",
        /// Taken back by the resident.
        Withdrawn = 10 "withdrawn",
    }
    /// Why a case is left out of figures; two people of other units decided so.
    Exclusion {
        /// It is not.
        None = 0 "none",
        /// No public power is involved (不属公权力事项).
        NoPublicPower = 1 "no_public_power",
        /// What is demanded is unlawful (要求不合法).
        Unlawful = 2 "unlawful",
        /// Force majeure (不可抗力).
        ForceMajeure = 3 "force_majeure",
        /// The same again, in bad faith (恶意重复).
        MaliciousRepeat = 4 "malicious_repeat",
        /// Before a court (已进入司法程序).
        CourtPending = 5 "court_pending",
    }
}

/// Ends of working day that the case spent in each light, and its whole hours in red.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Lights {
    /// Closes of business in green.
    pub green: u16,
    /// In yellow.
    pub yellow: u16,
    /// In red.
    pub red: u16,
    /// Whole hours in red.
    pub red_hours: u32,
}

/// The facts of one case so far. No instant, no day, no community, no person, no account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facts {
    /// When it was received.
    pub month: Month,
    /// The smallest area around it that has ≥ 5,000 residents, by its number (a change leaf names it); 0 is the county.
    pub area: u16,
    /// What kind of matter.
    pub case_type: CaseType,
    /// First-level category, by its number; 0 while nobody has decided.
    pub category: u16,
    /// The unit it counts for, by its number; 0 while there is none.
    pub unit: u16,
    /// General or complex.
    pub complexity: Complexity,
    /// The version of the parameters in force.
    pub parameters: u32,
    /// First contact.
    pub contact: Contact,
    /// The plan of a complex matter.
    pub plan: Plan,
    /// The final limit in working days, extensions included, of the round that came closest to it or went furthest beyond.
    pub limit: u16,
    /// Counted closes of business that had passed in that round before the answer, or until now. Overdue when ≥ `limit`.
    pub closes: u16,
    /// Whole working days for which clocks stood still.
    pub stopped: u16,
    /// Extensions granted.
    pub extensions: u8,
    /// Times dispatched.
    pub dispatches: u8,
    /// Times returned.
    pub returns: u8,
    /// Times reopened.
    pub reopenings: u8,
    /// The same matter came again within 90 days (decisions 11).
    pub repeat: bool,
    /// How it stands.
    pub standing: Standing,
    /// The answer was delivered and the rating asked for.
    pub asked: bool,
    /// Why it is left out.
    pub exclusion: Exclusion,
    /// Its lights.
    pub lights: Lights,
    /// It was brought from another system, whose rules were not ours: figures leave it out.
    pub imported: bool,
}

impl Facts {
    /// A case received in this month, of which nothing more is known.
    pub fn received(month: Month) -> Self {
        Self {
            month,
            area: 0,
            case_type: CaseType::Other,
            category: 0,
            unit: 0,
            complexity: Complexity::General,
            parameters: 0,
            contact: Contact::None,
            plan: Plan::Open,
            limit: 0,
            closes: 0,
            stopped: 0,
            extensions: 0,
            dispatches: 0,
            returns: 0,
            reopenings: 0,
            repeat: false,
            standing: Standing::Open,
            asked: false,
            exclusion: Exclusion::None,
            lights: Lights::default(),
            imported: false,
        }
    }

    /// Every fact as a number, under the key that is its place here, from 1. Zeroes are not written.
    fn numbers(&self) -> [u64; 25] {
        [
            self.month.number().into(),
            self.area.into(),
            self.case_type.number().into(),
            self.category.into(),
            self.unit.into(),
            self.complexity.number().into(),
            self.parameters.into(),
            self.contact.number().into(),
            self.plan.number().into(),
            self.limit.into(),
            self.closes.into(),
            self.stopped.into(),
            self.extensions.into(),
            self.dispatches.into(),
            self.returns.into(),
            self.reopenings.into(),
            self.repeat.into(),
            self.standing.number().into(),
            self.asked.into(),
            self.exclusion.number().into(),
            self.lights.green.into(),
            self.lights.yellow.into(),
            self.lights.red.into(),
            self.lights.red_hours.into(),
            self.imported.into(),
        ]
    }

    fn from_numbers(numbers: &[u64; 25]) -> Option<Self> {
        let [
            month,
            area,
            case_type,
            category,
            unit,
            complexity,
            parameters,
            contact,
            plan,
            limit,
            closes,
            stopped,
            extensions,
            dispatches,
            returns,
            reopenings,
            repeat,
            standing,
            asked,
            exclusion,
            green,
            yellow,
            red,
            red_hours,
            imported,
        ] = *numbers;
        let small = |number: u64| u16::try_from(number).ok();
        let tiny = |number: u64| u8::try_from(number).ok();
        let flag = |number: u64| (number < 2).then_some(number == 1);
        Some(Self {
            month: Month::from_number(month)?,
            area: small(area)?,
            case_type: CaseType::from_number(case_type)?,
            category: small(category)?,
            unit: small(unit)?,
            complexity: Complexity::from_number(complexity)?,
            parameters: u32::try_from(parameters).ok()?,
            contact: Contact::from_number(contact)?,
            plan: Plan::from_number(plan)?,
            limit: small(limit)?,
            closes: small(closes)?,
            stopped: small(stopped)?,
            extensions: tiny(extensions)?,
            dispatches: tiny(dispatches)?,
            returns: tiny(returns)?,
            reopenings: tiny(reopenings)?,
            repeat: flag(repeat)?,
            standing: Standing::from_number(standing)?,
            asked: flag(asked)?,
            exclusion: Exclusion::from_number(exclusion)?,
            lights: Lights { green: small(green)?, yellow: small(yellow)?, red: small(red)?, red_hours: u32::try_from(red_hours).ok()? },
            imported: flag(imported)?,
        })
    }
}

/// A facts leaf: `{1: 2, 2: ref, 3: facts, 4: seals}`, or `{1: 2, 2: ref}` when the case has none any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactsLeaf {
    /// Which case.
    pub case: CaseRef,
    /// Its facts, and the commitment to its seals ([`super::seals_commit`]). `None` after it was sealed from view, erased or
    /// unmerged: the case leaves the figures.
    pub known: Option<(Facts, Hash)>,
}

impl FactsLeaf {
    pub(super) fn encode(&self) -> Result<Vec<u8>, DoesNotFit> {
        let mut out = Writer::default();
        match &self.known {
            None => {
                out.map(2).uint(1).uint(FACTS).uint(2).bytes(&self.case.0);
            }
            Some((facts, seals)) => {
                out.map(4).uint(1).uint(FACTS).uint(2).bytes(&self.case.0).uint(3);
                let numbers = facts.numbers();
                let written = || (1u64..).zip(numbers).filter(|(_, number)| *number != 0);
                out.map(written().count() as u64);
                for (key, number) in written() {
                    out.uint(key).uint(number);
                }
                out.uint(4).bytes(seals);
            }
        }
        let bytes = out.into_bytes();
        if bytes.len() <= MOST_BYTES { Ok(bytes) } else { Err(DoesNotFit("facts beyond 160 bytes")) }
    }

    pub(super) fn read(reader: &mut Reader<'_>, pairs: u64) -> Result<Self, Malformed> {
        reader.key(2)?;
        let case = CaseRef(reader.exactly()?);
        if pairs == 2 {
            return Ok(Self { case, known: None });
        }
        reader.key(3)?;
        let mut numbers = [0; 25];
        for _ in 0..reader.map()? {
            let key = usize::try_from(reader.uint()?).map_err(|_| Malformed)?;
            *key.checked_sub(1).and_then(|place| numbers.get_mut(place)).ok_or(Malformed)? = reader.uint()?;
        }
        let facts = Facts::from_numbers(&numbers).ok_or(Malformed)?;
        reader.key(4)?;
        Ok(Self { case, known: Some((facts, reader.exactly()?)) })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::super::Leaf;
    use super::*;

    fn widest() -> Facts {
        Facts {
            month: Month::new(2099, 12).unwrap(),
            area: u16::MAX,
            case_type: CaseType::Thanks,
            category: u16::MAX,
            unit: u16::MAX,
            complexity: Complexity::Complex,
            parameters: u32::MAX,
            contact: Contact::Later,
            plan: Plan::Late,
            limit: u16::MAX,
            closes: u16::MAX,
            stopped: u16::MAX,
            extensions: u8::MAX,
            dispatches: u8::MAX,
            returns: u8::MAX,
            reopenings: u8::MAX,
            repeat: true,
            standing: Standing::Withdrawn,
            asked: true,
            exclusion: Exclusion::CourtPending,
            lights: Lights { green: u16::MAX, yellow: u16::MAX, red: u16::MAX, red_hours: u32::MAX },
            imported: true,
        }
    }

    #[test]
    fn the_widest_facts_fit_and_usual_ones_are_small() {
        let leaf = |facts| FactsLeaf { case: CaseRef([0xab; 16]), known: Some((facts, [0xcd; 32])) };
        let widest = leaf(widest()).encode().unwrap();
        assert!(widest.len() <= MOST_BYTES, "{}", widest.len());
        let usual = Facts {
            area: 12,
            case_type: CaseType::Help,
            category: 7,
            unit: 31,
            parameters: 4,
            contact: Contact::Within4h,
            limit: 5,
            closes: 3,
            dispatches: 1,
            standing: Standing::Solved,
            asked: true,
            lights: Lights { green: 4, ..Lights::default() },
            ..Facts::received(Month::new(2026, 11).unwrap())
        };
        assert_eq!(leaf(usual).encode().unwrap().len(), 89);
        for facts in [self::widest(), usual, Facts::received(Month::new(2026, 11).unwrap())] {
            let bytes = leaf(facts).encode().unwrap();
            assert_eq!(Leaf::decode(&bytes), Ok(Leaf::Facts(leaf(facts))));
        }
        let gone = FactsLeaf { case: CaseRef([1; 16]), known: None };
        assert_eq!(Leaf::decode(&gone.encode().unwrap()), Ok(Leaf::Facts(gone)));
        assert_eq!(gone.encode().unwrap().len(), 21);
    }

    #[test]
    fn numbers_are_what_was_published() {
        // Leaves of years ago must keep their meaning: these numbers may be added to, never changed.
        let standing: Vec<_> = Standing::ALL.iter().map(|word| (word.number(), word.code())).collect();
        assert_eq!(standing.first(), Some(&(0, "open")));
        assert_eq!(standing.last(), Some(&(10, "withdrawn")));
        assert!(standing.iter().enumerate().all(|(place, (number, _))| place == usize::from(*number)));
        assert_eq!(CaseType::from_number(6), Some(CaseType::Thanks));
        assert_eq!(CaseType::from_number(7), None);
    }
}
