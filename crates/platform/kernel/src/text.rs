//! What text we take, and that we keep it as it was sent (decisions 5).

/// Why a text cannot be taken. The names are the codes of field faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// More characters than the limit.
    #[error("too long")]
    TooLong,
    /// NUL or another control character than TAB, LF and CR.
    #[error("control character")]
    Control,
}

impl TextFault {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::Control => "control_character",
        }
    }
}

/// Longest text of a matter, an answer or a note, in characters (decisions 5).
pub const LONGEST: usize = 20_000;

/// Accepts `text` as it is, or says why not. Nothing is trimmed or changed: HTML, zero-width and
/// right-to-left marks, emoji and every CJK plane are kept and shown escaped.
pub fn check(text: &str, longest: usize) -> Result<(), TextFault> {
    if text.trim().is_empty() {
        return Err(TextFault::Empty);
    }
    check_optional(text, longest)
}

/// As [`check`], for a text that may be empty.
pub fn check_optional(text: &str, longest: usize) -> Result<(), TextFault> {
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
        return Err(TextFault::Control);
    }
    if text.len() > longest && text.chars().count() > longest {
        return Err(TextFault::TooLong);
    }
    Ok(())
}

/// The text of an HTML form: browsers send line ends as CRLF; it becomes LF, nothing else changes.
pub fn from_form(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// A phone number as digits (mainland mobile, landline with area code, 400/5-digit short numbers),
/// or `None`. Spaces and hyphens are allowed between digits.
pub fn phone(text: &str) -> Option<String> {
    let mut digits = String::with_capacity(16);
    for c in text.trim().chars() {
        match c {
            '0'..='9' => digits.push(c),
            '０'..='９' => digits.push(char::from_digit(u32::from(c) - u32::from('０'), 10)?),
            ' ' | '-' | '－' | '+' => {}
            _ => return None,
        }
    }
    let local = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    (5..=12).contains(&local.len()).then(|| local.to_owned())
}

/// A phone number with its middle hidden: `138****1234`.
pub fn mask_phone(digits: &str) -> String {
    if digits.len() < 8 || !digits.is_ascii() {
        return "****".to_owned();
    }
    let (head, tail) = (digits.get(..3).unwrap_or(""), digits.get(digits.len() - 4..).unwrap_or(""));
    format!("{head}****{tail}")
}

/// A name with all but its first character hidden: `王**`.
pub fn mask_name(name: &str) -> String {
    name.chars().next().map_or_else(String::new, |first| format!("{first}**"))
}

/// A mail address of which only the first character and the host are left: `l***@example.org`. The host says which sort of
/// mail it is and names nobody.
pub fn mask_mail(mail: &str) -> String {
    match mail.split_once('@') {
        Some((who, host)) => format!("{}***@{host}", who.chars().next().map(String::from).unwrap_or_default()),
        None => "****".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_names_nobody_and_masking_twice_is_masking_once() {
        assert_eq!(mask_mail("li.mei@example.org"), "l***@example.org");
        assert_eq!(mask_mail("李@example.org"), "李***@example.org");
        assert_eq!(mask_mail("nothing"), "****");
        for masked in [mask_mail("li.mei@example.org"), mask_mail("nothing")] {
            assert_eq!(mask_mail(&masked), masked);
        }
        for masked in [mask_phone("13800001234"), mask_phone("12345")] {
            assert_eq!(mask_phone(&masked), masked);
        }
        assert_eq!(mask_name(&mask_name("王小二")), mask_name("王小二"));
    }

    #[test]
    fn odd_but_honest_text_is_kept() {
        for text in ["<b>灯</b>", "零\u{200b}宽", "\u{202e}反写", "👩‍👩‍👧", "𠮷野家", "a\r\nb\tc"] {
            assert_eq!(check(text, LONGEST), Ok(()), "{text:?}");
        }
    }

    #[test]
    fn control_characters_and_emptiness_are_refused() {
        assert_eq!(check(" \n\t", LONGEST), Err(TextFault::Empty));
        assert_eq!(check("a\0b", LONGEST), Err(TextFault::Control));
        assert_eq!(check("a\u{1b}[31m", LONGEST), Err(TextFault::Control));
        assert_eq!(check(&"长".repeat(LONGEST + 1), LONGEST), Err(TextFault::TooLong));
        assert_eq!(check(&"长".repeat(LONGEST), LONGEST), Ok(()));
    }

    #[test]
    fn phones_are_read_as_people_write_them() {
        assert_eq!(phone("138 0000 1234").as_deref(), Some("13800001234"));
        assert_eq!(phone("+86 138-0000-1234").as_deref(), Some("13800001234"));
        assert_eq!(phone("０５３１－８００００００").as_deref(), Some("05318000000"));
        assert_eq!(phone("call me"), None);
        assert_eq!(phone("12"), None);
        assert_eq!(mask_phone("13800001234"), "138****1234");
    }
}
