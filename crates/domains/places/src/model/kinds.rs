//! Kinds of matters (诉求类别) as the county has them: what ships with the program, and what two people decided since.
//!
//! What ships is the catalogue's, in `cases`; the words that suggest a kind stay there. Here is what a county may decide: names, validity,
//! the unit that handles a kind, and kinds of its own (decisions 3).

use std::sync::Arc;

use jiff::civil::Date;
use kernel::{KindCode, Locale, UnitCode};

use super::{NameChange, Renamed, Validity};

/// What a matter of a kind usually is. The words are those of `cases::catalogue::CaseType`; a test there compares them.
pub const CASE_TYPES: [&str; 7] = ["enquiry", "help", "complaint", "report", "suggestion", "thanks", "other"];

/// How complex a matter of a kind usually is. The words are those of `cases::catalogue::Complexity`; a test there compares them.
pub const COMPLEXITIES: [&str; 2] = ["general", "complex"];

/// Where a kind stands. Codes of the two levels are apart: `utilities` is one of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KindLevel {
    /// 一级类别: the only one that is published for a single case (decisions 10).
    First,
    /// 二级类别: what a matter is about.
    Second,
}

impl KindLevel {
    /// The stored form.
    pub fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// The level with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::First, Self::Second].into_iter().find(|level| level.code() == code)
    }
}

/// A kind of matter, of the first or the second level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseKind {
    /// Stable code, never reused.
    pub code: KindCode,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// What it is below the first level; `None` for a kind of the first level.
    pub second: Option<SecondLevel>,
    /// When it is in force.
    pub validity: Validity<KindCode>,
    /// Whether two people decided anything about it: opened, closed, or by this day renamed or given to another unit.
    pub decided: bool,
}

/// What a kind of the second level has beside its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondLevel {
    /// The kind of the first level that it belongs to, for ever: figures of old months stand under it.
    pub first: KindCode,
    /// The unit that handles it unless the dispatcher decides otherwise.
    pub unit: UnitCode,
    /// Units that were named before and are no more: what they did with such matters says nothing of who does now.
    pub former: Vec<UnitCode>,
    /// What the county said when it opened the kind; `None` for what ships.
    pub opened: Option<OpenedKind>,
}

/// What limits and lists ask of a kind that the county opened itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedKind {
    /// What such a matter usually is: one of [`CASE_TYPES`].
    pub case_type: String,
    /// One of [`COMPLEXITIES`]; a proposal only, the dispatcher decides.
    pub complexity: String,
    /// Whether strangers may see that a similar matter is open.
    pub public_space: bool,
    /// The public rule that gives the matter to its unit.
    pub basis: String,
    /// Words of people that speak for it.
    pub words: Vec<String>,
}

impl CaseKind {
    /// Its name in the reader's language.
    pub fn name_in(&self, locale: Locale) -> &str {
        locale.pick(&self.name, &self.name_en)
    }

    /// Its level.
    pub fn level(&self) -> KindLevel {
        if self.second.is_some() { KindLevel::Second } else { KindLevel::First }
    }

    /// The kind of the first level that it belongs to; `None` where it is one.
    pub fn first(&self) -> Option<&KindCode> {
        self.second.as_ref().map(|second| &second.first)
    }
}

/// The end of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindEnd {
    /// Of which level.
    pub level: KindLevel,
    /// Which.
    pub code: KindCode,
    /// The first day no longer in force.
    pub until: Date,
    /// What takes its place.
    pub successor: KindCode,
}

/// Another unit for a kind, from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindUnit {
    /// Which kind.
    pub code: KindCode,
    /// The first day.
    pub from: Date,
    /// The unit.
    pub unit: UnitCode,
}

/// Everything about kinds, of all days.
#[derive(Debug, Clone, Default)]
pub struct KindHoldings {
    /// What ships with the program, in the catalogue's order; in no table.
    pub shipped: Arc<Vec<CaseKind>>,
    /// What the county opened, the oldest first, each with its first name and unit.
    pub opened: Vec<CaseKind>,
    /// What was closed.
    pub ends: Vec<KindEnd>,
    /// Other units, the oldest first.
    pub units: Vec<KindUnit>,
}

impl KindHoldings {
    /// The kinds as they stand on `day`. A code that the county took before the program shipped it is the county's.
    pub(super) fn on(self, day: Date, names: &[NameChange]) -> Vec<CaseKind> {
        let Self { shipped, opened, ends, units } = self;
        let own = |kind: &&CaseKind| kind.second.is_none() || !opened.iter().any(|known| known.code == kind.code);
        let mut kinds: Vec<CaseKind> = shipped.iter().filter(own).cloned().collect();
        kinds.extend(opened);
        for kind in &mut kinds {
            let level = kind.level();
            if let Some(end) = ends.iter().find(|end| end.level == level && end.code == kind.code) {
                kind.decided = true;
                kind.validity.until = Some(end.until);
                kind.validity.successor = Some(end.successor.clone());
            }
            let of = match level {
                KindLevel::First => Renamed::Category(kind.code.clone()),
                KindLevel::Second => Renamed::Kind(kind.code.clone()),
            };
            for change in names.iter().filter(|change| change.from <= day && change.of == of) {
                kind.decided = true;
                (kind.name, kind.name_en) = (change.name.clone(), change.name_en.clone());
            }
            let Some(second) = &mut kind.second else { continue };
            for change in units.iter().filter(|change| change.from <= day && change.code == kind.code) {
                kind.decided = true;
                let before = std::mem::replace(&mut second.unit, change.unit.clone());
                second.former.push(before);
            }
            let now = second.unit.clone();
            second.former.retain(|unit| *unit != now);
        }
        kinds
    }
}
