//! One form for what people write in many: full width and half width, capitals, traditional and simplified characters, marks nobody sees.

use std::ops::Range;
use std::sync::LazyLock;

/// The most characters of one field that are read. A longer text is told by its beginning; decisions 5 lets residents write 20,000.
pub const MOST_CHARS: usize = 20_000;

const SIMPLIFIED: &str = include_str!("../data/simplified.txt");

/// Folded to nothing: the character carries no meaning of its own.
const DROPPED: u16 = 0xFFFF;

/// What each character of the basic plane becomes. One look-up per character is all that folding costs.
static TABLE: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (0..=u16::MAX).collect();
    let mut set = |from: u32, to: u32| {
        if let (Some(slot), Ok(to)) = (table.get_mut(from as usize), u16::try_from(to)) {
            *slot = to;
        }
    };
    for c in 'A'..='Z' {
        set(c as u32, c.to_ascii_lowercase() as u32);
    }
    for wide in 0xFF01..=0xFF5E_u32 {
        let narrow = wide - 0xFEE0;
        let narrow = char::from_u32(narrow).map_or(narrow, |c| c.to_ascii_lowercase() as u32);
        set(wide, narrow);
    }
    for space in (0x09..=0x0D).chain([0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]).chain(0x2000..=0x200A) {
        set(space, u32::from(b' '));
    }
    // Control characters, zero-width and directional marks, variation selectors, the byte order mark.
    for nothing in (0x00..=0x08).chain(0x0E..=0x1F).chain(0x7F..=0x84).chain(0x86..=0x9F).chain([0xAD, 0x061C, 0x180E, 0xFEFF]) {
        set(nothing, u32::from(DROPPED));
    }
    for nothing in (0x200B..=0x200F).chain(0x202A..=0x202E).chain(0x2060..=0x206F).chain(0xFE00..=0xFE0F).chain([0xFFFF]) {
        set(nothing, u32::from(DROPPED));
    }
    for pair in SIMPLIFIED.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace) {
        let mut chars = pair.chars();
        if let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            set(from as u32, to as u32);
        }
    }
    table.into_boxed_slice()
});

/// The folded form of one character; `None` when nothing of it is left.
#[inline]
fn folded(table: &[u16], c: char) -> Option<char> {
    match table.get(c as usize) {
        None => Some(c),
        Some(&DROPPED) => None,
        Some(&to) => char::from_u32(u32::from(to)),
    }
}

/// A text in its folded form. Runs of white space are one blank; at the ends there is none.
#[derive(Debug, Default, Clone)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Its characters.
    pub chars: Vec<char>,
    /// Where each character stood in the original, in bytes. Empty unless asked for.
    from: Vec<u32>,
    original_len: usize,
}

impl Folded {
    /// Folds `original`, remembering where each character came from.
    pub fn with_places(original: &str) -> Self {
        let mut folded = Self::default();
        folded.refill(original, true);
        folded
    }

    /// Folds `original`.
    pub fn of(original: &str) -> Self {
        let mut folded = Self::default();
        folded.refill(original, false);
        folded
    }

    /// Folds another text into the same buffers.
    pub(crate) fn refill(&mut self, original: &str, places: bool) {
        self.text.clear();
        self.chars.clear();
        self.from.clear();
        self.original_len = original.len();
        let table: &[u16] = &TABLE;
        let mut blank = true;
        for (at, c) in original.char_indices().take(MOST_CHARS) {
            let Some(c) = folded(table, c) else { continue };
            if c == ' ' {
                if blank {
                    continue;
                }
                blank = true;
            } else {
                blank = false;
            }
            self.text.push(c);
            self.chars.push(c);
            if places {
                self.from.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        if blank && self.chars.pop().is_some() {
            self.text.pop();
            self.from.pop();
        }
    }

    /// The bytes of the original that the characters `chars` came from, invisible marks between them included. Empty when places
    /// were not kept.
    pub fn bytes(&self, original: &str, chars: Range<usize>) -> Range<usize> {
        let Some(start) = self.from.get(chars.start).map(|&at| at as usize) else { return 0..0 };
        let Some(last) = chars.end.checked_sub(1).and_then(|last| self.from.get(last)).map(|&at| at as usize) else { return 0..0 };
        let end = original.get(last..).and_then(|rest| rest.chars().next()).map_or(last, |c| last + c.len_utf8());
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn width_capitals_and_script_do_not_matter() {
        assert_eq!(Folded::of("Ａ１區　路燈壞了，\u{200b}無人維修").text, "a1区 路灯坏了,无人维修");
        assert_eq!(Folded::of(" \r\n x \t\u{feff}\n ").text, "x");
        assert_eq!(Folded::of("").text, "");
    }

    #[test]
    fn a_place_in_the_folded_text_is_found_in_the_original() {
        let original = "  路\u{200b}燈　壞了";
        let folded = Folded::with_places(original);
        assert_eq!(folded.text, "路灯 坏了");
        assert_eq!(&original[folded.bytes(original, 0..2)], "路\u{200b}燈");
        assert_eq!(&original[folded.bytes(original, 3..5)], "壞了");
        assert_eq!(folded.bytes(original, 3..9), 0..0);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,60}|[a-zＡ-Ｚ \\t\\n　國国\u{200b}]{0,60}") {
            let once = Folded::with_places(&text);
            prop_assert_eq!(&Folded::of(&once.text).text, &once.text);
            prop_assert_eq!(once.chars.iter().collect::<String>(), once.text.clone());
            for start in 0..once.chars.len() {
                let bytes = once.bytes(&text, start..start + 1);
                prop_assert!(text.get(bytes).is_some_and(|part| !part.is_empty()));
            }
        }
    }
}
