//! One account.

use kernel::Locale;

use super::parts::{Errors, SeatForm};
use crate::words::Words;

/// A role that is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRow {
    /// What ends it.
    pub value: String,
    /// The role.
    pub label: String,
    /// Where.
    pub place: String,
}

/// `GET /staff/accounts/{id}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id in its addresses.
    pub id: String,
    /// Name.
    pub name: String,
    /// Account.
    pub login: String,
    /// Unit; may be empty.
    pub unit: String,
    /// How it signs in.
    pub signin: String,
    /// When it was made.
    pub created: String,
    /// When it was closed.
    pub closed: Option<String>,
    /// The roles held now.
    pub roles: Vec<RoleRow>,
    /// The reader may change it.
    pub may_manage: bool,
    /// The reader may propose to clear a lost authenticator.
    pub may_reset: bool,
    /// What the reader asks for takes a second person.
    pub needs_two: bool,
    /// The form for another role.
    pub seat: SeatForm,
    /// What cannot be taken.
    pub errors: Errors,
    /// What was just done.
    pub notice: Option<String>,
    /// What was just refused.
    pub error: Option<String>,
}

super::page!(Person, "person.html");

impl Person {
    /// As an admin sees it, and as an auditor does.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let (pick, w) = (|zh: &str, en: &str| locale.pick(zh, en).to_owned(), Words::of(locale));
        let admin = Self {
            id: "1".into(),
            name: pick("李娜", "Li Na"),
            login: "lina".into(),
            unit: pick("槐荫社区", "Huaiyin Community"),
            signin: w.signin_password_and_totp().into_owned(),
            created: pick("11月13日", "13 Nov"),
            closed: None,
            roles: vec![RoleRow {
                value: "handler@unit:huaiyin".into(),
                label: pick("承办人", "Handler"),
                place: pick("槐荫社区", "Huaiyin Community"),
            }],
            may_manage: true,
            may_reset: true,
            needs_two: true,
            seat: super::samples::seat(locale),
            errors: Errors::one("place", w.fault_place_unfit()),
            notice: None,
            error: Some(w.problem_account_needs_two().into_owned()),
        };
        let auditor = Self {
            may_manage: false,
            may_reset: false,
            roles: Vec::new(),
            errors: Errors::default(),
            error: None,
            closed: Some(pick("11月20日", "20 Nov")),
            ..admin.clone()
        };
        vec![admin, auditor]
    }
}
