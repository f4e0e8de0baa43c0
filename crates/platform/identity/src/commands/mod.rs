//! What changes accounts and sessions, one file per family of verbs.

mod accounts;
mod links;
mod own;
mod sessions;
mod sign_in;
mod totp;

pub use accounts::{AccountFilter, AccountView, Authority, NewAccount, login_of};
pub use links::{LinkError, LinkPurpose};
pub use own::{Confirmation, Enrolment, Factors, OwnError};
pub use sessions::SessionView;
pub use sign_in::{Credentials, Origin, SignInError, SignedIn};
pub use totp::TotpSecret;
