//! Who is asking, and what they may do (decisions 3, 4, 14; domain 3.1, 3.2; ADR 0007, 0010).
//!
//! - [`model`]: roles, scopes, what a person may see.
//! - [`permissions!`] declares a permission with its row of the matrix; [`Granted`] is that permission as a value.
//! - [`Identity`]: accounts, roles at places, sign-in, sessions, one-time links.
//! - [`http`]: the gate every request passes, extractors, cookies, forms that cannot be forged.

mod commands;
mod errors;
mod examine;
mod granted;
pub mod http;
mod identity;
mod migrations;
pub mod model;
mod password;
mod permission;
pub mod permissions;
mod principal;
mod recovery;
mod rows;
mod secret;

pub use commands::{
    AccountFilter, AccountView, Authority, Confirmation, Credentials, Enrolment, Factors, LinkError, LinkPurpose, NewAccount, Origin,
    OwnError, SessionView, SignInError, SignedIn, TotpSecret, login_of,
};
pub use errors::{AccountError, Denied};
pub use granted::{ByCodeProof, Granted};
pub use http::{Channel, FormToken, KeptForm, SafeForm, Session};
pub use identity::{Identity, Keys, Settings};
pub use migrations::migrations;
pub use model::{NetworkClass, Place, Policy, Reach, Role, Scope, ScopeKind, Scopes, Visibility};
pub use password::{Password, PasswordFault};
pub use permission::{Entry, Permission, Rule, table};
pub use principal::{Held, Principal, SessionKind};
pub use recovery::RecoveryCodes;
pub use secret::Token;

#[doc(hidden)]
pub use permission::macro_support;
