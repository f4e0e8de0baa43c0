//! Texts made to break what reads them: invisible marks, right-to-left, emoji, characters of the far planes, and twenty thousand of each.

use std::sync::LazyLock;

use proptest::prelude::*;
use text::{
    Correction, Detail, Entry, Example, Field, Folded, MOST_CHARS, Model, Overlay, Query, Recipe, Similar, SiteWord, Tokenizer, train,
};

static TOKENIZER: LazyLock<Tokenizer> = LazyLock::new(|| {
    Tokenizer::new(&[SiteWord { word: "𠮷野家路".to_owned(), place: true }, SiteWord { word: "\u{200b}".to_owned(), place: true }])
});

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    const KINDS: [(&str, &str); 3] = [("路灯", "门口的路灯坏了"), ("噪音", "楼下施工噪音很大"), ("垃圾", "垃圾没有人清运")];
    let texts: Vec<(String, usize)> = (0..60).map(|turn| (format!("{}，第{turn}次", KINDS[turn % 3].1), turn % 3)).collect();
    let examples: Vec<Example> =
        texts.iter().map(|(body, kind)| Example { title: KINDS[*kind].0, body, path: vec![KINDS[*kind].0], public: false }).collect();
    match train(&examples, Recipe { words: true, seed: 1 }, &TOKENIZER) {
        Ok(model) => model,
        Err(error) => unreachable!("{error}"),
    }
});

/// One piece of a hostile text.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        // What residents write, so that the rest stands between words.
        Just("路灯坏了".to_owned()),
        Just("垃圾\u{200b}没\u{200d}人清运".to_owned()),
        // Zero width, joiners, byte order marks, variation selectors, tags.
        prop::sample::select(vec![
            "\u{200b}",
            "\u{200c}",
            "\u{200d}",
            "\u{2060}",
            "\u{feff}",
            "\u{fe0f}",
            "\u{e0020}",
            "\u{e007f}",
            "\u{ad}"
        ])
        .prop_map(str::to_owned),
        // Right to left, embeddings, overrides, isolates left open.
        prop::sample::select(vec!["\u{202e}路灯", "\u{2067}مرحبا", "\u{202a}", "\u{2066}", "שלום", "\u{200f}", "\u{61c}"])
            .prop_map(str::to_owned),
        // Emoji: families, flags, skin, keycaps.
        prop::sample::select(vec!["👨‍👩‍👧‍👦", "🇨🇳", "👍🏽", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "💡坏了"]).prop_map(str::to_owned),
        // The planes beyond the basic one: extensions B to H, compatibility, private use.
        prop_oneof![0x2_0000_u32..0x2_A6E0, 0x2_A700_u32..0x2_EBE1, 0x3_0000_u32..0x3_23B0, 0x2_F800_u32..0x2_FA1E, 0xF_0000_u32..0xF_0010]
            .prop_map(|c| char::from_u32(c).map(String::from).unwrap_or_default()),
        Just("𠮷野家路".to_owned()),
        // Heaps of combining marks, control characters, digits of other scripts, full width.
        prop::collection::vec(0x300_u32..0x36F, 0..40).prop_map(|marks| marks.into_iter().filter_map(char::from_u32).collect()),
        "\\PC{0,8}",
        any::<String>().prop_map(|text| text.chars().take(12).collect()),
        prop::sample::select(vec![
            "\0",
            "\r\n",
            "\u{2028}",
            "\u{3000}",
            "٣٤",
            "１２３．４５元",
            "9999999999999999999999",
            "<script>",
            "' OR 1=1"
        ])
        .prop_map(str::to_owned),
    ]
}

/// A hostile text: pieces, the whole of them told again and again up to and beyond what is read.
fn hostile() -> impl Strategy<Value = String> {
    (prop::collection::vec(piece(), 0..12), prop_oneof![8 => 1_usize..3, 1 => Just(20_001)]).prop_map(|(pieces, times)| {
        let once = pieces.concat();
        let whole = once.chars().count().max(1);
        once.repeat(times.min(MOST_CHARS / whole + 2))
    })
}

fn tokens_are_the_text(text: &str) -> Result<(), TestCaseError> {
    let folded = Folded::with_places(text);
    prop_assert!(folded.chars.len() <= MOST_CHARS);
    prop_assert!(folded.text.chars().eq(folded.chars.iter().copied()));
    let (mut at, mut whole, mut end) = (0, String::new(), 0);
    for token in TOKENIZER.tokens(&folded) {
        prop_assert_eq!(token.chars.start, at);
        prop_assert!(!token.text.is_empty() && token.text.chars().count() == token.chars.len());
        // In the original the tokens stand one after the other, on borders of characters.
        let bytes = folded.bytes(text, token.chars.clone());
        prop_assert!(bytes.start >= end && text.get(bytes.clone()).is_some_and(|part| !part.is_empty()));
        (at, end) = (token.chars.end, bytes.end);
        whole.push_str(token.text);
    }
    prop_assert_eq!(&whole, &folded.text);
    let terms = TOKENIZER.terms(&folded);
    let mut distinct = terms.clone();
    distinct.sort_unstable();
    distinct.dedup();
    prop_assert_eq!(distinct.len(), terms.len());
    prop_assert!(terms.iter().all(|term| folded.text.contains(term)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_is_cut_into_itself(text in hostile()) {
        tokens_are_the_text(&text)?;
    }

    #[test]
    fn any_text_is_answered_with_reasons_that_stand_in_it(title in hostile(), body in hostile()) {
        let guess = MODEL.reader(&TOKENIZER).classify(&title, &body, Detail::default());
        prop_assert_eq!(guess.top.len(), 3);
        for choice in &guess.top {
            prop_assert!((0.0..=1.0001).contains(&choice.p));
            for reason in &choice.evidence {
                let field = if reason.field == Field::Title { &title } else { &body };
                prop_assert_eq!(field.get(reason.bytes.clone()), Some(reason.word.as_str()));
                prop_assert!(reason.weight.is_finite());
            }
        }
        let mut overlay = Overlay::new();
        overlay.learn(&MODEL, &TOKENIZER, &Correction { case: 1, title: &title, body: &body, path: &["噪音"] });
        let corrected = MODEL.reader(&TOKENIZER).with(&overlay).classify(&title, &body, Detail::default());
        prop_assert!(corrected.top.iter().all(|choice| (0.0..=1.0001).contains(&choice.p)));
        overlay.forget(1);
        prop_assert!(overlay.is_empty());
    }

    #[test]
    fn any_text_is_found_again_and_its_shared_words_stand_in_it(title in hostile(), body in hostile()) {
        let mut index = Similar::new();
        index.add(&TOKENIZER, Entry { case: 1, place: 1, at: 0, open: true }, &title, &body);
        index.add(&TOKENIZER, Entry { case: 2, place: 1, at: 0, open: true }, "路灯坏了", "垃圾没人清运");
        let query = Query { title: &title, body: &body, place: 1, at: i64::MAX, open_only: true, without: None, most: 2 };
        let hits = index.find(&TOKENIZER, &query);
        for hit in &hits {
            prop_assert!(hit.text > 0.0 && hit.text <= 1.0 && hit.score.is_finite());
            for word in &hit.words {
                let field = if word.field == Field::Title { &title } else { &body };
                prop_assert_eq!(field.get(word.bytes.clone()), Some(word.word.as_str()));
            }
        }
        // A text without a word has nothing to be found by; which of many words are rarest has changed a little with the second case.
        let itself = hits.iter().find(|hit| hit.case == 1);
        prop_assert!(itself.is_none_or(|hit| hit.text > 0.8), "{:?}", itself);
        prop_assert!(index.remove(1) && index.remove(2) && index.is_empty());
    }
}

/// One kind of character, as often as a resident may write it: no time that grows faster than the text, nothing lost, nothing broken.
#[test]
fn twenty_thousand_of_one_kind() {
    for one in ["路", "a", "1", "\u{200b}", "\u{202e}", "👨‍👩‍👧‍👦", "𠮷", "𰻞", "\u{301}", " ", "，", "\u{fe0f}", "중", "א", "路灯"]
    {
        let text = one.repeat(MOST_CHARS);
        tokens_are_the_text(&text).unwrap_or_else(|error| unreachable!("{one:?}: {error}"));
        let guess = MODEL.reader(&TOKENIZER).classify(&text, &text, Detail::default());
        assert!(!guess.top.is_empty());
    }
}

/// Marks that nobody sees change nothing that is read.
#[test]
fn invisible_marks_change_nothing() {
    let plain = "东街路灯坏了，晚上看不见";
    for mark in ['\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{202e}', '\u{2066}', '\u{fe0f}', '\u{ad}'] {
        let marked: String = plain.chars().flat_map(|c| [mark, c]).collect();
        assert_eq!(Folded::of(&marked).text, Folded::of(plain).text, "{mark:?}");
        let read = |text: &str| MODEL.reader(&TOKENIZER).classify("", text, Detail { evidence: false, ..Detail::default() });
        assert_eq!(read(&marked), read(plain));
    }
}
