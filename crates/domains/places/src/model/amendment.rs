//! Changes of the register while a site runs (decisions 3): areas, units and kinds are renamed, merged into another, opened.
//! Nothing is removed: what is closed keeps its row, its days of validity and a successor, so that figures of old months
//! keep the old areas, units and kinds, and new matters go to the new ones.

use jiff::civil::Date;
use kernel::{AreaCode, KindCode, UnitCode, text};
use serde::{Deserialize, Serialize};

use super::kinds::{CASE_TYPES, COMPLEXITIES, CaseKind, KindEnd, KindLevel, OpenedKind, SecondLevel};
use super::outline::{self, LonLat, Outline};
use super::register::{Holdings, Register};
use super::{Area, AreaLevel, Renamed, Unit, UnitKind, Validity};

/// Longest name, in characters; what fits a signboard and a slip.
const LONGEST_NAME: usize = 100;

/// Most people of one area: no district of China has as many.
const MOST_RESIDENTS: u32 = 10_000_000;

/// Longest public rule that a kind rests on, in characters: title and article of a law.
const LONGEST_BASIS: usize = 200;

/// Most words that speak for a kind: what ships has fewer than ninety.
const MOST_WORDS: usize = 60;

/// Longest of them, in characters.
const LONGEST_WORD: usize = 20;

/// One change of the register. A merger closes what is merged, with the other as its successor; a split opens what is
/// new beside what stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Amendment {
    /// An area gets another name.
    RenameArea {
        /// Which.
        code: AreaCode,
        /// The new name.
        name: String,
        /// The new name in English.
        name_en: String,
    },
    /// An area ends; another of the same level takes its place.
    CloseArea {
        /// Which.
        code: AreaCode,
        /// What takes its place.
        successor: AreaCode,
    },
    /// A new area begins, with its border.
    OpenArea {
        /// Its code, never used before.
        code: AreaCode,
        /// `subdistrict`, `town` or `community`.
        level: String,
        /// The area it belongs to.
        parent: AreaCode,
        /// Its name.
        name: String,
        /// Its name in English.
        name_en: String,
        /// People who live there.
        residents: u32,
        /// Its border: `[longitude, latitude]` of each corner, or a GeoJSON polygon.
        #[serde(deserialize_with = "drawn")]
        outline: Vec<LonLat>,
    },
    /// A unit gets another name.
    RenameUnit {
        /// Which.
        code: UnitCode,
        /// The new name.
        name: String,
        /// The new name in English.
        name_en: String,
    },
    /// A unit ends; another handles its matters.
    CloseUnit {
        /// Which.
        code: UnitCode,
        /// What takes its place.
        successor: UnitCode,
    },
    /// A new unit begins.
    OpenUnit {
        /// Its code, never used before.
        code: UnitCode,
        /// Its name.
        name: String,
        /// Its name in English.
        name_en: String,
        /// `department` or `subdistrict`.
        kind: String,
        /// Its public telephone number.
        phone: String,
    },
    /// A kind of the first level gets another name.
    RenameCategory {
        /// Which.
        code: KindCode,
        /// The new name.
        name: String,
        /// The new name in English.
        name_en: String,
    },
    /// A kind of the first level ends; another takes its place. Its kinds have ended before.
    CloseCategory {
        /// Which.
        code: KindCode,
        /// What takes its place.
        successor: KindCode,
    },
    /// A kind of matter (of the second level, as all that follow) gets another name.
    RenameKind {
        /// Which.
        code: KindCode,
        /// The new name.
        name: String,
        /// The new name in English.
        name_en: String,
    },
    /// A kind ends; another takes its place.
    CloseKind {
        /// Which.
        code: KindCode,
        /// What takes its place.
        successor: KindCode,
    },
    /// Another unit handles a kind.
    KindUnit {
        /// Which.
        code: KindCode,
        /// The unit.
        unit: UnitCode,
    },
    /// A new kind begins, below one of the first level.
    OpenKind {
        /// Its code, never used before.
        code: KindCode,
        /// The kind of the first level that it belongs to.
        first: KindCode,
        /// Its name.
        name: String,
        /// Its name in English.
        name_en: String,
        /// The unit that handles it.
        unit: UnitCode,
        /// What such a matter usually is: `enquiry`, `help`, `complaint`, `report`, `suggestion`, `thanks` or `other`. Its limits depend on it.
        case_type: String,
        /// `general` or `complex`, as it is proposed to the dispatcher.
        complexity: String,
        /// Whether strangers may see that a similar matter is open.
        #[serde(default)]
        public_space: bool,
        /// The public rule that gives the matter to the unit.
        basis: String,
        /// Words of people that speak for it.
        #[serde(default)]
        words: Vec<String>,
    },
}

/// Corners in our form, from a list of them or from a GeoJSON polygon. Whether they are an outline is a question of its own.
fn drawn<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<LonLat>, D::Error> {
    let value = serde_json::Value::deserialize(from)?;
    if value.is_object() {
        return outline::corners_of(&value).map_err(serde::de::Error::custom);
    }
    let corners: Vec<LonLat> = serde_json::from_value(value).map_err(serde::de::Error::custom)?;
    Ok(outline::anticlockwise(corners.into_iter().map(outline::rounded).collect()))
}

/// A part of an amendment that cannot be: the field and the code of the reason.
pub type Fault = (&'static str, &'static str);

impl Amendment {
    /// Whether the tables hold it, as it took effect on `from`. A later name for the same day may stand in its place.
    pub fn stands_in(&self, holdings: &Holdings, from: Date) -> bool {
        let renamed = |of: &Renamed| holdings.names.iter().any(|change| change.of == *of && change.from == from);
        match self {
            Self::RenameArea { code, .. } => renamed(&Renamed::Area(code.clone())),
            Self::RenameUnit { code, .. } => renamed(&Renamed::Unit(code.clone())),
            Self::CloseArea { code, successor } => {
                let found = holdings.areas.iter().find(|area| area.code == *code);
                found.is_some_and(|area| area.validity.until == Some(from) && area.validity.successor.as_ref() == Some(successor))
            }
            Self::CloseUnit { code, successor } => {
                let found = holdings.units.iter().find(|unit| unit.code == *code);
                found.is_some_and(|unit| unit.validity.until == Some(from) && unit.validity.successor.as_ref() == Some(successor))
            }
            Self::OpenArea { .. } => {
                // Its end may have been decided since.
                let as_opened =
                    |area: &Area| Area { validity: Validity { from: area.validity.from, until: None, successor: None }, ..area.clone() };
                self.opened_area(from).is_some_and(|new| holdings.areas.iter().any(|area| area.code == new.code && as_opened(area) == new))
            }
            Self::OpenUnit { .. } => {
                let as_opened =
                    |unit: &Unit| Unit { validity: Validity { from: unit.validity.from, until: None, successor: None }, ..unit.clone() };
                self.opened_unit(from).is_some_and(|new| holdings.units.iter().any(|unit| unit.code == new.code && as_opened(unit) == new))
            }
            Self::RenameCategory { code, .. } => renamed(&Renamed::Category(code.clone())),
            Self::RenameKind { code, .. } => renamed(&Renamed::Kind(code.clone())),
            Self::CloseCategory { code, successor } | Self::CloseKind { code, successor } => {
                let level = if matches!(self, Self::CloseCategory { .. }) { KindLevel::First } else { KindLevel::Second };
                let end = KindEnd { level, code: code.clone(), until: from, successor: successor.clone() };
                holdings.kinds.ends.contains(&end)
            }
            // A later decision for the same day may stand in its place.
            Self::KindUnit { code, .. } => holdings.kinds.units.iter().any(|change| change.code == *code && change.from == from),
            Self::OpenKind { .. } => self.opened_kind(from).is_some_and(|kind| holdings.kinds.opened.contains(&kind)),
        }
    }

    /// The area that it opens on `from`, if that is what it does and its words can be read.
    pub(crate) fn opened_area(&self, from: Date) -> Option<Area> {
        let Self::OpenArea { code, level, parent, name, name_en, residents, outline } = self else { return None };
        Some(Area {
            code: code.clone(),
            name: name.clone(),
            name_en: name_en.clone(),
            level: AreaLevel::from_code(level)?,
            parent: Some(parent.clone()),
            residents: *residents,
            outline: Outline::new(outline).ok()?,
            validity: Validity { from: Some(from), until: None, successor: None },
        })
    }

    /// The unit that it opens on `from`, if that is what it does and its words can be read.
    pub(crate) fn opened_unit(&self, from: Date) -> Option<Unit> {
        let Self::OpenUnit { code, name, name_en, kind, phone } = self else { return None };
        Some(Unit {
            code: code.clone(),
            name: name.clone(),
            name_en: name_en.clone(),
            kind: UnitKind::from_code(kind)?,
            phone: phone.clone(),
            validity: Validity { from: Some(from), until: None, successor: None },
        })
    }

    /// The kind that it opens on `from`, if that is what it does.
    pub fn opened_kind(&self, from: Date) -> Option<CaseKind> {
        let Self::OpenKind { code, first, name, name_en, unit, case_type, complexity, public_space, basis, words } = self else {
            return None;
        };
        let opened = OpenedKind {
            case_type: case_type.clone(),
            complexity: complexity.clone(),
            public_space: *public_space,
            basis: basis.clone(),
            words: words.clone(),
        };
        let second = SecondLevel { first: first.clone(), unit: unit.clone(), former: Vec::new(), opened: Some(opened) };
        Some(CaseKind {
            code: code.clone(),
            name: name.clone(),
            name_en: name_en.clone(),
            second: Some(second),
            validity: Validity { from: Some(from), until: None, successor: None },
            decided: true,
        })
    }

    /// What is wrong with it on `register` if it takes effect on `from`.
    #[expect(clippy::too_many_lines, reason = "one arm per amendment, each short")]
    pub fn faults(&self, register: &Register, from: Date) -> Vec<Fault> {
        let mut faults = Vec::new();
        match self {
            Self::RenameArea { code, name, name_en } => {
                let old = register.area(code).filter(|area| area.validity.until.is_none() && area.level != AreaLevel::County);
                match old {
                    None => faults.push(("code", "closed")),
                    Some(old) if old.name == *name && old.name_en == *name_en => faults.push(("name", "same")),
                    Some(_) => {}
                }
                names(name, name_en, &mut faults);
            }
            Self::OpenArea { code, level, parent, name, name_en, residents, outline } => {
                if register.area(code).is_some() {
                    faults.push(("code", "taken"));
                }
                if *residents > MOST_RESIDENTS {
                    faults.push(("residents", "out_of_range"));
                }
                names(name, name_en, &mut faults);
                open_area(register, (level, parent, outline), from, &mut faults);
            }
            Self::RenameUnit { code, name, name_en } => {
                match register.unit(code).filter(|unit| unit.validity.until.is_none()) {
                    None => faults.push(("code", "closed")),
                    Some(old) if old.name == *name && old.name_en == *name_en => faults.push(("name", "same")),
                    Some(_) => {}
                }
                names(name, name_en, &mut faults);
            }
            Self::CloseArea { code, successor } => {
                let old = register.area(code).filter(|area| area.validity.until.is_none() && area.level != AreaLevel::County);
                let new = register.area(successor).filter(|area| area.validity.until.is_none() && area.validity.covers(from));
                match (old, new) {
                    (None, _) => faults.push(("code", "closed")),
                    (Some(_), None) => faults.push(("successor", "closed")),
                    (Some(old), Some(new)) if old.code == new.code => faults.push(("successor", "itself")),
                    (Some(old), Some(new)) if old.level != new.level => faults.push(("successor", "other_level")),
                    (Some(old), Some(_)) => {
                        if register.children(&old.code).any(|child| child.validity.covers(from)) {
                            faults.push(("code", "has_communities"));
                        }
                    }
                }
            }
            Self::CloseUnit { code, successor } => {
                let old = register.unit(code).filter(|unit| unit.validity.until.is_none());
                let new = register.unit(successor).filter(|unit| unit.validity.until.is_none() && unit.validity.covers(from));
                match (old, new) {
                    (None, _) => faults.push(("code", "closed")),
                    (Some(_), None) => faults.push(("successor", "closed")),
                    (Some(old), Some(new)) if old.code == new.code => faults.push(("successor", "itself")),
                    (Some(_), Some(_)) => {}
                }
            }
            Self::OpenUnit { code, name, name_en, kind, phone } => {
                if register.unit(code).is_some() {
                    faults.push(("code", "taken"));
                }
                if UnitKind::from_code(kind).is_none() {
                    faults.push(("kind", "unknown"));
                }
                if text::phone(phone).is_none() {
                    faults.push(("phone", "bad_phone"));
                }
                names(name, name_en, &mut faults);
            }
            Self::RenameCategory { code, name, name_en } | Self::RenameKind { code, name, name_en } => {
                let of_first = matches!(self, Self::RenameCategory { .. });
                let old = if of_first { register.category(code) } else { register.kind(code) };
                match old.filter(|kind| kind.validity.until.is_none()) {
                    None => faults.push(("code", "closed")),
                    Some(old) if old.name == *name && old.name_en == *name_en => faults.push(("name", "same")),
                    Some(_) => {}
                }
                names(name, name_en, &mut faults);
            }
            Self::CloseCategory { code, successor } => {
                close_kind([register.category(code), register.category(successor)], from, &mut faults);
                // What begins later still belongs to it: it may not lose its first level before it is born.
                let ends_later = |kind: &CaseKind| kind.validity.until.is_none_or(|until| until > from);
                if register.kinds().iter().any(|kind| kind.first() == Some(code) && ends_later(kind)) {
                    faults.push(("code", "has_kinds"));
                }
            }
            Self::CloseKind { code, successor } => {
                close_kind([register.kind(code), register.kind(successor)], from, &mut faults);
            }
            Self::KindUnit { code, unit } => {
                let old = register.kind(code).filter(|kind| kind.validity.until.is_none());
                match old.and_then(|kind| kind.second.as_ref()) {
                    None => faults.push(("code", "closed")),
                    Some(second) if second.unit == *unit => faults.push(("unit", "same")),
                    Some(_) => {}
                }
                unit_of_kind(register, unit, from, &mut faults);
            }
            Self::OpenKind { code, first, name, name_en, unit, case_type, complexity, public_space: _, basis, words } => {
                if register.kind(code).is_some() {
                    faults.push(("code", "taken"));
                }
                if !register.category(first).is_some_and(|kind| kind.validity.until.is_none() && kind.validity.covers(from)) {
                    faults.push(("first", "closed"));
                }
                unit_of_kind(register, unit, from, &mut faults);
                if !CASE_TYPES.contains(&case_type.as_str()) {
                    faults.push(("case_type", "unknown"));
                }
                if !COMPLEXITIES.contains(&complexity.as_str()) {
                    faults.push(("complexity", "unknown"));
                }
                if let Err(fault) = text::check(basis, LONGEST_BASIS) {
                    faults.push(("basis", fault.code()));
                }
                names(name, name_en, &mut faults);
                kind_words(words, &mut faults);
            }
        }
        faults
    }
}

/// A new area lies below a fitting one that goes on, inside its border, and over no other of its tier.
fn open_area(register: &Register, (level, parent, outline): (&str, &AreaCode, &[LonLat]), from: Date, faults: &mut Vec<Fault>) {
    let level = AreaLevel::from_code(level).filter(|level| *level != AreaLevel::County);
    if level.is_none() {
        faults.push(("level", "unknown"));
    }
    let parent = register.area(parent).filter(|area| area.validity.until.is_none() && area.validity.covers(from));
    match (level, parent) {
        (_, None) => faults.push(("parent", "closed")),
        (Some(level), Some(parent)) if !level.goes_below(parent.level) => faults.push(("parent", "other_level")),
        (_, Some(_)) => {}
    }
    let outline = match Outline::new(outline) {
        Ok(outline) => outline,
        Err(error) => return faults.push(("outline", error.code())),
    };
    if parent.is_some_and(|parent| !parent.outline.encloses(&outline)) {
        faults.push(("outline", "outside_parent"));
    }
    // Subdistricts and towns are one tier, as in the county file. What has not ended by then keeps its ground.
    let tier = |level: AreaLevel| match level {
        AreaLevel::County => 0,
        AreaLevel::Subdistrict | AreaLevel::Town => 1,
        AreaLevel::Community => 2,
    };
    let keeps = |area: &Area| area.validity.until.is_none_or(|until| until > from);
    let mut others = register.areas().iter().filter(|area| level.is_some_and(|level| tier(level) == tier(area.level)) && keeps(area));
    if others.any(|area| area.outline.overlaps(&outline)) {
        faults.push(("outline", "overlaps"));
    }
}

/// A kind that goes on ends in another of its level that goes on.
fn close_kind([old, new]: [Option<&CaseKind>; 2], from: Date, faults: &mut Vec<Fault>) {
    let old = old.filter(|kind| kind.validity.until.is_none());
    let new = new.filter(|kind| kind.validity.until.is_none() && kind.validity.covers(from));
    match (old, new) {
        (None, _) => faults.push(("code", "closed")),
        (Some(_), None) => faults.push(("successor", "closed")),
        (Some(old), Some(new)) if old.code == new.code => faults.push(("successor", "itself")),
        (Some(_), Some(_)) => {}
    }
}

/// A kind is given to a unit that is there on that day, and goes on.
fn unit_of_kind(register: &Register, unit: &UnitCode, from: Date, faults: &mut Vec<Fault>) {
    if !register.unit(unit).is_some_and(|unit| unit.validity.until.is_none() && unit.validity.covers(from)) {
        faults.push(("unit", "closed"));
    }
}

/// A word of one character stands in too many texts to speak for anything.
fn kind_words(words: &[String], faults: &mut Vec<Fault>) {
    if words.len() > MOST_WORDS {
        faults.push(("words", "over_sixty"));
    }
    for (place, word) in words.iter().enumerate() {
        let count = word.chars().filter(|c| c.is_alphanumeric()).count();
        let fault = if text::check(word, LONGEST_WORD).is_err() || count < 2 {
            "bad_word"
        } else if words.iter().take(place).any(|earlier| earlier == word) {
            "twice"
        } else {
            continue;
        };
        if !faults.contains(&("words", fault)) {
            faults.push(("words", fault));
        }
    }
}

fn names(name: &str, name_en: &str, faults: &mut Vec<Fault>) {
    for (field, name) in [("name", name), ("name_en", name_en)] {
        if let Err(fault) = text::check(name, LONGEST_NAME) {
            faults.push((field, if fault == text::TextFault::TooLong { "long_name" } else { fault.code() }));
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::CountyFile;
    use crate::model::NameChange;
    use crate::model::kinds::KindUnit;
    use crate::model::register::Holdings;
    use crate::model::register::tests::demo;

    fn close(code: &str, successor: &str) -> Amendment {
        Amendment::CloseArea { code: code.parse().unwrap(), successor: successor.parse().unwrap() }
    }

    #[test]
    fn a_community_is_merged_into_one_of_its_level() {
        let (register, day) = (demo(), date(2027, 1, 1));
        assert_eq!(close("tielu", "qingyuan").faults(&register, day), []);
        assert_eq!(close("tielu", "tielu").faults(&register, day), [("successor", "itself")]);
        assert_eq!(close("tielu", "beiguan_subdistrict").faults(&register, day), [("successor", "other_level")]);
        assert_eq!(close("tielu", "atlantis").faults(&register, day), [("successor", "closed")]);
        assert_eq!(close("qinghe", "tielu").faults(&register, day), [("code", "closed")], "the county stays");
        let wide = register.areas().iter().filter(|area| area.level == AreaLevel::Subdistrict).map(|area| area.code.to_string());
        let wide: Vec<String> = wide.collect();
        assert_eq!(close(&wide[0], &wide[1]).faults(&register, day), [("code", "has_communities")]);
    }

    #[test]
    fn a_new_unit_needs_a_code_names_and_a_telephone() {
        let (register, day) = (demo(), date(2027, 1, 1));
        let open = |code: &str, kind: &str, phone: &str| Amendment::OpenUnit {
            code: code.parse().unwrap(),
            name: "县水务局".to_owned(),
            name_en: "Water Bureau".to_owned(),
            kind: kind.to_owned(),
            phone: phone.to_owned(),
        };
        assert_eq!(open("water", "department", "0000-1234599").faults(&register, day), []);
        assert_eq!(open("housing", "bureau", "x").faults(&register, day), [("code", "taken"), ("kind", "unknown"), ("phone", "bad_phone")]);
    }

    fn kind(code: &str, name: &str, first: Option<&str>) -> CaseKind {
        let second = first.map(|first| SecondLevel {
            first: first.parse().unwrap(),
            unit: "transport_urban".parse().unwrap(),
            former: Vec::new(),
            opened: None,
        });
        CaseKind {
            code: code.parse().unwrap(),
            name: name.to_owned(),
            name_en: name.to_owned(),
            second,
            validity: Validity::open(),
            decided: false,
        }
    }

    /// Three kinds that ship: two of one first level, one of another.
    fn shipped() -> Vec<CaseKind> {
        let (construction, traffic) = (kind("construction", "城乡建设", None), kind("traffic", "交通", None));
        let (lamps, roads) = (kind("street_lamp", "路灯", Some("construction")), kind("roads", "道路", Some("construction")));
        vec![construction, traffic, lamps, roads, kind("parking", "停车", Some("traffic"))]
    }

    fn with_kinds(change: impl FnOnce(&mut Holdings)) -> Register {
        let mut rows = Holdings::from(include_str!("../../../../../demo/county.toml").parse::<CountyFile>().unwrap());
        rows.kinds.shipped = Arc::new(shipped());
        change(&mut rows);
        Register::on(date(2027, 1, 1), rows)
    }

    fn close_kind(code: &str, successor: &str) -> Amendment {
        Amendment::CloseKind { code: code.parse().unwrap(), successor: successor.parse().unwrap() }
    }

    fn open_kind(code: &str, first: &str, words: &[&str]) -> Amendment {
        Amendment::OpenKind {
            code: code.parse().unwrap(),
            first: first.parse().unwrap(),
            name: "充电桩".to_owned(),
            name_en: "Chargers".to_owned(),
            unit: "transport_urban".parse().unwrap(),
            case_type: "help".to_owned(),
            complexity: "general".to_owned(),
            public_space: true,
            basis: "县政府职责分工".to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        }
    }

    #[test]
    fn a_kind_ends_in_another_of_its_level_and_a_first_level_only_when_it_is_empty() {
        let (register, day) = (with_kinds(|_| {}), date(2027, 1, 1));
        assert_eq!(close_kind("street_lamp", "parking").faults(&register, day), []);
        assert_eq!(close_kind("street_lamp", "street_lamp").faults(&register, day), [("successor", "itself")]);
        assert_eq!(close_kind("street_lamp", "traffic").faults(&register, day), [("successor", "closed")], "no kind of its level");
        assert_eq!(close_kind("nothing", "parking").faults(&register, day), [("code", "closed")]);
        let first = Amendment::CloseCategory { code: "construction".parse().unwrap(), successor: "traffic".parse().unwrap() };
        assert_eq!(first.faults(&register, day), [("code", "has_kinds")]);
        let (level, successor) = (KindLevel::Second, "parking".parse::<KindCode>().unwrap());
        let end = |code: &str| KindEnd { level, code: code.parse().unwrap(), until: day, successor: successor.clone() };
        let emptied = with_kinds(|rows| rows.kinds.ends = vec![end("street_lamp"), end("roads")]);
        assert_eq!(first.faults(&emptied, day), []);
        assert_eq!(close_kind("parking", "roads").faults(&emptied, day), [("successor", "closed")], "what is closed takes nothing over");
    }

    #[test]
    fn a_new_kind_says_everything_that_limits_and_lists_ask() {
        let (register, day) = (with_kinds(|_| {}), date(2027, 1, 1));
        assert_eq!(open_kind("chargers", "traffic", &["充电桩", "充电"]).faults(&register, day), []);
        assert_eq!(open_kind("roads", "parking", &[]).faults(&register, day), [("code", "taken"), ("first", "closed")]);
        let bad = [("words", "bad_word"), ("words", "twice")];
        assert_eq!(open_kind("chargers", "traffic", &["充", "充电", "充电"]).faults(&register, day), bad);
        let Amendment::OpenKind { code, first, name, name_en, .. } = open_kind("chargers", "traffic", &[]) else { unreachable!() };
        let (case_type, complexity, basis) = ("wish".to_owned(), "hard".to_owned(), " ".to_owned());
        let (unit, words) = ("atlantis".parse().unwrap(), Vec::new());
        let empty = Amendment::OpenKind { code, first, name, name_en, unit, case_type, complexity, public_space: false, basis, words };
        let all = [("unit", "closed"), ("case_type", "unknown"), ("complexity", "unknown"), ("basis", "empty")];
        assert_eq!(empty.faults(&register, day), all);
    }

    #[test]
    fn a_kind_goes_to_a_unit_that_is_there() {
        let (register, day) = (with_kinds(|_| {}), date(2027, 1, 1));
        let unit = |code: &str, unit: &str| Amendment::KindUnit { code: code.parse().unwrap(), unit: unit.parse().unwrap() };
        assert_eq!(unit("street_lamp", "housing").faults(&register, day), []);
        assert_eq!(unit("street_lamp", "transport_urban").faults(&register, day), [("unit", "same")]);
        assert_eq!(unit("street_lamp", "atlantis").faults(&register, day), [("unit", "closed")]);
        assert_eq!(unit("construction", "housing").faults(&register, day), [("code", "closed")], "a first level has no unit");
    }

    #[test]
    fn kinds_of_a_day_have_the_names_units_and_ends_of_that_day() {
        let code = |text: &str| text.parse::<KindCode>().unwrap();
        let mut rows = Holdings::from(include_str!("../../../../../demo/county.toml").parse::<CountyFile>().unwrap());
        rows.kinds.shipped = Arc::new(shipped());
        rows.kinds.opened = vec![open_kind("chargers", "traffic", &[]).opened_kind(date(2027, 2, 1)).unwrap()];
        let (level, until) = (KindLevel::Second, date(2027, 2, 1));
        rows.kinds.ends = vec![KindEnd { level, code: code("street_lamp"), until, successor: code("roads") }];
        rows.kinds.units = vec![KindUnit { code: code("roads"), from: date(2027, 2, 1), unit: "housing".parse().unwrap() }];
        let of = Renamed::Kind(code("roads"));
        rows.names = vec![NameChange { of, from: date(2027, 2, 1), name: "道路设施".to_owned(), name_en: "Roads".to_owned() }];
        let (before, after) = (Register::on(date(2027, 1, 31), rows.clone()), Register::on(date(2027, 2, 1), rows));
        let told = |register: &Register, code: &KindCode| {
            let kind = register.kind_in_force(code).map(|kind| (kind.name.clone(), kind.second.as_ref().unwrap().unit.to_string()));
            kind.unwrap_or_default()
        };
        let pair = |name: &str, unit: &str| (name.to_owned(), unit.to_owned());
        assert_eq!(told(&before, &code("street_lamp")), pair("路灯", "transport_urban"));
        assert_eq!(told(&after, &code("street_lamp")), pair("道路设施", "housing"), "its successor, as it is called on that day");
        assert_eq!(told(&before, &code("chargers")), pair("", ""), "not yet");
        assert_eq!(told(&after, &code("chargers")), pair("充电桩", "transport_urban"));
        assert_eq!(after.kind(&code("street_lamp")).unwrap().name, "路灯", "old matters still name it");
        let former = &after.kind(&code("roads")).unwrap().second.as_ref().unwrap().former;
        assert_eq!(former, &["transport_urban".parse::<UnitCode>().unwrap()]);
    }

    fn open_area(code: &str, level: &str, parent: &str, outline: &[[f64; 2]]) -> Amendment {
        Amendment::OpenArea {
            code: code.parse().unwrap(),
            level: level.to_owned(),
            parent: parent.parse().unwrap(),
            name: "新苑社区".to_owned(),
            name_en: "Xinyuan Community".to_owned(),
            residents: 5_200,
            outline: outline.iter().copied().map(LonLat::from).collect(),
        }
    }

    #[test]
    fn a_new_area_lies_inside_its_parent_and_over_no_neighbour() {
        let day = date(2027, 1, 1);
        // Huaiyin ends, so that its ground is free from that day on: [117.14, 117.18] × [36.16, 36.20].
        let mut rows = Holdings::from(include_str!("../../../../../demo/county.toml").parse::<CountyFile>().unwrap());
        let old = rows.areas.iter_mut().find(|area| area.code.as_str() == "huaiyin").unwrap();
        old.validity = Validity { from: None, until: Some(day), successor: Some("yingchun".parse().unwrap()) };
        let (then, before) = (
            Register::on(day, rows.clone()),
            Register::on(day, Holdings::from(include_str!("../../../../../demo/county.toml").parse::<CountyFile>().unwrap())),
        );
        let half = [[117.14, 36.16], [117.16, 36.16], [117.155, 36.18], [117.16, 36.20], [117.14, 36.20]];
        let new = |level: &str, parent: &str, outline: &[[f64; 2]]| open_area("brand_new", level, parent, outline);
        assert_eq!(new("community", "beiguan_subdistrict", &half).faults(&then, day), []);
        assert_eq!(new("community", "beiguan_subdistrict", &half).faults(&before, day), [("outline", "overlaps")]);
        let wide = [[117.14, 36.16], [117.16, 36.16], [117.16, 36.25], [117.14, 36.25]];
        assert_eq!(new("community", "beiguan_subdistrict", &wide).faults(&then, day), [("outline", "outside_parent")]);
        assert_eq!(new("community", "qinghe", &half).faults(&then, day), [("parent", "other_level")]);
        assert_eq!(new("grid", "huaiyin", &half).faults(&then, day), [("level", "unknown"), ("parent", "closed")]);
        assert_eq!(new("subdistrict", "qinghe", &half).faults(&then, day), [("outline", "overlaps")], "subdistricts fill the county");
        let crossing = [[117.14, 36.16], [117.16, 36.20], [117.16, 36.16], [117.14, 36.20]];
        assert_eq!(new("community", "beiguan_subdistrict", &crossing).faults(&then, day), [("outline", "not_simple")]);
        assert_eq!(open_area("huaiyin", "community", "beiguan_subdistrict", &half).faults(&then, day), [("code", "taken")]);
        rows.areas.push(new("community", "beiguan_subdistrict", &half).opened_area(day).unwrap());
        assert!(new("community", "beiguan_subdistrict", &half).stands_in(&rows, day));
        assert!(!new("community", "beiguan_subdistrict", &wide).stands_in(&rows, day));
    }

    #[test]
    fn a_border_is_read_from_corners_and_from_geojson() {
        let read = |outline: &str| {
            let text = format!(
                r#"{{"what":"open_area","code":"x","level":"community","parent":"p","name":"n","name_en":"n","residents":1,"outline":{outline}}}"#
            );
            serde_json::from_str::<Amendment>(&text)
        };
        let clockwise = "[[117.0,36.0],[117.0,36.04],[117.04,36.04],[117.0,36.0]]";
        let (list, polygon) = (read(clockwise).unwrap(), read(&format!(r#"{{"type":"Polygon","coordinates":[{clockwise}]}}"#)).unwrap());
        assert_eq!(list, polygon);
        let text = serde_json::to_string(&list).unwrap();
        assert!(text.contains(r#""outline":[[117.04,36.04],[117.0,36.04],[117.0,36.0]]"#), "{text}");
        assert_eq!(serde_json::from_str::<Amendment>(&text).unwrap(), list);
        assert!(read(r#"{"type":"Point","coordinates":[117,36]}"#).is_err());
    }

    #[test]
    fn an_amendment_survives_its_stored_form() {
        let text = serde_json::to_string(&close("tielu", "qingyuan")).unwrap();
        assert_eq!(text, r#"{"what":"close_area","code":"tielu","successor":"qingyuan"}"#);
        assert_eq!(serde_json::from_str::<Amendment>(&text).unwrap(), close("tielu", "qingyuan"));
        let opened = open_kind("chargers", "traffic", &["充电桩"]);
        assert_eq!(serde_json::from_str::<Amendment>(&serde_json::to_string(&opened).unwrap()).unwrap(), opened);
    }
}
