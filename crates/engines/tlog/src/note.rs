//! Signed notes (C2SP signed-note): who signed, and with which kind of key. Reading and writing notes is `signed_note`'s; the
//! keys of cosignatures (C2SP tlog-cosignature) and the making of keys from a seed are ours.
//!
//! [`Signer`] and [`Verifier`] are the doors for other signatures: an SM2 signer is one more line under the same note, with
//! signature type 0xff and a longer identifier as C2SP signed-note rules for types that it has not assigned.

use base64::prelude::{BASE64_STANDARD, Engine};
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
pub use signed_note::{Note, NoteError, Signature, Signer, Verifier};
use signed_note::{VerificationError, Verifiers, is_key_name_valid, key_id};

/// Signature type of a note signed with Ed25519.
const ED25519: u8 = 0x01;
/// Signature type of a timestamped cosignature with Ed25519.
const COSIGNATURE: u8 = 0x04;

/// A text that is no verifier key (vkey).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAKey {
    /// Not `name+id+base64`, or a name with a space or a plus, or a key that is no point of the curve.
    #[error("not a key such as county.example/log+1a2b3c4d+AX…")]
    Form,
    /// A signature type this program cannot check.
    #[error("a key of a kind this program does not know")]
    Kind,
    /// The id does not belong to name and key: one of the three was changed.
    #[error("the key's id does not fit its name and bytes: one of them was changed")]
    Id,
}

/// What a key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// Sign a log's checkpoints.
    Log,
    /// Cosign them, with a time.
    Witness,
}

/// A public key by which signatures are checked: a vkey, `name+id+base64(type ‖ key)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VKey {
    name: String,
    id: u32,
    kind: KeyKind,
    key: VerifyingKey,
}

impl VKey {
    fn new(name: &str, kind: KeyKind, key: VerifyingKey) -> Self {
        let id = key_id(name, &typed(kind, key.as_bytes()));
        Self { name: name.to_owned(), id, kind, key }
    }

    /// Its name: the origin of a log, or what a witness calls itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it may do.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }
}

fn typed(kind: KeyKind, key: &[u8; 32]) -> Vec<u8> {
    let kind = match kind {
        KeyKind::Log => ED25519,
        KeyKind::Witness => COSIGNATURE,
    };
    [&[kind], key.as_slice()].concat()
}

impl std::str::FromStr for VKey {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let (name, rest) = text.split_once('+').ok_or(NotAKey::Form)?;
        let (id, key) = rest.split_once('+').ok_or(NotAKey::Form)?;
        let bytes = BASE64_STANDARD.decode(key).map_err(|_| NotAKey::Form)?;
        let (kind, key) = bytes.split_first().ok_or(NotAKey::Form)?;
        if !is_key_name_valid(name) || id.len() != 8 || id != id.to_ascii_lowercase() {
            return Err(NotAKey::Form);
        }
        let id = u32::from_str_radix(id, 16).map_err(|_| NotAKey::Form)?;
        if id != key_id(name, &bytes) {
            return Err(NotAKey::Id);
        }
        let kind = match *kind {
            ED25519 => KeyKind::Log,
            COSIGNATURE => KeyKind::Witness,
            _ => return Err(NotAKey::Kind),
        };
        let key = key.try_into().ok().and_then(|key| VerifyingKey::from_bytes(key).ok()).ok_or(NotAKey::Form)?;
        Ok(Self { name: name.to_owned(), id, kind, key })
    }
}

impl std::fmt::Display for VKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}+{:08x}+{}", self.name, self.id, BASE64_STANDARD.encode(typed(self.kind, self.key.as_bytes())))
    }
}

impl Verifier for VKey {
    fn name(&self) -> &str {
        &self.name
    }

    fn key_id(&self) -> u32 {
        self.id
    }

    fn verify(&self, text: &[u8], signature: &[u8]) -> bool {
        let holds = |message: &[u8], signature: &[u8]| {
            ed25519_dalek::Signature::from_slice(signature).is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
        };
        match self.kind {
            KeyKind::Log => holds(text, signature),
            KeyKind::Witness => {
                cosigned_at(signature).is_some_and(|at| signature.get(8..).is_some_and(|rest| holds(&cosigned_message(at, text), rest)))
            }
        }
    }
}

/// The seconds since 1970 at which a cosignature says it was made.
pub(crate) fn cosigned_at(signature: &[u8]) -> Option<u64> {
    signature.first_chunk().map(|at| u64::from_be_bytes(*at)).filter(|at| i64::try_from(*at).is_ok())
}

fn cosigned_message(at_secs: u64, text: &[u8]) -> Vec<u8> {
    [format!("cosignature/v1\ntime {at_secs}\n").as_bytes(), text].concat()
}

/// Keys that are trusted. A note is good when one of them signed it and none of them signed something else under its name.
#[derive(Debug, Clone, Default)]
pub struct Keys(Vec<VKey>);

impl Keys {
    /// These keys, in any order; a log that changed its key has two.
    pub fn new(keys: impl IntoIterator<Item = VKey>) -> Self {
        Self(keys.into_iter().collect())
    }

    /// The key with this name and id.
    pub(crate) fn find(&self, name: &str, id: u32) -> Option<&VKey> {
        self.0.iter().find(|key| key.name == name && key.id == id)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &VKey> {
        self.0.iter()
    }
}

impl Verifiers for Keys {
    fn verifier(&self, name: &str, id: u32) -> Result<&dyn Verifier, VerificationError> {
        match self.find(name, id) {
            Some(key) => Ok(key),
            None => Err(VerificationError::UnknownKey { name: name.to_owned(), id }),
        }
    }
}

/// A name that no key can have: empty, or with a space or a plus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key's name is not empty and has neither spaces nor +")]
pub struct NotAName;

/// The secret key of a log, in memory. Its bytes never show in logs.
#[derive(Clone)]
pub struct LogKey {
    vkey: VKey,
    secret: SigningKey,
}

impl LogKey {
    /// The key of the log `origin` from 32 secret random bytes.
    pub fn from_seed(origin: &str, seed: &[u8; 32]) -> Result<Self, NotAName> {
        let (vkey, secret) = pair(origin, seed, KeyKind::Log)?;
        Ok(Self { vkey, secret })
    }

    /// The public half, to be printed and published.
    pub fn vkey(&self) -> &VKey {
        &self.vkey
    }
}

impl Signer for LogKey {
    fn name(&self) -> &str {
        &self.vkey.name
    }

    fn key_id(&self) -> u32 {
        self.vkey.id
    }

    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, ed25519_dalek::SignatureError> {
        Ok(self.secret.try_sign(text)?.to_vec())
    }
}

/// The secret key of a witness. It signs nothing but cosignatures (C2SP tlog-cosignature, Ed25519).
#[derive(Clone)]
pub struct WitnessKey {
    vkey: VKey,
    secret: SigningKey,
}

impl WitnessKey {
    /// The key of the witness `name` from 32 secret random bytes, which serve nothing else.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, NotAName> {
        let (vkey, secret) = pair(name, seed, KeyKind::Witness)?;
        Ok(Self { vkey, secret })
    }

    /// The public half.
    pub fn vkey(&self) -> &VKey {
        &self.vkey
    }

    /// A signer that cosigns at this second since 1970.
    pub fn at(&self, secs: u64) -> Cosigner<'_> {
        Cosigner { key: self, at_secs: secs }
    }
}

/// A witness key at a moment.
#[derive(Debug, Clone, Copy)]
pub struct Cosigner<'k> {
    key: &'k WitnessKey,
    at_secs: u64,
}

impl Signer for Cosigner<'_> {
    fn name(&self) -> &str {
        &self.key.vkey.name
    }

    fn key_id(&self) -> u32 {
        self.key.vkey.id
    }

    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, ed25519_dalek::SignatureError> {
        let signature = self.key.secret.try_sign(&cosigned_message(self.at_secs, text))?;
        Ok([self.at_secs.to_be_bytes().as_slice(), &signature.to_bytes()].concat())
    }
}

fn pair(name: &str, seed: &[u8; 32], kind: KeyKind) -> Result<(VKey, SigningKey), NotAName> {
    if !is_key_name_valid(name) {
        return Err(NotAName);
    }
    let secret = SigningKey::from_bytes(seed);
    Ok((VKey::new(name, kind, secret.verifying_key()), secret))
}

impl std::fmt::Debug for LogKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LogKey({}, secret)", self.vkey)
    }
}

impl std::fmt::Debug for WitnessKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WitnessKey({}, secret)", self.vkey)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    /// The example of Go's sumdb/note, after which C2SP signed-note was written.
    const VKEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const NOTE: &str = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n\n\
        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    #[test]
    fn the_published_example_holds_and_every_changed_character_of_its_key_is_found() {
        let key: VKey = VKEY.parse().unwrap();
        assert_eq!(key.to_string(), VKEY);
        assert!(Note::from_bytes(NOTE.as_bytes()).unwrap().verify(&Keys::new([key.clone()])).is_ok());
        for at in 0..VKEY.len() {
            let mut other = VKEY.as_bytes().to_vec();
            other[at] = if other[at] == b'A' { b'B' } else { b'A' };
            let other = String::from_utf8(other).unwrap();
            assert_ne!(other.parse::<VKey>().ok(), Some(key.clone()), "{other}");
            assert!(other.parse::<VKey>().is_err(), "{other}");
        }
    }

    #[test]
    fn a_secret_key_does_not_show_itself() {
        let key = LogKey::from_seed("county.example/log", &[0x5a; 32]).unwrap();
        assert_eq!(format!("{key:?}"), format!("LogKey({}, secret)", key.vkey()));
        assert_eq!(LogKey::from_seed("a b", &[1; 32]).err(), Some(NotAName));
    }

    #[test]
    fn a_cosignature_holds_for_its_second_alone_and_a_log_key_is_no_witness() {
        let witness = WitnessKey::from_seed("witness.example/w1", &[7; 32]).unwrap();
        let log = LogKey::from_seed("witness.example/w1", &[7; 32]).unwrap();
        assert_ne!(witness.vkey().id, log.vkey().id);
        let text = b"county.example/log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        let mut signature = witness.at(1_679_315_147).sign(text).unwrap();
        assert_eq!(cosigned_at(&signature), Some(1_679_315_147));
        assert!(witness.vkey().verify(text, &signature));
        assert!(!log.vkey().verify(text, &signature));
        assert!(!witness.vkey().verify(text, &log.sign(text).unwrap()));
        signature[7] ^= 1;
        assert!(!witness.vkey().verify(text, &signature));
        assert!(!witness.vkey().verify(text, &[0; 3]));
    }
}
