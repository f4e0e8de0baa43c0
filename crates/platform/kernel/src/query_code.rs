//! The query code that opens a case without signing in (decisions 4): 60 bits of
//! HMAC-SHA256(code key, case id ‖ generation) in Crockford base32. Nothing is stored; a lost code
//! is replaced by raising the generation.

use std::fmt;
use std::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::CaseId;

/// The key of all query codes; kept outside the database.
#[derive(Clone)]
pub struct CodeKey(pub [u8; 32]);

impl fmt::Debug for CodeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeKey(…)")
    }
}

/// Not twelve characters of Crockford base32.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a query code")]
pub struct CodeShapeError;

/// Twelve characters; shown as `K7QM-2V9D-XH4T`. `Debug` hides it: it opens a case.
#[derive(Clone, PartialEq, Eq)]
pub struct QueryCode([u8; 12]);

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl QueryCode {
    /// The code of `case` at `generation`.
    pub fn of(key: &CodeKey, case: CaseId, generation: i32) -> Self {
        let mut out = [b'0'; 12];
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key.0) {
            mac.update(b"lianxin query code v1");
            mac.update(case.as_bytes());
            mac.update(&generation.to_be_bytes());
            let digest = mac.finalize().into_bytes();
            let bits = digest.iter().take(8).fold(0u64, |word, &byte| word << 8 | u64::from(byte)) >> 4;
            for (place, slot) in out.iter_mut().enumerate() {
                let index = usize::try_from(bits >> (55 - 5 * place) & 31).unwrap_or(0);
                *slot = ALPHABET.get(index).copied().unwrap_or(b'0');
            }
        }
        Self(out)
    }

    /// Whether two codes are equal, in constant time.
    pub fn matches(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }

    /// The twelve characters without hyphens, for links.
    pub fn plain(&self) -> String {
        self.0.iter().map(|&b| char::from(b)).collect()
    }

    /// `K7QM-2V9D-XH4T`.
    pub fn grouped(&self) -> String {
        self.0.chunks(4).map(|part| part.iter().map(|&b| char::from(b)).collect::<String>()).collect::<Vec<_>>().join("-")
    }
}

impl FromStr for QueryCode {
    type Err = CodeShapeError;

    /// Reads a code as people type it: any case, with or without hyphens and spaces, O for 0, I and L for 1.
    fn from_str(text: &str) -> Result<Self, CodeShapeError> {
        let mut out = [0; 12];
        let mut slots = out.iter_mut();
        for c in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '—')) {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            let byte = u8::try_from(c).ok().filter(|b| ALPHABET.contains(b)).ok_or(CodeShapeError)?;
            *slots.next().ok_or(CodeShapeError)? = byte;
        }
        if slots.next().is_some() { Err(CodeShapeError) } else { Ok(Self(out)) }
    }
}

impl fmt::Debug for QueryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("QueryCode(…)")
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::random::SeededRng;

    #[test]
    fn a_code_is_stable_and_a_new_generation_changes_it() {
        let case = CaseId::new(jiff::Timestamp::UNIX_EPOCH, &SeededRng::new(3));
        let key = CodeKey([9; 32]);
        let code = QueryCode::of(&key, case, 0);
        assert!(code.matches(&QueryCode::of(&key, case, 0)));
        assert!(!code.matches(&QueryCode::of(&key, case, 1)));
        assert_eq!(code.grouped().to_lowercase().parse::<QueryCode>().unwrap(), code);
        assert_eq!(code.grouped().len(), 14);
    }

    #[test]
    fn look_alikes_are_read_and_nonsense_is_refused() {
        assert_eq!("oil0-0000-0000".parse::<QueryCode>().unwrap().plain(), "011000000000");
        assert_eq!("U000-0000-0000".parse::<QueryCode>(), Err(CodeShapeError));
        assert_eq!("0000".parse::<QueryCode>(), Err(CodeShapeError));
        assert_eq!("0000-0000-00000".parse::<QueryCode>(), Err(CodeShapeError));
    }
}
