//! What is refused, and how it looks from outside.

use kernel::problem::{FieldFault, Kind, Problem};
use store::StoreError;

use crate::PasswordFault;

/// Why a request goes no further.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// Nobody is signed in, or the session has ended.
    #[error("not signed in")]
    Unauthenticated,
    /// Signed in, but this is never theirs to do.
    #[error("not allowed")]
    Forbidden,
    /// Signed in, but the role needs an authenticator, and there is none yet. Nothing else is open before.
    #[error("an authenticator has to be set up first")]
    EnrolFirst,
    /// The form did not come from a page of ours, or that page is too old.
    #[error("the form's token is missing or old")]
    FormToken,
    /// A page elsewhere sent this request.
    #[error("the request came from another site")]
    CrossSite,
    /// The form cannot be read.
    #[error("the form cannot be read")]
    FormShape,
    /// Nobody could be asked.
    #[error("storage, while finding out who asks")]
    Store(#[from] StoreError),
    /// The request did not pass the gate: a route was added outside of it.
    #[error("a route stands outside of the gate")]
    NoGate,
}

impl Problem for Denied {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::Unauthenticated => (Kind::Unauthenticated, "auth.required"),
            Self::Forbidden => (Kind::Forbidden, "auth.forbidden"),
            Self::EnrolFirst => (Kind::Forbidden, "auth.enrol_first"),
            Self::FormToken => (Kind::Forbidden, "auth.form_token"),
            Self::CrossSite => (Kind::Forbidden, "auth.cross_site"),
            Self::FormShape => (Kind::Invalid, "form.unreadable"),
            Self::Store(error) => error.face(),
            Self::NoGate => (Kind::Bug, "internal"),
        }
    }
}

/// Why an account was not changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// Not there, or not in the caller's scope.
    #[error("no such account in scope")]
    NoSuchAccount,
    /// Somebody has this login already.
    #[error("the login is taken")]
    LoginTaken,
    /// 3–40 of `a-z 0-9 . _ -`, beginning with a letter.
    #[error("not a login")]
    LoginShape,
    /// No name, or one with control characters.
    #[error("not a name")]
    NameShape,
    /// The password cannot be taken.
    #[error("the password cannot be taken")]
    Password(#[from] PasswordFault),
    /// Nobody changes her own roles (domain 3.2, separation of duties).
    #[error("nobody changes her own roles")]
    OwnRoles,
    /// A role outside of what the caller may give.
    #[error("the role is not the caller's to give")]
    NotYoursToGive,
    /// It takes two people: an admin proposes, an organiser approves (domain 3.2, accounts and configuration).
    #[error("it takes two people")]
    NeedsTwo,
    /// Who proposed does not approve.
    #[error("who proposed does not approve")]
    OwnProposal,
    /// The site would be left without anybody in this role, and nobody could give it again.
    #[error("the last one in this role")]
    LastOfRole,
    /// The role is not held there.
    #[error("the role is not held there")]
    NotHeld,
    /// Hashing failed: out of memory.
    #[error("a password could not be hashed")]
    Hashing,
    /// The storage failed.
    #[error("storage, while changing an account")]
    Store(#[from] StoreError),
}

impl Problem for AccountError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::NoSuchAccount => (Kind::NotFound, "account.not_found"),
            Self::LoginTaken => (Kind::Conflict, "account.login_taken"),
            Self::LoginShape | Self::NameShape | Self::Password(_) => (Kind::Invalid, "account.invalid"),
            Self::OwnRoles => (Kind::Forbidden, "account.own_roles"),
            Self::NotYoursToGive => (Kind::Forbidden, "account.not_yours_to_give"),
            Self::NeedsTwo => (Kind::Forbidden, "account.needs_two"),
            Self::OwnProposal => (Kind::Forbidden, "account.own_proposal"),
            Self::LastOfRole => (Kind::Conflict, "account.last_of_role"),
            Self::NotHeld => (Kind::Conflict, "account.role_not_held"),
            Self::Hashing => (Kind::Unavailable, "store.unavailable"),
            Self::Store(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::LoginShape => vec![FieldFault { field: "login", code: "shape" }],
            Self::NameShape => vec![FieldFault { field: "name", code: "shape" }],
            Self::Password(fault) => vec![FieldFault { field: "password", code: fault.code() }],
            Self::NoSuchAccount
            | Self::LoginTaken
            | Self::OwnRoles
            | Self::NotYoursToGive
            | Self::NeedsTwo
            | Self::OwnProposal
            | Self::LastOfRole
            | Self::NotHeld
            | Self::Hashing
            | Self::Store(_) => Vec::new(),
        }
    }
}
