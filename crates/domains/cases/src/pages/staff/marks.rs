//! The words that decided something, marked in the resident's text.

use std::ops::Range;

use crate::pages::views::parts::{Mark, Span};

/// The text in stretches, marked where a range says so. Of ranges that overlap the earlier in the text is kept, of those
/// that begin together the longer; one that is not on character boundaries is left out. Nothing of the text is lost.
pub(super) fn marked(text: &str, mut ranges: Vec<(Range<usize>, Mark)>) -> Vec<Span> {
    ranges.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
    let mut spans = Vec::new();
    let mut done = 0;
    for (range, mark) in ranges {
        if range.start < done || range.is_empty() {
            continue;
        }
        let (Some(before), Some(word)) = (text.get(done..range.start), text.get(range.clone())) else { continue };
        if !before.is_empty() {
            spans.push(Span::plain(before));
        }
        spans.push(Span::marked(word, mark));
        done = range.end;
    }
    if let Some(rest) = text.get(done..).filter(|rest| !rest.is_empty()) {
        spans.push(Span::plain(rest));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_the_text_is_shown_once() {
        let text = "二小门口井盖翘起来，绊倒老人";
        let of = |word: &str| text.find(word).map_or(0..0, |start| start..start + word.len());
        let ranges = vec![
            (of("绊倒"), Mark::Kind),
            (of("井盖"), Mark::Kind),
            (of("二小"), Mark::Place),
            (of("井盖翘起来"), Mark::Kind),
            (of("盖翘"), Mark::Unit),
            (1..4, Mark::Unit),
            (900..901, Mark::Kind),
            (0..0, Mark::Kind),
        ];
        let spans = marked(text, ranges);
        assert_eq!(spans.iter().map(|span| span.text.as_str()).collect::<String>(), text);
        let words: Vec<_> = spans.iter().filter(|span| span.mark.is_some()).map(|span| span.text.as_str()).collect();
        assert_eq!(words, ["二小", "井盖翘起来", "绊倒"]);
        assert_eq!(marked(text, Vec::new()), [Span::plain(text)]);
        assert!(marked("", vec![(0..0, Mark::Kind)]).is_empty());
    }
}
