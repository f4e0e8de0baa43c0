//! Signing in with login and password.
//!
//! Sign-ins are not events of the journal: the row of the session records who signed in when and from what sort of
//! browser, is kept half a year as the law asks (Cybersecurity Law, logs ≥ 6 months) and is then forgotten, while the
//! journal never forgets. Failures are counted for minutes and logged without names.

use std::net::IpAddr;

use journal::{Actor, Envelope};
use kernel::problem::{Kind, Problem};
use kernel::{AccountId, SessionId, Timestamp};
use serde_json::json;
use store::{StoreError, Tx};

use crate::commands::TotpSecret;
use crate::commands::accounts::{event, login_of};
use crate::http::device::{self, Device};
use crate::model::{Budget, NetworkClass, Tally, source};
use crate::principal::Held;
use crate::rows::account::Account;
use crate::rows::session::Session;
use crate::{Identity, Password, Principal, SessionKind, Token, recovery, rows, secret};

/// A session lasts at most 12 hours (decisions 4).
const LONGEST_MS: i64 = 12 * 60 * 60 * 1_000;

/// What somebody typed.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The login; surrounding space and capitals do not matter.
    pub login: String,
    /// The password.
    pub password: Password,
    /// The digits of the authenticator, where the account has one; or one of its recovery codes.
    pub totp: Option<String>,
}

/// Where a request came from. Made by [`Origin::of`].
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// The address, after trusted proxies.
    pub address: Option<IpAddr>,
    /// The `User-Agent` header, shown to its owner in the list of sessions.
    pub agent: Option<String>,
    /// What the browser's device cookies hold, not yet believed.
    pub(crate) devices: Vec<String>,
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
    /// The browser, for [`Identity::device_cookie`].
    pub(crate) device: Device,
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

/// The second factor as it was shown, with what uses it up.
#[derive(Debug, Clone)]
enum Factor {
    /// The account has none.
    NotAsked,
    /// The step of the one-time password.
    Step(i64),
    /// The hash of a recovery code.
    Recovery(String),
}

/// A source under which tries are counted.
pub(crate) type Source = (String, Budget);

/// Somebody whose password and second factor were right, about to be let in.
#[derive(Clone)]
struct Admitted {
    session: Session,
    hash: [u8; 32],
    factor: Factor,
    network: String,
    counted: Vec<Source>,
}

impl Identity {
    /// Signs in: a session of this kind and the token that opens it.
    ///
    /// Unknown logins and closed accounts cost the same work as wrong passwords. Each try is counted before its
    /// password is looked at, so that guesses sent at once do not all slip through.
    pub async fn sign_in(&self, typed: Credentials, from: &Origin, kind: SessionKind) -> Result<SignedIn, SignInError> {
        let login = login_of(&typed.login).unwrap_or_default();
        let (account, sources) = self.find_for(&login, from).await?;
        self.count_try(&sources).await?;
        let account = account.filter(|account| account.closed_at.is_none());
        let known = account.as_ref().and_then(|account| account.password_hash.clone());
        let right = self.0.hasher.verify(typed.password, known).await.map_err(|_| SignInError::Hashing)?;
        let (Some(account), true) = (account, right) else {
            tracing::info!("a sign-in failed");
            return Err(SignInError::Wrong);
        };
        let now = self.now();
        let Some(factor) = self.factor(&account, typed.totp.as_deref(), now)? else {
            // The password was right, so this was no guess at it: only the login's own count keeps the try.
            let shared = sources.into_iter().skip(1).collect();
            self.forgive(shared).await?;
            return Err(SignInError::SecondFactor);
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
            network: from.address.map(NetworkClass::of),
        };
        // A recovery code is an event, and streams grow under the strictest isolation.
        let strict = matches!(factor, Factor::Recovery(_));
        let network = self.network_key(account.id, from);
        let admitted = Admitted { session: session.clone(), hash: token.hash(), factor, network, counted: sources };
        let identity = self.clone();
        let admit = move |tx: Tx| {
            let (identity, admitted) = (identity.clone(), admitted.clone());
            async move { identity.admit(&tx, &admitted).await }
        };
        let roles = if strict { self.0.db.write(admit).await? } else { self.0.db.write_read_committed(admit).await? };
        tracing::info!(account.id = %account.id, session.id = %session.id, "signed in");
        let device = device::of(self.web_key(), &from.devices, account.id).unwrap_or_else(|| Device(self.0.rng.bytes()));
        let principal = Principal::new(account, roles, Some(session.id));
        Ok(SignedIn { token, principal, expires_at: session.expires_at, device })
    }

    /// The account of a login, and under which sources its tries from there are counted: the same reads whether there is
    /// such an account or not.
    pub(crate) async fn find_for(&self, login: &str, from: &Origin) -> Result<(Option<Account>, Vec<Source>), StoreError> {
        let (wanted, identity, origin) = (login.to_owned(), self.clone(), from.clone());
        let (account, at_home) = self
            .0
            .db
            .read(move |tx| async move {
                let account = rows::account::find_by_login(&tx, &wanted).await?;
                let id = account.as_ref().map_or(AccountId::from_bytes([0; 16]), |account| account.id);
                let at_home = rows::known::has(&tx, id, &identity.network_key(id, &origin)).await?;
                Ok::<_, StoreError>((account, at_home))
            })
            .await?;
        let device = account.as_ref().and_then(|account| device::of(self.web_key(), &from.devices, account.id));
        let key = |purpose, parts: &[&[u8]]| secret::text(&secret::mac(self.web_key(), purpose, parts));
        let (network, login) = (source(from.address), login.as_bytes());
        let sources = match (device, at_home) {
            // Her own browser: nobody else's guesses are in its way.
            (Some(Device(device)), _) => vec![(key("try device", &[&device, login]), Budget::LOGIN)],
            (None, at_home) => {
                let mut sources =
                    vec![(key("try login", &[&network, login]), Budget::LOGIN), (key("try source", &[&network]), Budget::SOURCE)];
                if !at_home {
                    sources.push((key("try stranger", &[login]), Budget::STRANGERS));
                }
                sources
            }
        };
        Ok((account, sources))
    }

    /// What is kept of a network an account has signed in from.
    fn network_key(&self, account: AccountId, from: &Origin) -> String {
        secret::text(&secret::mac(self.web_key(), "known network", &[account.as_bytes(), &source(from.address)]))
    }

    /// The second factor; `None` when it is asked for and was not given.
    fn factor(&self, account: &Account, typed: Option<&str>, now: Timestamp) -> Result<Option<Factor>, SignInError> {
        let (Some(sealed), typed) = (&account.totp_sealed, typed) else { return Ok(Some(Factor::NotAsked)) };
        let Some(typed) = typed else { return Ok(None) };
        if let Some(code) = recovery::read(typed) {
            return Ok(Some(Factor::Recovery(recovery::hash(self.web_key(), account.id, &code))));
        }
        let shared = secret::unseal(self.web_key(), account.id.as_bytes(), sealed);
        let shared = shared.as_deref().and_then(TotpSecret::from_bytes);
        let shared = shared.ok_or_else(|| StoreError::corrupt("identity_account", "totp_sealed", account.id))?;
        Ok(Some(Factor::Step(shared.step(typed, now).ok_or(SignInError::Wrong)?)))
    }

    /// Uses up the second factor and opens the session; the roles held now.
    async fn admit(&self, tx: &Tx, admitted: &Admitted) -> Result<Vec<Held>, SignInError> {
        let Admitted { session, hash, factor, network, counted } = admitted;
        let (id, now) = (session.account, session.created_at);
        match factor {
            Factor::NotAsked => {}
            Factor::Step(step) => {
                if !rows::account::use_totp_step(tx, id, *step).await? {
                    return Err(SignInError::Wrong);
                }
            }
            Factor::Recovery(code) => {
                if !rows::recovery::spend(tx, id, code, now).await? {
                    return Err(SignInError::Wrong);
                }
                let account = rows::account::find(tx, id).await?.ok_or(SignInError::Wrong)?;
                let left = rows::recovery::left(tx, id).await?;
                let used = event("identity.recovery_code_used", json!({ "left": left }), json!({}));
                self.record(tx, &Envelope::live(Actor::Account(id), None, now), account, used).await?;
            }
        }
        rows::session::insert(tx, session, hash).await?;
        rows::known::note(tx, id, network, now).await?;
        if let Some((own, shared)) = counted.split_first() {
            rows::attempt::forget(tx, &own.0).await?;
            take_back(tx, shared).await?;
        }
        Ok(rows::grant::held_by(tx, id, now).await?)
    }

    /// Counts one try, or says how long to wait. A whole office may sign in through one address at nine o'clock: the row of
    /// that address is locked, not fought over, here and in [`take_back`].
    pub(crate) async fn count_try(&self, sources: &[Source]) -> Result<(), SignInError> {
        let (counted, now) = (sources.to_vec(), self.now().as_millisecond());
        self.0
            .db
            .write_read_committed(move |tx| {
                let counted = counted.clone();
                async move {
                    for (source, budget) in &counted {
                        let known = rows::attempt::lock(&tx, source).await?;
                        let tally = Tally::try_at(known, now, *budget)
                            .map_err(|wait| SignInError::SlowDown { seconds: u32::try_from((wait + 999) / 1_000).unwrap_or(60) })?;
                        rows::attempt::put(&tx, source, tally).await?;
                    }
                    Ok(())
                }
            })
            .await
    }

    /// Takes one try off each source.
    pub(crate) async fn forgive(&self, sources: Vec<Source>) -> Result<(), StoreError> {
        self.0
            .db
            .write_read_committed(move |tx| {
                let sources = sources.clone();
                async move { take_back(&tx, &sources).await }
            })
            .await
    }
}

async fn take_back(tx: &Tx, sources: &[Source]) -> Result<(), StoreError> {
    for (source, _) in sources {
        let tally = rows::attempt::lock(tx, source).await?;
        let count = (tally.count - 1).max(0);
        rows::attempt::put(tx, source, Tally { count, ..tally }).await?;
    }
    Ok(())
}
