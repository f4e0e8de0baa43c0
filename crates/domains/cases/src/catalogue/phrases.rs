//! Finding many phrases in one text in one pass: a tree of characters, walked from every position of the text.
//! The cost is the text's length times the length of the phrases that begin there, whatever their number.

use std::ops::Range;

/// A phrase, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct PhraseId(pub(super) usize);

/// One occurrence of a phrase, in characters of a [`Folded`] text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) phrase: PhraseId,
    pub(super) start: usize,
    pub(super) len: usize,
}

/// A set of phrases, each known once.
#[derive(Debug, Clone)]
pub(super) struct Phrases {
    nodes: Vec<Node>,
    /// As they are written in the catalogue.
    words: Vec<String>,
}

#[derive(Debug, Clone, Default)]
struct Node {
    /// Sorted by character.
    edges: Vec<(char, usize)>,
    ends: Option<PhraseId>,
}

impl Phrases {
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node::default()], words: Vec::new() }
    }

    /// The phrase's number, new or known; `None` when nothing of it is left after folding.
    pub(super) fn add(&mut self, word: &str) -> Option<PhraseId> {
        let folded = Folded::of(word);
        if folded.chars.is_empty() {
            return None;
        }
        let mut at = 0;
        for &c in &folded.chars {
            let next = self.nodes.len();
            let edges = &mut self.nodes.get_mut(at)?.edges;
            at = match edges.binary_search_by_key(&c, |&(edge, _)| edge) {
                Ok(place) => edges.get(place)?.1,
                Err(place) => {
                    edges.insert(place, (c, next));
                    self.nodes.push(Node::default());
                    next
                }
            };
        }
        let fresh = PhraseId(self.words.len());
        let known = *self.nodes.get_mut(at)?.ends.get_or_insert(fresh);
        if known == fresh {
            self.words.push(word.to_owned());
        }
        Some(known)
    }

    /// How many phrases there are; their numbers are below it.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The phrase as it is written in the catalogue.
    pub(super) fn word(&self, phrase: PhraseId) -> &str {
        self.words.get(phrase.0).map_or("", String::as_str)
    }

    /// Every occurrence, by position, the shorter before the longer.
    pub(super) fn hits(&self, text: &Folded) -> Vec<Hit> {
        let mut hits = Vec::new();
        for start in 0..text.chars.len() {
            let mut at = 0;
            for (walked, c) in text.chars.iter().skip(start).enumerate() {
                let Some(next) = self.nodes.get(at).and_then(|node| node.follow(*c)) else {
                    break;
                };
                at = next;
                let len = walked + 1;
                if let Some(phrase) = self.nodes.get(at).and_then(|node| node.ends)
                    && text.is_whole(start, len)
                {
                    hits.push(Hit { phrase, start, len });
                }
            }
        }
        hits
    }
}

impl Node {
    fn follow(&self, c: char) -> Option<usize> {
        let place = self.edges.binary_search_by_key(&c, |&(edge, _)| edge).ok()?;
        self.edges.get(place).map(|&(_, next)| next)
    }
}

/// A text reduced to what carries meaning: ASCII in lower case, full-width forms as ASCII, without white space
/// and the invisible marks that text keeps (decisions 5). Remembers where each character came from.
#[derive(Debug)]
pub(super) struct Folded {
    chars: Vec<char>,
    /// The byte range of each character in the original.
    bytes: Vec<Range<usize>>,
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let (mut chars, mut bytes) = (Vec::with_capacity(text.len() / 3), Vec::with_capacity(text.len() / 3));
        for (at, c) in text.char_indices() {
            let folded = match c {
                '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => continue,
                '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
                c if c.is_whitespace() => continue,
                c => c,
            };
            chars.push(folded.to_ascii_lowercase());
            bytes.push(at..at + c.len_utf8());
        }
        Self { chars, bytes }
    }

    /// Where a hit stands in the original, in bytes on character boundaries.
    pub(super) fn place(&self, hit: Hit) -> Range<usize> {
        let start = self.bytes.get(hit.start).map_or(0, |range| range.start);
        let end = self.bytes.get(hit.start + hit.len - 1).map_or(start, |range| range.end);
        start..end
    }

    /// Whether these characters are not cut out of a longer number or Latin word: 12315 is not in 13812315000.
    fn is_whole(&self, start: usize, len: usize) -> bool {
        let latin = |place: Option<usize>| place.and_then(|at| self.chars.get(at)).is_some_and(char::is_ascii_alphanumeric);
        let cut_left = latin(Some(start)) && latin(start.checked_sub(1));
        let cut_right = latin(Some(start + len - 1)) && latin(Some(start + len));
        !cut_left && !cut_right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &[&str], text: &str) -> Vec<String> {
        let mut phrases = Phrases::new();
        for word in words {
            phrases.add(word);
        }
        let folded = Folded::of(text);
        phrases.hits(&folded).into_iter().map(|hit| text[folded.place(hit)].to_owned()).collect()
    }

    #[test]
    fn every_occurrence_is_found() {
        assert_eq!(found(&["路灯", "小区路灯", "灯"], "小区路灯坏了"), ["小区路灯", "路灯", "灯"]);
        assert_eq!(found(&["啊啊"], "啊啊啊"), ["啊啊", "啊啊"]);
        assert!(found(&["路灯"], "").is_empty() && found(&[], "路灯").is_empty());
    }

    #[test]
    fn marks_spaces_and_width_do_not_hide_a_phrase() {
        assert_eq!(found(&["楼道灯"], "楼\u{200b}道 灯"), ["楼\u{200b}道 灯"]);
        assert_eq!(found(&["etc卡"], "ＥＴＣ卡"), ["ＥＴＣ卡"]);
    }

    #[test]
    fn a_number_is_not_found_inside_a_longer_one() {
        assert!(found(&["12315"], "电话13812315000").is_empty());
        assert_eq!(found(&["12315"], "打12315没人接"), ["12315"]);
    }

    #[test]
    fn a_phrase_is_known_once() {
        let mut phrases = Phrases::new();
        assert_eq!(phrases.add("路灯"), phrases.add("路 灯"));
        assert_eq!((phrases.len(), phrases.word(PhraseId(0))), (1, "路灯"));
        assert_eq!(phrases.add(" \u{200b}"), None);
    }
}
