//! 备用码, shown once.

use kernel::Locale;

/// The answer to an enrolment or a renewal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codes {
    /// The codes.
    pub codes: Vec<String>,
}

super::page!(Codes, "codes.html");

impl Codes {
    /// Three of them.
    pub fn sample(_locale: Locale) -> Vec<Self> {
        vec![Self { codes: ["K7QM-2V9D-XH4T", "0000-1111-2222", "9999-8888-7777"].map(str::to_owned).to_vec() }]
    }
}
