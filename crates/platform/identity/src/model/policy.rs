//! What a site demands of those who sign in.

use std::collections::BTreeSet;

use super::Role;
use crate::principal::Held;

/// Which roles need an authenticator beside the password (decisions 4). A parameter of the site; it may change while the
/// site runs ([`crate::Identity::adopt`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Who holds one of these somewhere does nothing else until she has an authenticator.
    pub require_totp: BTreeSet<Role>,
}

impl Policy {
    /// The roles that decisions 4 names: they see or steer the whole county.
    pub const TOTP_ROLES: [Role; 5] = [Role::Dispatcher, Role::Supervisor, Role::Organiser, Role::Auditor, Role::Admin];

    /// As decisions 4 demands of a real site.
    pub fn strict() -> Self {
        Self { require_totp: Self::TOTP_ROLES.into() }
    }

    /// Nobody needs more than a password: the demo.
    pub fn lenient() -> Self {
        Self { require_totp: BTreeSet::new() }
    }

    /// Whether one of these roles needs an authenticator.
    pub fn demands_totp(&self, roles: &[Held]) -> bool {
        roles.iter().any(|held| self.require_totp.contains(&held.role))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;

    #[test]
    fn one_role_in_the_list_is_enough() {
        let held = |role| Held { role, place: Place::County };
        assert!(Policy::strict().demands_totp(&[held(Role::Handler), held(Role::Admin)]));
        assert!(!Policy::strict().demands_totp(&[held(Role::Handler), held(Role::Lead)]));
        assert!(!Policy::strict().demands_totp(&[]));
        assert!(!Policy::lenient().demands_totp(&[held(Role::Admin)]));
    }
}
