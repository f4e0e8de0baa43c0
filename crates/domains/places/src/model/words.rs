//! Finding places in what people write: `槐荫路和新华街路口的灯坏了` speaks of a road, and the road of a community.

use std::collections::BTreeMap;
use std::ops::Range;

use kernel::AreaCode;

use super::local::{HeldWord, LocalWord, Means};
use super::{Area, AreaLevel, NamedPlace, NamedPlaceKind, Point};

/// An area that a text may speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The area.
    pub area: AreaCode,
    /// Where in the text its name stands, in bytes; always on character boundaries.
    pub evidence: Range<usize>,
    /// How far the name is to be trusted, 1 to 100. An order that we laid down, not a probability: a
    /// community's own name before an estate, an estate before a road, any of them before a subdistrict;
    /// shared among the areas when several have the name.
    pub score: u8,
    /// The estate or road of the register that is named, by its own name or by a word of the dictionary; `None` for an area or a point.
    pub place: Option<String>,
}

/// The full name of a community.
const COMMUNITY: u8 = 95;
/// An estate: it lies in one community.
const ESTATE: u8 = 90;
/// A road: it may go on beyond the community that is named in the register.
const ROAD: u8 = 70;
/// A community without 社区 or 村: may be a surname, a shop, a school.
const COMMUNITY_SHORT: u8 = 45;
/// A subdistrict or town: true, but wide.
const WIDE: u8 = 40;
/// A subdistrict or town without 街道, 镇 or 乡.
const WIDE_SHORT: u8 = 20;
/// What people leave out of an area's name. A rest of one character is no name.
const ENDINGS: [&str; 5] = ["社区", "街道", "村", "镇", "乡"];

/// One name, folded, and the areas it may mean.
#[derive(Debug)]
struct Name {
    chars: Vec<char>,
    means: Vec<Meaning>,
}

/// One of the areas that a name may mean.
#[derive(Debug)]
struct Meaning {
    area: AreaCode,
    score: u8,
    /// The estate or road there.
    place: Option<String>,
}

/// All names, by their first character, the longest first: a text is read once from the left.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeMap<char, Vec<Name>>);

impl Names {
    pub(crate) fn of(areas: &[Area], points: &[Point], places: &[NamedPlace], words: &[HeldWord]) -> Self {
        let mut names = Self::default();
        for place in places {
            names.add(&place.name, &place.area, score_of(place), Some(&place.name));
        }
        for area in areas {
            let (full, short) = match area.level {
                AreaLevel::Community => (COMMUNITY, COMMUNITY_SHORT),
                AreaLevel::Subdistrict | AreaLevel::Town => (WIDE, WIDE_SHORT),
                // Whoever names the county has not said where.
                AreaLevel::County => continue,
            };
            names.add(&area.name, &area.code, full, None);
            names.add(&area.name_en, &area.code, full, None);
            if let Some(rest) = ENDINGS.iter().find_map(|ending| area.name.strip_suffix(ending))
                && rest.chars().count() >= 2
            {
                names.add(rest, &area.code, short, None);
            }
        }
        for held in words {
            names.add_word(&held.word, areas, points, places);
        }
        for list in names.0.values_mut() {
            list.sort_by_key(|name| std::cmp::Reverse(name.chars.len()));
        }
        names
    }

    /// A word of the dictionary is trusted like the name of an estate or a road that it stands for; one for a wide area is as wide.
    fn add_word(&mut self, word: &LocalWord, areas: &[Area], points: &[Point], places: &[NamedPlace]) {
        let level = |code: &AreaCode| areas.iter().find(|area| area.code == *code).map(|area| area.level);
        match &word.means {
            Means::Area(code) => {
                let score = if level(code) == Some(AreaLevel::Community) { ESTATE } else { WIDE };
                self.add(&word.word, code, score, None);
            }
            Means::Point(code) => {
                for point in points.iter().filter(|point| point.code == *code) {
                    self.add(&word.word, &point.area, ESTATE, None);
                }
            }
            Means::Place(name) => {
                for place in places.iter().filter(|place| place.name == *name) {
                    self.add(&word.word, &place.area, score_of(place), Some(&place.name));
                }
            }
            // It means no area, and what stands within it is passed over.
            Means::Word => {
                self.entry(&word.word);
            }
        }
    }

    /// The entry of a name; `None` for a name without any character.
    fn entry(&mut self, name: &str) -> Option<&mut Name> {
        let chars: Vec<char> = folded(name).map(|(_, c)| c).collect();
        let list = self.0.entry(*chars.first()?).or_default();
        let place = list.iter().position(|name| name.chars == chars).unwrap_or_else(|| {
            list.push(Name { chars, means: Vec::new() });
            list.len() - 1
        });
        list.get_mut(place)
    }

    fn add(&mut self, name: &str, area: &AreaCode, score: u8, place: Option<&String>) {
        let Some(name) = self.entry(name) else { return };
        match name.means.iter_mut().find(|meaning| meaning.area == *area) {
            Some(known) => {
                known.score = score.max(known.score);
                known.place = known.place.take().or_else(|| place.cloned());
            }
            None => name.means.push(Meaning { area: area.clone(), score, place: place.cloned() }),
        }
    }

    pub(crate) fn find(&self, text: &str) -> Vec<Guess> {
        let chars: Vec<(usize, char)> = folded(text).collect();
        let mut best: BTreeMap<AreaCode, Guess> = BTreeMap::new();
        let mut rest = chars.as_slice();
        let mut before = None;
        while let Some((&(start, first), tail)) = rest.split_first() {
            let found = self.0.get(&first).into_iter().flatten().find(|name| stands_at(name, before, rest));
            let Some(name) = found else {
                (before, rest) = (Some(first), tail);
                continue;
            };
            let (matched, tail) = rest.split_at(name.chars.len());
            let end = matched.last().map_or(start, |&(at, _)| at + text.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8));
            let sharing = u8::try_from(name.means.len()).unwrap_or(u8::MAX).max(1);
            for Meaning { area, score, place } in &name.means {
                let guess = Guess { area: area.clone(), evidence: start..end, score: (score / sharing).max(1), place: place.clone() };
                match best.get(area) {
                    Some(known) if known.score >= guess.score => {}
                    Some(_) | None => {
                        best.insert(area.clone(), guess);
                    }
                }
            }
            (before, rest) = (matched.last().map(|&(_, c)| c), tail);
        }
        let mut guesses: Vec<Guess> = best.into_values().collect();
        guesses.sort_by(|one, other| other.score.cmp(&one.score).then(one.evidence.start.cmp(&other.evidence.start)));
        guesses
    }
}

fn score_of(place: &NamedPlace) -> u8 {
    match place.kind {
        NamedPlaceKind::Estate => ESTATE,
        NamedPlaceKind::Road => ROAD,
    }
}

/// Whether the name begins here. A Latin name must be a word of its own: `Hedong` is not in `Hedongish`.
fn stands_at(name: &Name, before: Option<char>, rest: &[(usize, char)]) -> bool {
    let joins = |edge: Option<&char>, next: Option<char>| {
        edge.is_some_and(char::is_ascii_alphanumeric) && next.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    rest.len() >= name.chars.len()
        && name.chars.iter().zip(rest).all(|(wanted, (_, c))| wanted == c)
        && !joins(name.chars.first(), before)
        && !joins(name.chars.last(), rest.get(name.chars.len()).map(|&(_, c)| c))
}

/// The characters that carry meaning, with their byte positions: ASCII in lower case, full-width forms as
/// ASCII, without the invisible marks that text keeps (decisions 5).
fn folded(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.char_indices().filter_map(|(at, c)| match c {
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).map(|c| (at, c.to_ascii_lowercase())),
        '\u{3000}' => Some((at, ' ')),
        c => Some((at, c.to_ascii_lowercase())),
    })
}

/// A text as names are compared: its characters that carry meaning.
pub(crate) fn plain(text: &str) -> String {
    folded(text).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::register::tests::demo;

    fn found(text: &str) -> Vec<(String, &str)> {
        let register = demo();
        register.find_in_words(text).into_iter().map(|guess| (guess.area.to_string(), &text[guess.evidence])).collect()
    }

    #[test]
    fn an_estate_names_its_community() {
        assert_eq!(found("北苑家园3号楼楼道灯坏了"), [("beiguan".to_owned(), "北苑家园")]);
    }

    #[test]
    fn the_longest_name_wins_and_a_community_beats_its_subdistrict() {
        let guesses = found("我住北关街道北关新村");
        assert_eq!(guesses, [("beiguan".to_owned(), "北关新村"), ("beiguan_subdistrict".to_owned(), "北关街道")]);
    }

    #[test]
    fn a_short_name_is_a_weak_guess() {
        let register = demo();
        let full = register.find_in_words("槐荫社区的路");
        let short = register.find_in_words("槐荫那边的路");
        assert_eq!(full.first().map(|guess| guess.area.as_str()), Some("huaiyin"));
        assert!(short.first().map(|guess| guess.score) < full.first().map(|guess| guess.score));
    }

    #[test]
    fn english_names_are_words_of_their_own() {
        assert_eq!(found("The lamp in huaiyin COMMUNITY is out"), [("huaiyin".to_owned(), "huaiyin COMMUNITY")]);
        assert!(found("xhuaiyin communityx").is_empty());
    }

    #[test]
    fn invisible_marks_and_full_width_letters_do_not_hide_a_name() {
        assert_eq!(found("北苑\u{200b}家园漏水"), [("beiguan".to_owned(), "北苑\u{200b}家园")]);
        assert_eq!(found("Ｈｕａｉｙｉｎ Community"), [("huaiyin".to_owned(), "Ｈｕａｉｙｉｎ Community")]);
    }

    #[test]
    fn nothing_is_guessed_from_nothing() {
        assert!(found("").is_empty());
        assert!(found("楼上半夜很吵").is_empty());
        assert!(found("清河县有人管吗").is_empty(), "the county is no place within itself");
    }

    #[test]
    fn a_name_that_several_communities_share_is_trusted_less() {
        let places = ["a", "b"].map(|area| NamedPlace {
            name: "人民路".to_owned(),
            kind: NamedPlaceKind::Road,
            area: area.parse().unwrap_or_else(|_| unreachable!()),
        });
        let guesses = Names::of(&[], &[], &places, &[]).find("人民路积水");
        assert_eq!(guesses.iter().map(|guess| guess.score).collect::<Vec<_>>(), [35, 35]);
    }
}
