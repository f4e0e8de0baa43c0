//! What a model sees of a message: hashes of characters and words, title and body apart.

use std::ops::Range;

use crate::fold::Folded;
use crate::hash::{end, join, letter};
use crate::tokens::{TokenKind, Tokenizer};

/// How many kinds of features there are; each has a norm of its own.
pub(crate) const BLOCKS: usize = 4;
/// The longest run of characters that is a feature. Four gained nothing (experiment 12).
pub(crate) const LONGEST: usize = 3;

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
}

/// A message, folded and taken apart. The buffers are used again for the next one.
#[derive(Debug, Default)]
pub(crate) struct Features {
    pub(crate) title: Folded,
    pub(crate) body: Folded,
    pub(crate) all: Vec<Feature>,
    /// The characters of a field with each run of digits as one: the letter of each, and where it stands.
    shaped: Vec<(u64, Range<u32>)>,
}

impl Features {
    /// Takes a message apart; by characters alone when there is no tokenizer.
    pub(crate) fn read(&mut self, title: &str, body: &str, tokenizer: Option<&Tokenizer>, places: bool) {
        self.title.refill(title, places);
        self.body.refill(body, places);
        self.all.clear();
        for (field, chars, words) in [(&self.title, Block::TitleChars, Block::TitleWords), (&self.body, Block::BodyChars, Block::BodyWords)]
        {
            shape(&field.chars, &mut self.shaped);
            runs(&self.shaped, chars, &mut self.all);
            if let Some(tokenizer) = tokenizer {
                tokenizer.each(field, |token| {
                    let mut add = |state: u64, kind: u64| {
                        self.all.push(Feature {
                            key: end(state, kind) & !3 | words as u64,
                            start: u32::try_from(token.chars.start).unwrap_or(u32::MAX),
                            len: u16::try_from(token.chars.len()).unwrap_or(u16::MAX),
                        });
                    };
                    let word = || {
                        let chars = field.chars.get(token.chars.clone()).unwrap_or(&[]);
                        chars.iter().fold(0, |state, &c| join(state, letter(c)))
                    };
                    let digits = letter(digits(token.chars.len()));
                    match token.kind {
                        TokenKind::Word => add(word(), WORD),
                        TokenKind::Place => {
                            add(word(), WORD);
                            add(0, PLACE);
                        }
                        TokenKind::Date => add(digits, DATE),
                        TokenKind::Money => add(digits, MONEY),
                        TokenKind::Number => add(digits, WORD),
                        TokenKind::Mark => {}
                    }
                });
            }
        }
    }
}

const RUN: u64 = 0x5255_4E00;
const WORD: u64 = 0x0057_4F52_4400;
const PLACE: u64 = 0x504C_4143_4500;
const DATE: u64 = 0x0044_4154_4500;
const MONEY: u64 = 0x4D4F_4E45_5900;

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
fn shape(chars: &[char], shaped: &mut Vec<(u64, Range<u32>)>) {
    shaped.clear();
    let mut at = 0_u32;
    for run in chars.chunk_by(|a, b| a.is_ascii_digit() && b.is_ascii_digit()) {
        let end = at + u32::try_from(run.len()).unwrap_or(0);
        let c = match run {
            [c, ..] if c.is_ascii_digit() => digits(run.len()),
            [c, ..] => *c,
            [] => continue,
        };
        shaped.push((letter(c), at..end));
        at = end;
    }
}

fn runs(shaped: &[(u64, Range<u32>)], block: Block, all: &mut Vec<Feature>) {
    for at in 0..shaped.len() {
        let run = shaped.get(at..(at + LONGEST).min(shaped.len())).unwrap_or(&[]);
        let start = run.first().map_or(0, |(_, place)| place.start);
        let mut state = 0;
        for (letter, place) in run {
            state = join(state, *letter);
            all.push(Feature {
                key: end(state, RUN) & !3 | block as u64,
                start,
                len: u16::try_from(place.end - start).unwrap_or(u16::MAX),
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
        let run = features.all.iter().find(|feature| feature.start == 2 && feature.len == 11);
        assert!(run.is_some(), "eleven digits are one character");
    }
}
