//! Cases like this one: an index over the words that tell most, kept in memory, changed case by case.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use crate::evidence::Field;
use crate::fold::Folded;
use crate::hash::{self, KeySet, Same};
use crate::tokens::{TokenKind, Tokenizer};

/// Words kept of one case: the rarest. More changed no first hit and cost memory in proportion.
const KEPT: usize = 24;
/// Entries of the index that one question may read; the rarest words come first, of a word that would go beyond it the newest cases.
/// Bounds the time of the worst question.
const BUDGET: usize = 400_000;
/// Of the place asked about so many of the newest cases are looked at, whatever their words: where all words are common, who asks again
/// in the same place is found all the same.
const PLACE_LOOK: usize = 2_000;
/// Cases measured exactly, at most.
const EXACT: usize = 1_000;
/// Shared words told of a hit.
const TOLD: usize = 5;
/// A hash stays after its last case is gone only when at least so many had the word, as in a model.
const FEWEST: u32 = 3;
/// Below so many free slots it is not worth moving the others together.
const FREE: usize = 1_024;
/// Sets pairs of characters apart from words.
const PAIR: u64 = 0x7061_6972;
const DAY_MS: i64 = 86_400_000;

/// What the index keeps of a case. Words are kept as hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The case, by the caller's number.
    pub case: u64,
    /// The area, estate or road, by the caller's number; 0 when unknown.
    pub place: u32,
    /// When it was received: milliseconds since 1970, UTC.
    pub at: i64,
    /// Whether it is still open.
    pub open: bool,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// The title; may be empty.
    pub title: &'a str,
    /// The text; may be empty.
    pub body: &'a str,
    /// The place; 0 when unknown.
    pub place: u32,
    /// Now, or when the asking case was received: milliseconds since 1970, UTC.
    pub at: i64,
    /// Open cases only.
    pub open_only: bool,
    /// A case not to name: the asking one itself.
    pub without: Option<u64>,
    /// How many at most.
    pub most: usize,
}

/// A case like the one asked about, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The case.
    pub case: u64,
    /// The order: text, raised for the same place, for an open case and for nearness in time.
    pub score: f32,
    /// How much of the telling words both have: 0 to 1, where 1 is the same text.
    pub text: f32,
    /// Whether it is in the same place.
    pub same_place: bool,
    /// Days between the two, rounded down.
    pub days: u32,
    /// Whether it is still open.
    pub open: bool,
    /// The words of the asking text that the other has too, the most telling first; five at most.
    pub words: Vec<SharedWord>,
}

/// A word both texts have.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedWord {
    /// Where it stands in the asking message.
    pub field: Field,
    /// Where in the field, in bytes.
    pub bytes: Range<usize>,
    /// As it is written there.
    pub word: String,
    /// Its part of [`Hit::text`].
    pub part: f32,
}

/// The index. Removing a case removes its hashes at once; what stays of it are counts of words that three cases or more had.
///
/// It takes some 300 bytes a case, whatever the length of the texts, and gives room back when half of its cases are gone.
#[derive(Debug, Default)]
pub struct Similar {
    /// By slot; slots ascend with time of insertion.
    entries: Vec<Option<Entry>>,
    /// By slot: its terms, then padding of 0.
    terms: Vec<[u32; KEPT]>,
    /// By slot, one bit each: whether it is there and open. Far smaller than the entries, and asked far more often.
    open: Vec<u64>,
    slots: HashMap<u64, u32>,
    /// By term: how many cases had it, kept or not, and the slots of those that keep it, ascending.
    postings: Terms<Posting>,
    /// By place: its slots, ascending.
    places: HashMap<u32, Vec<u32>>,
    /// For each slot what the question at hand has found so far.
    sums: Vec<f32>,
}

type Terms<V> = HashMap<u32, V, BuildHasherDefault<Same>>;

#[derive(Debug, Default)]
struct Posting {
    seen: u32,
    slots: Vec<u32>,
}

/// A word of the asking message.
#[derive(Debug, Clone)]
struct Asked {
    field: Field,
    chars: Range<usize>,
    weight: f32,
}

impl Similar {
    /// Empty.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many cases it holds.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The memory it takes, in bytes, as far as its own vectors and maps go.
    pub fn memory(&self) -> usize {
        let lists = self.postings.values().map(|posting| &posting.slots).chain(self.places.values());
        self.entries.capacity() * size_of::<Option<Entry>>()
            + self.terms.capacity() * size_of::<[u32; KEPT]>()
            + self.open.capacity() * 8
            + self.slots.capacity() * (size_of::<(u64, u32)>() + 1)
            + self.postings.capacity() * (size_of::<(u32, Posting)>() + 1)
            + self.places.capacity() * (size_of::<(u32, Vec<u32>)>() + 1)
            + self.sums.capacity() * 4
            + lists.map(|slots| slots.capacity() * 4).sum::<usize>()
    }

    /// Adds a case; one that is there is replaced.
    pub fn add(&mut self, tokenizer: &Tokenizer, entry: Entry, title: &str, body: &str) {
        self.remove(entry.case);
        let Ok(slot) = u32::try_from(self.entries.len()) else { return };
        let mut terms = Vec::new();
        each_term(tokenizer, &[Folded::of(title), Folded::of(body)], |term, _, _| terms.push(term));
        self.rarest_first(&mut terms);
        let (kept, rest) = terms.split_at(terms.len().min(KEPT));
        let mut row = [0_u32; KEPT];
        for (place, &term) in row.iter_mut().zip(kept) {
            *place = term;
            let posting = self.postings.entry(term).or_default();
            posting.seen += 1;
            append(&mut posting.slots, slot);
        }
        // Of what is not kept nothing may enter that would outlive the case.
        for term in rest {
            if let Some(posting) = self.postings.get_mut(term) {
                posting.seen += 1;
            }
        }
        self.entries.push(Some(entry));
        self.terms.push(row);
        self.open.resize(self.entries.len().div_ceil(64), 0);
        self.mark(slot, entry.open);
        if entry.place != 0 {
            append(self.places.entry(entry.place).or_default(), slot);
        }
        self.slots.insert(entry.case, slot);
    }

    /// Opens or closes a case; whether it is there.
    pub fn set_open(&mut self, case: u64, open: bool) -> bool {
        let Some(&slot) = self.slots.get(&case) else { return false };
        self.mark(slot, open);
        if let Some(entry) = self.entries.get_mut(slot as usize).and_then(Option::as_mut) {
            entry.open = open;
        }
        true
    }

    /// Removes a case and its hashes; whether it was there.
    pub fn remove(&mut self, case: u64) -> bool {
        let Some(slot) = self.slots.remove(&case) else { return false };
        if self.slots.is_empty() {
            *self = Self::default();
            return true;
        }
        self.mark(slot, false);
        let entry = self.entries.get_mut(slot as usize).and_then(Option::take);
        if let Some(slots) = entry.and_then(|entry| self.places.get_mut(&entry.place)) {
            take_out(slots, slot);
        }
        let row = self.terms.get_mut(slot as usize).map(std::mem::take).unwrap_or_default();
        for term in row.into_iter().filter(|&term| term != 0) {
            let Some(posting) = self.postings.get_mut(&term) else { continue };
            take_out(&mut posting.slots, slot);
            posting.seen = posting.seen.saturating_sub(1);
            if posting.slots.is_empty() && posting.seen < FEWEST {
                self.postings.remove(&term);
            }
        }
        if self.entries.len() > 2 * self.slots.len() + FREE {
            self.move_together();
        }
        true
    }

    /// Gives the room of removed cases back: slots are numbered anew, in their order.
    fn move_together(&mut self) {
        let mut next = 0_u32;
        let new: Vec<u32> = self
            .entries
            .iter()
            .map(|entry| {
                let own = next;
                next += u32::from(entry.is_some());
                own
            })
            .collect();
        let renumber = |slots: &mut Vec<u32>| {
            for slot in slots.iter_mut() {
                *slot = new.get(*slot as usize).copied().unwrap_or(*slot);
            }
            slots.shrink_to_fit();
        };
        // A word's count is of all that ever came: it shrinks with them, and a word that nobody is left with goes.
        #[expect(clippy::cast_possible_truncation, reason = "a part of what it was")]
        self.postings.retain(|_, posting| {
            renumber(&mut posting.slots);
            let kept = posting.slots.len() as u32;
            posting.seen = kept + (u64::from(posting.seen.saturating_sub(kept)) * u64::from(next) / new.len().max(1) as u64) as u32;
            !posting.slots.is_empty() || posting.seen >= FEWEST
        });
        self.places.retain(|_, slots| {
            renumber(slots);
            !slots.is_empty()
        });
        let mut there = self.entries.iter().map(Option::is_some);
        self.terms.retain(|_| there.next().unwrap_or(false));
        self.entries.retain(Option::is_some);
        self.open = vec![0; self.entries.len().div_ceil(64)];
        for (number, entry) in (0_u32..).zip(self.entries.iter().flatten()) {
            self.slots.insert(entry.case, number);
            if let Some(word) = self.open.get_mut(number as usize / 64) {
                *word |= u64::from(entry.open) << (number % 64);
            }
        }
        self.entries.shrink_to_fit();
        self.terms.shrink_to_fit();
        self.postings.shrink_to_fit();
        self.slots.shrink_to_fit();
        self.sums = Vec::new();
    }

    fn mark(&mut self, slot: u32, open: bool) {
        if let Some(word) = self.open.get_mut(slot as usize / 64) {
            let bit = 1 << (slot % 64);
            *word = if open { *word | bit } else { *word & !bit };
        }
    }

    /// The cases most like the one asked about, the likest first. Changes nothing but its own scratch memory.
    pub fn find(&mut self, tokenizer: &Tokenizer, query: &Query<'_>) -> Vec<Hit> {
        let fields = [Folded::with_places(query.title), Folded::with_places(query.body)];
        let mut asked: Terms<Asked> = Terms::default();
        let mut terms = Vec::new();
        each_term(tokenizer, &fields, |term, field, chars| {
            terms.push(term);
            asked.insert(term, Asked { field, chars, weight: self.weight(term) });
        });
        self.rarest_first(&mut terms);
        terms.truncate(KEPT);
        let weight_of = |term: &u32| asked.get(term).map_or(0.0, |asked| asked.weight);
        let whole: f32 = terms.iter().map(weight_of).sum();

        let wanted =
            |slot: u32| -> bool { !query.open_only || self.open.get(slot as usize / 64).is_some_and(|word| word >> (slot % 64) & 1 == 1) };
        self.sums.resize(self.entries.len(), 0.0);
        let (mut touched, mut budget) = (Vec::new(), BUDGET);
        for term in &terms {
            let Some(posting) = self.postings.get(term) else { continue };
            let weight = weight_of(term);
            let newest = posting.slots.get(posting.slots.len().saturating_sub(budget)..).unwrap_or(&[]);
            budget -= newest.len();
            for &slot in newest.iter().filter(|&&slot| wanted(slot)) {
                if let Some(sum) = self.sums.get_mut(slot as usize) {
                    if *sum == 0.0 {
                        touched.push(slot);
                    }
                    *sum += weight;
                }
            }
        }
        let mut candidates: Vec<(f32, u32)> =
            touched.into_iter().filter_map(|slot| Some((std::mem::take(self.sums.get_mut(slot as usize)?), slot))).collect();
        likeliest(&mut candidates, EXACT);
        let mut slots: Vec<u32> = candidates.into_iter().map(|(_, slot)| slot).collect();
        if let Some(here) = self.places.get(&query.place) {
            slots.extend(here.iter().rev().filter(|&&slot| wanted(slot)).take(PLACE_LOOK));
        }
        slots.sort_unstable();
        slots.dedup();

        // The exact measure needs the weights of the other's words too; only those that share much are worth it.
        let mut candidates: Vec<(f32, u32)> = slots
            .into_iter()
            .filter_map(|slot| {
                let shared: f32 = self.terms.get(slot as usize)?.iter().map(weight_of).sum();
                let entry = self.entries.get(slot as usize)?.as_ref().filter(|entry| Some(entry.case) != query.without)?;
                (shared > 0.0).then(|| (shared * raise(entry, query), slot))
            })
            .collect();
        likeliest(&mut candidates, query.most.saturating_mul(8).max(64));
        let mut hits: Vec<(Hit, u32)> =
            candidates.into_iter().filter_map(|(_, slot)| Some((self.hit(slot, &asked, whole, query)?, slot))).collect();
        hits.sort_by(|(a, _), (b, _)| b.score.total_cmp(&a.score).then_with(|| b.case.cmp(&a.case)));
        hits.truncate(query.most);
        hits.into_iter()
            .map(|(mut hit, slot)| {
                hit.words = self.shared_words(slot, &asked, hit.text, &fields, query);
                hit
            })
            .collect()
    }

    fn hit(&self, slot: u32, asked: &Terms<Asked>, whole: f32, query: &Query<'_>) -> Option<Hit> {
        let entry = self.entries.get(slot as usize)?.as_ref()?;
        let (mut shared, mut own) = (0.0, 0.0);
        for &term in self.terms.get(slot as usize)?.iter().filter(|&&term| term != 0) {
            let weight = self.weight(term);
            own += weight;
            if asked.contains_key(&term) {
                shared += weight;
            }
        }
        // The other keeps what was rarest when it came, this one asks by what is rarest now: all words of it may meet, and the same text
        // is 1 but for that.
        let text = if whole + own > shared { (shared / (whole + own - shared)).min(1.0) } else { 1.0 };
        Some(Hit {
            case: entry.case,
            score: text * raise(entry, query),
            text,
            same_place: same_place(entry, query),
            days: days(entry, query),
            open: entry.open,
            words: Vec::new(),
        })
    }

    /// The most telling of the words that a case shares with the asking message, where they stand there.
    fn shared_words(&self, slot: u32, asked: &Terms<Asked>, text: f32, fields: &[Folded; 2], query: &Query<'_>) -> Vec<SharedWord> {
        let row = self.terms.get(slot as usize).map_or([].as_slice(), |row| row.as_slice());
        let mut shared: Vec<&Asked> = row.iter().filter_map(|term| asked.get(term)).collect();
        let all: f32 = shared.iter().map(|asked| asked.weight).sum();
        shared.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.field.cmp(&b.field)).then(a.chars.start.cmp(&b.chars.start)));
        shared.truncate(TOLD);
        let [title, body] = fields;
        let written = |asked: &Asked| {
            let (folded, original) = match asked.field {
                Field::Title => (title, query.title),
                Field::Body => (body, query.body),
            };
            let bytes = folded.bytes(original, asked.chars.clone());
            let word = original.get(bytes.clone())?.to_owned();
            Some(SharedWord { field: asked.field, bytes, word, part: text * asked.weight / all })
        };
        shared.into_iter().filter_map(written).collect()
    }

    fn weight(&self, term: u32) -> f32 {
        weight(self.postings.get(&term).map_or(1, |posting| posting.seen), self.slots.len())
    }

    fn rarest_first(&self, terms: &mut [u32]) {
        terms.sort_by_cached_key(|term| (self.postings.get(term).map_or(0, |posting| posting.seen), *term));
    }
}

/// The `most` of highest weight, the newer first among equals.
fn likeliest(candidates: &mut Vec<(f32, u32)>, most: usize) {
    if candidates.len() > most {
        candidates.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
        candidates.truncate(most);
    }
}

/// Adds the newest slot. Room grows by a quarter, not by as much again: there are millions of these.
fn append(slots: &mut Vec<u32>, slot: u32) {
    if slots.len() == slots.capacity() {
        slots.reserve_exact(slots.len() / 4 + 1);
    }
    slots.push(slot);
}

fn take_out(slots: &mut Vec<u32>, slot: u32) {
    if let Ok(at) = slots.binary_search(&slot) {
        slots.remove(at);
    }
}

/// What the same place is worth.
const SAME_PLACE: f32 = 1.5;
/// What being open is worth: only an open case can be joined.
const OPEN: f32 = 1.2;
/// What the same day is worth at most, halved after a month.
const NEAR: f32 = 0.3;

/// By what place, openness and time raise the likeness of the texts.
fn raise(entry: &Entry, query: &Query<'_>) -> f32 {
    let place = if same_place(entry, query) { SAME_PLACE } else { 1.0 };
    let open = if entry.open { OPEN } else { 1.0 };
    #[expect(clippy::cast_precision_loss, reason = "a weight by days")]
    let near = 1.0 + NEAR / (1.0 + days(entry, query) as f32 / 30.0);
    place * open * near
}

fn same_place(entry: &Entry, query: &Query<'_>) -> bool {
    query.place != 0 && entry.place == query.place
}

fn days(entry: &Entry, query: &Query<'_>) -> u32 {
    u32::try_from(entry.at.abs_diff(query.at) / DAY_MS.unsigned_abs()).unwrap_or(u32::MAX)
}

/// The inverse document frequency of a term.
#[expect(clippy::cast_precision_loss, reason = "counts of cases only weigh a statistic")]
fn weight(seen: u32, cases: usize) -> f32 {
    (1.0 + cases as f32 / (1.0 + seen as f32)).ln()
}

/// The hashed words of a message, each once, and where each stands first. Where the dictionary knows no word, as with most names, a
/// pair of characters is one.
fn each_term(tokenizer: &Tokenizer, fields: &[Folded; 2], mut take: impl FnMut(u32, Field, Range<usize>)) {
    let mut seen = KeySet::default();
    for (field, folded) in [Field::Title, Field::Body].into_iter().zip(fields) {
        let mut lone: Option<(u64, usize)> = None;
        tokenizer.each(folded, |token| {
            if token.kind == TokenKind::Mark {
                lone = None;
                return;
            }
            let key = hash::text(token.text, 0);
            let (key, chars) = if token.chars.len() > 1 {
                lone = None;
                (key, token.chars)
            } else {
                let Some((before, start)) = lone.replace((key, token.chars.start)) else { return };
                (hash::mix(before ^ key.rotate_left(17) ^ PAIR), start..token.chars.end)
            };
            let term = u32::try_from(key >> 32).unwrap_or(0).max(1);
            if seen.insert(u64::from(term)) {
                take(term, field, chars);
            }
        });
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hash::Chance;

    const NOON: i64 = 1_790_000_000_000;

    thread_local!(static TOKENIZER: &'static Tokenizer = Box::leak(Box::new(Tokenizer::new(&[]))));

    fn tokenizer() -> &'static Tokenizer {
        TOKENIZER.with(|tokenizer| *tokenizer)
    }

    fn index() -> Similar {
        let mut index = Similar::new();
        let texts = [
            (1, "东街路灯坏了", "东街三号门口的路灯坏了一周,晚上看不见路", 7, true),
            (2, "路灯不亮", "西街广场旁边路灯不亮", 8, true),
            (3, "垃圾没人清运", "小区门口垃圾堆了三天没有人清运,气味很大", 7, true),
            (4, "东街的路灯又坏了", "东街三号门口路灯坏了,晚上看不见", 7, false),
        ];
        for (case, title, body, place, open) in texts {
            index.add(tokenizer(), Entry { case, place, at: NOON, open }, title, body);
        }
        index
    }

    fn ask(most: usize) -> Query<'static> {
        Query {
            title: "东街路灯不亮", body: "东街三号门口路灯坏了", place: 7, at: NOON, open_only: false, without: None, most
        }
    }

    #[test]
    fn the_same_trouble_in_the_same_place_comes_first() {
        let mut index = index();
        let hits = index.find(tokenizer(), &ask(3));
        assert!([1, 4].contains(&hits[0].case) && [1, 4].contains(&hits[1].case), "{hits:?}");
        assert!(hits[0].same_place && hits[0].text > 0.1);
        let open = index.find(tokenizer(), &Query { open_only: true, ..ask(9) });
        assert_eq!(open[0].case, 1);
        assert!(open.iter().all(|hit| hit.case != 4));
        assert!(index.find(tokenizer(), &Query { without: Some(1), ..ask(9) }).iter().all(|hit| hit.case != 1));
        assert!(index.find(tokenizer(), &Query { title: "", body: "", ..ask(9) }).is_empty());
    }

    #[test]
    fn the_reasons_are_words_of_the_asking_text_that_the_other_has() {
        let mut index = index();
        let query = Query { title: "东街路燈不亮", body: "三號門口　路燈壞了,猫", ..ask(3) };
        let hits = index.find(tokenizer(), &query);
        let first = hits.iter().find(|hit| hit.case == 1).unwrap();
        assert!(first.words.iter().any(|word| word.word == "路燈"), "{first:?}");
        for hit in &hits {
            assert!(!hit.words.is_empty() && hit.words.len() <= TOLD);
            assert!(hit.words.windows(2).all(|pair| pair[0].part >= pair[1].part));
            assert!(hit.words.iter().map(|word| word.part).sum::<f32>() <= hit.text + 1e-4);
            for word in &hit.words {
                let field = if word.field == Field::Title { query.title } else { query.body };
                assert_eq!(field.get(word.bytes.clone()), Some(word.word.as_str()));
            }
        }
    }

    #[test]
    fn the_same_text_is_wholly_alike_and_a_removed_case_is_gone() {
        let mut index = index();
        let same = Query { title: "垃圾没人清运", body: "小区门口垃圾堆了三天没有人清运,气味很大", ..ask(1) };
        assert!(index.find(tokenizer(), &same)[0].text > 0.99);
        assert!(index.set_open(3, false));
        assert!(!index.find(tokenizer(), &same)[0].open);
        assert!(index.find(tokenizer(), &Query { open_only: true, ..same }).iter().all(|hit| hit.case != 3));
        assert!(index.remove(3));
        assert!(!index.remove(3) && !index.set_open(3, true));
        assert!(index.find(tokenizer(), &same).iter().all(|hit| hit.case != 3));
        assert!(index.postings.values().all(|posting| !posting.slots.is_empty()), "no hash without a case, where fewer than three had it");
        for case in [1, 2, 4] {
            index.remove(case);
        }
        assert!(index.is_empty() && index.postings.is_empty() && index.places.is_empty() && index.entries.is_empty());
    }

    /// All words are common, and twice as many cases have them as one question may read: the old case of the place is found by its place.
    #[test]
    fn where_all_words_are_common_the_place_finds() {
        let mut index = Similar::new();
        let many = u64::try_from(BUDGET).unwrap() / 2 + 10;
        for case in 0..many {
            let place = if case == 3 { 7 } else { 8 };
            index.add(tokenizer(), Entry { case, place, at: NOON, open: true }, "路灯坏了", "");
        }
        let hits = index.find(tokenizer(), &Query { title: "路灯坏了", body: "", place: 7, ..ask(5) });
        assert_eq!((hits[0].case, hits[0].same_place, hits.len()), (3, true, 5));
    }

    /// A case made of words by number.
    fn text_of(words: &[u8]) -> String {
        const WORDS: [&str; 12] = ["路灯", "垃圾", "噪音", "施工", "小区", "门口", "下水道", "公交", "停车", "物业", "学校", "医院"];
        words.iter().map(|&word| WORDS[usize::from(word) % WORDS.len()]).collect::<Vec<_>>().join(",")
    }

    #[test]
    fn room_comes_back_when_cases_go_and_nothing_else_changes() {
        let mut chance = Chance::of(3);
        let mut texts: Vec<String> = Vec::new();
        let mut index = Similar::new();
        let entry = |case: u64| Entry {
            case,
            place: u32::try_from(case % 9).unwrap(),
            at: NOON + i64::try_from(case).unwrap(),
            open: case.is_multiple_of(3),
        };
        for case in 0..6_000_u64 {
            let words: Vec<u8> = (0..8).map(|_| u8::try_from(chance.below(12)).unwrap()).collect();
            texts.push(text_of(&words));
            index.add(tokenizer(), entry(case), "", &texts[usize::try_from(case).unwrap()]);
        }
        let full = index.memory();
        assert!(full / index.len() < 400, "{} bytes a case", full / index.len());
        for case in (0..6_000).filter(|case: &u64| !case.is_multiple_of(5)) {
            assert!(index.remove(case));
        }
        assert!(index.entries.len() <= 2 * index.len() + FREE + 1 && index.memory() < full / 2);
        let mut fresh = Similar::new();
        for case in (0..6_000_u64).filter(|case: &u64| case.is_multiple_of(5)) {
            fresh.add(tokenizer(), entry(case), "", &texts[usize::try_from(case).unwrap()]);
        }
        for case in [0_u64, 5, 2_500, 5_995] {
            for open_only in [false, true] {
                let body = &texts[usize::try_from(case).unwrap()];
                let query = Query { title: "", body, place: entry(case).place, open_only, ..ask(5) };
                let cases = |hits: Vec<Hit>| hits.into_iter().map(|hit| hit.case).collect::<Vec<_>>();
                assert_eq!(cases(index.find(tokenizer(), &query)), cases(fresh.find(tokenizer(), &query)));
            }
        }
    }

    #[derive(Debug, Clone)]
    enum Change {
        Add { case: u64, place: u32, open: bool, words: Vec<u8> },
        Open { case: u64, open: bool },
        Remove { case: u64 },
    }

    fn change() -> impl Strategy<Value = Change> {
        let words = prop::collection::vec(0_u8..12, 0..6);
        prop_oneof![
            4 => (0_u64..12, 0_u32..4, any::<bool>(), words).prop_map(|(case, place, open, words)| Change::Add { case, place, open, words }),
            1 => (0_u64..12, any::<bool>()).prop_map(|(case, open)| Change::Open { case, open }),
            2 => (0_u64..12).prop_map(|case| Change::Remove { case }),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        /// Whatever happened before, a question is answered by all that are there and share a word, and by nothing else.
        #[test]
        fn what_is_found_is_what_is_there(
            changes in prop::collection::vec(change(), 0..40),
            words in prop::collection::vec(0_u8..12, 1..6),
            place in 0_u32..4,
            open_only in any::<bool>(),
            without in prop::option::of(0_u64..12),
        ) {
            let mut index = Similar::new();
            let mut there: std::collections::BTreeMap<u64, (u32, bool, Vec<u8>)> = std::collections::BTreeMap::new();
            for change in changes {
                match change {
                    Change::Add { case, place, open, words } => {
                        index.add(tokenizer(), Entry { case, place, at: NOON, open }, "", &text_of(&words));
                        there.insert(case, (place, open, words));
                    }
                    Change::Open { case, open } => {
                        prop_assert_eq!(index.set_open(case, open), there.contains_key(&case));
                        if let Some(known) = there.get_mut(&case) {
                            known.1 = open;
                        }
                    }
                    Change::Remove { case } => prop_assert_eq!(index.remove(case), there.remove(&case).is_some()),
                }
                prop_assert_eq!(index.len(), there.len());
            }
            let body = text_of(&words);
            let hits = index.find(tokenizer(), &Query { title: "", body: &body, place, at: NOON, open_only, without, most: 100 });
            let mut found: Vec<u64> = hits.iter().map(|hit| hit.case).collect();
            found.sort_unstable();
            let expected: Vec<u64> = there
                .iter()
                .filter(|(case, (_, open, own))| {
                    (*open || !open_only) && Some(**case) != without && own.iter().any(|word| words.contains(word))
                })
                .map(|(case, _)| *case)
                .collect();
            prop_assert_eq!(found, expected);
            prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
            for hit in &hits {
                let (own_place, open, own) = &there[&hit.case];
                prop_assert_eq!(hit.open, *open);
                prop_assert_eq!(hit.same_place, place != 0 && *own_place == place);
                prop_assert!(hit.text > 0.0 && hit.text <= 1.0 && hit.days == 0);
                let (mut a, mut b) = (own.clone(), words.clone());
                for list in [&mut a, &mut b] {
                    list.sort_unstable();
                    list.dedup();
                }
                prop_assert_eq!(a == b, hit.text > 0.999, "{:?}", hit);
            }
        }
    }
}
