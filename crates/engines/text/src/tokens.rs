//! Words: jieba's dictionary, the site's own, and numbers and dates by their shape.

use std::ops::Range;

use jieba_rs::Jieba;

use crate::fold::Folded;
use crate::hash;

/// A word only this site knows: an area, a road, an estate, what people call them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteWord {
    /// The word, in any width and script.
    pub word: String,
    /// Whether it names a place.
    pub place: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A word.
    Word,
    /// A place of the site dictionary.
    Place,
    /// Digits.
    Number,
    /// Digits before 年, 月, 日 or 号.
    Date,
    /// Digits before 元, 块 or 万.
    Money,
    /// Blanks and punctuation.
    Mark,
}

/// A token of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// As it stands in the folded text.
    pub text: &'t str,
    /// Where: characters of the folded text.
    pub chars: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// Jieba's tag for places of the site dictionary.
const PLACE_TAG: &str = "ns";

/// Cuts texts into words. Making one reads jieba's dictionary (a tenth of a second, some tens of megabytes): keep it and share it.
#[derive(Debug, Clone)]
pub struct Tokenizer {
    jieba: Jieba,
    /// Folded, hashed.
    places: hash::KeySet,
}

impl Tokenizer {
    /// With the words of this site besides jieba's own.
    pub fn new(site: &[SiteWord]) -> Self {
        let mut tokenizer = Self { jieba: Jieba::new(), places: hash::KeySet::default() };
        for entry in site {
            let word = Folded::of(&entry.word);
            if word.chars.len() < 2 {
                continue;
            }
            tokenizer.jieba.add_word(&word.text, None, entry.place.then_some(PLACE_TAG));
            if entry.place {
                tokenizer.places.insert(key(&word.text));
            }
        }
        tokenizer
    }

    /// The tokens of a folded text: together they are the text.
    pub fn tokens<'t>(&self, folded: &'t Folded) -> Vec<Token<'t>> {
        let mut tokens = Vec::with_capacity(folded.chars.len());
        self.each(folded, |token| tokens.push(token));
        tokens
    }

    /// The words to search by: those of [`Self::tokens`] that are not marks, each once, in their order.
    pub fn terms<'t>(&self, folded: &'t Folded) -> Vec<&'t str> {
        let mut seen = hash::KeySet::default();
        let mut terms = Vec::new();
        self.each(folded, |token| {
            if token.kind != TokenKind::Mark && seen.insert(key(token.text)) {
                terms.push(token.text);
            }
        });
        terms
    }

    pub(crate) fn each<'t>(&self, folded: &'t Folded, mut take: impl FnMut(Token<'t>)) {
        // Without jieba's model of unknown words: it costs a third more time, and cross-validation saw no gain from it.
        for token in self.jieba.cut(&folded.text, false) {
            let kind = self.kind(token.word, folded.chars.get(token.end).copied());
            take(Token { text: token.word, chars: token.start..token.end, kind });
        }
    }

    #[inline]
    fn kind(&self, word: &str, next: Option<char>) -> TokenKind {
        let Some(first) = word.chars().next() else { return TokenKind::Mark };
        if first.is_ascii_digit() && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return match next {
                Some('年' | '月' | '日' | '号') => TokenKind::Date,
                Some('元' | '块' | '万') => TokenKind::Money,
                _ => TokenKind::Number,
            };
        }
        // Every character of CJK is a letter or a number; what is neither stands alone in jieba's output.
        if ('\u{4e00}'..='\u{9fff}').contains(&first) || first.is_alphanumeric() {
            if !self.places.is_empty() && self.places.contains(&key(word)) { TokenKind::Place } else { TokenKind::Word }
        } else {
            TokenKind::Mark
        }
    }
}

fn key(word: &str) -> u64 {
    hash::text(word, 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds(text: &str, site: &[SiteWord]) -> Vec<(String, TokenKind)> {
        let folded = Folded::of(text);
        Tokenizer::new(site).tokens(&folded).into_iter().map(|token| (token.text.to_owned(), token.kind)).collect()
    }

    #[test]
    fn numbers_dates_and_money_have_a_kind() {
        let found = kinds("2026年欠5000元,3个", &[]);
        assert!(found.contains(&("2026".to_owned(), TokenKind::Date)), "{found:?}");
        assert!(found.contains(&("5000".to_owned(), TokenKind::Money)), "{found:?}");
        assert!(found.contains(&("3".to_owned(), TokenKind::Number)), "{found:?}");
        assert!(found.contains(&(",".to_owned(), TokenKind::Mark)), "{found:?}");
    }

    #[test]
    fn a_word_of_the_site_is_one_token_in_any_script() {
        let site = [SiteWord { word: "錦繡麗苑".to_owned(), place: true }];
        assert!(kinds("我住锦绣丽苑三栋", &site).contains(&("锦绣丽苑".to_owned(), TokenKind::Place)));
        assert!(!kinds("我住锦绣丽苑三栋", &[]).contains(&("锦绣丽苑".to_owned(), TokenKind::Word)));
    }

    #[test]
    fn search_terms_are_the_same_words_once() {
        let folded = Folded::of("路灯坏了,路灯不亮");
        let terms = Tokenizer::new(&[]).terms(&folded);
        assert_eq!(terms.iter().filter(|term| **term == "路灯").count(), 1);
        assert!(!terms.contains(&","));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn tokens_are_the_text(text in "\\PC{0,80}") {
            thread_local!(static TOKENIZER: Tokenizer = Tokenizer::new(&[]));
            let folded = Folded::of(&text);
            let tokens: Vec<_> = TOKENIZER.with(|tokenizer| {
                tokenizer.tokens(&folded).into_iter().map(|token| (token.text.to_owned(), token.chars)).collect()
            });
            prop_assert_eq!(tokens.iter().map(|(text, _)| text.as_str()).collect::<String>(), folded.text.clone());
            let mut at = 0;
            for (text, chars) in tokens {
                prop_assert_eq!(chars.start, at);
                prop_assert_eq!(text.chars().count(), chars.len());
                at = chars.end;
            }
        }
    }
}
