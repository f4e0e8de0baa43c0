//! Signing in with login and password.
//!
//! Sign-ins are not events of the journal: the row of the session records who signed in when and from what sort of
//! browser, is kept half a year as the law asks (Cybersecurity Law, logs ≥ 6 months) and is then forgotten, while the
//! journal never forgets. Failures are counted for minutes and logged without names.

use std::net::IpAddr;

use kernel::problem::{Kind, Problem};
use kernel::{SessionId, Timestamp};
use store::StoreError;

use crate::commands::TotpSecret;
use crate::commands::accounts::login_of;
use crate::model::{Budget, Tally};
use crate::rows::session::Session;
use crate::{Identity, Password, Principal, SessionKind, Token, rows, secret};

/// A session lasts at most 12 hours (decisions 4).
const LONGEST_MS: i64 = 12 * 60 * 60 * 1_000;

/// What somebody typed.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The login; surrounding space and capitals do not matter.
    pub login: String,
    /// The password.
    pub password: Password,
    /// The digits of the authenticator, where the account has one.
    pub totp: Option<String>,
}

/// Where a request came from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// The address, after trusted proxies.
    pub address: Option<IpAddr>,
    /// The `User-Agent` header, shown to its owner in the list of sessions.
    pub agent: Option<String>,
}

/// Somebody has signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Opens the session; shown once.
    pub token: Token,
    /// Who.
    pub principal: Principal,
    /// When the session ends at the latest.
    pub expires_at: Timestamp,
}

/// Why nobody is signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The login, the password or the digits are wrong; which of them is not said.
    #[error("wrong login or password")]
    Wrong,
    /// The password is right; the digits of the authenticator are missing.
    #[error("the second factor is missing")]
    SecondFactor,
    /// Too many tries from this source.
    #[error("too many tries; wait {seconds} s")]
    SlowDown {
        /// For how long.
        seconds: u32,
    },
    /// Hashing failed: out of memory, or shutting down.
    #[error("a password could not be checked")]
    Hashing,
    /// The storage failed.
    #[error("storage, while signing in")]
    Store(#[from] StoreError),
}

impl Problem for SignInError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::Wrong => (Kind::Unauthenticated, "auth.wrong"),
            Self::SecondFactor => (Kind::Unauthenticated, "auth.totp_required"),
            Self::SlowDown { .. } => (Kind::TooMany, "auth.slow_down"),
            Self::Hashing => (Kind::Unavailable, "store.unavailable"),
            Self::Store(error) => error.face(),
        }
    }
}

/// The network a source belongs to: an IPv4 address, or the /64 that one household of IPv6 holds.
fn network(address: Option<IpAddr>) -> [u8; 16] {
    match address.map(|address| address.to_canonical()) {
        None => [0; 16],
        Some(IpAddr::V4(v4)) => v4.to_ipv6_mapped().octets(),
        Some(IpAddr::V6(v6)) => (u128::from_be_bytes(v6.octets()) >> 64 << 64).to_be_bytes(),
    }
}

impl Identity {
    /// Signs in: a session of this kind and the token that opens it.
    ///
    /// Unknown logins and closed accounts cost the same work as wrong passwords. Each try is counted before its
    /// password is looked at, so that guesses sent at once do not all slip through.
    pub async fn sign_in(&self, typed: Credentials, from: &Origin, kind: SessionKind) -> Result<SignedIn, SignInError> {
        let login = login_of(&typed.login).unwrap_or_default();
        let sources = self.count_try(&login, from).await?;
        let wanted = login.clone();
        let account = self.0.db.read(move |tx| async move { rows::account::find_by_login(&tx, &wanted).await }).await?;
        let account = account.filter(|account| account.closed_at.is_none());
        let known = account.as_ref().and_then(|account| account.password_hash.clone());
        let right = self.0.hasher.verify(typed.password, known).await.map_err(|_| SignInError::Hashing)?;
        let (Some(account), true) = (account, right) else {
            tracing::info!("a sign-in failed");
            return Err(SignInError::Wrong);
        };
        let now = self.now();
        let step = match (&account.totp_sealed, typed.totp) {
            (None, _) => None,
            (Some(_), None) => return Err(SignInError::SecondFactor),
            (Some(sealed), Some(digits)) => {
                let shared = secret::unseal(self.web_key(), account.id.as_bytes(), sealed);
                let shared = shared.as_deref().and_then(TotpSecret::from_bytes);
                let shared = shared.ok_or_else(|| StoreError::corrupt("identity_account", "totp_sealed", account.id))?;
                Some(shared.step(&digits, now).ok_or(SignInError::Wrong)?)
            }
        };
        let token = Token::new(self.0.rng.as_ref());
        let session = Session {
            id: SessionId::new(now, self.0.rng.as_ref()),
            kind,
            account: account.id,
            created_at: now,
            seen_at: now,
            expires_at: Timestamp::from_millisecond(now.as_millisecond() + LONGEST_MS).unwrap_or(Timestamp::MAX),
            revoked_at: None,
            agent: from.agent.as_deref().map(|agent| agent.chars().take(200).collect()),
        };
        let (hash, kept, id) = (token.hash(), session.clone(), account.id);
        let roles = self
            .0
            .db
            .write_read_committed(move |tx| {
                let (kept, sources) = (kept.clone(), sources.clone());
                async move {
                    if let Some(step) = step
                        && !rows::account::use_totp_step(&tx, id, step).await?
                    {
                        return Err(SignInError::Wrong);
                    }
                    rows::session::insert(&tx, &kept, &hash).await?;
                    forgive(&tx, &sources).await?;
                    Ok(rows::grant::held_by(&tx, id, now).await?)
                }
            })
            .await?;
        tracing::info!(account.id = %account.id, session.id = %session.id, "signed in");
        let principal = Principal::new(account, roles, Some(session.id));
        Ok(SignedIn { token, principal, expires_at: session.expires_at })
    }

    /// Counts one try, or says how long to wait. Returns the keys under which it was counted. A whole office may sign in
    /// through one address at nine o'clock: the row of that address is locked, not fought over, here and in [`forgive`].
    async fn count_try(&self, login: &str, from: &Origin) -> Result<[String; 2], SignInError> {
        let network = network(from.address);
        let key = |purpose, parts: &[&[u8]]| secret::text(&secret::mac(self.web_key(), purpose, parts));
        let sources = [key("try login", &[&network, login.as_bytes()]), key("try source", &[&network])];
        let (counted, now) = (sources.clone(), self.now().as_millisecond());
        self.0
            .db
            .write_read_committed(move |tx| {
                let counted = counted.clone();
                async move {
                    for (source, budget) in counted.iter().zip([Budget::LOGIN, Budget::SOURCE]) {
                        let known = rows::attempt::lock(&tx, source).await?;
                        let tally = Tally::try_at(known, now, budget)
                            .map_err(|wait| SignInError::SlowDown { seconds: u32::try_from((wait + 999) / 1_000).unwrap_or(60) })?;
                        rows::attempt::put(&tx, source, tally).await?;
                    }
                    Ok(())
                }
            })
            .await
            .map(|()| sources)
    }
}

/// A success clears the login's own count and takes its try off the source's.
async fn forgive(tx: &store::Tx, [login, source]: &[String; 2]) -> Result<(), StoreError> {
    rows::attempt::forget(tx, login).await?;
    let tally = rows::attempt::lock(tx, source).await?;
    let count = (tally.count - 1).max(0);
    rows::attempt::put(tx, source, Tally { count, ..tally }).await?;
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_household_of_ipv6_is_one_source() {
        let at = |text: &str| network(Some(text.parse().unwrap()));
        assert_eq!(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff::9"));
        assert_ne!(at("2001:db8:1:2::1"), at("2001:db8:1:3::1"));
        assert_ne!(at("192.0.2.1"), at("192.0.2.2"));
        assert_eq!(at("192.0.2.1"), at("::ffff:192.0.2.1"));
    }
}
