//! The accounts of the demo county, as `lianxin demo` writes them.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use totp_rs::{Algorithm, Builder, Secret};

/// `demo-accounts.json`.
#[derive(Deserialize)]
pub struct Accounts {
    /// Travels as `X-Channel-Token`: lifts the limit on how many matters one address may file.
    pub channel: String,
    /// Staff who can sign in.
    pub accounts: Vec<Account>,
}

/// One member of staff.
#[derive(Deserialize)]
pub struct Account {
    /// The name to sign in with.
    #[serde(rename = "account")]
    pub name: String,
    /// The password. No `Debug` on this type: a log must never show it.
    pub password: String,
    /// Role, for example `dispatcher` or `handler`.
    pub role: String,
    /// Where the role holds: `county`, or the code of a unit or area.
    pub scope: String,
    /// Base32 secret of the second factor, where the account has one.
    #[serde(default)]
    pub totp_secret: Option<String>,
}

/// Why the accounts are of no use.
#[derive(Debug, thiserror::Error)]
pub enum AccountsError {
    #[error("cannot read {}: {reason}", path.display())]
    Unreadable { path: PathBuf, reason: std::io::Error },
    #[error("{} is not a list of accounts: {reason}", path.display())]
    Malformed { path: PathBuf, reason: serde_json::Error },
}

/// The accounts in the file at `path`.
pub fn read(path: &Path) -> Result<Accounts, AccountsError> {
    let content = std::fs::read(path).map_err(|reason| AccountsError::Unreadable { path: path.to_owned(), reason })?;
    serde_json::from_slice(&content).map_err(|reason| AccountsError::Malformed { path: path.to_owned(), reason })
}

impl Account {
    /// Whether the role holds for the unit with this code, written bare or as `unit:code`.
    pub fn is_of_unit(&self, code: &str) -> bool {
        self.scope == code || self.scope.strip_prefix("unit:") == Some(code)
    }

    /// The six digits of the second factor (RFC 6238, SHA-1, 30 s) at `unix_seconds`; `None` without a usable secret.
    pub fn one_time_code(&self, unix_seconds: u64) -> Option<String> {
        let secret = Secret::try_from_base32(self.totp_secret.as_deref()?).ok()?;
        let totp = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_step_duration(30).with_secret(secret).build().ok()?;
        Some(totp.generate(unix_seconds).to_string())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail loudly")]
    use super::*;

    fn account(scope: &str, secret: Option<&str>) -> Account {
        Account {
            name: "a".to_owned(),
            password: "p".to_owned(),
            role: "handler".to_owned(),
            scope: scope.to_owned(),
            totp_secret: secret.map(str::to_owned),
        }
    }

    #[test]
    fn one_time_codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, at 59 s: 94287082; the last six digits.
        let code = account("county", Some("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).one_time_code(59);
        assert_eq!(code.unwrap(), "287082");
        assert_eq!(account("county", None).one_time_code(59), None);
        assert_eq!(account("county", Some("not base32!")).one_time_code(59), None);
    }

    #[test]
    fn a_scope_names_a_unit_bare_or_with_its_kind() {
        assert!(account("housing", None).is_of_unit("housing"));
        assert!(account("unit:housing", None).is_of_unit("housing"));
        assert!(!account("county", None).is_of_unit("housing"));
    }

    #[test]
    fn the_file_of_the_demo_is_read() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let json = r#"{"channel":"c","accounts":[{"account":"d","password":"p","role":"dispatcher","scope":"county","name":"x"}]}"#;
        std::fs::write(file.path(), json).unwrap();
        let accounts = read(file.path()).unwrap();
        assert_eq!((accounts.channel.as_str(), accounts.accounts[0].name.as_str()), ("c", "d"));
    }
}
