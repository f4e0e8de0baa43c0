//! 核对凭证: how anybody checks a receipt, and by which key.

/// `GET /r`. The code on a slip leads here, with the leaf's hash behind `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The key of the county's log.
    pub key: String,
    /// The same and those that it had before, newest first, with spaces between.
    pub keys: String,
}

super::page!(Check, "check.html");

impl Check {
    /// Its one state.
    pub fn sample() -> Vec<Self> {
        let key = "county.example/log+6ac68f94+AYqI49fkl";
        vec![Self { key: key.into(), keys: key.into() }]
    }
}
