//! `DIR/site.toml`: what a site is. Read once, at start; secrets stand in `keys/`.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use identity::Policy;
use serde::{Deserialize, Serialize};
use store::DbUrl;

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteFile {
    /// The site's own facts.
    pub site: Site,
    /// How it is reached.
    #[serde(default)]
    pub web: Web,
    /// What is demanded of staff.
    #[serde(default)]
    pub staff: Staff,
    /// The public log.
    #[serde(default)]
    pub log: Log,
}

/// The public log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// Its name for all times, such as `county.example/log`: part of the key on slips, so it stays when the address changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Other sites that cosign its checkpoints: with one of them no second history can be shown unseen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<Witness>,
}

/// A site that cosigns this site's checkpoints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// Its key, as `lianxin witness` prints it at its start.
    pub key: String,
    /// Where it is asked, as it prints it: `http://witness.example/add-checkpoint`.
    pub url: String,
}

impl Log {
    /// The log of a new site: named by its address, or, without one, by the county under a name that nobody else can own.
    pub fn of(county: &str, public_url: Option<&str>) -> Self {
        let host = public_url.and_then(|url| url.split_once("://")).map(|(_, host)| host.trim_end_matches('/').to_owned());
        Self { origin: Some(format!("{}/log", host.unwrap_or_else(|| format!("{county}.invalid")))), witnesses: Vec::new() }
    }
}

/// The site's own facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The county's code.
    pub county: String,
    /// Whether the data are invented; a demo is served on loopback only, unless told otherwise.
    #[serde(default)]
    pub demo: bool,
    /// Where the data are, when not in `DIR/lianxin.db`: `postgres://…`. `--database` wins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    /// When it was made, RFC 3339.
    pub created_at: String,
}

/// How the site is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Web {
    /// The address people type, `https://…`; with `https` cookies are secure and HSTS is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    #[serde(default)]
    pub trusted_proxies: Vec<IpAddr>,
}

/// What is demanded of staff who sign in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Whether dispatchers, supervisors, organisers, auditors and admins need an authenticator (decisions 4). Left out: a real
    /// site demands it, a demo does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub require_totp: Option<bool>,
}

impl SiteFile {
    /// The name of the public log.
    pub fn origin(&self) -> String {
        let told = self.log.origin.clone();
        told.or_else(|| Log::of(&self.site.county, self.web.public_url.as_deref()).origin).unwrap_or_default()
    }

    /// What is demanded of staff who sign in.
    pub fn policy(&self) -> Policy {
        if self.staff.require_totp.unwrap_or(!self.site.demo) { Policy::strict() } else { Policy::lenient() }
    }
}

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// There is no site in that folder.
    #[error("no site in {0}: run `lianxin init` or `lianxin demo` first")]
    NoSite(PathBuf),
    /// The folder has something in it already.
    #[error("{0} is not empty")]
    NotEmpty(PathBuf),
    /// Reading or writing failed.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not of its form.
    #[error("{path}: {reason}")]
    Form {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

impl ConfigError {
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        |source| Self::File { path, source }
    }
}

impl SiteFile {
    /// Its path in a data folder.
    pub fn path(data: &Path) -> PathBuf {
        data.join("site.toml")
    }

    /// Reads the file of a data folder.
    pub fn load(data: &Path) -> Result<Self, ConfigError> {
        let path = Self::path(data);
        let text = match std::fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(ConfigError::NoSite(data.to_owned())),
            read => read.map_err(ConfigError::file(&path))?,
        };
        toml::from_str(&text).map_err(|error| ConfigError::Form { path, reason: error.to_string() })
    }

    /// Writes the file of a data folder.
    pub fn save(&self, data: &Path) -> Result<(), ConfigError> {
        let path = Self::path(data);
        let text = toml::to_string(self).map_err(|error| ConfigError::Form { path: path.clone(), reason: error.to_string() })?;
        std::fs::write(&path, text).map_err(ConfigError::file(path))
    }

    /// Where the data are: as told, else as the file says, else in the folder.
    pub fn database(&self, data: &Path, told: Option<&str>) -> Result<DbUrl, ConfigError> {
        match told.or(self.site.database.as_deref()) {
            None => Ok(DbUrl::Sqlite(data.join("lianxin.db"))),
            Some(url) => {
                url.parse().map_err(|error: store::UrlError| ConfigError::Form { path: Self::path(data), reason: error.to_string() })
            }
        }
    }
}

/// Makes sure that `data` is there and empty.
pub(crate) fn empty_folder(data: &Path) -> Result<(), ConfigError> {
    std::fs::create_dir_all(data).map_err(ConfigError::file(data))?;
    let mut entries = std::fs::read_dir(data).map_err(ConfigError::file(data))?;
    if entries.next().is_some() { Err(ConfigError::NotEmpty(data.to_owned())) } else { Ok(()) }
}
