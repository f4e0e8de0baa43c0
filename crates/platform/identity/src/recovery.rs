//! Codes for the day the authenticator is lost: shown once, stored by keyed hash, each good for one sign-in.

use std::fmt;

use kernel::{AccountId, Rng};

use crate::secret;

/// How many an account has at a time.
pub(crate) const COUNT: usize = 10;

/// Characters of one code: 60 bits of Crockford base32, as query codes have.
const LENGTH: usize = 12;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// New codes, to be shown once. `Debug` hides them.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCodes(Vec<String>);

impl RecoveryCodes {
    pub(crate) fn new(rng: &dyn Rng) -> Self {
        let letter = |byte: u8| ALPHABET.get(usize::from(byte & 31)).map_or('0', |&letter| char::from(letter));
        Self((0..COUNT).map(|_| rng.bytes::<LENGTH>().into_iter().map(letter).collect()).collect())
    }

    /// The codes as people read and type them: `K7QM-2V9D-XH4T`.
    pub fn reveal(&self) -> Vec<String> {
        self.0.iter().map(|code| grouped(code)).collect()
    }

    pub(crate) fn hashes(&self, key: &[u8; 32], account: AccountId) -> Vec<String> {
        self.0.iter().map(|code| hash(key, account, code)).collect()
    }
}

impl fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCodes(…)")
    }
}

fn grouped(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 2);
    for (place, letter) in code.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            out.push('-');
        }
        out.push(letter);
    }
    out
}

/// A code as it was typed: small letters, spaces and hyphens do not matter, nor do `I`, `L` and `O` for `1` and `0`.
pub(crate) fn read(typed: &str) -> Option<String> {
    let letters =
        typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').map(|letter| match letter.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            letter => letter,
        });
    let code: String = letters.collect();
    let fits = code.len() == LENGTH && code.bytes().all(|letter| ALPHABET.contains(&letter));
    fits.then_some(code)
}

/// What is stored of a code.
pub(crate) fn hash(key: &[u8; 32], account: AccountId, code: &str) -> String {
    secret::text(&secret::mac(key, "recovery code", &[account.as_bytes(), code.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededRng;

    #[test]
    fn ten_codes_that_differ_and_are_read_as_people_type_them() {
        let codes = RecoveryCodes::new(&SeededRng::new(3));
        let shown = codes.reveal();
        assert_eq!(shown.iter().collect::<std::collections::HashSet<_>>().len(), COUNT);
        for (shown, code) in shown.iter().zip(&codes.0) {
            assert_eq!(read(shown).as_ref(), Some(code));
            assert_eq!(read(&format!(" {} ", shown.to_lowercase().replace('-', " "))).as_ref(), Some(code));
        }
        assert_eq!(read("OIL0-0000-0000").as_deref(), Some("011000000000"));
        for typed in ["", "123456", "K7QM-2V9D-XH4", "K7QM-2V9D-XH4TT", "K7QM-2V9D-XH4U", "二三四五六七八九十二三四"] {
            assert_eq!(read(typed), None, "{typed}");
        }
        let (mine, yours) = (AccountId::from_bytes([1; 16]), AccountId::from_bytes([2; 16]));
        assert_ne!(codes.hashes(&[1; 32], mine), codes.hashes(&[1; 32], yours));
        assert_eq!(format!("{codes:?}"), "RecoveryCodes(…)");
    }
}
