//! The county file: one TOML file with everything a site needs before its first matter. `demo/README.md`
//! describes the form; `lianxin init --from FILE` and `lianxin demo` read it.
//!
//! A file with mistakes is refused with all of them, each with its line: whoever prepares the register of a
//! county corrects it in one go, not in forty.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use kernel::{AreaCode, PointCode, UnitCode};
use serde::Deserialize;
use toml::Spanned;

use super::outline::{LonLat, Outline, OutlineError};
use super::{Area, AreaLevel, County, NamedPlace, NamedPlaceKind, Point, Unit, UnitKind, Validity};

/// Longest name, in characters; what fits a signboard and a slip.
const LONGEST_NAME: usize = 100;

/// A county file without faults.
#[derive(Debug, Clone, PartialEq)]
pub struct CountyFile {
    /// The county itself.
    pub county: County,
    /// Areas below the county, in the order of the file.
    pub areas: Vec<Area>,
    /// Contact points, in the order of the file.
    pub points: Vec<Point>,
    /// Estates and roads, in the order of the file.
    pub places: Vec<NamedPlace>,
    /// Handling units, in the order of the file.
    pub units: Vec<Unit>,
    /// Members of staff; the caller hands them to `identity`.
    pub accounts: Vec<AccountSeed>,
}

impl CountyFile {
    /// A county of which only the name is known: one area without a drawn border, no unit yet.
    pub fn bare(code: AreaCode, name: &str, name_en: &str, hotline: &str) -> Self {
        let (name, name_en, hotline) = (name.to_owned(), name_en.to_owned(), hotline.to_owned());
        Self {
            county: County { code, name, name_en, hotline, outline: Outline::undrawn() },
            areas: Vec::new(),
            points: Vec::new(),
            places: Vec::new(),
            units: Vec::new(),
            accounts: Vec::new(),
        }
    }
}

/// A member of staff to be created.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AccountSeed {
    /// The sign-in name.
    pub account: String,
    /// The person's name.
    pub name: String,
    /// The person's name in Latin letters.
    pub name_en: String,
    /// What the person may do, and where.
    pub roles: Vec<RoleSeed>,
}

/// A role at a scope, as text: the words of both belong to `identity`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleSeed {
    /// `dispatcher`, `handler`, `lead`, …
    pub role: String,
    /// `county`, `unit:CODE`, `point:CODE` or `area:CODE`; the code is in the same file.
    pub scope: String,
}

/// Why a county file cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum CountyFileError {
    /// Not TOML, or a key is missing, unknown or of another type; the message names the line.
    #[error("the county file cannot be read: {0}")]
    Syntax(#[from] toml::de::Error),
    /// It can be read, but contradicts itself.
    #[error("{0}")]
    Faults(Faults),
}

/// Every fault of a file, in the order of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the county file has {} fault(s)", self.0.len())?;
        self.0.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

/// One fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The entry: `area beiguan`, `place 北苑家园`.
    pub entry: String,
    /// What is wrong.
    pub kind: FaultKind,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, {}: {}", self.line, self.entry, self.kind)
    }
}

/// What can be wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// Not a code.
    #[error("{0:?} is not a code: 1 to 40 of a-z 0-9 _ - . that begin with a letter or digit")]
    BadCode(String),
    /// The same code (or name, for places) stands in an earlier line.
    #[error("stands already in line {0}")]
    Duplicate(usize),
    /// A name that is empty, too long or has control characters.
    #[error("{0} is empty, longer than {LONGEST_NAME} characters, or has control characters")]
    BadText(&'static str),
    /// A level or kind we do not know.
    #[error("{0:?} is not one of {1}")]
    UnknownWord(String, &'static str),
    /// The parent is nowhere in the file.
    #[error("its parent {0:?} is nowhere in the file")]
    UnknownParent(String),
    /// The parent is of a level that has no such areas.
    #[error("a {0} does not lie directly below a {1}")]
    WrongParent(&'static str, &'static str),
    /// Fewer than none, or more than fit.
    #[error("{0} is no number of residents")]
    BadResidents(i64),
    /// The corners are no outline.
    #[error(transparent)]
    BadOutline(OutlineError),
    /// Reaches beyond its parent.
    #[error("its outline reaches beyond its parent {0}")]
    OutsideParent(String),
    /// Lies over a neighbour of the same level.
    #[error("its outline lies over {0}")]
    Overlaps(String),
    /// Only a community has a contact point.
    #[error("a {0} has no contact point of its own")]
    PointNotInCommunity(&'static str),
    /// A place must be in a community.
    #[error("its area {0:?} is not a community of the file")]
    NotACommunity(String),
    /// A scope that is not one of the four forms, or names nothing in the file.
    #[error("the scope {0:?} is none of county, unit:CODE, point:CODE, area:CODE with a code of the file")]
    UnknownScope(String),
    /// An account that may do nothing.
    #[error("has no role")]
    NoRole,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    county: RawCounty,
    #[serde(default)]
    area: Vec<RawArea>,
    #[serde(default)]
    place: Vec<RawPlace>,
    #[serde(default)]
    unit: Vec<RawUnit>,
    #[serde(default)]
    account: Vec<RawAccount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCounty {
    code: Spanned<String>,
    name: String,
    name_en: String,
    hotline: String,
    outline: Vec<LonLat>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawArea {
    code: Spanned<String>,
    name: String,
    name_en: String,
    level: String,
    parent: String,
    residents: i64,
    outline: Vec<LonLat>,
    point: Option<RawPoint>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPoint {
    code: Spanned<String>,
    name: String,
    name_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlace {
    name: Spanned<String>,
    kind: String,
    area: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUnit {
    code: Spanned<String>,
    name: String,
    name_en: String,
    phone: String,
    kind: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAccount {
    account: Spanned<String>,
    name: String,
    name_en: String,
    roles: Vec<RoleSeed>,
}

impl FromStr for CountyFile {
    type Err = CountyFileError;

    /// Reads and checks a county file.
    fn from_str(text: &str) -> Result<Self, CountyFileError> {
        let raw: RawFile = toml::from_str(text)?;
        let mut check = Check { lines: Lines::of(text), faults: Vec::new() };
        let file = check.file(raw);
        check.faults.sort_by_key(|fault| fault.line);
        match file {
            Some(file) if check.faults.is_empty() => Ok(file),
            Some(_) | None => Err(CountyFileError::Faults(Faults(check.faults))),
        }
    }
}

/// Byte offsets of line starts, to turn a span into a line.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|&start| start <= offset)
    }
}

/// Where an entry stands and what it is called, for its faults.
#[derive(Clone)]
struct Entry {
    line: usize,
    label: String,
}

/// Walks the file and collects faults. An entry with a fault of its own is left out of what follows, so that
/// one mistake is told once.
struct Check {
    lines: Lines,
    faults: Vec<Fault>,
}

impl Check {
    fn fault(&mut self, entry: &Entry, kind: FaultKind) {
        self.faults.push(Fault { line: entry.line, entry: entry.label.clone(), kind });
    }

    fn entry(&self, word: &str, key: &Spanned<String>) -> Entry {
        Entry { line: self.lines.line(key.span().start), label: format!("{word} {}", key.get_ref()) }
    }

    /// The typed code, unless it is malformed or was `seen` before.
    fn code<C: FromStr + Ord + Clone>(&mut self, entry: &Entry, text: &str, seen: &mut BTreeMap<C, usize>) -> Option<C> {
        let Ok(code) = C::from_str(text) else {
            self.fault(entry, FaultKind::BadCode(text.to_owned()));
            return None;
        };
        if let Some(&line) = seen.get(&code) {
            self.fault(entry, FaultKind::Duplicate(line));
            return None;
        }
        seen.insert(code.clone(), entry.line);
        Some(code)
    }

    fn texts(&mut self, entry: &Entry, texts: &[(&'static str, &str)]) {
        for &(field, text) in texts {
            if kernel::text::check(text, LONGEST_NAME).is_err() {
                self.fault(entry, FaultKind::BadText(field));
            }
        }
    }

    fn outline(&mut self, entry: &Entry, corners: &[LonLat]) -> Option<Outline> {
        Outline::new(corners).map_err(|error| self.fault(entry, FaultKind::BadOutline(error))).ok()
    }

    fn file(&mut self, raw: RawFile) -> Option<CountyFile> {
        let mut areas_seen = BTreeMap::new();
        let county = self.county(raw.county, &mut areas_seen);
        let (areas, points) = self.areas(raw.area, &mut areas_seen);
        if let Some(county) = &county {
            self.tree(county, &areas);
        }
        let communities = areas.iter().filter(|(_, area)| area.level == AreaLevel::Community).map(|(_, area)| area.code.as_str()).collect();
        let places = self.places(raw.place, &communities);
        let units = self.units(raw.unit);
        let accounts = self.accounts(raw.account, &|scope| match scope.split_once(':') {
            None => scope == "county",
            Some(("unit", code)) => units.iter().any(|unit| unit.code.as_str() == code),
            Some(("point", code)) => points.iter().any(|point| point.code.as_str() == code),
            Some(("area", code)) => areas_seen.keys().any(|area| area.as_str() == code),
            Some(_) => false,
        });
        let areas = areas.into_iter().map(|(_, area)| area).collect();
        Some(CountyFile { county: county?, areas, points, places, units, accounts })
    }

    fn county(&mut self, raw: RawCounty, seen: &mut BTreeMap<AreaCode, usize>) -> Option<County> {
        let entry = self.entry("county", &raw.code);
        let code = self.code(&entry, raw.code.get_ref(), seen);
        self.texts(&entry, &[("name", &raw.name), ("name_en", &raw.name_en), ("hotline", &raw.hotline)]);
        let outline = self.outline(&entry, &raw.outline);
        Some(County { code: code?, name: raw.name, name_en: raw.name_en, hotline: raw.hotline, outline: outline? })
    }

    fn areas(&mut self, raw: Vec<RawArea>, seen: &mut BTreeMap<AreaCode, usize>) -> (Vec<(Entry, Area)>, Vec<Point>) {
        let (mut areas, mut points, mut points_seen) = (Vec::new(), Vec::new(), BTreeMap::new());
        for raw in raw {
            let entry = self.entry("area", &raw.code);
            let code = self.code(&entry, raw.code.get_ref(), seen);
            self.texts(&entry, &[("name", &raw.name), ("name_en", &raw.name_en)]);
            let outline = self.outline(&entry, &raw.outline);
            let level = AreaLevel::from_code(&raw.level).filter(|level| *level != AreaLevel::County);
            if level.is_none() {
                self.fault(&entry, FaultKind::UnknownWord(raw.level.clone(), "subdistrict, town, community"));
            }
            let residents = u32::try_from(raw.residents).ok();
            if residents.is_none() {
                self.fault(&entry, FaultKind::BadResidents(raw.residents));
            }
            let parent = raw.parent.parse().ok();
            if parent.is_none() {
                self.fault(&entry, FaultKind::UnknownParent(raw.parent));
            }
            if let Some(point) = raw.point {
                if let Some(level) = level.filter(|level| *level != AreaLevel::Community) {
                    self.fault(&entry, FaultKind::PointNotInCommunity(level.code()));
                }
                points.extend(self.point(point, code.as_ref(), &mut points_seen));
            }
            if let (Some(code), Some(level), Some(parent), Some(residents), Some(outline)) = (code, level, parent, residents, outline) {
                let (name, name_en, parent, validity) = (raw.name, raw.name_en, Some(parent), Validity::open());
                areas.push((entry, Area { code, name, name_en, level, parent, residents, outline, validity }));
            }
        }
        (areas, points)
    }

    fn point(&mut self, raw: RawPoint, area: Option<&AreaCode>, seen: &mut BTreeMap<PointCode, usize>) -> Option<Point> {
        let entry = self.entry("point", &raw.code);
        let code = self.code(&entry, raw.code.get_ref(), seen)?;
        self.texts(&entry, &[("name", &raw.name), ("name_en", &raw.name_en)]);
        Some(Point { code, name: raw.name, name_en: raw.name_en, area: area?.clone() })
    }

    /// Parents exist, are of a fitting level and enclose their children; neighbours do not overlap.
    fn tree(&mut self, county: &County, areas: &[(Entry, Area)]) {
        for (place, (entry, area)) in areas.iter().enumerate() {
            let Some(parent) = &area.parent else { continue };
            let above = if *parent == county.code {
                Some((AreaLevel::County, &county.outline))
            } else {
                areas.iter().find(|(_, other)| other.code == *parent).map(|(_, other)| (other.level, &other.outline))
            };
            let Some((level, outline)) = above else {
                // A parent that stands in the file but has faults of its own has been told already.
                if !self.faults.iter().any(|fault| fault.entry == format!("area {parent}")) {
                    self.fault(entry, FaultKind::UnknownParent(parent.to_string()));
                }
                continue;
            };
            if !area.level.goes_below(level) {
                self.fault(entry, FaultKind::WrongParent(area.level.code(), level.code()));
            } else if !outline.encloses(&area.outline) {
                self.fault(entry, FaultKind::OutsideParent(parent.to_string()));
            }
            let is_community = |area: &Area| area.level == AreaLevel::Community;
            let earlier = areas.iter().take(place).map(|(_, other)| other);
            for other in earlier.filter(|other| is_community(other) == is_community(area) && other.outline.overlaps(&area.outline)) {
                self.fault(entry, FaultKind::Overlaps(other.code.to_string()));
            }
        }
    }

    fn places(&mut self, raw: Vec<RawPlace>, communities: &BTreeSet<&str>) -> Vec<NamedPlace> {
        let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut places = Vec::new();
        for raw in raw {
            let entry = self.entry("place", &raw.name);
            let name = raw.name.into_inner();
            self.texts(&entry, &[("name", &name)]);
            let kind = NamedPlaceKind::from_code(&raw.kind);
            if kind.is_none() {
                self.fault(&entry, FaultKind::UnknownWord(raw.kind, "estate, road"));
            }
            let area = raw.area.parse().ok().filter(|_| communities.contains(raw.area.as_str()));
            if area.is_none() {
                self.fault(&entry, FaultKind::NotACommunity(raw.area.clone()));
            }
            if let Some(line) = seen.insert((name.clone(), raw.area), entry.line) {
                self.fault(&entry, FaultKind::Duplicate(line));
            }
            if let (Some(kind), Some(area)) = (kind, area) {
                places.push(NamedPlace { name, kind, area });
            }
        }
        places
    }

    fn units(&mut self, raw: Vec<RawUnit>) -> Vec<Unit> {
        let mut seen: BTreeMap<UnitCode, usize> = BTreeMap::new();
        let mut units = Vec::new();
        for raw in raw {
            let entry = self.entry("unit", &raw.code);
            let code = self.code(&entry, raw.code.get_ref(), &mut seen);
            self.texts(&entry, &[("name", &raw.name), ("name_en", &raw.name_en), ("phone", &raw.phone)]);
            let kind = UnitKind::from_code(&raw.kind);
            if kind.is_none() {
                self.fault(&entry, FaultKind::UnknownWord(raw.kind, "department, subdistrict"));
            }
            if let (Some(code), Some(kind)) = (code, kind) {
                units.push(Unit { code, name: raw.name, name_en: raw.name_en, kind, phone: raw.phone, validity: Validity::open() });
            }
        }
        units
    }

    fn accounts(&mut self, raw: Vec<RawAccount>, scope_exists: &dyn Fn(&str) -> bool) -> Vec<AccountSeed> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut accounts = Vec::new();
        for raw in raw {
            let entry = self.entry("account", &raw.account);
            let account = raw.account.into_inner();
            self.texts(&entry, &[("account", &account), ("name", &raw.name), ("name_en", &raw.name_en)]);
            if let Some(line) = seen.insert(account.clone(), entry.line) {
                self.fault(&entry, FaultKind::Duplicate(line));
            }
            if raw.roles.is_empty() {
                self.fault(&entry, FaultKind::NoRole);
            }
            for role in &raw.roles {
                self.texts(&entry, &[("role", &role.role)]);
                if !scope_exists(&role.scope) {
                    self.fault(&entry, FaultKind::UnknownScope(role.scope.clone()));
                }
            }
            accounts.push(AccountSeed { account, name: raw.name, name_en: raw.name_en, roles: raw.roles });
        }
        accounts
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]
mod tests {
    use super::*;

    /// The demo county is the fixture of every test here: what it lacks, a test adds.
    pub(crate) const DEMO: &str = include_str!("../../../../../demo/county.toml");

    fn faults(text: &str) -> Vec<Fault> {
        match text.parse::<CountyFile>() {
            Err(CountyFileError::Faults(Faults(faults))) => faults,
            Err(other) => panic!("{other}"),
            Ok(_) => panic!("the file was taken"),
        }
    }

    /// The demo file with every `from` replaced.
    fn spoilt(from: &str, to: &str) -> Vec<Fault> {
        assert!(DEMO.contains(from), "{from:?} is not in the demo file");
        faults(&DEMO.replacen(from, to, 1))
    }

    fn kinds(faults: &[Fault]) -> Vec<(&str, &FaultKind)> {
        faults.iter().map(|fault| (fault.entry.as_str(), &fault.kind)).collect()
    }

    #[test]
    fn the_demo_county_is_whole() {
        let file: CountyFile = DEMO.parse().unwrap();
        let of = |level| file.areas.iter().filter(|area| area.level == level).count();
        assert_eq!((of(AreaLevel::Subdistrict), of(AreaLevel::Town), of(AreaLevel::Community)), (3, 2, 24));
        assert_eq!((file.points.len(), file.places.len(), file.units.len(), file.accounts.len()), (24, 200, 12, 21));
        for area in file.areas.iter().filter(|area| area.level != AreaLevel::Community) {
            let below = file.areas.iter().filter(|other| other.parent.as_ref() == Some(&area.code));
            assert_eq!(below.map(|other| other.residents).sum::<u32>(), area.residents, "{}", area.code);
        }
    }

    #[test]
    fn an_unknown_parent_is_named_with_its_line() {
        let found = spoilt("parent = \"hedong_subdistrict\"", "parent = \"hexi_subdistrict\"");
        assert_eq!(kinds(&found), [("area hedong", &FaultKind::UnknownParent("hexi_subdistrict".to_owned()))]);
        let line = DEMO.lines().position(|line| line == "code = \"hedong\"").unwrap() + 1;
        assert_eq!(found[0].line, line);
        assert_eq!(found[0].to_string(), format!("line {line}, area hedong: its parent \"hexi_subdistrict\" is nowhere in the file"));
    }

    #[test]
    fn a_code_stands_once() {
        let found = spoilt("code = \"huaiyin\"\nname = \"槐荫社区\"", "code = \"beiguan\"\nname = \"槐荫社区\"");
        assert!(matches!(kinds(&found)[0], ("area beiguan", FaultKind::Duplicate(_))), "{found:?}");
        let found = spoilt("code = \"huaiyin\"\nname = \"槐荫社区\"", "code = \"Huai Yin\"\nname = \"槐荫社区\"");
        assert!(kinds(&found).contains(&("area Huai Yin", &FaultKind::BadCode("Huai Yin".to_owned()))));
    }

    #[test]
    fn a_community_lies_inside_its_parent_and_beside_its_neighbours() {
        let found = spoilt("[[117.100, 36.160], [117.140, 36.160]", "[[117.090, 36.160], [117.140, 36.160]");
        assert_eq!(kinds(&found)[0], ("area beiguan", &FaultKind::OutsideParent("beiguan_subdistrict".to_owned())));
        assert!(matches!(found[1].kind, FaultKind::Overlaps(_)), "and so it lies over a neighbour beyond its parent: {found:?}");
        let found = spoilt("[[117.140, 36.160], [117.180, 36.160]", "[[117.130, 36.160], [117.180, 36.160]");
        assert_eq!(kinds(&found), [("area huaiyin", &FaultKind::Overlaps("beiguan".to_owned()))]);
        let found = spoilt("[[117.140, 36.160], [117.180, 36.160]", "[[117.180, 36.160], [117.140, 36.160]");
        assert!(matches!(kinds(&found)[0], ("area huaiyin", FaultKind::BadOutline(OutlineError::NotSimple))));
    }

    #[test]
    fn all_faults_are_told_in_the_order_of_lines() {
        let mut text = DEMO.replacen("residents = 7240", "residents = -1", 1);
        text = text.replacen("scope = \"point:huaiyin\"", "scope = \"point:atlantis\"", 1);
        text = text.replacen("kind = \"department\"", "kind = \"ministry\"", 1);
        text = text.replacen(
            "name = \"北苑家园\"\nkind = \"estate\"\narea = \"beiguan\"",
            "name = \"北苑家园\"\nkind = \"estate\"\narea = \"qinghe\"",
            1,
        );
        let found = faults(&text);
        let told: Vec<_> = kinds(&found);
        assert!(told.contains(&("area beiguan", &FaultKind::BadResidents(-1))));
        assert!(told.contains(&("place 北苑家园", &FaultKind::NotACommunity("qinghe".to_owned()))));
        assert!(told.contains(&("unit organisation", &FaultKind::UnknownWord("ministry".to_owned(), "department, subdistrict"))));
        assert!(told.contains(&("account mei.point", &FaultKind::UnknownScope("point:atlantis".to_owned()))));
        assert!(found.is_sorted_by_key(|fault| fault.line));
    }

    #[test]
    fn a_level_fits_below_its_parent() {
        let found = spoilt("level = \"community\"\nparent = \"beiguan_subdistrict\"", "level = \"community\"\nparent = \"qinghe\"");
        assert_eq!(kinds(&found), [("area beiguan", &FaultKind::WrongParent("community", "county"))]);
        let found = spoilt("level = \"community\"", "level = \"county\"");
        assert!(kinds(&found).contains(&("area beiguan", &FaultKind::UnknownWord("county".to_owned(), "subdistrict, town, community"))));
    }

    #[test]
    fn a_misspelt_key_is_not_passed_over() {
        let text = DEMO.replacen("residents = 7240", "resident = 7240", 1);
        let error = text.parse::<CountyFile>().unwrap_err();
        assert!(matches!(&error, CountyFileError::Syntax(syntax) if syntax.to_string().contains("resident")), "{error}");
    }
}
