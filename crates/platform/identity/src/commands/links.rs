//! One-time links: how a first password is set, and a forgotten one replaced (decisions 4).

use kernel::problem::{FieldFault, Kind, Problem};
use kernel::{AccountId, Timestamp};
use serde_json::json;
use store::StoreError;

use crate::commands::accounts::event;
use crate::permissions::ManageAccounts;
use crate::{AccountError, Granted, Held, Identity, Password, PasswordFault, Place, Role, Token, rows, secret};
use journal::{Actor, Envelope};

/// A link lasts three days: it is handed over in person or by a call, over a weekend too.
const LASTS_MS: i64 = 3 * 24 * 60 * 60 * 1_000;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// To set a password, the first one or a new one.
    SetPassword,
}

impl LinkPurpose {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::SetPassword => "set_password",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        (code == Self::SetPassword.code()).then_some(Self::SetPassword)
    }
}

/// Why a link did nothing.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// Unknown, used or expired; which of them is not said.
    #[error("the link is not good any more")]
    Gone,
    /// The password cannot be taken; the link stays good.
    #[error("the password cannot be taken")]
    Password(#[from] PasswordFault),
    /// Hashing failed.
    #[error("a password could not be hashed")]
    Hashing,
    /// The storage failed.
    #[error("storage, while using a link")]
    Store(#[from] StoreError),
}

impl Problem for LinkError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::Gone => (Kind::NotFound, "link.gone"),
            Self::Password(_) => (Kind::Invalid, "account.invalid"),
            Self::Hashing => (Kind::Unavailable, "store.unavailable"),
            Self::Store(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Password(fault) => vec![FieldFault { field: "password", code: fault.code() }],
            Self::Gone | Self::Hashing | Self::Store(_) => Vec::new(),
        }
    }
}

impl Identity {
    /// Makes a one-time link for an account; earlier ones stop working. The page at its address is the app's affair:
    /// this is the secret part. Lasts three days. An organiser's link is made on the machine itself (`lianxin link`): an admin who
    /// could make one would approve her own proposals with it.
    pub async fn issue_link(
        &self,
        grant: &Granted<ManageAccounts>,
        account: AccountId,
        purpose: LinkPurpose,
    ) -> Result<Token, AccountError> {
        let envelope = grant.envelope(self.now());
        let token = Token::new(self.0.rng.as_ref());
        let now = envelope.now;
        let expires = Timestamp::from_millisecond(now.as_millisecond() + LASTS_MS).unwrap_or(Timestamp::MAX);
        let (hash, identity, grant) = (token.hash(), self.clone(), grant.clone());
        self.0
            .db
            .write(move |tx| {
                let (envelope, identity, grant) = (envelope.clone(), identity.clone(), grant.clone());
                async move {
                    let row = identity.within(&tx, &grant, account, now).await?;
                    let approver = Held { role: Role::Organiser, place: Place::County };
                    let by_machine = matches!(envelope.actor, Actor::System(_));
                    if !by_machine && rows::grant::held_by(&tx, account, now).await?.contains(&approver) {
                        return Err(AccountError::NeedsTwo);
                    }
                    rows::link::revoke_all(&tx, account, now).await?;
                    rows::link::insert(&tx, &hash, account, purpose, now, expires).await?;
                    let what = event("identity.link_issued", json!({ "purpose": purpose.code() }), json!({}));
                    identity.record(&tx, &envelope, row, what).await?;
                    Ok::<_, AccountError>(())
                }
            })
            .await?;
        Ok(token)
    }

    /// The login whose password this link sets, while it is good: for the page that asks for it.
    pub async fn link_login(&self, token: &str) -> Result<String, LinkError> {
        let (hash, now) = (secret::hash(token), self.now());
        self.0
            .db
            .read(move |tx| async move {
                let (account, LinkPurpose::SetPassword) = rows::link::find(&tx, &hash, now).await?.ok_or(LinkError::Gone)?;
                Ok(rows::account::find(&tx, account).await?.ok_or(LinkError::Gone)?.login)
            })
            .await
    }

    /// Uses a link: sets the password and ends all sessions of the account.
    pub async fn set_password_by_link(&self, token: &str, password: Password) -> Result<(), LinkError> {
        password.check()?;
        let (hash, now) = (secret::hash(token), self.now());
        // Whether the link is good is asked first: nobody makes us hash for nothing.
        self.link_login(token).await?;
        let salt = self.0.rng.bytes();
        let hashed = self.0.hasher.hash(password, salt).await.map_err(|_| LinkError::Hashing)?;
        let identity = self.clone();
        self.0
            .db
            .write(move |tx| {
                let (identity, hashed) = (identity.clone(), hashed.clone());
                async move {
                    let (account, LinkPurpose::SetPassword) = rows::link::find(&tx, &hash, now).await?.ok_or(LinkError::Gone)?;
                    if !rows::link::spend(&tx, &hash, now).await? {
                        return Err(LinkError::Gone);
                    }
                    let found = rows::account::find(&tx, account).await?;
                    let mut row = found.filter(|row| row.closed_at.is_none()).ok_or(LinkError::Gone)?;
                    let mark = secret::mark(hashed.as_bytes());
                    row.password_hash = Some(hashed);
                    rows::session::revoke_all(&tx, account, None, now).await?;
                    let envelope = Envelope::live(Actor::Account(account), None, now);
                    identity.record(&tx, &envelope, row, event("identity.password_set", json!({}), json!({ "mark": mark }))).await?;
                    Ok(())
                }
            })
            .await?;
        self.doubt();
        Ok(())
    }
}
