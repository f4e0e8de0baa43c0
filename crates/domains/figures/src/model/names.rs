//! What the numbers in leaves mean (decisions 9): said in public before they are used, and again when it changes.

use std::collections::{BTreeMap, BTreeSet};

use cases::catalogue::Catalogue;
use kernel::{AreaCode, KindCode, Timestamp, UnitCode, format};
use places::{Register, Validity};
use serde_json::{Value, json};
use settings::model::{Calendars, Key, Timeline};
use tally::Figure;
use tlog::leaf::{Change, What};

use super::Said;

/// Something that has, or gets, a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) what: What,
    pub(crate) code: String,
    pub(crate) value: String,
    /// The number, where it is not the next free one: a version, a year.
    pub(crate) number: Option<u32>,
}

/// With the first day no longer in force and what takes its place, once that is decided.
fn ended<Code: std::fmt::Display>(mut value: Value, validity: &Validity<Code>) -> Value {
    if let (Some(until), Some(successor)) = (validity.until, &validity.successor) {
        value["until"] = json!(until.to_string());
        value["successor"] = json!(successor.to_string());
    }
    value
}

/// Everything that is to be known in public at `now`.
pub(crate) fn wanted(
    register: &Register,
    catalogue: &Catalogue,
    timeline: &Timeline,
    calendars: &Calendars,
    now: Timestamp,
) -> Vec<Wanted> {
    let county = &register.county().code;
    let areas = register.areas().iter().filter(|area| area.code != *county).map(|area| {
        let parent = area.parent.as_ref().map(ToString::to_string);
        let value = ended(
            json!({ "zh": area.name, "en": area.name_en, "level": area.level.code(), "parent": parent, "residents": area.residents }),
            &area.validity,
        );
        Wanted { what: What::Area, code: area.code.to_string(), value: value.to_string(), number: None }
    });
    let units = register.units().iter().map(|unit| {
        let value = ended(json!({ "zh": unit.name, "en": unit.name_en }), &unit.validity);
        Wanted { what: What::Unit, code: unit.code.to_string(), value: value.to_string(), number: None }
    });
    let categories = catalogue.categories().iter().map(|category| {
        let value = json!({ "zh": category.label.zh, "en": category.label.en });
        let value = register.category(&category.code).map_or(value.clone(), |known| ended(value, &known.validity));
        Wanted { what: What::Category, code: category.code.to_string(), value: value.to_string(), number: None }
    });
    // What ships is public by itself; what two people decided about it is said.
    let kinds = register.kinds().iter().filter(|kind| kind.decided).filter_map(|kind| {
        let second = kind.second.as_ref()?;
        let mut value = json!({ "zh": kind.name, "en": kind.name_en, "category": second.first, "unit": second.unit });
        if let (Some(opened), Some(from)) = (&second.opened, kind.validity.from) {
            value["from"] = json!(from.to_string());
            value["case_type"] = json!(opened.case_type);
            value["complexity"] = json!(opened.complexity);
            value["public_space"] = json!(opened.public_space);
            value["basis"] = json!(opened.basis);
        }
        let value = ended(value, &kind.validity).to_string();
        Some(Wanted { what: What::Kind, code: kind.code.to_string(), value, number: None })
    });
    let mut wanted: Vec<Wanted> = areas.chain(units).chain(categories).chain(kinds).collect();
    let definitions = Figure::ALL.iter().filter_map(|figure| {
        let definition = figure.definition();
        let code = definition.figure.to_owned();
        Some(Wanted { what: What::Definition, code, value: definition.to_json().ok()?, number: Some(definition.version) })
    });
    wanted.extend(definitions);
    let instants: BTreeSet<Timestamp> =
        std::iter::once(Timestamp::UNIX_EPOCH).chain(timeline.settings().iter().map(|setting| setting.effective_at)).collect();
    wanted.extend(instants.into_iter().filter(|from| *from <= now).map(|from| {
        let parameters = timeline.at(from);
        let values: BTreeMap<&str, String> = Key::ALL.iter().map(|key| (key.code(), parameters.value(*key).to_string())).collect();
        let number = parameters.version;
        Wanted { what: What::Parameter, code: format!("parameters/{number}"), value: json!(values).to_string(), number: Some(number) }
    }));
    let calendar = calendars.get(now);
    wanted.extend(calendar.years().filter_map(|year| {
        let value = json!({ "version": calendar.version(year) }).to_string();
        Some(Wanted { what: What::Calendar, code: year.to_string(), value, number: Some(u32::try_from(year).ok()?) })
    }));
    wanted
}

/// What is to be said now: what is new or says something else than before. New areas, units and categories get the next free number.
pub(crate) fn unsaid(wanted: Vec<Wanted>, said: &[Said], now: Timestamp) -> Vec<Said> {
    let today = format::local_date(now).to_string();
    let known: BTreeMap<(What, &str), &Said> = said.iter().map(|said| ((said.what, said.code.as_str()), said)).collect();
    let mut last: BTreeMap<What, u32> = BTreeMap::new();
    for said in said {
        let last = last.entry(said.what).or_default();
        *last = said.number.max(*last);
    }
    let mut out = Vec::new();
    for Wanted { what, code, value, number } in wanted {
        let before = known.get(&(what, code.as_str()));
        if before.is_some_and(|said| said.value == value && number.is_none_or(|number| number == said.number)) {
            continue;
        }
        let number = number.or(before.map(|said| said.number)).unwrap_or_else(|| {
            let last = last.entry(what).or_default();
            *last += 1;
            *last
        });
        out.push(Said { what, number, code, value, from: today.clone() });
    }
    out
}

/// The leaf that says it.
pub(crate) fn change(said: &Said) -> Change {
    let Said { what, number, code, value, from } = said.clone();
    Change { what, number, code, value, from, reason: String::new() }
}

/// The numbers of areas, units and categories.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers(BTreeMap<(What, String), u16>);

impl Numbers {
    pub(crate) fn of(said: &[Said]) -> Self {
        let one = |said: &Said| Some(((said.what, said.code.clone()), u16::try_from(said.number).ok()?));
        Self(said.iter().filter_map(one).collect())
    }

    fn get(&self, what: What, code: &str) -> u16 {
        self.0.get(&(what, code.to_owned())).copied().unwrap_or(0)
    }

    pub(crate) fn area(&self, code: &AreaCode) -> u16 {
        self.get(What::Area, code.as_str())
    }

    pub(crate) fn unit(&self, code: &UnitCode) -> u16 {
        self.get(What::Unit, code.as_str())
    }

    pub(crate) fn category(&self, code: &KindCode) -> u16 {
        self.get(What::Category, code.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(code: &str, value: &str, number: Option<u32>) -> Wanted {
        Wanted { what: What::Area, code: code.to_owned(), value: value.to_owned(), number }
    }

    #[test]
    fn a_number_is_kept_for_ever_and_a_new_name_is_said_again() {
        let first = unsaid(vec![wants("a", "1", None), wants("b", "1", None)], &[], Timestamp::UNIX_EPOCH);
        assert_eq!(first.iter().map(|said| (said.code.as_str(), said.number)).collect::<Vec<_>>(), [("a", 1), ("b", 2)]);
        assert_eq!(unsaid(vec![wants("b", "1", None), wants("a", "1", None)], &first, Timestamp::UNIX_EPOCH), []);
        let then = unsaid(vec![wants("c", "1", None), wants("b", "2", None)], &first, Timestamp::UNIX_EPOCH);
        assert_eq!(then.iter().map(|said| (said.code.as_str(), said.number)).collect::<Vec<_>>(), [("c", 3), ("b", 2)]);
        assert_eq!(Numbers::of(&first).get(What::Area, "b"), 2);
        assert_eq!(Numbers::of(&first).get(What::Unit, "b"), 0);
    }
}
