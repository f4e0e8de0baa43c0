//! The keys of a site: `DIR/keys/site-keys.toml`, readable by its owner only, outside the database, backed up apart
//! (decisions 8, 14; ADR 0011). Whoever has them and the database has everything.

use std::fmt;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cases::commands::RequestKey;
use hmac::{Hmac, Mac as _};
use kernel::{CodeKey, NumberKey, Rng};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use tlog::note::{LogKey, NotAName};

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

impl KeysError {
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        |source| Self::File { path, source }
    }
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
    log: [u8; 32],
    /// The log's key before: signs beside it until slips carry the new one.
    log_before: Option<[u8; 32]>,
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
    log: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    log_before: Option<String>,
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
            log: rng.bytes(),
            log_before: None,
        }
    }

    /// The same keys with a new one of the log; the old one signs beside it. `None` while the one before still does.
    #[must_use]
    pub fn with_next_log(&self, rng: &dyn Rng) -> Option<Self> {
        self.log_before.is_none().then(|| Self { log: rng.bytes(), log_before: Some(self.log), ..self.clone() })
    }

    /// The same keys without the log's key before: it signs no more. `None` when there is none.
    #[must_use]
    pub fn without_log_before(&self) -> Option<Self> {
        self.log_before.map(|_| Self { log_before: None, ..self.clone() })
    }

    /// The folder of the keys of a site.
    pub fn folder(data: &Path) -> PathBuf {
        data.join("keys")
    }

    /// The file in a folder of keys.
    pub fn path(folder: &Path) -> PathBuf {
        folder.join("site-keys.toml")
    }

    /// Reads the keys of a site.
    pub fn load(data: &Path) -> Result<Self, KeysError> {
        Self::read(&Self::folder(data))
    }

    /// Reads the keys in `folder`: a site's own, or a copy kept apart.
    pub fn read(folder: &Path) -> Result<Self, KeysError> {
        let path = Self::path(folder);
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
            log: key(&file.log)?,
            log_before: file.log_before.as_deref().map(key).transpose()?,
        })
    }

    /// Writes the keys of a new site; refuses to write over old ones.
    pub fn save(&self, data: &Path) -> Result<(), KeysError> {
        self.write(&Self::folder(data))
    }

    /// Writes the keys into `folder`, made for its owner only where it is missing; refuses to write over old ones.
    /// They are whole and on the disk, or not there at all.
    pub fn write(&self, folder: &Path) -> Result<(), KeysError> {
        let path = Self::path(folder);
        if path.exists() {
            return Err(KeysError::Exists(path));
        }
        self.replace(folder)
    }

    /// Writes the keys over those in `folder`, at once: the old file or the new one is there, never a part.
    pub(crate) fn replace(&self, folder: &Path) -> Result<(), KeysError> {
        let path = Self::path(folder);
        let text = |key: &[u8; 32]| STANDARD.encode(key);
        let file = File {
            journal_mac: text(&self.journal_mac),
            wrap: text(&self.wrap),
            number: text(&self.number),
            code: text(&self.code),
            web: text(&self.web),
            backup: text(&self.backup),
            log: text(&self.log),
            log_before: self.log_before.as_ref().map(text),
        };
        let text = toml::to_string(&file).map_err(|_| KeysError::Form(path.clone()))?;
        owners_folder(folder).map_err(KeysError::file(folder))?;
        let part = folder.join("site-keys.toml.part");
        let mut out = owners_file().write(true).truncate(true).open(&part).map_err(KeysError::file(&part))?;
        out.write_all(text.as_bytes()).and_then(|()| out.sync_all()).map_err(KeysError::file(&part))?;
        std::fs::rename(&part, &path).map_err(KeysError::file(&path))?;
        sync_folder(folder).map_err(KeysError::file(folder))
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

    /// Of digests of requests: derived, so that a site of an older version has it too.
    pub fn requests(&self) -> RequestKey {
        let mut out = [0; 32];
        if let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&self.web) {
            mac.update(b"lianxin digests of requests v1");
            out = mac.finalize().into_bytes().into();
        }
        RequestKey(out)
    }

    /// Of the public log `origin`: signs its checkpoints.
    pub fn log(&self, origin: &str) -> Result<LogKey, NotAName> {
        LogKey::from_seed(origin, &self.log)
    }

    /// The log's key before, while it signs too.
    pub fn log_before(&self, origin: &str) -> Result<Option<LogKey>, NotAName> {
        self.log_before.as_ref().map(|seed| LogKey::from_seed(origin, seed)).transpose()
    }

    /// Of backup archives.
    pub fn backup(&self) -> [u8; 32] {
        self.backup
    }
}

/// Options for a file that only its owner may read, from its first byte on.
pub(crate) fn owners_file() -> std::fs::OpenOptions {
    let mut options = std::fs::OpenOptions::new();
    options.create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder that only its owner may enter; one that is there stays as it is.
pub(crate) fn owners_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(path: &Path) -> std::io::Result<()> {
    if cfg!(unix) { std::fs::File::open(path)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::SeededRng;

    use super::*;

    #[test]
    fn keys_come_back_as_they_were_and_are_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("site");
        let keys = Keys::generate(&SeededRng::new(7));
        keys.save(&data).unwrap();
        let read = Keys::load(&data).unwrap();
        assert_eq!((read.web(), read.backup(), read.journal().wrap), (keys.web(), keys.backup(), keys.journal().wrap));
        assert!(matches!(keys.save(&data), Err(KeysError::Exists(_))));
        assert_eq!(format!("{keys:?}"), "Keys(…)");
        assert_eq!(Keys::generate(&SeededRng::new(7)).backup(), keys.backup(), "the same seed, the same keys");
        let vkey = |keys: &Keys| keys.log("county.example/log").unwrap().vkey().to_string();
        assert_eq!(vkey(&read), vkey(&keys));
        let all = [keys.log, keys.journal().mac, keys.journal().wrap, keys.number().0, keys.code().0, keys.web(), keys.backup()];
        assert!(all.iter().enumerate().all(|(index, key)| !all[..index].contains(key)), "no key serves twice");
        let folder = Keys::folder(&data);
        keys.with_next_log(&SeededRng::new(8)).unwrap().replace(&folder).unwrap();
        let next = Keys::load(&data).unwrap();
        assert_ne!(vkey(&next), vkey(&keys));
        assert_eq!(next.log_before("county.example/log").unwrap().unwrap().vkey().to_string(), vkey(&keys));
        assert!(next.with_next_log(&SeededRng::new(9)).is_none() && keys.without_log_before().is_none());
        next.without_log_before().unwrap().replace(&folder).unwrap();
        assert!(Keys::load(&data).unwrap().log_before("county.example/log").unwrap().is_none());
    }

    #[cfg(unix)]
    #[test]
    fn only_their_owner_may_read_them() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        Keys::generate(&SeededRng::new(1)).save(folder.path()).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let keys = Keys::folder(folder.path());
        assert_eq!((mode(&keys), mode(&Keys::path(&keys))), (0o700, 0o600));
    }

    #[test]
    fn what_is_no_key_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Keys::read(folder.path()), Err(KeysError::File { .. })));
        std::fs::write(Keys::path(folder.path()), "web = 'AAAA'").unwrap();
        assert!(matches!(Keys::read(folder.path()), Err(KeysError::Form(_))));
    }
}
