//! The county's dictionary (词库): what people call a place, and words that must stay whole. A word says nothing of anybody: whoever
//! adds one keeps names of persons out, and what looks like a number of a person is refused.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use kernel::{AreaCode, PointCode, text};
use serde::{Deserialize, Serialize};

use super::AreaLevel;
use super::register::Register;
use super::words::plain;

/// Longest word, in characters: nicknames are short, and a sentence is no word.
const LONGEST: usize = 20;
/// Shortest word: a single character stands in too many others.
const SHORTEST: usize = 2;
/// Words of one change; whoever decides reads them all.
pub const MOST_AT_ONCE: usize = 500;
/// Words in all: each text that comes in is looked through for them.
pub const MOST: usize = 5_000;
/// A row of digits this long is a telephone or identity number.
const TELLING_DIGITS: usize = 7;

/// What a word stands for. Stored and sent as `area:CODE`, `point:CODE`, `place:NAME` or `word`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Means {
    /// An area below the county.
    Area(AreaCode),
    /// A contact point.
    Point(PointCode),
    /// An estate or a road by its name in the register; several communities may have it.
    Place(String),
    /// No place: a word that is not cut, and in which no name of a place is looked for.
    Word,
}

impl fmt::Display for Means {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Area(code) => write!(f, "area:{code}"),
            Self::Point(code) => write!(f, "point:{code}"),
            Self::Place(name) => write!(f, "place:{name}"),
            Self::Word => f.write_str("word"),
        }
    }
}

impl From<Means> for String {
    fn from(means: Means) -> Self {
        means.to_string()
    }
}

/// A text that says no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a word means area:CODE, point:CODE, place:NAME or word")]
pub struct NoMeaning;

impl FromStr for Means {
    type Err = NoMeaning;
    fn from_str(text: &str) -> Result<Self, NoMeaning> {
        match text.split_once(':') {
            None if text == "word" => Ok(Self::Word),
            Some(("area", code)) => code.parse().map(Self::Area).map_err(|_| NoMeaning),
            Some(("point", code)) => code.parse().map(Self::Point).map_err(|_| NoMeaning),
            Some(("place", name)) if !name.trim().is_empty() => Ok(Self::Place(name.to_owned())),
            Some(_) | None => Err(NoMeaning),
        }
    }
}

impl TryFrom<String> for Means {
    type Error = NoMeaning;
    fn try_from(text: String) -> Result<Self, NoMeaning> {
        text.parse()
    }
}

/// A word of the dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalWord {
    /// As people say it.
    pub word: String,
    /// What it stands for.
    pub means: Means,
}

/// A word as the table holds it. A word that was ended stays, so that a page can say when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldWord {
    /// The word.
    pub word: LocalWord,
    /// Counts up with each word that was added: the newest last.
    pub seq: i64,
    /// The day it was added.
    pub since: jiff::civil::Date,
    /// The day it was ended; `None`: in force.
    pub until: Option<jiff::civil::Date>,
}

/// Words that come and words that go, all together or none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordChange {
    /// Words that hold from now on.
    #[serde(default)]
    pub add: Vec<LocalWord>,
    /// Words that hold no longer. They go first: a word that changes its meaning stands in both lists.
    #[serde(default)]
    pub end: Vec<String>,
}

/// Why a word cannot be taken. The code is stable and the key of the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordFault {
    /// Nothing, or only blanks.
    Empty,
    /// One character.
    TooShort,
    /// More than twenty characters.
    TooLong,
    /// Invisible signs, or a sign that divides a line.
    BadSign,
    /// Numbers and signs alone.
    NoLetter,
    /// It looks like a telephone number, an identity number or an address of mail.
    LooksPersonal,
    /// The register has this name itself.
    Name,
    /// The dictionary has it.
    Known,
    /// It stands twice in the same change.
    Twice,
    /// What it is to stand for is not in the register, or is the whole county.
    NoSuchPlace,
    /// It is to end, and is not in the dictionary.
    NotThere,
    /// More than are read at once, or kept in all.
    TooMany,
}

impl WordFault {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooShort => "too_short",
            Self::TooLong => "long_word",
            Self::BadSign => "bad_sign",
            Self::NoLetter => "no_letter",
            Self::LooksPersonal => "looks_personal",
            Self::Name => "is_a_name",
            Self::Known => "known",
            Self::Twice => "twice",
            Self::NoSuchPlace => "no_such_place",
            Self::NotThere => "not_there",
            Self::TooMany => "too_many",
        }
    }
}

/// What divides a word from its meaning where people write a list, and lines from each other; none of it is part of a word.
pub const SIGNS: [char; 8] = ['=', '＝', '\t', '→', ',', '，', '\n', '\r'];

/// The digits that people write, in any script: `138`, `１３８`, `一三八`.
fn is_digit(letter: char) -> bool {
    letter.is_numeric() || "〇零一二三四五六七八九两幺壹贰叁肆伍陆柒捌玖".contains(letter)
}

/// Whether it looks like something that belongs to a person.
fn looks_personal(word: &str) -> bool {
    let mut row = 0;
    word.contains(['@', '＠'])
        || word.chars().any(|letter| {
            match letter {
                letter if is_digit(letter) => row += 1,
                // People divide numbers for the eye.
                ' ' | '-' | '－' | '—' | '.' | '·' | '、' => {}
                _ => row = 0,
            }
            row >= TELLING_DIGITS
        })
}

/// What is wrong with a word by itself.
fn fault_of(word: &str) -> Option<WordFault> {
    let letters = plain(word);
    match text::check(word, LONGEST) {
        Err(text::TextFault::Empty) => Some(WordFault::Empty),
        // What is long is said to be long, unless it says too much.
        _ if looks_personal(word) => Some(WordFault::LooksPersonal),
        Err(text::TextFault::TooLong) => Some(WordFault::TooLong),
        Err(_) => Some(WordFault::BadSign),
        Ok(()) if word.trim() != word || word.contains(SIGNS) => Some(WordFault::BadSign),
        Ok(()) if letters.chars().count() < SHORTEST => Some(WordFault::TooShort),
        Ok(()) if !letters.chars().any(char::is_alphabetic) => Some(WordFault::NoLetter),
        Ok(()) => None,
    }
}

/// Where a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// In the list of what comes, counted from 0.
    Add(usize),
    /// In the list of what goes.
    End(usize),
    /// In the whole.
    All,
}

impl WordChange {
    /// Whether nothing comes or goes.
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.end.is_empty()
    }

    /// What is wrong with it on `register`, each fault with its line; the first of a line alone.
    pub fn faults(&self, register: &Register) -> Vec<(Line, WordFault)> {
        let mut faults = Vec::new();
        if self.is_empty() {
            faults.push((Line::All, WordFault::Empty));
        }
        let mut ended = BTreeSet::new();
        for (at, word) in self.end.iter().enumerate() {
            if !register.words().iter().any(|held| held.word.word == *word) {
                faults.push((Line::End(at), WordFault::NotThere));
            } else if !ended.insert(plain(word)) {
                faults.push((Line::End(at), WordFault::Twice));
            }
        }
        let stay = register.words().len().saturating_sub(ended.len());
        if self.add.len() + self.end.len() > MOST_AT_ONCE || stay + self.add.len() > MOST {
            faults.push((Line::All, WordFault::TooMany));
            return faults;
        }
        let held: BTreeSet<String> =
            register.words().iter().map(|held| plain(&held.word.word)).filter(|word| !ended.contains(word)).collect();
        let names: BTreeSet<String> = register.all_names().map(plain).collect();
        let mut added = BTreeSet::new();
        for (at, new) in self.add.iter().enumerate() {
            let word = plain(&new.word);
            let fault = fault_of(&new.word).or_else(|| {
                if names.contains(&word) {
                    Some(WordFault::Name)
                } else if held.contains(&word) {
                    Some(WordFault::Known)
                } else if !added.insert(word) {
                    Some(WordFault::Twice)
                } else if !register.knows(&new.means) {
                    Some(WordFault::NoSuchPlace)
                } else {
                    None
                }
            });
            faults.extend(fault.map(|fault| (Line::Add(at), fault)));
        }
        faults
    }
}

impl Register {
    /// The words of the dictionary that are in force, the oldest first.
    pub fn words(&self) -> &[HeldWord] {
        &self.words
    }

    /// Every name that the register itself has.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        let areas = self.areas().iter().flat_map(|area| [area.name.as_str(), area.name_en.as_str()]);
        let points = self.points().iter().flat_map(|point| [point.name.as_str(), point.name_en.as_str()]);
        areas.chain(points).chain(self.places().iter().map(|place| place.name.as_str()))
    }

    /// Whether the register has what a word would stand for.
    fn knows(&self, means: &Means) -> bool {
        match means {
            Means::Area(code) => self.area(code).is_some_and(|area| area.level != AreaLevel::County && self.is_in_force(area)),
            Means::Point(code) => self.point(code).is_some(),
            Means::Place(name) => self.places().iter().any(|place| place.name == *name),
            Means::Word => true,
        }
    }

    /// What somebody means who writes this name: an estate or a road before an area before a contact point; `None` where nothing is
    /// called so.
    pub fn meaning_of(&self, name: &str) -> Option<Means> {
        let name = plain(name.trim());
        let same = |other: &str| plain(other) == name;
        if let Some(place) = self.places().iter().find(|place| same(&place.name)) {
            return Some(Means::Place(place.name.clone()));
        }
        let mut open = self.areas().iter().filter(|area| area.level != AreaLevel::County && self.is_in_force(area));
        if let Some(area) = open.find(|area| same(&area.name) || same(&area.name_en)) {
            return Some(Means::Area(area.code.clone()));
        }
        let point = self.points().iter().find(|point| same(&point.name) || same(&point.name_en))?;
        Some(Means::Point(point.code.clone()))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::CountyFile;
    use crate::model::register::Holdings;

    fn word(word: &str, means: &str) -> LocalWord {
        LocalWord { word: word.to_owned(), means: means.parse().unwrap() }
    }

    fn register(words: &[(&str, &str)]) -> Register {
        let mut holdings = Holdings::from(include_str!("../../../../../demo/county.toml").parse::<CountyFile>().unwrap());
        let held =
            |(seq, (text, means)): (i64, &(&str, &str))| HeldWord { word: word(text, means), seq, since: date(2026, 11, 1), until: None };
        holdings.words = (0..).zip(words).map(held).collect();
        Register::on(date(2026, 11, 23), holdings)
    }

    fn found(register: &Register, text: &str) -> Vec<String> {
        register.find_in_words(text).into_iter().map(|guess| format!("{} {}", &text[guess.evidence], guess.area)).collect()
    }

    #[test]
    fn a_nickname_stands_where_its_place_stands() {
        let register = register(&[("老供销社", "place:北苑家园"), ("北关菜市场", "area:beiguan"), ("北苑家园东门", "place:北苑家园")]);
        assert_eq!(found(&register, "老供销社门口的灯坏了"), ["老供销社 beiguan"]);
        assert_eq!(found(&register, "北关菜市场后面"), ["北关菜市场 beiguan"], "not 北关 alone");
        let area = "beiguan".parse().unwrap();
        assert_eq!(register.named_in(&area, "老供销社门口").map(|place| place.name.as_str()), Some("北苑家园"));
        let guess = register.find_in_words("北苑家园东门").into_iter().next().unwrap();
        assert_eq!(guess.place.as_deref(), Some("北苑家园"), "a longer nickname does not hide the name it is for");
    }

    #[test]
    fn in_a_word_that_stays_whole_no_place_is_found() {
        assert_eq!(found(&register(&[]), "槐荫烧烤冒烟").len(), 1, "a weak guess");
        assert_eq!(found(&register(&[("槐荫烧烤", "word")]), "槐荫烧烤冒烟"), Vec::<String>::new());
    }

    #[test]
    fn what_cannot_be_taken_says_why() {
        let register = register(&[("老供销社", "place:北苑家园")]);
        let of = |text: &str, means: &str| {
            let change = WordChange { add: vec![word(text, means)], end: Vec::new() };
            change.faults(&register).first().map(|(_, fault)| fault.code())
        };
        for (text, means, fault) in [
            ("南门口", "area:beiguan", None),
            ("3号院", "word", None),
            ("五一广场", "word", None),
            ("", "word", Some("empty")),
            ("院", "word", Some("too_short")),
            ("12-3", "word", Some("no_letter")),
            ("一二三四五六七八九十甲乙丙", "word", Some("looks_personal")),
            ("这是一整句话它说了很多很多的事情不是一个词", "word", Some("long_word")),
            ("张三 138 0000 0000", "word", Some("looks_personal")),
            ("老张１３８００００００００", "word", Some("looks_personal")),
            ("幺三八零零零零零零零零", "word", Some("looks_personal")),
            ("11010119900101001X", "word", Some("looks_personal")),
            ("a@b.cn", "word", Some("looks_personal")),
            ("南=北", "word", Some("bad_sign")),
            ("北苑家园", "word", Some("is_a_name")),
            ("老供销社", "word", Some("known")),
            ("南门口", "area:atlantis", Some("no_such_place")),
            ("南门口", "area:qinghe", Some("no_such_place")),
            ("南门口", "place:没有这条路", Some("no_such_place")),
        ] {
            assert_eq!(of(text, means), fault, "{text} {means}");
        }
    }

    #[test]
    fn a_word_may_change_its_meaning_in_one_change() {
        let register = register(&[("老供销社", "place:北苑家园")]);
        let change =
            |add: &[LocalWord], end: &[&str]| WordChange { add: add.to_vec(), end: end.iter().map(|&word| word.to_owned()).collect() };
        assert_eq!(change(&[word("老供销社", "area:beiguan")], &["老供销社"]).faults(&register), []);
        assert_eq!(change(&[], &["没有"]).faults(&register), [(Line::End(0), WordFault::NotThere)]);
        assert_eq!(change(&[], &[]).faults(&register), [(Line::All, WordFault::Empty)]);
        let twice = [word("南门口", "word"), word("南门口", "word")];
        assert_eq!(change(&twice, &[]).faults(&register), [(Line::Add(1), WordFault::Twice)]);
        let many: Vec<LocalWord> = (0..=MOST_AT_ONCE).map(|n| word(&format!("院子{n}"), "word")).collect();
        assert_eq!(change(&many, &[]).faults(&register), [(Line::All, WordFault::TooMany)]);
    }

    #[test]
    fn a_name_is_understood_as_it_is_written() {
        let register = register(&[]);
        assert_eq!(register.meaning_of(" 北苑家园 "), Some(Means::Place("北苑家园".to_owned())));
        assert_eq!(register.meaning_of("北关社区"), Some(Means::Area("beiguan".parse().unwrap())));
        assert!(matches!(register.meaning_of(&register.points()[0].name), Some(Means::Point(_))));
        assert_eq!(register.meaning_of("清河县"), None);
        assert_eq!(register.meaning_of("没有这条路"), None);
    }

    #[test]
    fn a_change_survives_its_stored_form() {
        let change = WordChange {
            add: vec![word("老供销社", "place:北苑家园"), word("网格员", "word")], end: vec!["南门口".to_owned()]
        };
        let text = serde_json::to_string(&change).unwrap();
        assert_eq!(serde_json::from_str::<WordChange>(&text).unwrap(), change);
        assert!(text.contains(r#""means":"place:北苑家园""#), "{text}");
        assert!(serde_json::from_str::<WordChange>(r#"{"add":[{"word":"a","means":"grid:1"}]}"#).is_err());
    }
}
