//! A one-time link, shown once.

use kernel::Locale;

/// The answer to `POST /staff/accounts/{id}/link`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The id in addresses.
    pub id: String,
    /// Whose it is.
    pub name: String,
    /// The whole address.
    pub link: String,
}

super::page!(Link, "link.html");

impl Link {
    /// One.
    pub fn sample(locale: Locale) -> Vec<Self> {
        vec![Self { id: "1".into(), name: locale.pick("李娜", "Li Na").into(), link: "https://site/welcome/x".into() }]
    }
}
