//! What somebody changes about her own sign-in: password, authenticator, recovery codes. Whoever does so types the password
//! again: an open window at an empty desk is not enough.

use std::sync::Arc;

use journal::{Actor, Envelope, NewEvent};
use kernel::Timestamp;
use kernel::problem::{FieldFault, Kind, Problem};
use serde_json::json;
use store::{StoreError, Tx};

use crate::commands::TotpSecret;
use crate::commands::accounts::event;
use crate::recovery::RecoveryCodes;
use crate::rows::account::Account;
use crate::{Identity, Origin, Password, PasswordFault, Principal, SignInError, rows, secret};

/// A secret that was shown waits this long for its first digits.
const ENROLMENT_MS: i64 = 15 * 60 * 1_000;

/// An authenticator that is being set up. Nothing is stored before its first digits were right.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// What the authenticator is to hold.
    pub secret: TotpSecret,
    /// The same, sealed for this session and a quarter of an hour: for a hidden field of the form.
    pub sealed: String,
}

/// What stands beside a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factors {
    /// Signing in asks for the digits of an authenticator.
    pub totp: bool,
    /// The role demands one.
    pub required: bool,
    /// Recovery codes that are left.
    pub recovery_left: u64,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OwnError {
    /// The password typed to confirm is not the account's.
    #[error("wrong password")]
    WrongPassword,
    /// The new password cannot be taken.
    #[error("the new password cannot be taken")]
    NewPassword(PasswordFault),
    /// The digits are not the ones the new authenticator shows.
    #[error("wrong digits")]
    WrongCode,
    /// The secret was shown too long ago, or to another session.
    #[error("the enrolment has lapsed")]
    Lapsed,
    /// The role demands an authenticator: another may take its place, but it is not taken away.
    #[error("the role demands an authenticator")]
    Required,
    /// There is no authenticator.
    #[error("no authenticator")]
    NotEnrolled,
    /// Too many tries at the password.
    #[error("too many tries; wait {seconds} s")]
    SlowDown {
        /// For how long.
        seconds: u32,
    },
    /// The account was closed meanwhile.
    #[error("the account is closed")]
    Gone,
    /// Hashing failed: out of memory, or shutting down.
    #[error("a password could not be hashed")]
    Hashing,
    /// The storage failed.
    #[error("storage, while changing how somebody signs in")]
    Store(#[from] StoreError),
}

impl Problem for OwnError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::WrongPassword | Self::NewPassword(_) | Self::WrongCode => (Kind::Invalid, "account.invalid"),
            Self::Lapsed => (Kind::Conflict, "account.enrolment_lapsed"),
            Self::Required => (Kind::Forbidden, "account.totp_required"),
            Self::NotEnrolled => (Kind::Conflict, "account.not_enrolled"),
            Self::SlowDown { .. } => (Kind::TooMany, "auth.slow_down"),
            Self::Gone => (Kind::Unauthenticated, "auth.required"),
            Self::Hashing => (Kind::Unavailable, "store.unavailable"),
            Self::Store(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::WrongPassword => vec![FieldFault { field: "current", code: "wrong" }],
            Self::NewPassword(fault) => vec![FieldFault { field: "password", code: fault.code() }],
            Self::WrongCode => vec![FieldFault { field: "code", code: "wrong" }],
            Self::Lapsed | Self::Required | Self::NotEnrolled | Self::SlowDown { .. } | Self::Gone | Self::Hashing | Self::Store(_) => {
                Vec::new()
            }
        }
    }
}

/// The password that confirms a change, and where it was typed.
#[derive(Debug, Clone)]
pub struct Confirmation {
    /// As typed.
    pub password: Password,
    /// Where the request came from: guesses are counted like those at the door.
    pub from: Origin,
}

/// What changes in one commit: the row is changed and the event says so.
type Apply = Arc<dyn Fn(&mut Account) -> Result<NewEvent, OwnError> + Send + Sync>;

/// What becomes of the recovery codes.
#[derive(Clone)]
enum Codes {
    Keep,
    Forget,
    Replace(Vec<String>),
}

impl Identity {
    /// What stands beside one's own password.
    pub async fn factors(&self, who: &Principal) -> Result<Factors, StoreError> {
        let account = who.account();
        let recovery_left = self.0.db.read(move |tx| async move { rows::recovery::left(&tx, account).await }).await?;
        Ok(Factors { totp: who.has_totp(), required: self.policy().demands_totp(who.roles()), recovery_left })
    }

    /// Begins to set up an authenticator: a new secret, to be shown once as a QR code.
    pub fn begin_enrolment(&self, who: &Principal) -> Result<Enrolment, OwnError> {
        let fresh = TotpSecret::new(self.0.rng.as_ref());
        let until = self.now().as_millisecond() + ENROLMENT_MS;
        let plain = [until.to_be_bytes().as_slice(), fresh.bytes()].concat();
        let sealed = secret::seal(self.web_key(), &enrolment_owner(who), &plain, self.0.rng.as_ref()).ok_or(OwnError::Hashing)?;
        Ok(Enrolment { secret: fresh, sealed: secret::text(&sealed) })
    }

    /// The enrolment that a form carries, while it holds for this session.
    pub fn enrolment(&self, who: &Principal, sealed: &str) -> Result<Enrolment, OwnError> {
        let opened = secret::bytes(sealed).and_then(|bytes| secret::unseal(self.web_key(), &enrolment_owner(who), &bytes));
        let opened = opened.ok_or(OwnError::Lapsed)?;
        let (until, shared) = opened.split_first_chunk::<8>().ok_or(OwnError::Lapsed)?;
        let shared = TotpSecret::from_bytes(shared).ok_or(OwnError::Lapsed)?;
        if self.now().as_millisecond() >= i64::from_be_bytes(*until) {
            return Err(OwnError::Lapsed);
        }
        Ok(Enrolment { secret: shared, sealed: sealed.to_owned() })
    }

    /// Ends an enrolment with the first digits: from now on signing in asks for them. A new authenticator takes the old one's
    /// place. Returns new recovery codes, to be shown once.
    pub async fn enrol(&self, who: &Principal, sealed: &str, code: &str, by: Confirmation) -> Result<RecoveryCodes, OwnError> {
        let enrolment = self.enrolment(who, sealed)?;
        let step = enrolment.secret.step(code, self.now()).ok_or(OwnError::WrongCode)?;
        self.confirm(who, by).await?;
        let stored = secret::seal(self.web_key(), who.account().as_bytes(), enrolment.secret.bytes(), self.0.rng.as_ref());
        let stored = stored.ok_or(OwnError::Hashing)?;
        let codes = RecoveryCodes::new(self.0.rng.as_ref());
        let hashes = codes.hashes(self.web_key(), who.account());
        let apply: Apply = Arc::new(move |account| {
            let replaced = account.totp_sealed.is_some();
            account.totp_sealed = Some(stored.clone());
            // The digits that confirmed it are used up: they open no session.
            account.totp_step = Some(step);
            Ok(event("identity.totp_enrolled", json!({ "replaced": replaced }), json!({ "mark": secret::mark(&stored) })))
        });
        self.change_own(who, apply, Codes::Replace(hashes), Sessions::Keep).await?;
        Ok(codes)
    }

    /// Takes the authenticator away, where the role does not demand one.
    pub async fn disable_totp(&self, who: &Principal, by: Confirmation) -> Result<(), OwnError> {
        if self.policy().demands_totp(who.roles()) {
            return Err(OwnError::Required);
        }
        self.confirm(who, by).await?;
        let apply: Apply = Arc::new(|account| {
            account.totp_sealed.take().ok_or(OwnError::NotEnrolled)?;
            account.totp_step = None;
            Ok(event("identity.totp_disabled", json!({}), json!({})))
        });
        self.change_own(who, apply, Codes::Forget, Sessions::Keep).await
    }

    /// Makes new recovery codes; the earlier ones are good for nothing.
    pub async fn renew_recovery(&self, who: &Principal, by: Confirmation) -> Result<RecoveryCodes, OwnError> {
        self.confirm(who, by).await?;
        let codes = RecoveryCodes::new(self.0.rng.as_ref());
        let hashes = codes.hashes(self.web_key(), who.account());
        let apply: Apply = Arc::new(|account| {
            account.totp_sealed.as_ref().ok_or(OwnError::NotEnrolled)?;
            Ok(event("identity.recovery_renewed", json!({}), json!({})))
        });
        self.change_own(who, apply, Codes::Replace(hashes), Sessions::Keep).await?;
        Ok(codes)
    }

    /// Sets a new password; every other session and every link ends.
    pub async fn change_password(&self, who: &Principal, new: Password, by: Confirmation) -> Result<(), OwnError> {
        new.check().map_err(OwnError::NewPassword)?;
        self.confirm(who, by).await?;
        let salt = self.0.rng.bytes();
        let hashed = self.0.hasher.hash(new, salt).await.map_err(|_| OwnError::Hashing)?;
        let apply: Apply = Arc::new(move |account| {
            account.password_hash = Some(hashed.clone());
            Ok(event("identity.password_set", json!({}), json!({ "mark": secret::mark(hashed.as_bytes()) })))
        });
        self.change_own(who, apply, Codes::Keep, Sessions::EndOthers).await
    }

    /// Whether the password typed to confirm is right; each try is counted like one at the door.
    async fn confirm(&self, who: &Principal, by: Confirmation) -> Result<(), OwnError> {
        let (account, sources) = self.find_for(who.login(), &by.from).await?;
        self.count_try(&sources).await.map_err(|error| match error {
            SignInError::SlowDown { seconds } => OwnError::SlowDown { seconds },
            SignInError::Store(error) => OwnError::Store(error),
            SignInError::Wrong | SignInError::SecondFactor => OwnError::WrongPassword,
            SignInError::Hashing => OwnError::Hashing,
        })?;
        let known = account.and_then(|account| account.password_hash);
        if !self.0.hasher.verify(by.password, known).await.map_err(|_| OwnError::Hashing)? {
            return Err(OwnError::WrongPassword);
        }
        Ok(self.forgive(sources).await?)
    }

    async fn change_own(&self, who: &Principal, apply: Apply, codes: Codes, sessions: Sessions) -> Result<(), OwnError> {
        let (identity, id, session, now) = (self.clone(), who.account(), who.session(), self.now());
        self.0
            .db
            .write(move |tx| {
                let (identity, apply, codes) = (identity.clone(), Arc::clone(&apply), codes.clone());
                async move {
                    let found = rows::account::find(&tx, id).await?;
                    let mut account = found.filter(|account| account.closed_at.is_none()).ok_or(OwnError::Gone)?;
                    let new = apply(&mut account)?;
                    put_codes(&tx, &account, &codes, now).await?;
                    if sessions == Sessions::EndOthers {
                        rows::session::revoke_all(&tx, id, session, now).await?;
                        rows::link::revoke_all(&tx, id, now).await?;
                    }
                    identity.record(&tx, &Envelope::live(Actor::Account(id), None, now), account, new).await?;
                    Ok::<_, OwnError>(())
                }
            })
            .await?;
        self.doubt();
        Ok(())
    }
}

/// What becomes of the account's other sessions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sessions {
    Keep,
    EndOthers,
}

async fn put_codes(tx: &Tx, account: &Account, codes: &Codes, now: Timestamp) -> Result<(), StoreError> {
    match codes {
        Codes::Keep => Ok(()),
        Codes::Forget => rows::recovery::forget(tx, account.id).await,
        Codes::Replace(hashes) => rows::recovery::replace(tx, account.id, hashes, now).await,
    }
}

/// Bound into a sealed enrolment: the account and the session it was shown to. Never an account's id alone, which is what
/// stored secrets are bound to.
fn enrolment_owner(who: &Principal) -> Vec<u8> {
    let session = who.session().map_or([0; 16], |session| *session.as_bytes());
    [b"enrolment".as_slice(), who.account().as_bytes(), &session].concat()
}
