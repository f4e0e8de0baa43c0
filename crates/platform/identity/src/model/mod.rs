//! Roles, scopes and what a person may see. Pure.

mod network;
mod policy;
mod role;
mod scope;
mod throttle;

pub use network::NetworkClass;
pub(crate) use network::source;
pub use policy::Policy;
pub use role::Role;
pub use scope::{Place, PlaceError, Reach, Scope, ScopeKind, Scopes, Visibility};
pub(crate) use throttle::{Budget, Tally};
