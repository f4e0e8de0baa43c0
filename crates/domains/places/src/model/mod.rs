//! What the register holds, and the rules about it. No database, no HTTP.

pub mod amendment;
pub mod county_file;
pub mod kinds;
pub mod local;
pub mod outline;
pub mod register;
pub mod words;

use jiff::civil::Date;
use kernel::{AreaCode, KindCode, Locale, PointCode, UnitCode};

use outline::Outline;

/// The county (or the one village) that this database serves: there is no tenancy column (decisions 1).
#[derive(Debug, Clone, PartialEq)]
pub struct County {
    /// Its code; also the code of the topmost [`Area`].
    pub code: AreaCode,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// The telephone number that takes every matter (12345).
    pub hotline: String,
    /// Its border.
    pub outline: Outline,
}

/// Where an area stands between county and community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaLevel {
    /// 县.
    County,
    /// 街道.
    Subdistrict,
    /// 镇 or 乡.
    Town,
    /// 社区 or 村.
    Community,
}

impl AreaLevel {
    /// Every level, the widest first.
    pub const ALL: [Self; 4] = [Self::County, Self::Subdistrict, Self::Town, Self::Community];

    /// The stored and published form.
    pub fn code(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Subdistrict => "subdistrict",
            Self::Town => "town",
            Self::Community => "community",
        }
    }

    /// The level with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Whether an area of this level may lie directly below one of `parent`.
    pub fn goes_below(self, parent: Self) -> bool {
        match self {
            Self::County => false,
            Self::Subdistrict | Self::Town => parent == Self::County,
            Self::Community => matches!(parent, Self::Subdistrict | Self::Town),
        }
    }
}

/// The days on which a row is in force and the code that takes over (decisions 3): figures of old months
/// keep the old areas and units. Open on both sides until the first reorganisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validity<Code> {
    /// The first day in force; `None`: always was.
    pub from: Option<Date>,
    /// The first day no longer in force; `None`: still is.
    pub until: Option<Date>,
    /// What took its place.
    pub successor: Option<Code>,
}

impl<Code> Validity<Code> {
    /// In force since ever, for ever.
    pub fn open() -> Self {
        Self { from: None, until: None, successor: None }
    }

    /// Whether it is in force on `day`.
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// What was renamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renamed {
    /// An area.
    Area(AreaCode),
    /// A unit.
    Unit(UnitCode),
    /// A kind of matter of the first level.
    Category(KindCode),
    /// A kind of matter of the second level.
    Kind(KindCode),
}

/// A new name from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameChange {
    /// What was renamed.
    pub of: Renamed,
    /// The first day of the new name.
    pub from: Date,
    /// The new name.
    pub name: String,
    /// The new name in English.
    pub name_en: String,
}

/// An area (辖区).
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Its code.
    pub code: AreaCode,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// Its level.
    pub level: AreaLevel,
    /// The area it belongs to; `None` for the county alone.
    pub parent: Option<AreaCode>,
    /// People who live there (常住人口).
    pub residents: u32,
    /// Its border.
    pub outline: Outline,
    /// When it is in force.
    pub validity: Validity<AreaCode>,
}

impl Area {
    /// Its name in the reader's language.
    pub fn name_in(&self, locale: Locale) -> &str {
        locale.pick(&self.name, &self.name_en)
    }
}

/// A contact point (党群联系点) of a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its code.
    pub code: PointCode,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// The community it serves.
    pub area: AreaCode,
}

impl Point {
    /// Its name in the reader's language.
    pub fn name_in(&self, locale: Locale) -> &str {
        locale.pick(&self.name, &self.name_en)
    }
}

/// What kind of name people use for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedPlaceKind {
    /// A housing estate (小区), village group or compound.
    Estate,
    /// A road, street or lane.
    Road,
}

impl NamedPlaceKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Estate, Self::Road];

    /// The stored and published form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Estate => "estate",
            Self::Road => "road",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An estate or a road, in one community. A road that runs through two communities stands twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPlace {
    /// Its name, as people say it.
    pub name: String,
    /// What it is.
    pub kind: NamedPlaceKind,
    /// Its community.
    pub area: AreaCode,
}

/// What kind of unit handles matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// A department of the county (部门).
    Department,
    /// The office of a subdistrict or town (街道办事处、镇政府).
    Subdistrict,
}

impl UnitKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Department, Self::Subdistrict];

    /// The stored and published form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Subdistrict => "subdistrict",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A unit that handles matters (承办单位).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its code.
    pub code: UnitCode,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its public telephone number.
    pub phone: String,
    /// When it is in force.
    pub validity: Validity<UnitCode>,
}

impl Unit {
    /// Its name in the reader's language.
    pub fn name_in(&self, locale: Locale) -> &str {
        locale.pick(&self.name, &self.name_en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn codes_survive_their_text_form() {
        assert!(AreaLevel::ALL.into_iter().all(|level| AreaLevel::from_code(level.code()) == Some(level)));
        assert!(NamedPlaceKind::ALL.into_iter().all(|kind| NamedPlaceKind::from_code(kind.code()) == Some(kind)));
        assert!(UnitKind::ALL.into_iter().all(|kind| UnitKind::from_code(kind.code()) == Some(kind)));
        assert_eq!(AreaLevel::from_code("grid"), None);
    }

    #[test]
    fn a_validity_includes_its_first_day_and_not_its_last() {
        let year = Validity::<AreaCode> { from: Some(date(2026, 1, 1)), until: Some(date(2027, 1, 1)), successor: None };
        assert!(year.covers(date(2026, 1, 1)) && year.covers(date(2026, 12, 31)));
        assert!(!year.covers(date(2025, 12, 31)) && !year.covers(date(2027, 1, 1)));
        assert!(Validity::<AreaCode>::open().covers(date(1949, 10, 1)));
    }
}
