//! One-time passwords by time (RFC 6238): SHA-1, six digits, 30 seconds, one step to either side.

use kernel::Timestamp;
use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

use crate::commands::accounts::event;
use crate::permissions::ManageAccounts;
use crate::{AccountError, Granted, Identity, rows, secret};
use journal::Actor;
use kernel::AccountId;

/// The shared secret of an authenticator, 20 bytes. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    /// A new one.
    pub fn new(rng: &dyn kernel::Rng) -> Self {
        Self(rng.bytes())
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
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

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

impl Identity {
    /// Gives an account an authenticator; from now on its sign-in asks for the digits. A new one takes the old one's place.
    pub async fn enrol_totp(&self, grant: &Granted<ManageAccounts>, account: AccountId, shared: &TotpSecret) -> Result<(), AccountError> {
        let sealed = secret::seal(self.web_key(), account.as_bytes(), &shared.0, self.0.rng.as_ref());
        let sealed = sealed.ok_or(AccountError::Hashing)?;
        let county = grant.scopes().is_county() || matches!(grant.actor(), Actor::System(_));
        if !county {
            return Err(AccountError::NoSuchAccount);
        }
        let (envelope, identity) = (grant.envelope(self.now()), self.clone());
        self.0
            .db
            .write(move |tx| {
                let (envelope, identity, sealed) = (envelope.clone(), identity.clone(), sealed.clone());
                async move {
                    let mut row = rows::account::find(&tx, account).await?.ok_or(AccountError::NoSuchAccount)?;
                    row.totp_sealed = Some(sealed);
                    row.totp_step = None;
                    identity.record(&tx, &envelope, row, event("identity.totp_enrolled", json!({}), json!({}))).await?;
                    Ok(())
                }
            })
            .await
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
        assert_eq!(shared.step("287082", at(120)), None);
        assert_eq!(shared.step("28708", at(59)), None);
        assert_eq!(shared.reveal(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
