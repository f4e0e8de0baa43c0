//! One-time passwords by time (RFC 6238): SHA-1, six digits, 30 seconds, one step to either side.

use kernel::Timestamp;
use totp_rs::{Builder, Secret, Totp};

/// The shared secret of an authenticator, 20 bytes. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    /// A new one.
    pub fn new(rng: &dyn kernel::Rng) -> Self {
        Self(rng.bytes())
    }

    pub(crate) fn bytes(&self) -> &[u8; 20] {
        &self.0
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The secret as somebody types it into an authenticator; `None` when it is none of ours. For programs that sign in.
    pub fn read(text: &str) -> Option<Self> {
        let letters = text.bytes().filter(|letter| !letter.is_ascii_whitespace());
        let bits: Vec<u8> = letters
            .map(|letter| match letter {
                b'A'..=b'Z' => Some(letter - b'A'),
                b'2'..=b'7' => Some(letter - b'2' + 26),
                _ => None,
            })
            .collect::<Option<Vec<u8>>>()?
            .into_iter()
            .flat_map(|five| (0..5).rev().map(move |n| five >> n & 1))
            .collect();
        let bytes: Vec<u8> = bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |word, bit| word << 1 | bit)).collect();
        Self::from_bytes(&bytes)
    }

    /// The address that an authenticator reads from a QR code. `issuer` and `login` are what it shows.
    pub fn address(&self, issuer: &str, login: &str) -> String {
        let (issuer, login) = (percent_encoded(issuer), percent_encoded(login));
        format!("otpauth://totp/{issuer}:{login}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period=30", self.reveal())
    }

    /// Base32 without padding, as authenticators take it.
    pub fn reveal(&self) -> String {
        const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let bits: Vec<u8> = self.0.iter().flat_map(|byte| (0..8).rev().map(move |n| byte >> n & 1)).collect();
        let letters = bits.chunks(5).map(|five| five.iter().fold(0usize, |word, bit| word << 1 | usize::from(*bit)));
        letters.filter_map(|index| ALPHABET.get(index)).map(|&letter| char::from(letter)).collect()
    }

    fn clock(&self) -> Option<Totp> {
        Builder::new().with_secret(Secret::from(self.0.to_vec())).build().ok()
    }

    /// The step that `typed` belongs to at `now`; `None` when it is wrong.
    pub(crate) fn step(&self, typed: &str, now: Timestamp) -> Option<i64> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let step = self.clock()?.check(&digits, u64::try_from(now.as_second()).ok()?)?;
        i64::try_from(step).ok()
    }

    /// The six digits at `now`, for tests and the drive.
    pub fn code(&self, now: Timestamp) -> Option<String> {
        Some(self.clock()?.generate(u64::try_from(now.as_second()).ok()?).to_string())
    }
}

fn percent_encoded(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            // Writing to a String cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
        out
    })
}

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn the_digits_of_rfc_6238_are_ours() {
        // Appendix B: the secret "12345678901234567890", 59 s, 8 digits 94287082; six digits are its tail.
        let shared = TotpSecret::from_bytes(b"12345678901234567890").unwrap();
        let at = |second| Timestamp::from_second(second).unwrap();
        assert_eq!(shared.code(at(59)).unwrap(), "287082");
        assert_eq!(shared.step("287 082", at(59)), Some(1));
        assert_eq!(shared.step("287082", at(89)), Some(1), "one step late");
        assert_eq!(shared.step("287082", at(29)), Some(1), "one step early");
        assert_eq!(shared.step("287082", at(120)), None);
        assert_eq!(shared.step("28708", at(59)), None);
        assert_eq!(shared.reveal(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(TotpSecret::read("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"), Some(shared.clone()));
        assert_eq!(TotpSecret::read("not base32!"), None);
        assert_eq!(
            shared.address("连心 A", "li.na"),
            "otpauth://totp/%E8%BF%9E%E5%BF%83%20A:li.na?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E8%BF%9E%E5%BF%83%20A&algorithm=SHA1&digits=6&period=30"
        );
    }
}
