//! 我的账号.

use kernel::Locale;

use crate::words::Words;

/// A session as its owner recognises it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// What ends it.
    pub id: String,
    /// `Chrome · Windows`.
    pub device: String,
    /// Network, when it began, when it was last used.
    pub facts: String,
    /// The one that reads this page.
    pub this: bool,
}

/// `GET /staff/account`: who is signed in, how safely, where else, and the way out (`POST /signout` with `csrf`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Name.
    pub name: String,
    /// Account.
    pub account: String,
    /// Role in the reader's language.
    pub role: String,
    /// Where the role holds.
    pub scope: String,
    /// For roles that have nothing else here: the sentence that says so.
    pub remark: Option<String>,
    /// An authenticator is set up.
    pub totp: bool,
    /// The role needs one.
    pub required: bool,
    /// Recovery codes that are left.
    pub recovery_left: u64,
    /// Where this account is signed in.
    pub sessions: Vec<SessionRow>,
    /// What was just done.
    pub notice: Option<String>,
    /// What was just refused.
    pub error: Option<String>,
}

super::page!(Account, "account.html");

impl Account {
    /// Few recovery codes are left.
    pub fn is_short(&self) -> bool {
        self.recovery_left <= 3
    }

    /// Signed in elsewhere too.
    pub fn has_others(&self) -> bool {
        self.sessions.iter().any(|session| !session.this)
    }

    /// A handler, and somebody who reads no case and needs an authenticator.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let (pick, w) = (|zh: &str, en: &str| locale.pick(zh, en).to_owned(), Words::of(locale));
        let session = |id: &str, device: &str, this| SessionRow {
            id: id.into(),
            device: device.into(),
            facts: [w.network_private().into_owned(), w.session_since(pick("今天 08:31", "today 08:31"))].join(" · "),
            this,
        };
        let handler = Self {
            name: pick("李干事", "Officer Li"),
            account: "li.huaiyin".into(),
            role: pick("承办人", "Handler"),
            scope: pick("槐荫社区", "Huaiyin Community"),
            remark: None,
            totp: false,
            required: false,
            recovery_left: 0,
            sessions: vec![session("1", "Chrome · Windows", true)],
            notice: None,
            error: None,
        };
        let auditor = Self {
            role: pick("审计员", "Auditor"),
            remark: Some(w.account_no_cases().into_owned()),
            totp: true,
            required: true,
            recovery_left: 2,
            sessions: vec![session("1", "Chrome · Windows", true), session("2", "Safari · iPhone", false)],
            notice: Some(w.done_session().into_owned()),
            ..handler.clone()
        };
        vec![handler, auditor]
    }
}
