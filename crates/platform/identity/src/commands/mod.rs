//! What changes accounts and sessions, one file per family of verbs.

mod accounts;
mod links;
mod sessions;
mod sign_in;
mod totp;

pub use accounts::{AccountView, NewAccount};
pub use links::{LinkError, LinkPurpose};
pub use sessions::SessionView;
pub use sign_in::{Credentials, Origin, SignInError, SignedIn};
pub use totp::TotpSecret;
