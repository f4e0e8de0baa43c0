//! Passwords: argon2id, two at a time.

use std::fmt;
use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

/// 19 MiB, two passes, one lane (decisions 4; OWASP's first choice for argon2id).
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes run two at a time: forty mebibytes at most, and a core is left for others.
const AT_ONCE: usize = 2;

/// A password as it was typed. `Debug` hides it.
#[derive(Clone)]
pub struct Password(String);

/// Why a password cannot be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// Fewer than ten characters.
    #[error("too short")]
    TooShort,
    /// More than 200 characters.
    #[error("too long")]
    TooLong,
}

impl PasswordFault {
    /// The stable code of the field fault.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
        }
    }
}

impl Password {
    /// As typed; nothing is trimmed.
    pub fn new(typed: impl Into<String>) -> Self {
        Self(typed.into())
    }

    /// Whether it may be set: 10–200 characters of any sort. No rules about digits and signs: length is what counts
    /// (NIST SP 800-63B-4 §3.1.1.2).
    pub fn check(&self) -> Result<(), PasswordFault> {
        match self.0.chars().count() {
            0..10 => Err(PasswordFault::TooShort),
            10..=200 => Ok(()),
            _ => Err(PasswordFault::TooLong),
        }
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Hashing failed: no memory, or the process is ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a password could not be hashed")]
pub(crate) struct HashingFailed;

/// The queue in front of the hash function.
#[derive(Clone)]
pub(crate) struct Hasher(Arc<Semaphore>);

impl Default for Hasher {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

fn argon2() -> Result<Argon2<'static>, HashingFailed> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| HashingFailed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

impl Hasher {
    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T, HashingFailed> + Send + 'static) -> Result<T, HashingFailed> {
        let _turn = self.0.acquire().await.map_err(|_| HashingFailed)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| HashingFailed)?
    }

    /// The PHC string of a password.
    pub(crate) async fn hash(&self, password: Password, salt: [u8; 16]) -> Result<String, HashingFailed> {
        self.work(move || {
            let hash: PasswordHash = argon2()?.hash_password_with_salt(password.0.as_bytes(), &salt).map_err(|_| HashingFailed)?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether the password is the one of `known`. Without a known hash the same work is done and the answer is no.
    pub(crate) async fn verify(&self, password: Password, known: Option<String>) -> Result<bool, HashingFailed> {
        self.work(move || {
            let argon2 = argon2()?;
            let Some(hash) = known.as_deref().and_then(|known| PasswordHash::new(known).ok()) else {
                let nothing: PasswordHash = argon2.hash_password_with_salt(password.0.as_bytes(), &[0; 16]).map_err(|_| HashingFailed)?;
                return Ok(nothing.hash.is_none());
            };
            Ok(argon2.verify_password(password.0.as_bytes(), &hash).is_ok())
        })
        .await
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash() {
        let hasher = Hasher::default();
        let hash = hasher.hash(Password::new("correct horse"), [1; 16]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hasher.verify(Password::new("correct horse"), Some(hash.clone())).await.unwrap());
        assert!(!hasher.verify(Password::new("correct house"), Some(hash)).await.unwrap());
        assert!(!hasher.verify(Password::new("anything"), None).await.unwrap());
        assert!(!hasher.verify(Password::new("anything"), Some(String::new())).await.unwrap());
    }

    #[test]
    fn length_is_what_counts() {
        assert_eq!(Password::new("九个字的密码太短了").check(), Err(PasswordFault::TooShort));
        assert_eq!(Password::new("十个字的密码就够长了").check(), Ok(()));
        assert_eq!(Password::new("x".repeat(201)).check(), Err(PasswordFault::TooLong));
        assert_eq!(format!("{:?}", Password::new("secret")), "Password(…)");
    }
}
