//! Backups (decisions 14, 18): a consistent copy of the database and the files, taken while the site serves, in one
//! encrypted archive that is read back before it counts; and the way back into a new site.
//!
//! The archive holds neither the keys nor a way to them. Whoever has both has everything.

mod archive;
mod command;
mod manifest;
mod restore;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::DateTime;
use journal::{Head, Journal};
use kernel::{Rng, Timestamp, format};
use store::transfer::{self, TransferError};
use store::{Db, StoreError};

pub use archive::{ArchiveError, Content};
pub(crate) use command::{BackupArgs, RestoreArgs};
pub use manifest::{FileFacts, HeadFacts, Last, Manifest, verify};
pub use restore::{Again, ReplayErasures, Request, Restored, RestoredSite, restore};

use self::archive::ArchiveWriter;
use self::manifest::{DATABASE, FILES, MANIFEST};
use crate::config::{ConfigError, SiteFile};
use crate::erased::{self, ErasedError};
use crate::keys::{Keys, KeysError, owners_file, owners_folder, sync_folder};

/// How long archives are kept, in days, unless told otherwise: after that nobody erased is in any of them.
pub const KEEP_DAYS: u32 = 30;

/// Why there is no backup, or no way back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Copying rows failed.
    #[error("copying rows failed")]
    Transfer(#[from] TransferError),
    /// The database failed.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// A file could not be read or written, or the archive is not whole.
    #[error("{path}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why; an [`ArchiveError`] inside when the archive is at fault.
        source: io::Error,
    },
    /// What the archive says of itself is not what is in it.
    #[error("{path} is not what its manifest says: {what}")]
    Manifest {
        /// Which archive.
        path: PathBuf,
        /// What differs.
        what: String,
    },
    /// Keys were asked to lie with the archives.
    #[error("keys and archives must not lie in the same place: {0}")]
    KeysBeside(PathBuf),
    /// The county's code cannot be part of a file's name.
    #[error("{0:?} cannot stand in a file name")]
    SiteName(String),
    /// The target of a restore holds something already.
    #[error("{0} is not empty")]
    NotEmpty(String),
    /// The archive was made by a version with migrations that this one does not know.
    #[error("the archive needs a newer version: this one has no migration {0}")]
    NewerVersion(String),
    /// Somebody who was erased could not be forgotten again.
    #[error("the erasure of {id} could not be repeated")]
    Replay {
        /// Whom.
        id: String,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// `site.toml`.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The list of the erased.
    #[error(transparent)]
    Erased(#[from] ErasedError),
    /// A thread ended badly.
    #[error("a thread ended badly")]
    Thread(#[from] tokio::task::JoinError),
}

impl BackupError {
    fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        |source| Self::File { path, source }
    }
}

/// What is to be backed up, and where to.
pub struct Plan {
    /// The open database.
    pub db: Db,
    /// The data folder.
    pub data: PathBuf,
    /// The site's keys.
    pub keys: Keys,
    /// The folder of archives; made where it is missing.
    pub out: PathBuf,
    /// Now.
    pub now: Timestamp,
    /// Chance, for the archive's salt.
    pub rng: Arc<dyn Rng>,
    /// Archives older than so many days are deleted afterwards; [`KEEP_DAYS`].
    pub keep_days: u32,
}

/// A backup that was made.
#[derive(Debug)]
pub struct Made {
    /// The archive.
    pub archive: PathBuf,
    /// What is in it.
    pub manifest: Manifest,
    /// Old archives that were deleted.
    pub deleted: Vec<PathBuf>,
}

/// Takes a backup of a site that may be serving meanwhile.
///
/// The database is one snapshot; files are copied after it, so that every row finds its file. The archive has its name
/// only once it was read back whole: everything decrypted, every row counted, every digest compared.
pub async fn backup(plan: Plan) -> Result<Made, BackupError> {
    let config = SiteFile::load(&plan.data)?;
    let name = archive_name(&config.site.county, plan.now)?;
    let (archive, part) = (plan.out.join(&name), plan.out.join(format!("{name}.part")));
    owners_folder(&plan.out).map_err(BackupError::file(&plan.out))?;
    let keys = Keys::folder(&plan.data);
    erased::add(&plan.out, &erased::read(&keys)?)?;

    let file = owners_file().write(true).truncate(true).open(&part).map_err(BackupError::file(&part))?;
    let written = write(&plan, &config, &part, file).await;
    let manifest = match written {
        Ok(manifest) => manifest,
        Err(error) => {
            // A half archive is of no use; that it cannot be removed matters less than why it is half.
            let _ = fs::remove_file(&part);
            return Err(error);
        }
    };
    fs::rename(&part, &archive).map_err(BackupError::file(&archive))?;
    sync_folder(&plan.out).map_err(BackupError::file(&plan.out))?;
    let last = Last { at: format::rfc3339(plan.now), archive: archive.clone() };
    last.save(&plan.data).map_err(BackupError::file(&plan.data))?;
    let deleted = delete_old(&plan.out, &config.site.county, plan.now, plan.keep_days).map_err(BackupError::file(&plan.out))?;
    tracing::info!(backup.bytes = manifest.database.bytes, backup.rows = manifest.rows.values().sum::<u64>(), "backup made");
    Ok(Made { archive, manifest, deleted })
}

async fn write(plan: &Plan, config: &SiteFile, part: &Path, file: File) -> Result<Manifest, BackupError> {
    let journal = Journal::new(plan.keys.journal(), Arc::clone(&plan.rng));
    let mut archive = ArchiveWriter::new(file, &plan.keys.backup(), plan.rng.as_ref()).map_err(BackupError::file(part))?;
    archive.begin(DATABASE).map_err(BackupError::file(part))?;
    let (rows, head, archive) = plan
        .db
        .read(move |tx| async move {
            let head = journal.head(&tx).await?;
            let (rows, archive) = transfer::dump(&tx, archive).await?;
            Ok::<_, BackupError>((rows, head, archive))
        })
        .await?;
    let (data, path, key) = (plan.data.clone(), part.to_owned(), plan.keys.backup());
    let (now, config) = (plan.now, config.clone());
    let work = move || finish(archive, rows, &head, &config, now, &data, &path, &key);
    tokio::task::spawn_blocking(work).await?
}

#[expect(clippy::too_many_arguments, reason = "the second half of one function, on a thread of its own")]
fn finish(
    mut archive: ArchiveWriter,
    rows: transfer::Rows,
    head: &Head,
    config: &SiteFile,
    now: Timestamp,
    data: &Path,
    part: &Path,
    key: &[u8; 32],
) -> Result<Manifest, BackupError> {
    let database = archive.end().map_err(BackupError::file(part))?;
    let mut manifest = Manifest::new(config.clone(), now, rows, database, head);
    for (name, path) in files(data).map_err(BackupError::file(data))? {
        let mut file = match File::open(&path) {
            // Somebody was erased meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            opened => opened.map_err(BackupError::file(&path))?,
        };
        archive.begin(&name).map_err(BackupError::file(part))?;
        io::copy(&mut file, &mut archive).map_err(BackupError::file(&path))?;
        let content = archive.end().map_err(BackupError::file(part))?;
        manifest.files.push(FileFacts { name, content });
    }
    let write_manifest = || -> io::Result<()> {
        archive.begin(MANIFEST)?;
        serde_json::to_writer(io::BufWriter::new(&mut archive), &manifest)?;
        archive.end()?;
        archive.finish()
    };
    write_manifest().map_err(BackupError::file(part))?;
    let read_back = verify(part, key)?;
    if read_back == manifest {
        Ok(manifest)
    } else {
        Err(BackupError::Manifest { path: part.to_owned(), what: "it was read back differently".to_owned() })
    }
}

/// The files under `DIR/files/`, as names in the archive and paths, sorted. Links are not followed.
fn files(data: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let mut folders = vec![(FILES.to_owned(), data.join(FILES))];
    while let Some((name, folder)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let own = entry.file_name().into_string().map_err(|_| io::Error::other("a file whose name is not UTF-8"))?;
            let (name, path, kind) = (format!("{name}/{own}"), entry.path(), entry.file_type()?);
            if kind.is_dir() {
                folders.push((name, path));
            } else if kind.is_file() {
                found.push((name, path));
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// `lianxin-<site>-<yyyymmdd-hhmmss>.lxb`, Beijing time.
fn archive_name(site: &str, now: Timestamp) -> Result<String, BackupError> {
    let plain = !site.is_empty() && site.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    if !plain {
        return Err(BackupError::SiteName(site.to_owned()));
    }
    Ok(format!("lianxin-{site}-{}.lxb", format::local(now).strftime(STAMP)))
}

const STAMP: &str = "%Y%m%d-%H%M%S";

/// When an archive of this site was made, by its name, and how many hours it is kept: one that was left half, a day.
/// `None` for any other file.
fn made_at(file: &str, site: &str, days: u32) -> Option<(Timestamp, i64)> {
    let stamp = file.strip_prefix("lianxin-")?.strip_prefix(site)?.strip_prefix('-')?;
    let (stamp, hours) = stamp.strip_suffix(".part").map_or((stamp, i64::from(days) * 24), |half| (half, 24));
    let at = DateTime::strptime(STAMP, stamp.strip_suffix(".lxb")?).ok()?;
    Some((format::instant(at), hours))
}

/// Deletes this site's archives that are older than `days`, and half ones older than a day.
fn delete_old(folder: &Path, site: &str, now: Timestamp, days: u32) -> io::Result<Vec<PathBuf>> {
    let mut deleted = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Some((at, hours)) = entry.file_name().to_str().and_then(|name| made_at(name, site, days)) else { continue };
        if now.duration_since(at) > SignedDuration::from_hours(hours) {
            fs::remove_file(entry.path())?;
            deleted.push(entry.path());
        }
    }
    deleted.sort_unstable();
    Ok(deleted)
}

/// Copies the keys and the list of the erased into a new folder of `apart`, which must not be where archives lie.
/// Returns that folder, good for `restore --keys`.
pub fn copy_keys(data: &Path, out: &Path, apart: &Path, now: Timestamp) -> Result<PathBuf, BackupError> {
    owners_folder(apart).map_err(BackupError::file(apart))?;
    owners_folder(out).map_err(BackupError::file(out))?;
    let real = |path: &Path| path.canonicalize().map_err(BackupError::file(path));
    let (there, archives) = (real(apart)?, real(out)?);
    if there.starts_with(&archives) || archives.starts_with(&there) {
        return Err(BackupError::KeysBeside(apart.to_owned()));
    }
    let site = SiteFile::load(data)?.site.county;
    let name = archive_name(&site, now)?;
    let folder = apart.join(format!("keys-{}", name.trim_start_matches("lianxin-").trim_end_matches(".lxb")));
    Keys::load(data)?.write(&folder)?;
    erased::add(&folder, &erased::read(&Keys::folder(data))?)?;
    copy_memory(&Keys::folder(data), &folder)?;
    Ok(folder)
}

/// Copies what the log remembers of its signatures beside copied keys: a site that is restored must not sign less than it had.
fn copy_memory(from: &Path, to: &Path) -> Result<(), BackupError> {
    let remembered = ledger::memories(from).map_err(BackupError::file(from))?;
    if remembered.is_empty() {
        return Ok(());
    }
    owners_folder(to).map_err(BackupError::file(to))?;
    for path in remembered {
        let Some(name) = path.file_name() else { continue };
        fs::copy(&path, to.join(name)).map_err(BackupError::file(&path))?;
    }
    sync_folder(to).map_err(BackupError::file(to))
}
