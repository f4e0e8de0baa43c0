//! The keys of a site: `DIR/keys/site-keys.toml`, readable by its owner only, outside the database, backed up apart
//! (decisions 8, 14; ADR 0011). Whoever has them and the database has everything.

use std::fmt;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{CodeKey, NumberKey, Rng};
use serde::{Deserialize, Serialize};

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// There are keys already; they are never written over.
    #[error("{0} is there already; keys are never written over")]
    Exists(PathBuf),
    /// Reading or writing failed.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not of its form.
    #[error("{0} is not a key file")]
    Form(PathBuf),
}

/// The keys.
#[derive(Clone)]
pub struct Keys {
    journal_mac: [u8; 32],
    wrap: [u8; 32],
    number: [u8; 32],
    code: [u8; 32],
    web: [u8; 32],
    backup: [u8; 32],
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    journal_mac: String,
    wrap: String,
    number: String,
    code: String,
    web: String,
    backup: String,
}

impl Keys {
    /// New keys.
    pub fn generate(rng: &dyn Rng) -> Self {
        Self {
            journal_mac: rng.bytes(),
            wrap: rng.bytes(),
            number: rng.bytes(),
            code: rng.bytes(),
            web: rng.bytes(),
            backup: rng.bytes(),
        }
    }

    /// The folder of the keys of a site.
    pub fn folder(data: &Path) -> PathBuf {
        data.join("keys")
    }

    fn path(data: &Path) -> PathBuf {
        Self::folder(data).join("site-keys.toml")
    }

    /// Reads the keys of a site.
    pub fn load(data: &Path) -> Result<Self, KeysError> {
        let path = Self::path(data);
        let text = std::fs::read_to_string(&path).map_err(|source| KeysError::File { path: path.clone(), source })?;
        let form = || KeysError::Form(path.clone());
        let file: File = toml::from_str(&text).map_err(|_| form())?;
        let key = |text: &str| STANDARD.decode(text).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(form);
        Ok(Self {
            journal_mac: key(&file.journal_mac)?,
            wrap: key(&file.wrap)?,
            number: key(&file.number)?,
            code: key(&file.code)?,
            web: key(&file.web)?,
            backup: key(&file.backup)?,
        })
    }

    /// Writes the keys of a new site; refuses to write over old ones.
    pub fn save(&self, data: &Path) -> Result<(), KeysError> {
        let (folder, path) = (Self::folder(data), Self::path(data));
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| KeysError::File { path, source }
        };
        if path.exists() {
            return Err(KeysError::Exists(path));
        }
        std::fs::create_dir_all(&folder).map_err(failed(&folder))?;
        only_owner(&folder, 0o700).map_err(failed(&folder))?;
        let text = |key: &[u8; 32]| STANDARD.encode(key);
        let file = File {
            journal_mac: text(&self.journal_mac),
            wrap: text(&self.wrap),
            number: text(&self.number),
            code: text(&self.code),
            web: text(&self.web),
            backup: text(&self.backup),
        };
        let text = toml::to_string(&file).map_err(|_| KeysError::Form(path.clone()))?;
        std::fs::write(&path, text).map_err(failed(&path))?;
        only_owner(&path, 0o600).map_err(failed(&path))
    }

    /// The journal's.
    pub fn journal(&self) -> journal::Keys {
        journal::Keys { mac: self.journal_mac, wrap: self.wrap }
    }

    /// Of case numbers.
    pub fn number(&self) -> NumberKey {
        NumberKey(self.number)
    }

    /// Of query codes.
    pub fn code(&self) -> CodeKey {
        CodeKey(self.code)
    }

    /// Of cookies and forms.
    pub fn web(&self) -> [u8; 32] {
        self.web
    }

    /// Of backup archives.
    pub fn backup(&self) -> [u8; 32] {
        self.backup
    }
}

#[cfg(unix)]
fn only_owner(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn only_owner(_path: &Path, _mode: u32) -> std::io::Result<()> {
    Ok(())
}
