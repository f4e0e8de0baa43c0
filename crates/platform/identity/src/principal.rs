//! Who is signed in.

use std::sync::Arc;

use kernel::{AccountId, Locale, RequestId, SessionId, UnitCode};

use crate::model::{Place, Reach, Role, Scope, Scopes};
use crate::{Denied, Granted, Permission};

/// How a session travels. One sort is never taken for another: a cookie opens no API, a token no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionKind {
    /// A browser's cookie; pages only.
    Cookie,
    /// `Authorization: Bearer`; the API only.
    Bearer,
    /// `X-Channel-Token` of a machine account; lifts the limit on creates and opens nothing.
    Channel,
}

impl SessionKind {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Cookie => "cookie",
            Self::Bearer => "bearer",
            Self::Channel => "channel",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Cookie, Self::Bearer, Self::Channel].into_iter().find(|kind| kind.code() == code)
    }
}

/// A role and where it is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The role.
    pub role: Role,
    /// Where.
    pub place: Place,
}

/// Somebody who is signed in, with the roles held at this moment. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal(Arc<Inner>);

#[derive(Debug, PartialEq, Eq)]
struct Inner {
    account: AccountId,
    login: String,
    name: String,
    name_en: Option<String>,
    unit: Option<UnitCode>,
    roles: Vec<Held>,
    has_totp: bool,
    session: Option<SessionId>,
}

impl Principal {
    pub(crate) fn new(account: crate::rows::account::Account, roles: Vec<Held>, session: Option<SessionId>) -> Self {
        let crate::rows::account::Account { id, login, name, name_en, unit, totp_sealed, .. } = account;
        Self(Arc::new(Inner { account: id, login, name, name_en, unit, roles, has_totp: totp_sealed.is_some(), session }))
    }

    /// The account.
    pub fn account(&self) -> AccountId {
        self.0.account
    }

    /// The name that is typed to sign in.
    pub fn login(&self) -> &str {
        &self.0.login
    }

    /// The name people see.
    pub fn name(&self, locale: Locale) -> &str {
        match (locale, &self.0.name_en) {
            (Locale::En, Some(name)) => name,
            (Locale::En, None) | (Locale::Zh, _) => &self.0.name,
        }
    }

    /// The unit the account belongs to.
    pub fn unit(&self) -> Option<&UnitCode> {
        self.0.unit.as_ref()
    }

    /// The roles held now, and where.
    pub fn roles(&self) -> &[Held] {
        &self.0.roles
    }

    /// Whether the role is held somewhere: for the choice of what to show, never for permission.
    pub fn is(&self, role: Role) -> bool {
        self.0.roles.iter().any(|held| held.role == role)
    }

    /// Whether signing in asks for the digits of an authenticator.
    pub fn has_totp(&self) -> bool {
        self.0.has_totp
    }

    /// The session; none for a principal that nobody signed in as.
    pub fn session(&self) -> Option<SessionId> {
        self.0.session
    }

    /// What `P` reaches for this person; empty when it is none of hers.
    pub fn scopes<P: Permission>(&self) -> Scopes {
        let held = &self.0.roles;
        Scopes::new(P::RULES.iter().flat_map(|rule| {
            held.iter().filter(|held| held.role == rule.role).filter_map(|held| {
                let scope = Scope::of(rule.scope, held.role, &held.place, self.0.account)?;
                Some(Reach { role: held.role, scope, visibility: rule.visibility })
            })
        }))
    }

    /// The permission `P` as a value, if a role of this person has it.
    pub fn granted<P: Permission>(&self, request_id: Option<RequestId>) -> Result<Granted<P>, Denied> {
        Granted::to(self, request_id)
    }
}
