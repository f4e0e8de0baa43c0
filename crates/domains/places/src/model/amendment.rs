//! Changes of the register while a site runs (decisions 3): areas and units are renamed, merged into another, opened.
//! Nothing is removed: what is closed keeps its row, its days of validity and a successor, so that figures of old months
//! keep the old areas and units, and new matters go to the new ones.

use jiff::civil::Date;
use kernel::{AreaCode, UnitCode, text};
use serde::{Deserialize, Serialize};

use super::register::{Holdings, Register};
use super::{AreaLevel, Renamed, UnitKind};

/// Longest name, in characters; what fits a signboard and a slip.
const LONGEST_NAME: usize = 100;

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
            Self::OpenUnit { code, .. } => holdings.units.iter().any(|unit| unit.code == *code && unit.validity.from == Some(from)),
        }
    }

    /// What is wrong with it on `register` if it takes effect on `from`.
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
        }
        faults
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
    use jiff::civil::date;

    use super::*;
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

    #[test]
    fn an_amendment_survives_its_stored_form() {
        let text = serde_json::to_string(&close("tielu", "qingyuan")).unwrap();
        assert_eq!(text, r#"{"what":"close_area","code":"tielu","successor":"qingyuan"}"#);
        assert_eq!(serde_json::from_str::<Amendment>(&text).unwrap(), close("tielu", "qingyuan"));
    }
}
