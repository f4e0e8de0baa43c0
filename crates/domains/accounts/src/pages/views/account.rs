//! 我的账号.

use kernel::Locale;

/// `GET /staff/account`: who is signed in, and the way out (`POST /signout` with `csrf`).
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
    /// When this session began.
    pub since: Option<String>,
    /// For roles that have nothing else here: the sentence that says so.
    pub remark: Option<String>,
}

super::page!(Account, "account.html");

impl Account {
    /// A handler, and somebody who reads no case.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let handler = Self {
            name: pick("李干事", "Officer Li"),
            account: "li.huaiyin".into(),
            role: pick("承办人", "Handler"),
            scope: pick("槐荫社区", "Huaiyin Community"),
            since: Some(pick("今天 08:31", "Today 08:31")),
            remark: None,
        };
        let auditor = Self {
            role: pick("审计员", "Auditor"),
            remark: Some(crate::words::Words::of(locale).account_no_cases().into_owned()),
            ..handler.clone()
        };
        vec![handler, auditor]
    }
}
