//! 账号: who has one.

use kernel::Locale;

use super::parts::Choice;
use crate::words::Words;

/// One account of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// What its page is called.
    pub id: String,
    /// Name.
    pub name: String,
    /// Account.
    pub login: String,
    /// Unit; may be empty.
    pub unit: String,
    /// Roles with their places.
    pub roles: String,
    /// How it signs in.
    pub signin: String,
}

/// `GET /staff/accounts`.
#[expect(clippy::struct_excessive_bools, reason = "a page is what it shows and offers")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// The accounts of this page.
    pub rows: Vec<PersonRow>,
    /// Closed ones.
    pub closed: bool,
    /// The units to choose from.
    pub units: Vec<Choice>,
    /// The reader sees the whole county.
    pub whole_county: bool,
    /// The reader adds people.
    pub may_add: bool,
    /// The reader imports.
    pub may_import: bool,
    /// The first page, when this is another.
    pub first: Option<String>,
    /// The next page.
    pub next: Option<String>,
    /// What was just done.
    pub notice: Option<String>,
    /// What was just refused.
    pub error: Option<String>,
}

super::page!(People, "people.html");

impl People {
    /// An admin's first page; a lead's empty one.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let (pick, w) = (|zh: &str, en: &str| locale.pick(zh, en).to_owned(), Words::of(locale));
        let row = PersonRow {
            id: "1".into(),
            name: pick("李娜", "Li Na"),
            login: "lina".into(),
            unit: pick("槐荫社区", "Huaiyin Community"),
            roles: pick("承办人（槐荫社区）", "Handler (Huaiyin Community)"),
            signin: w.signin_password_only().into_owned(),
        };
        let admin = Self {
            rows: vec![row],
            units: vec![Choice::new("a", pick("槐荫社区", "Huaiyin")), Choice::new("b", pick("西街社区", "Xijie"))],
            whole_county: true,
            may_add: true,
            may_import: true,
            next: Some("/staff/accounts?after=lina".into()),
            notice: Some(w.done_proposed().into_owned()),
            ..Self::default()
        };
        vec![admin, Self { closed: true, ..Self::default() }]
    }
}
