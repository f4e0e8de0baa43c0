//! Roles, scopes and what a person may see. Pure.

mod role;
mod scope;
mod throttle;

pub use role::Role;
pub use scope::{Place, PlaceError, Reach, Scope, ScopeKind, Scopes, Visibility};
pub(crate) use throttle::{Budget, Tally};
