//! The register as one immutable value in memory.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{AreaCode, KindCode, PointCode, UnitCode};
use serde_json::{Value, json};

use super::amendment::Amendment;
use super::county_file::CountyFile;
use super::kinds::{CaseKind, KindHoldings, KindLevel};
use super::local::{HeldWord, Means};
use super::outline::LonLat;
use super::words::{Guess, Names, plain};
use super::{Area, AreaLevel, County, NameChange, NamedPlace, Point, Renamed, Unit, Validity};

/// What the tables hold, of all days.
#[derive(Debug, Clone)]
pub struct Holdings {
    /// The county.
    pub county: County,
    /// Areas below the county, each with its first name.
    pub areas: Vec<Area>,
    /// Contact points.
    pub points: Vec<Point>,
    /// Estates and roads.
    pub places: Vec<NamedPlace>,
    /// Units, each with its first name.
    pub units: Vec<Unit>,
    /// New names, the oldest first.
    pub names: Vec<NameChange>,
    /// The dictionary, with what was ended, the oldest first.
    pub words: Vec<HeldWord>,
    /// Kinds of matters.
    pub kinds: KindHoldings,
}

/// What a county begins with: its file, and nothing decided yet. Accounts are not the register's.
impl From<CountyFile> for Holdings {
    fn from(file: CountyFile) -> Self {
        let CountyFile { county, areas, points, places, units, accounts: _ } = file;
        Self { county, areas, points, places, units, names: Vec::new(), words: Vec::new(), kinds: KindHoldings::default() }
    }
}

impl Holdings {
    /// What did not come by decision but stood in the county's file: table, the row's name, and all that it says but its end, which is decided
    /// later. In the stored order; two roads of one name lie in two communities.
    pub fn beginnings(&self) -> Vec<(&'static str, String, Value)> {
        let County { code, name, name_en, hotline, outline } = &self.county;
        let county = ("place_county", code.to_string(), json!([name, name_en, hotline, outline]));
        let areas = self.areas.iter().filter(|area| area.validity.from.is_none()).map(|area| {
            let Area { code, name, name_en, level, parent, residents, outline, validity: _ } = area;
            let parent = parent.as_ref().map(AreaCode::as_str);
            ("place_area", code.to_string(), json!([name, name_en, level.code(), parent, residents, outline]))
        });
        let points = self.points.iter().map(|point| {
            let Point { code, name, name_en, area } = point;
            ("place_point", code.to_string(), json!([name, name_en, area.as_str()]))
        });
        let named = self.places.iter().map(|place| {
            let NamedPlace { name, kind, area } = place;
            ("place_named", format!("{name} {area}"), json!([kind.code()]))
        });
        let units = self.units.iter().filter(|unit| unit.validity.from.is_none()).map(|unit| {
            let Unit { code, name, name_en, kind, phone, validity: _ } = unit;
            ("place_unit", code.to_string(), json!([name, name_en, kind.code(), phone]))
        });
        std::iter::once(county).chain(areas).chain(points).chain(named).chain(units).collect()
    }

    /// What the tables say although none of these approved amendments does: table and code. How areas and units began is not asked
    /// where they stood in the county's file ([`Holdings::beginnings`]).
    pub fn unsaid(&self, approved: &[(&Amendment, Date)]) -> Vec<(&'static str, String)> {
        let said = |amendment: &dyn Fn(&Amendment, Date) -> bool| approved.iter().any(|(one, from)| amendment(one, *from));
        let opened = self.kinds.opened.iter().filter(|kind| !said(&|one, from| one.opened_kind(from).as_ref() == Some(*kind)));
        let ended = self.kinds.ends.iter().filter(|end| {
            !said(&|one, from| {
                let (code, successor) = (end.code.clone(), end.successor.clone());
                let close = match end.level {
                    KindLevel::First => Amendment::CloseCategory { code, successor },
                    KindLevel::Second => Amendment::CloseKind { code, successor },
                };
                from == end.until && *one == close
            })
        });
        let units = self.kinds.units.iter().filter(|change| {
            !said(&|one, from| from == change.from && *one == Amendment::KindUnit { code: change.code.clone(), unit: change.unit.clone() })
        });
        let names = self.names.iter().filter(|change| {
            let (name, name_en) = (change.name.clone(), change.name_en.clone());
            let rename = match change.of.clone() {
                Renamed::Area(code) => Amendment::RenameArea { code, name, name_en },
                Renamed::Unit(code) => Amendment::RenameUnit { code, name, name_en },
                Renamed::Category(code) => Amendment::RenameCategory { code, name, name_en },
                Renamed::Kind(code) => Amendment::RenameKind { code, name, name_en },
            };
            !said(&|one, from| from == change.from && *one == rename)
        });
        let areas = self.areas.iter().filter(|area| {
            let opens = |one: &Amendment, from| one.opened_area(from).is_some_and(|new| new.code == area.code);
            !lasted_as_said(&area.validity, &said, opens, |successor| Amendment::CloseArea { code: area.code.clone(), successor })
        });
        let offices = self.units.iter().filter(|unit| {
            let opens = |one: &Amendment, from| one.opened_unit(from).is_some_and(|new| new.code == unit.code);
            !lasted_as_said(&unit.validity, &said, opens, |successor| Amendment::CloseUnit { code: unit.code.clone(), successor })
        });
        let areas = areas.map(|area| ("place_area", area.code.to_string()));
        let offices = offices.map(|unit| ("place_unit", unit.code.to_string()));
        let opened = opened.map(|kind| ("place_kind", kind.code.to_string()));
        let ended = ended.map(|end| ("place_kind_end", end.code.to_string()));
        let units = units.map(|change| ("place_kind_unit", change.code.to_string()));
        let names = names.map(|change| ("place_name", change.name.clone()));
        opened.chain(ended).chain(units).chain(names).chain(areas).chain(offices).collect()
    }
}

/// Whether an approved amendment is as a question asks, on its day.
type Said<'a> = dyn Fn(&dyn Fn(&Amendment, Date) -> bool) -> bool + 'a;

/// Whether a row began and ended as approved amendments say: no beginning after the county's file and no end without one, and no half of
/// an end.
fn lasted_as_said<C: Clone>(
    validity: &Validity<C>,
    said: &Said<'_>,
    opens: impl Fn(&Amendment, Date) -> bool,
    close: impl FnOnce(C) -> Amendment,
) -> bool {
    let Validity { from, until, successor } = validity;
    let began = from.is_none_or(|day| said(&|one, from| from == day && opens(one, from)));
    let ended = match (until, successor.clone().map(close)) {
        (None, None) => true,
        (Some(until), Some(close)) => said(&|one, from| from == *until && *one == close),
        (Some(_), None) | (None, Some(_)) => false,
    };
    began && ended
}

/// Everything about areas, points, places, units and kinds on one day, indexed. What is closed is still there, for the matters
/// of its time; what is new begins on its day. Never changes; a change or another day makes another one.
#[derive(Debug)]
pub struct Register {
    day: Date,
    county: County,
    /// The county first, then the order of the county file: people know their areas in that order, and
    /// databases do not sort Chinese alike (decisions 16).
    areas: Vec<Area>,
    by_area: BTreeMap<AreaCode, usize>,
    /// Indexes of the areas directly below each area.
    below: BTreeMap<AreaCode, Vec<usize>>,
    points: Vec<Point>,
    places: Vec<NamedPlace>,
    units: Vec<Unit>,
    by_unit: BTreeMap<UnitCode, usize>,
    pub(super) words: Vec<HeldWord>,
    kinds: Vec<CaseKind>,
    by_kind: BTreeMap<(KindLevel, KindCode), usize>,
    names: Names,
}

impl Register {
    /// The register of `day`, each list in its order. The county becomes the topmost area, with the residents of the
    /// areas directly below it.
    pub fn on(day: Date, holdings: Holdings) -> Self {
        let Holdings { county, mut areas, points, places, mut units, names, words, kinds } = holdings;
        let kinds = kinds.on(day, &names);
        for change in names.into_iter().filter(|change| change.from <= day) {
            match change.of {
                Renamed::Area(code) => {
                    for area in areas.iter_mut().filter(|area| area.code == code) {
                        (area.name, area.name_en) = (change.name.clone(), change.name_en.clone());
                    }
                }
                Renamed::Unit(code) => {
                    for unit in units.iter_mut().filter(|unit| unit.code == code) {
                        (unit.name, unit.name_en) = (change.name.clone(), change.name_en.clone());
                    }
                }
                // Kinds have been given their names already.
                Renamed::Category(_) | Renamed::Kind(_) => {}
            }
        }
        // What is decided for a later day has nobody living in it yet.
        let begins_later = |area: &Area| area.validity.from.is_some_and(|from| from > day);
        let top = Area {
            code: county.code.clone(),
            name: county.name.clone(),
            name_en: county.name_en.clone(),
            level: AreaLevel::County,
            parent: None,
            residents: areas
                .iter()
                .filter(|area| area.parent.as_ref() == Some(&county.code) && !begins_later(area))
                .map(|area| area.residents)
                .sum(),
            outline: county.outline.clone(),
            validity: Validity::open(),
        };
        let areas: Vec<Area> = std::iter::once(top).chain(areas).collect();
        let by_area = areas.iter().enumerate().map(|(place, area)| (area.code.clone(), place)).collect();
        let mut below: BTreeMap<AreaCode, Vec<usize>> = BTreeMap::new();
        for (place, area) in areas.iter().enumerate() {
            if let Some(parent) = &area.parent {
                below.entry(parent.clone()).or_default().push(place);
            }
        }
        let by_unit = units.iter().enumerate().map(|(place, unit)| (unit.code.clone(), place)).collect();
        let words: Vec<HeldWord> = words.into_iter().filter(|held| held.until.is_none()).collect();
        let by_kind = kinds.iter().enumerate().map(|(place, kind)| ((kind.level(), kind.code.clone()), place)).collect();
        let names = Names::of(&areas, &points, &places, &words);
        Self { day, county, areas, by_area, below, points, places, units, by_unit, words, kinds, by_kind, names }
    }

    /// The day it is the register of.
    pub fn day(&self) -> Date {
        self.day
    }

    /// The units that handle matters on this day, in order.
    pub fn units_in_force(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.validity.covers(self.day))
    }

    /// The unit that stands for `code` on this day: itself, or whatever has taken its place. New matters go there.
    pub fn unit_in_force(&self, code: &UnitCode) -> Option<&Unit> {
        let mut unit = self.unit(code)?;
        // A successor is in force when it is named, so the chain ends; the bound guards against rows that we never wrote.
        for _ in 0..=self.units.len() {
            if unit.validity.covers(self.day) {
                return Some(unit);
            }
            unit = self.unit(unit.validity.successor.as_ref()?)?;
        }
        None
    }

    /// Whether an area is in force on this day.
    pub fn is_in_force(&self, area: &Area) -> bool {
        area.validity.covers(self.day)
    }

    /// The area that stands for `code` on this day: itself, or whatever has taken its place.
    pub fn area_in_force(&self, code: &AreaCode) -> Option<&Area> {
        let mut area = self.area(code)?;
        for _ in 0..=self.areas.len() {
            if area.validity.covers(self.day) {
                return Some(area);
            }
            area = self.area(area.validity.successor.as_ref()?)?;
        }
        None
    }

    /// All kinds of matters of both levels: what ships in the catalogue's order, then what the county opened.
    pub fn kinds(&self) -> &[CaseKind] {
        &self.kinds
    }

    fn kind_of(&self, level: KindLevel, code: &KindCode) -> Option<&CaseKind> {
        self.by_kind.get(&(level, code.clone())).and_then(|&place| self.kinds.get(place))
    }

    /// The kind of the second level with this code.
    pub fn kind(&self, code: &KindCode) -> Option<&CaseKind> {
        self.kind_of(KindLevel::Second, code)
    }

    /// The kind of the first level with this code.
    pub fn category(&self, code: &KindCode) -> Option<&CaseKind> {
        self.kind_of(KindLevel::First, code)
    }

    /// The kind of the second level that stands for `code` on this day: itself, or whatever has taken its place. New matters are of that kind.
    pub fn kind_in_force(&self, code: &KindCode) -> Option<&CaseKind> {
        let mut kind = self.kind(code)?;
        for _ in 0..=self.kinds.len() {
            if kind.validity.covers(self.day) {
                return Some(kind);
            }
            kind = self.kind(kind.validity.successor.as_ref()?)?;
        }
        None
    }

    /// The county.
    pub fn county(&self) -> &County {
        &self.county
    }

    /// All areas, the county first.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The area with this code.
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.by_area.get(code).and_then(|&place| self.areas.get(place))
    }

    /// The areas directly below `code`; none for a community or an unknown code.
    pub fn children(&self, code: &AreaCode) -> impl Iterator<Item = &Area> {
        self.below.get(code).into_iter().flatten().filter_map(|&place| self.areas.get(place))
    }

    /// The areas above `code`, the nearest first, the county last.
    pub fn ancestors(&self, code: &AreaCode) -> impl Iterator<Item = &Area> {
        let above = |area: &Area| area.parent.as_ref().and_then(|parent| self.area(parent));
        // A parent is always of a wider level, so the walk ends; the import refuses anything else.
        std::iter::successors(self.area(code).and_then(above), move |area| above(area))
    }

    /// An area and everything below it; an unknown code has nothing. What a scope on an area covers: a matter
    /// may be placed in a subdistrict when nobody knows more.
    pub fn areas_in(&self, code: &AreaCode) -> Vec<AreaCode> {
        let Some(area) = self.area(code) else { return Vec::new() };
        let mut found = vec![area.code.clone()];
        // What was merged into it is its own now: the open matters of a closed area must not fall between two chairs.
        let merged = self.areas.iter().filter(|other| other.validity.successor.as_ref() == Some(code) && !self.is_in_force(other));
        for inner in self.children(code).chain(merged).flat_map(|inner| self.areas_in(&inner.code)) {
            if !found.contains(&inner) {
                found.push(inner);
            }
        }
        found
    }

    /// The communities of an area, in order; a community has itself, an unknown code none.
    pub fn communities_in(&self, code: &AreaCode) -> Vec<AreaCode> {
        let Some(area) = self.area(code) else { return Vec::new() };
        if area.level == AreaLevel::Community {
            return vec![area.code.clone()];
        }
        self.children(code).flat_map(|child| self.communities_in(&child.code)).collect()
    }

    /// Whether `code` is `ancestor` or lies below it.
    pub fn lies_in(&self, code: &AreaCode, ancestor: &AreaCode) -> bool {
        (code == ancestor && self.area(code).is_some()) || self.ancestors(code).any(|area| area.code == *ancestor)
    }

    /// The community at a coordinate. On a shared border the one that stands first in the register.
    pub fn area_at(&self, lat: f64, lon: f64) -> Option<&Area> {
        let at = LonLat { lon, lat };
        let mut there = self.areas.iter().filter(|area| area.level == AreaLevel::Community && area.outline.contains(at));
        // A border ends with its area. Where none in force has taken the ground, it is the successor's of the one that had it last.
        let gone = there.clone().filter(|area| area.validity.until.is_some_and(|until| until <= self.day));
        let before = gone.max_by_key(|area| area.validity.until);
        there.find(|area| self.is_in_force(area)).or_else(|| self.area_in_force(&before?.code))
    }

    /// Whether a coordinate is inside the county or on its border.
    pub fn inside_county(&self, lat: f64, lon: f64) -> bool {
        self.county.outline.contains(LonLat { lon, lat })
    }

    /// The communities that a text may speak of, the best guess first: estates, roads and areas are found by
    /// name, the longest name first. See [`Guess`].
    pub fn find_in_words(&self, text: &str) -> Vec<Guess> {
        let guesses = self.names.find(text).into_iter();
        guesses.filter_map(|guess| Some(Guess { area: self.area_in_force(&guess.area)?.code.clone(), ..guess })).collect()
    }

    /// The estate or road of `area` that a text names, written as in [`Self::find_in_words`], by its own name or by a word of the
    /// dictionary; of several the longest. What lies in an area that was merged into `area` is its own.
    pub fn named_in(&self, area: &AreaCode, text: &str) -> Option<&NamedPlace> {
        let text = plain(text);
        let lies_here = |place: &&NamedPlace| place.area == *area || self.area_in_force(&place.area).is_some_and(|now| now.code == *area);
        let own = self.places.iter().map(|place| (place.name.as_str(), place));
        let called = self.words.iter().flat_map(|held| {
            let of = if let Means::Place(name) = &held.word.means { Some(name) } else { None };
            self.places.iter().filter(move |place| of == Some(&place.name)).map(|place| (held.word.word.as_str(), place))
        });
        let named = own.chain(called).filter(|(_, place)| lies_here(place)).filter(|(name, _)| text.contains(&plain(name)));
        named.max_by_key(|(name, _)| name.chars().count()).map(|(_, place)| place)
    }

    /// All contact points.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The contact point with this code.
    pub fn point(&self, code: &PointCode) -> Option<&Point> {
        self.points.iter().find(|point| point.code == *code)
    }

    /// The contact point of a community.
    pub fn point_of(&self, area: &AreaCode) -> Option<&Point> {
        self.points.iter().find(|point| point.area == *area)
    }

    /// All estates and roads.
    pub fn places(&self) -> &[NamedPlace] {
        &self.places
    }

    /// All units.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit with this code.
    pub fn unit(&self, code: &UnitCode) -> Option<&Unit> {
        self.by_unit.get(code).and_then(|&place| self.units.get(place))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
pub(crate) mod tests {
    use super::*;
    use jiff::civil::date;

    /// The register of the demo county.
    pub(crate) fn demo() -> Register {
        let file: CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        Register::on(date(2026, 11, 23), Holdings::from(file))
    }

    fn code(text: &str) -> AreaCode {
        text.parse().unwrap()
    }

    #[test]
    fn the_tree_is_walked_up_and_down() {
        let register = demo();
        let up: Vec<_> = register.ancestors(&code("huaiyin")).map(|area| area.code.as_str()).collect();
        assert_eq!(up, ["beiguan_subdistrict", "qinghe"]);
        assert_eq!(register.communities_in(&code("beiguan_subdistrict")).len(), 6);
        assert_eq!(register.communities_in(&code("qinghe")).len(), 24);
        assert_eq!(register.communities_in(&code("huaiyin")), [code("huaiyin")]);
        assert!(register.communities_in(&code("atlantis")).is_empty());
        assert_eq!(register.areas_in(&code("beiguan_subdistrict")).len(), 7);
        assert_eq!(register.areas_in(&code("qinghe")).len(), 30);
        assert!(register.areas_in(&code("atlantis")).is_empty());
        assert_eq!(register.children(&code("qinghe")).count(), 5);
        assert!(register.lies_in(&code("huaiyin"), &code("qinghe")) && register.lies_in(&code("huaiyin"), &code("huaiyin")));
        assert!(!register.lies_in(&code("qinghe"), &code("huaiyin")) && !register.lies_in(&code("atlantis"), &code("atlantis")));
    }

    #[test]
    fn what_is_closed_stays_and_its_successor_takes_what_is_new() {
        let file: CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        let mut rows = Holdings::from(file);
        let closing = date(2027, 1, 1);
        for area in rows.areas.iter_mut().filter(|area| area.code.as_str() == "huaiyin") {
            area.validity = Validity { from: None, until: Some(closing), successor: Some(code("yingchun")) };
        }
        for (unit, successor) in [("health", "civil_affairs"), ("civil_affairs", "housing")] {
            let row = rows.units.iter_mut().find(|row| row.code.as_str() == unit).unwrap();
            row.validity = Validity { from: None, until: Some(closing), successor: Some(successor.parse().unwrap()) };
        }
        let name =
            |from, name: &str| NameChange { of: Renamed::Area(code("yingchun")), from, name: name.to_owned(), name_en: name.to_owned() };
        rows.names = vec![name(date(2026, 12, 1), "迎春新社区"), name(closing, "槐迎社区")];
        let (before, after) = (Register::on(date(2026, 12, 31), rows.clone()), Register::on(closing, rows));
        let health = "health".parse().unwrap();
        assert_eq!(before.unit_in_force(&health).unwrap().code.as_str(), "health");
        assert_eq!(after.unit_in_force(&health).unwrap().code.as_str(), "housing", "along the chain");
        assert_eq!(after.unit(&health).unwrap().name, "县卫生健康局", "old matters still name it");
        assert_eq!((before.units_in_force().count(), after.units_in_force().count()), (12, 10));
        let at = |register: &Register| register.area_at(36.18, 117.16).map(|area| area.code.to_string());
        assert_eq!((at(&before), at(&after)), (Some("huaiyin".to_owned()), Some("yingchun".to_owned())));
        assert_eq!(after.find_in_words("槐荫社区门口").first().unwrap().area, code("yingchun"));
        assert_eq!(after.areas_in(&code("yingchun")), [code("yingchun"), code("huaiyin")], "with what was merged into it");
        assert_eq!(before.areas_in(&code("yingchun")), [code("yingchun")]);
        assert_eq!(after.areas_in(&code("beiguan_subdistrict")).len(), 7, "nothing is counted twice");
        assert_eq!(
            (before.area(&code("yingchun")).unwrap().name.as_str(), after.area(&code("yingchun")).unwrap().name.as_str()),
            ("迎春新社区", "槐迎社区")
        );
    }

    #[test]
    fn an_estate_or_road_is_named_within_its_community() {
        let register = demo();
        let place = register.places().iter().find(|place| place.area.as_str() == "huaiyin").unwrap();
        let said = |area: &str, text: &str| register.named_in(&code(area), text).map(|place| place.name.clone());
        assert_eq!(said("huaiyin", &format!("在{}\u{200b}东头", place.name)), Some(place.name.clone()));
        assert_eq!(said("beiguan", &format!("在{}东头", place.name)), None, "it lies elsewhere");
        assert_eq!(said("huaiyin", "三号楼二单元"), None);
    }

    #[test]
    fn a_coordinate_finds_its_community() {
        let register = demo();
        let at = |lat, lon| register.area_at(lat, lon).map(|area| area.code.as_str());
        assert_eq!(at(36.18, 117.16), Some("huaiyin"));
        assert_eq!(at(36.18, 117.14), Some("beiguan"), "a shared border goes to the first");
        assert_eq!(at(40.0, 117.16), None);
        assert!(register.inside_county(36.2, 117.32) && !register.inside_county(36.21, 117.1));
        assert!(!register.inside_county(117.16, 36.18), "latitude and longitude exchanged");
    }

    #[test]
    fn every_point_of_the_county_belongs_to_a_community() {
        let register = demo();
        let [south_west, _, north_east, _] = *register.county().outline.corners() else { unreachable!() };
        for row in 0..=40 {
            for column in 0..=40 {
                let lat = south_west.lat + (north_east.lat - south_west.lat) * f64::from(row) / 40.0;
                let lon = south_west.lon + (north_east.lon - south_west.lon) * f64::from(column) / 40.0;
                assert!(register.area_at(lat, lon).is_some(), "{lat} {lon}");
            }
        }
    }

    #[test]
    fn a_border_ends_with_its_area() {
        let file: CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        let mut rows = Holdings::from(file);
        let day = date(2027, 1, 1);
        let old = rows.areas.iter_mut().find(|area| area.code.as_str() == "huaiyin").unwrap();
        old.validity = Validity { from: None, until: Some(day), successor: Some(code("yingchun")) };
        // A new community takes the western half of its ground.
        let corners = [[117.14, 36.16], [117.16, 36.16], [117.16, 36.20], [117.14, 36.20]].map(LonLat::from);
        let validity = Validity { from: Some(day), until: None, successor: None };
        let new = Area { code: code("new_west"), outline: crate::Outline::new(&corners).unwrap(), validity, ..old.clone() };
        rows.areas.push(new);
        let at = |day, lon| Register::on(day, rows.clone()).area_at(36.18, lon).map(|area| area.code.to_string());
        let eve = date(2026, 12, 31);
        assert_eq!([at(eve, 117.15), at(eve, 117.17)], [Some("huaiyin".to_owned()), Some("huaiyin".to_owned())]);
        assert_eq!([at(day, 117.15), at(day, 117.17)], [Some("new_west".to_owned()), Some("yingchun".to_owned())]);
    }

    #[test]
    fn the_county_is_the_topmost_area() {
        let register = demo();
        let top = register.area(&code("qinghe")).unwrap();
        assert_eq!((top.level, top.residents, &top.parent), (AreaLevel::County, 127_270, &None));
        assert_eq!(register.point_of(&code("huaiyin")).unwrap().code.as_str(), "huaiyin");
        assert_eq!(register.unit(&"health".parse().unwrap()).unwrap().name, "县卫生健康局");
    }
}
