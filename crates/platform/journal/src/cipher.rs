//! Sealing private parts under a person's data key, and wrapping data keys (decisions 14).

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use hmac::{Hmac, Mac};
use kernel::Rng;
use sha2::Sha256;

const NONCE: usize = 12;

/// A ciphertext that does not open: wrong key, or changed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("ciphertext does not open")]
pub(crate) struct DoesNotOpen;

/// AES-256-GCM with a random nonce in front. `bound` is authenticated with it: whose ciphertext it is.
pub(crate) fn close(key: &[u8; 32], bound: &[u8], plain: &[u8], rng: &dyn Rng) -> Result<Vec<u8>, DoesNotOpen> {
    let nonce: [u8; NONCE] = rng.bytes();
    let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key));
    let closed = cipher.encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: bound }).map_err(|_| DoesNotOpen)?;
    Ok([nonce.as_slice(), &closed].concat())
}

/// Opens what [`close`] made.
pub(crate) fn open(key: &[u8; 32], bound: &[u8], closed: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
    let (nonce, closed) = closed.split_first_chunk::<NONCE>().ok_or(DoesNotOpen)?;
    let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key));
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: closed, aad: bound }).map_err(|_| DoesNotOpen)
}

/// HMAC-SHA256 over parts.
pub(crate) fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // An HMAC takes keys of any length; this cannot fail, and an all-zero mac would verify nowhere.
    let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::SeededRng;

    use super::*;

    #[test]
    fn a_ciphertext_opens_only_with_its_key_its_owner_and_its_bytes() {
        let (key, rng) = ([1; 32], SeededRng::new(1));
        let closed = close(&key, b"subj_1", "水管漏水".as_bytes(), &rng).unwrap();
        assert_eq!(open(&key, b"subj_1", &closed).unwrap(), "水管漏水".as_bytes());
        assert_eq!(open(&key, b"subj_2", &closed), Err(DoesNotOpen));
        assert_eq!(open(&[2; 32], b"subj_1", &closed), Err(DoesNotOpen));
        let mut changed = closed.clone();
        changed[20] ^= 1;
        assert_eq!(open(&key, b"subj_1", &changed), Err(DoesNotOpen));
        assert_ne!(close(&key, b"subj_1", b"same", &rng).unwrap(), close(&key, b"subj_1", b"same", &rng).unwrap());
    }
}
