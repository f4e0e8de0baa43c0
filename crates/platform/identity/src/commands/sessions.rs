//! Signing out, seeing and ending one's sessions, tokens of machines, sweeping.

use kernel::{AccountId, SessionId, Timestamp};
use store::StoreError;

use crate::identity::IDLE_MS;
use crate::model::NetworkClass;
use crate::permissions::ManageAccounts;
use crate::rows::session::Session;
use crate::{AccountError, Granted, Identity, Principal, SessionKind, Token, rows};

/// Ended sessions are kept this long: logs are due for six months (Cybersecurity Law); 190 days cover any half year.
const KEPT_MS: i64 = 190 * 24 * 60 * 60 * 1_000;

/// A network that was not used for half a year is a stranger's again.
const KNOWN_MS: i64 = KEPT_MS;

/// A channel token lasts 400 days: a year and a month to change it in.
const CHANNEL_MS: i64 = 400 * 24 * 60 * 60 * 1_000;

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionView {
    /// Its id.
    pub id: SessionId,
    /// How it travels.
    pub kind: SessionKind,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
    /// What the browser said of itself.
    pub agent: Option<String>,
    /// What sort of network it was opened from.
    pub network: Option<NetworkClass>,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

impl Identity {
    /// Ends the session one is in. Without a session it does nothing.
    pub async fn sign_out(&self, who: &Principal) -> Result<(), StoreError> {
        let Some(session) = who.session() else { return Ok(()) };
        self.revoke_session(who, session).await.map(drop)
    }

    /// One's open sessions, newest first.
    pub async fn sessions(&self, who: &Principal) -> Result<Vec<SessionView>, StoreError> {
        let (account, this, now) = (who.account(), who.session(), self.now());
        let open = self.0.db.read(move |tx| async move { rows::session::open_of(&tx, account, now).await }).await?;
        let view = |session: Session| SessionView {
            id: session.id,
            kind: session.kind,
            created_at: session.created_at,
            seen_at: session.seen_at,
            expires_at: session.expires_at,
            agent: session.agent,
            network: session.network,
            is_this: this == Some(session.id),
        };
        let idle =
            |session: &Session| session.kind != SessionKind::Channel && now.as_millisecond() - session.seen_at.as_millisecond() >= IDLE_MS;
        Ok(open.into_iter().filter(|session| !idle(session)).map(view).collect())
    }

    /// Ends one of one's own sessions; false when there is none such.
    pub async fn revoke_session(&self, who: &Principal, session: SessionId) -> Result<bool, StoreError> {
        let (account, now) = (who.account(), self.now());
        let ended = self.0.db.write(move |tx| async move { rows::session::revoke(&tx, account, session, now).await }).await?;
        self.doubt();
        Ok(ended)
    }

    /// Ends all of one's own sessions but the one that asks; how many.
    pub async fn revoke_other_sessions(&self, who: &Principal) -> Result<u64, StoreError> {
        let (account, keep, now) = (who.account(), who.session(), self.now());
        let ended = self.0.db.write(move |tx| async move { rows::session::revoke_all(&tx, account, keep, now).await }).await?;
        self.doubt();
        Ok(ended)
    }

    /// A token for `X-Channel-Token` of a machine account (hotline, kiosk, integration): lifts the limit on creates,
    /// opens nothing. Lasts 400 days or until it is revoked with the account's sessions.
    pub async fn issue_channel_token(&self, grant: &Granted<ManageAccounts>, account: AccountId) -> Result<Token, AccountError> {
        if !grant.scopes().is_county() {
            return Err(AccountError::NoSuchAccount);
        }
        let now = self.now();
        let token = Token::new(self.0.rng.as_ref());
        let session = Session {
            id: SessionId::new(now, self.0.rng.as_ref()),
            kind: SessionKind::Channel,
            account,
            created_at: now,
            seen_at: now,
            expires_at: Timestamp::from_millisecond(now.as_millisecond() + CHANNEL_MS).unwrap_or(Timestamp::MAX),
            revoked_at: None,
            agent: None,
            network: None,
        };
        let hash = token.hash();
        self.0
            .db
            .write(move |tx| {
                let session = session.clone();
                async move {
                    let found = rows::account::find(&tx, account).await?;
                    found.filter(|found| found.closed_at.is_none()).ok_or(AccountError::NoSuchAccount)?;
                    rows::session::insert(&tx, &session, &hash).await?;
                    Ok::<_, AccountError>(())
                }
            })
            .await?;
        Ok(token)
    }

    /// Forgets what is no longer needed: sessions half a year after their end, used and expired links, old tries. For a
    /// nightly job. Returns the number of rows.
    pub async fn sweep(&self) -> Result<u64, StoreError> {
        let now = self.now().as_millisecond();
        let before = |ms| Timestamp::from_millisecond(now - ms).unwrap_or(Timestamp::MIN);
        let (long_ago, an_hour_ago, half_a_year_ago) = (before(KEPT_MS), before(60 * 60 * 1_000), before(KNOWN_MS));
        self.0
            .db
            .write(move |tx| async move {
                let sessions = rows::session::sweep(&tx, long_ago).await?;
                let links = rows::link::sweep(&tx, long_ago).await?;
                let tries = rows::attempt::sweep(&tx, an_hour_ago).await?;
                let networks = rows::known::sweep(&tx, half_a_year_ago).await?;
                Ok(sessions + links + tries + networks)
            })
            .await
    }
}
