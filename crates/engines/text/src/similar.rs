//! Cases like this one: an index over the words that tell most, kept in memory, changed case by case.

use std::collections::HashMap;

use crate::fold::Folded;
use crate::hash::{self, KeySet};
use crate::tokens::{TokenKind, Tokenizer};

/// Words kept of one case: the rarest. More changed no first hit and cost memory in proportion.
const KEPT: usize = 24;
/// Entries of the index that one question may touch; the rarest words come first. Bounds the time of the worst question.
const BUDGET: usize = 120_000;
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

/// A case like the one asked about.
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
}

/// The index. Removing a case removes its hashes at once.
#[derive(Debug, Default)]
pub struct Similar {
    /// By slot; slots ascend with time of insertion and are not used again.
    entries: Vec<Option<Entry>>,
    /// By slot: its terms, then padding of 0.
    terms: Vec<[u32; KEPT]>,
    slots: HashMap<u64, u32>,
    /// By term: how many cases had it, kept or not, and the slots of those that keep it.
    postings: HashMap<u32, Posting, std::hash::BuildHasherDefault<hash::Same>>,
    /// For each slot what the question at hand has found so far.
    sums: Vec<f32>,
    touched: Vec<u32>,
}

#[derive(Debug, Default)]
struct Posting {
    seen: u32,
    slots: Vec<u32>,
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
        let lists: usize = self.postings.values().map(|posting| posting.slots.capacity() * 4).sum();
        self.entries.capacity() * size_of::<Option<Entry>>()
            + self.terms.capacity() * size_of::<[u32; KEPT]>()
            + self.slots.capacity() * (size_of::<(u64, u32)>() + 1)
            + self.postings.capacity() * (size_of::<(u32, Posting)>() + 1)
            + self.sums.capacity() * 4
            + lists
    }

    /// Adds a case; one that is there is replaced.
    pub fn add(&mut self, tokenizer: &Tokenizer, entry: Entry, title: &str, body: &str) {
        self.remove(entry.case);
        let Ok(slot) = u32::try_from(self.entries.len()) else { return };
        let mut terms = terms_of(tokenizer, title, body);
        for &term in &terms {
            self.postings.entry(term).or_default().seen += 1;
        }
        self.rarest_first(&mut terms);
        let mut kept = [0_u32; KEPT];
        for (kept, &term) in kept.iter_mut().zip(&terms) {
            *kept = term;
            if let Some(posting) = self.postings.get_mut(&term) {
                posting.slots.push(slot);
            }
        }
        self.entries.push(Some(entry));
        self.terms.push(kept);
        self.slots.insert(entry.case, slot);
    }

    /// Opens or closes a case; whether it is there.
    pub fn set_open(&mut self, case: u64, open: bool) -> bool {
        let entry = self.slots.get(&case).and_then(|&slot| self.entries.get_mut(slot as usize)).and_then(Option::as_mut);
        entry.map(|entry| entry.open = open).is_some()
    }

    /// Removes a case and its hashes; whether it was there.
    pub fn remove(&mut self, case: u64) -> bool {
        let Some(slot) = self.slots.remove(&case) else { return false };
        if let Some(entry) = self.entries.get_mut(slot as usize) {
            *entry = None;
        }
        let Some(terms) = self.terms.get_mut(slot as usize).map(std::mem::take) else { return true };
        for term in terms.into_iter().filter(|&term| term != 0) {
            let Some(posting) = self.postings.get_mut(&term) else { continue };
            if let Ok(at) = posting.slots.binary_search(&slot) {
                posting.slots.remove(at);
            }
            posting.seen = posting.seen.saturating_sub(1);
            if posting.seen == 0 {
                self.postings.remove(&term);
            }
        }
        true
    }

    /// The cases most like the one asked about, the likest first.
    pub fn find(&mut self, tokenizer: &Tokenizer, query: &Query<'_>) -> Vec<Hit> {
        let mut terms = terms_of(tokenizer, query.title, query.body);
        self.rarest_first(&mut terms);
        terms.truncate(KEPT);
        let whole: f32 = terms.iter().map(|&term| self.weight(term)).sum();
        self.sums.resize(self.entries.len(), 0.0);
        let mut budget = BUDGET;
        for &term in &terms {
            let Some(posting) = self.postings.get(&term) else { continue };
            let Some(left) = budget.checked_sub(posting.slots.len()) else { break };
            budget = left;
            let weight = weight(posting.seen, self.slots.len());
            for &slot in &posting.slots {
                if let Some(sum) = self.sums.get_mut(slot as usize) {
                    if *sum == 0.0 {
                        self.touched.push(slot);
                    }
                    *sum += weight;
                }
            }
        }
        let mut hits: Vec<Hit> = Vec::new();
        let touched = std::mem::take(&mut self.touched);
        // The exact measure needs the other's words too; only those that have much in common are worth it.
        let mut candidates: Vec<(f32, u32)> = Vec::with_capacity(touched.len());
        for &slot in &touched {
            if let Some(sum) = self.sums.get_mut(slot as usize) {
                let shared = std::mem::take(sum);
                let entry = self.entries.get(slot as usize).and_then(Option::as_ref);
                if entry.is_some_and(|entry| (entry.open || !query.open_only) && Some(entry.case) != query.without) {
                    let same_place = entry.is_some_and(|entry| query.place != 0 && entry.place == query.place);
                    candidates.push((shared * if same_place { SAME_PLACE } else { 1.0 }, slot));
                }
            }
        }
        let look = query.most.saturating_mul(8).max(64);
        if candidates.len() > look {
            candidates.select_nth_unstable_by(look, |a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
            candidates.truncate(look);
        }
        for (_, slot) in candidates {
            hits.extend(self.hit(slot, &terms, whole, query));
        }
        self.touched = touched;
        self.touched.clear();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| b.case.cmp(&a.case)));
        hits.truncate(query.most);
        hits
    }

    fn hit(&self, slot: u32, asked: &[u32], whole: f32, query: &Query<'_>) -> Option<Hit> {
        let entry = self.entries.get(slot as usize)?.as_ref()?;
        let (mut shared, mut own) = (0.0, 0.0);
        for &term in self.terms.get(slot as usize)?.iter().filter(|&&term| term != 0) {
            let weight = self.weight(term);
            own += weight;
            if asked.contains(&term) {
                shared += weight;
            }
        }
        let text = if whole + own > shared { shared / (whole + own - shared) } else { 1.0 };
        let days = u32::try_from(entry.at.abs_diff(query.at) / DAY_MS.unsigned_abs()).unwrap_or(u32::MAX);
        let same_place = query.place != 0 && entry.place == query.place;
        let mut score = text;
        if same_place {
            score *= SAME_PLACE;
        }
        if entry.open {
            score *= OPEN;
        }
        #[expect(clippy::cast_precision_loss, reason = "a weight by days")]
        let near = 1.0 + NEAR / (1.0 + days as f32 / 30.0);
        Some(Hit { case: entry.case, score: score * near, text, same_place, days, open: entry.open })
    }

    fn weight(&self, term: u32) -> f32 {
        weight(self.postings.get(&term).map_or(1, |posting| posting.seen), self.slots.len())
    }

    fn rarest_first(&self, terms: &mut [u32]) {
        terms.sort_by_cached_key(|term| (self.postings.get(term).map_or(0, |posting| posting.seen), *term));
    }
}

/// What the same place is worth.
const SAME_PLACE: f32 = 1.5;
/// What being open is worth: only an open case can be joined.
const OPEN: f32 = 1.2;
/// What the same day is worth at most, halved after a month.
const NEAR: f32 = 0.3;

/// The inverse document frequency of a term.
#[expect(clippy::cast_precision_loss, reason = "counts of cases only weigh a statistic")]
fn weight(seen: u32, cases: usize) -> f32 {
    (1.0 + cases as f32 / (1.0 + seen as f32)).ln()
}

/// The hashed words of a message, each once. Where the dictionary knows no word, as with most names, a pair of characters is one.
fn terms_of(tokenizer: &Tokenizer, title: &str, body: &str) -> Vec<u32> {
    let mut seen = KeySet::default();
    let mut terms = Vec::new();
    for text in [title, body] {
        let folded = Folded::of(text);
        let mut lone = None;
        tokenizer.each(&folded, |token| {
            if token.kind == TokenKind::Mark {
                lone = None;
                return;
            }
            let key = hash::text(token.text, 0);
            let key = if token.chars.len() > 1 {
                lone = None;
                Some(key)
            } else {
                lone.replace(key).map(|before: u64| hash::mix(before ^ key.rotate_left(17) ^ PAIR))
            };
            if let Some(key) = key {
                let term = u32::try_from(key >> 32).unwrap_or(0).max(1);
                if seen.insert(u64::from(term)) {
                    terms.push(term);
                }
            }
        });
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_790_000_000_000;

    fn index(tokenizer: &Tokenizer) -> Similar {
        let mut index = Similar::new();
        let texts = [
            (1, "东街路灯坏了", "东街三号门口的路灯坏了一周,晚上看不见路", 7, true),
            (2, "路灯不亮", "西街广场旁边路灯不亮", 8, true),
            (3, "垃圾没人清运", "小区门口垃圾堆了三天没有人清运,气味很大", 7, true),
            (4, "东街的路灯又坏了", "东街三号门口路灯坏了,晚上看不见", 7, false),
        ];
        for (case, title, body, place, open) in texts {
            index.add(tokenizer, Entry { case, place, at: NOON, open }, title, body);
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
        let tokenizer = Tokenizer::new(&[]);
        let mut index = index(&tokenizer);
        let hits = index.find(&tokenizer, &ask(3));
        assert!([1, 4].contains(&hits[0].case) && [1, 4].contains(&hits[1].case), "{hits:?}");
        assert!(hits[0].same_place && hits[0].text > 0.1);
        let open = index.find(&tokenizer, &Query { open_only: true, ..ask(9) });
        assert_eq!(open[0].case, 1);
        assert!(open.iter().all(|hit| hit.case != 4));
        assert!(index.find(&tokenizer, &Query { without: Some(1), ..ask(9) }).iter().all(|hit| hit.case != 1));
        assert!(index.find(&tokenizer, &Query { title: "", body: "", ..ask(9) }).is_empty());
    }

    #[test]
    fn the_same_text_is_wholly_alike_and_a_removed_case_is_gone() {
        let tokenizer = Tokenizer::new(&[]);
        let mut index = index(&tokenizer);
        let same = Query { title: "垃圾没人清运", body: "小区门口垃圾堆了三天没有人清运,气味很大", ..ask(1) };
        assert!(index.find(&tokenizer, &same)[0].text > 0.99);
        assert!(index.set_open(3, false));
        assert!(!index.find(&tokenizer, &same)[0].open);
        assert!(index.remove(3));
        assert!(!index.remove(3));
        assert!(index.find(&tokenizer, &same).iter().all(|hit| hit.case != 3));
        for case in [1, 2, 4] {
            index.remove(case);
        }
        assert!(index.is_empty() && index.postings.values().all(|posting| posting.slots.is_empty()));
    }
}
