//! Tokens and what is derived from the web key.

use std::fmt;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use kernel::Rng;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A secret that opens a session: 32 random bytes as 43 characters of base64url. Only its SHA-256 is stored, and
/// `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub(crate) fn new(rng: &dyn Rng) -> Self {
        Self(URL_SAFE_NO_PAD.encode(rng.bytes::<32>()))
    }

    /// The text that is sent, once, to its owner.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> [u8; 32] {
        hash(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What is stored of a token. A plain digest is enough: the token has 256 random bits.
pub(crate) fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// What an event says of a secret that a row keeps: whether it is that one, and nothing of what it is. What is kept is salted or
/// encrypted already.
pub(crate) fn mark(kept: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(kept))
}

/// HMAC-SHA256 under the web key, for one purpose. Parts are framed, so that no two sets of parts are the same bytes.
pub(crate) fn mac(key: &[u8; 32], purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    // A key of any length is taken; the other arm cannot be reached and opens nothing.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return [0; 32];
    };
    for part in std::iter::once(purpose.as_bytes()).chain(parts.iter().copied()) {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(crate) fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Seals a secret that must be read back (TOTP) with AES-256-GCM; `owner` is bound into it.
pub(crate) fn seal(key: &[u8; 32], owner: &[u8], plain: &[u8], rng: &dyn Rng) -> Option<Vec<u8>> {
    let nonce: [u8; 12] = rng.bytes();
    let cipher = Aes256Gcm::new_from_slice(&mac(key, "totp", &[])).ok()?;
    let sealed = cipher.encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: owner }).ok()?;
    Some([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal`] made.
pub(crate) fn unseal(key: &[u8; 32], owner: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_first_chunk::<12>()?;
    let cipher = Aes256Gcm::new_from_slice(&mac(key, "totp", &[])).ok()?;
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: rest, aad: owner }).ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use kernel::SeededRng;

    #[test]
    fn a_token_is_long_and_hides_itself() {
        let token = Token::new(&SeededRng::new(1));
        assert_eq!(token.reveal().len(), 43);
        assert_eq!(format!("{token:?}"), "Token(…)");
    }

    #[test]
    fn a_sealed_secret_opens_for_its_owner_only() {
        let sealed = seal(&[1; 32], b"me", b"secret", &SeededRng::new(2)).unwrap();
        assert_eq!(unseal(&[1; 32], b"me", &sealed).unwrap(), b"secret");
        assert_eq!(unseal(&[1; 32], b"you", &sealed), None);
        assert_eq!(unseal(&[2; 32], b"me", &sealed), None);
        assert_eq!(unseal(&[1; 32], b"me", b"short"), None);
    }
}
