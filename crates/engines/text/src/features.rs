//! What a model sees of a message: hashes of characters and words, title and body apart.

use std::ops::Range;

use crate::fold::Folded;
use crate::hash::step;
use crate::tokens::{TokenKind, Tokenizer};

/// How many kinds of features there are; each has a norm of its own.
pub(crate) const BLOCKS: usize = 4;
/// The longest run of characters that is a feature. Four gained nothing (experiment 12).
pub(crate) const LONGEST: u8 = 3;

/// A kind of features. Its number is in the low bits of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Block {
    TitleChars = 0,
    TitleWords = 1,
    BodyChars = 2,
    BodyWords = 3,
}

/// The block a key belongs to.
#[inline]
pub(crate) fn block_of(key: u64) -> usize {
    (key & 3) as usize
}

/// One occurrence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Feature {
    pub(crate) key: u64,
    /// First character in the folded field.
    pub(crate) start: u32,
    /// Number of characters.
    pub(crate) len: u16,
    /// For runs of characters how long; 0 for a word. A run is only looked up when the shorter one before it was known: who is seen
    /// often enough has a beginning that is.
    pub(crate) order: u8,
}

/// A message, folded and taken apart. The buffers are used again for the next one.
#[derive(Debug, Default)]
pub(crate) struct Features {
    pub(crate) title: Folded,
    pub(crate) body: Folded,
    pub(crate) all: Vec<Feature>,
    shaped: Vec<(char, Range<u32>)>,
}

impl Features {
    /// Takes a message apart; by characters alone when there is no tokenizer.
    pub(crate) fn read(&mut self, title: &str, body: &str, tokenizer: Option<&Tokenizer>, places: bool) {
        self.title.refill(title, places);
        self.body.refill(body, places);
        self.all.clear();
        for (field, chars, words) in
            [(&self.title, Block::TitleChars, Block::TitleWords), (&self.body, Block::BodyChars, Block::BodyWords)]
        {
            shape(&field.chars, &mut self.shaped);
            runs(&self.shaped, chars, &mut self.all);
            if let Some(tokenizer) = tokenizer {
                tokenizer.each(field, |token| {
                    if token.kind == TokenKind::Mark {
                        return;
                    }
                    let mut add = |key: u64| {
                        self.all.push(Feature {
                            key: key & !3 | words as u64,
                            start: u32::try_from(token.chars.start).unwrap_or(u32::MAX),
                            len: u16::try_from(token.chars.len()).unwrap_or(u16::MAX),
                            order: 0,
                        });
                    };
                    match token.kind {
                        TokenKind::Word => add(token.text.chars().fold(SEED, step)),
                        TokenKind::Place => {
                            add(token.text.chars().fold(SEED, step));
                            add(step(SEED, '\u{1}'));
                        }
                        TokenKind::Date => add(step(step(SEED, '\u{2}'), digits(token.chars.len()))),
                        TokenKind::Money => add(step(step(SEED, '\u{3}'), digits(token.chars.len()))),
                        TokenKind::Number => add(step(SEED, digits(token.chars.len()))),
                        TokenKind::Mark => {}
                    }
                });
            }
        }
    }
}

const SEED: u64 = 0x6C69_616E_7869_6E31;

/// What stands for a run of so many digits: which flat and which day do not matter, that it is a year or a telephone does.
fn digits(count: usize) -> char {
    match count {
        0 | 1 => '1',
        2 => '2',
        3 | 4 => '4',
        _ => '5',
    }
}

/// The characters with each run of digits as one, and where each stands.
fn shape(chars: &[char], shaped: &mut Vec<(char, Range<u32>)>) {
    shaped.clear();
    let mut at = 0_u32;
    for run in chars.chunk_by(|a, b| a.is_ascii_digit() && b.is_ascii_digit()) {
        let end = at + u32::try_from(run.len()).unwrap_or(0);
        let c = match run {
            [c, ..] if c.is_ascii_digit() => digits(run.len()),
            [c, ..] => *c,
            [] => continue,
        };
        shaped.push((c, at..end));
        at = end;
    }
}

fn runs(shaped: &[(char, Range<u32>)], block: Block, all: &mut Vec<Feature>) {
    for (at, (_, place)) in shaped.iter().enumerate() {
        let mut state = SEED ^ 0x5555;
        for (order, (c, last)) in (1..=LONGEST).zip(shaped.iter().skip(at)) {
            state = step(state, *c);
            all.push(Feature {
                key: state & !3 | block as u64,
                start: place.start,
                len: u16::try_from(last.end - place.start).unwrap_or(u16::MAX),
                order,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(title: &str, body: &str) -> Vec<u64> {
        let mut features = Features::default();
        features.read(title, body, Some(&Tokenizer::new(&[])), false);
        let mut keys: Vec<u64> = features.all.iter().map(|feature| feature.key).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    #[test]
    fn writing_it_otherwise_changes_nothing_and_the_field_does() {
        assert_eq!(keys("路灯坏了", "ABC"), keys("路燈壞了", "ａｂｃ"));
        assert_ne!(keys("路灯坏了", ""), keys("", "路灯坏了"));
        assert_eq!(keys("12日", ""), keys("30日", ""), "which day it was says nothing");
    }

    #[test]
    fn places_in_the_text_are_kept() {
        let mut features = Features::default();
        features.read("", "电话13800000000号", None, true);
        let run = features.all.iter().find(|feature| feature.start == 2 && feature.order == 1);
        assert_eq!(run.map(|feature| feature.len), Some(11));
    }
}
