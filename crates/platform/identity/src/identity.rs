//! The service: what it stands on, and who a token is.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use journal::Journal;
use kernel::{AccountId, Clock, Rng, SessionId, Timestamp};
use store::{Db, StoreError};

use crate::model::Policy;
use crate::password::Hasher;
use crate::principal::{Principal, SessionKind};
use crate::{rows, secret};

/// A session that is not used ends after 30 minutes (decisions 4).
pub(crate) const IDLE_MS: i64 = 30 * 60 * 1_000;

/// That a session was used is written down at most once a minute.
const TOUCH_MS: i64 = 60 * 1_000;

/// How long an answer about a token is believed without asking the database. What this process revokes counts at
/// once; what another process revokes, after this time.
const BELIEF_MS: i64 = 2_000;

/// How many answers are kept. Past it all are dropped: a rare fresh start is cheaper than keeping order.
const MOST_BELIEFS: usize = 20_000;

/// The key of cookies, form tokens and source hashes; kept outside the database.
#[derive(Clone)]
pub struct Keys {
    /// Everything here is derived from it, by purpose.
    pub web: [u8; 32],
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

/// What a site chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Cookies are `Secure` and named `__Host-…`. False only where a browser talks plain HTTP to loopback: some
    /// browsers refuse secure cookies there.
    pub secure_cookies: bool,
    /// `host[:port]` as browsers see it, where a proxy changes the `Host` header; else the header counts.
    pub public_host: Option<String>,
    /// What is demanded of those who sign in, until [`Identity::adopt`] says otherwise.
    pub policy: Policy,
}

/// Accounts, sessions and roles. Cheap to clone.
#[derive(Clone)]
pub struct Identity(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) db: Db,
    pub(crate) journal: Journal,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) rng: Arc<dyn Rng>,
    pub(crate) keys: Keys,
    pub(crate) settings: Settings,
    pub(crate) hasher: Hasher,
    policy: RwLock<Arc<Policy>>,
    beliefs: Mutex<Beliefs>,
}

/// What was lately found out about tokens.
#[derive(Default)]
struct Beliefs {
    known: HashMap<[u8; 32], Belief>,
    /// Rises when everything is doubted: an answer that was asked for before is not believed afterwards.
    round: u64,
}

#[derive(Clone)]
struct Belief {
    principal: Principal,
    kind: SessionKind,
    session: SessionId,
    asked_at: i64,
    seen_at: i64,
    expires_at: i64,
}

impl Belief {
    fn is_open(&self, now: i64) -> bool {
        let idle = match self.kind {
            SessionKind::Cookie | SessionKind::Bearer => now - self.seen_at >= IDLE_MS,
            // A machine may be silent for days.
            SessionKind::Channel => false,
        };
        now < self.expires_at && !idle
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").field("settings", &self.0.settings).finish_non_exhaustive()
    }
}

impl Identity {
    /// The service over an open database.
    pub fn new(db: Db, journal: Journal, clock: Arc<dyn Clock>, rng: Arc<dyn Rng>, keys: Keys, settings: Settings) -> Self {
        let (hasher, beliefs) = (Hasher::default(), Mutex::default());
        let policy = RwLock::new(Arc::new(settings.policy.clone()));
        Self(Arc::new(Inner { db, journal, clock, rng, keys, settings, hasher, policy, beliefs }))
    }

    /// What the site chose.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// What is demanded of those who sign in, at this moment.
    pub fn policy(&self) -> Arc<Policy> {
        Arc::clone(&self.0.policy.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Demands something else from now on, of open sessions too: for parameters that change while the site runs.
    pub fn adopt(&self, policy: Policy) {
        *self.0.policy.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(policy);
    }

    /// Whether this person has to set up an authenticator before she may do anything else.
    pub fn must_enrol(&self, who: &Principal) -> bool {
        !who.has_totp() && self.policy().demands_totp(who.roles())
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    pub(crate) fn web_key(&self) -> &[u8; 32] {
        &self.0.keys.web
    }

    /// Who the token of this sort belongs to; `None` when it is unknown, revoked, idle for 30 minutes or expired, or when
    /// the account is closed.
    pub async fn authenticate(&self, token: &str, kind: SessionKind) -> Result<Option<Principal>, StoreError> {
        let hash = secret::hash(token);
        let now = self.now();
        let now_ms = now.as_millisecond();
        let (known, round) = self.believed(&hash);
        let known = known.filter(|known| (0..BELIEF_MS).contains(&(now_ms - known.asked_at)));
        let is_news = known.is_none();
        let found = match known {
            Some(known) => Some(known),
            None => self.ask(hash, now).await?,
        };
        let Some(mut belief) = found.filter(|belief| belief.kind == kind && belief.is_open(now_ms)) else {
            return Ok(None);
        };
        let principal = belief.principal.clone();
        let is_stale = now_ms - belief.seen_at >= TOUCH_MS;
        if is_stale {
            let session = belief.session;
            self.0.db.write(move |tx| async move { rows::session::touch(&tx, session, now).await }).await?;
            belief.seen_at = now_ms;
        }
        if is_news || is_stale {
            self.believe(hash, belief, round);
        }
        Ok(Some(principal))
    }

    async fn ask(&self, hash: [u8; 32], now: Timestamp) -> Result<Option<Belief>, StoreError> {
        self.0
            .db
            .read(move |tx| async move {
                let Some(session) = rows::session::find_by_token(&tx, &hash).await? else {
                    return Ok(None);
                };
                if session.revoked_at.is_some() {
                    return Ok(None);
                }
                let Some(account) = rows::account::find(&tx, session.account).await? else {
                    return Ok(None);
                };
                if account.closed_at.is_some() {
                    return Ok(None);
                }
                let roles = rows::grant::held_by(&tx, account.id, now).await?;
                Ok(Some(Belief {
                    principal: Principal::new(account, roles, Some(session.id)),
                    kind: session.kind,
                    session: session.id,
                    asked_at: now.as_millisecond(),
                    seen_at: session.seen_at.as_millisecond(),
                    expires_at: session.expires_at.as_millisecond(),
                }))
            })
            .await
    }

    /// The person of an account with the roles held now, without a session: for demo histories and for jobs that act
    /// for somebody. `None` when there is no such open account.
    pub async fn principal_of(&self, account: AccountId) -> Result<Option<Principal>, StoreError> {
        let now = self.now();
        self.0
            .db
            .read(move |tx| async move {
                let Some(found) = rows::account::find(&tx, account).await?.filter(|found| found.closed_at.is_none()) else {
                    return Ok(None);
                };
                let roles = rows::grant::held_by(&tx, account, now).await?;
                Ok(Some(Principal::new(found, roles, None)))
            })
            .await
    }

    fn believed(&self, hash: &[u8; 32]) -> (Option<Belief>, u64) {
        let beliefs = self.0.beliefs.lock().unwrap_or_else(PoisonError::into_inner);
        (beliefs.known.get(hash).cloned(), beliefs.round)
    }

    fn believe(&self, hash: [u8; 32], belief: Belief, round: u64) {
        let mut beliefs = self.0.beliefs.lock().unwrap_or_else(PoisonError::into_inner);
        if beliefs.round != round {
            return;
        }
        if beliefs.known.len() >= MOST_BELIEFS {
            beliefs.known.clear();
        }
        beliefs.known.insert(hash, belief);
    }

    /// To be called after each commit that takes something away from somebody.
    pub(crate) fn doubt(&self) {
        let mut beliefs = self.0.beliefs.lock().unwrap_or_else(PoisonError::into_inner);
        beliefs.known.clear();
        beliefs.round += 1;
    }
}
