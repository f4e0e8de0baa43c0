//! The way back: an archive becomes a new site, on either database.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use journal::Journal;
use kernel::Rng;
use sea_orm_migration::{MigrationTrait, MigratorTrait, MigratorTraitSelf};
use store::transfer;
use store::{Db, DbUrl};

use super::BackupError;
use super::archive::ArchiveReader;
use super::manifest::{DATABASE, HeadFacts, MANIFEST, Manifest, verify};
use crate::config::{SiteFile, empty_folder};
use crate::erased::{self, Erased};
use crate::keys::{Keys, owners_folder};

/// What is to be restored, and where to.
pub struct Request {
    /// The archive.
    pub archive: PathBuf,
    /// The folder with `site-keys.toml` and `erased.txt`.
    pub keys: PathBuf,
    /// The data folder of the new site: missing or empty.
    pub data: PathBuf,
    /// Where its rows go, when not to `DIR/lianxin.db`: a database without tables.
    pub database: Option<String>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
}

/// The site as far as it is restored: all rows and files, nobody served.
pub struct RestoredSite<'a> {
    /// The open database, migrated to this version.
    pub db: &'a Db,
    /// The data folder.
    pub data: &'a Path,
    /// Its `site.toml`.
    pub config: &'a SiteFile,
    /// Its keys.
    pub keys: &'a Keys,
}

/// What repeating an erasure came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// The person is in the archive, and erased now.
    Erased,
    /// The archive is from before the case.
    Unknown,
}

/// Erases again. The domains know how.
#[async_trait]
pub trait ReplayErasures: Send + Sync {
    /// Erases each of `ids` (as listed in `erased.txt`) again; the answers in the same order.
    async fn replay(&self, site: RestoredSite<'_>, ids: &[String]) -> Result<Vec<Again>, BackupError>;
}

/// A site that was restored.
#[derive(Debug)]
pub struct Restored {
    /// What the archive said.
    pub manifest: Manifest,
    /// Migrations that are newer than the archive and were applied after it.
    pub migrated: usize,
    /// Erased people of the archive: forgotten again, or already in it.
    pub erased_again: usize,
}

/// Those migrations under which an archive was written.
struct AsOfArchive<M> {
    names: Vec<String>,
    all: std::marker::PhantomData<fn() -> M>,
}

impl<M: MigratorTrait> MigratorTraitSelf for AsOfArchive<M> {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        M::migrations().into_iter().filter(|migration| self.names.iter().any(|name| name == migration.name())).collect()
    }
}

/// Restores a site.
///
/// The archive is read whole before anything is written. The schema is brought to where it was when the archive was made,
/// the rows are loaded, newer migrations follow, erasures are repeated. The keys come last, and `serve` wants keys: what
/// was interrupted cannot be served, and is to be removed and begun again.
pub async fn restore<M: MigratorTrait>(request: Request, erasures: &dyn ReplayErasures) -> Result<Restored, BackupError> {
    let keys = Keys::read(&request.keys)?;
    let key = keys.backup();
    let path = request.archive.clone();
    let manifest = tokio::task::spawn_blocking(move || verify(&path, &key)).await??;
    let erased = erased_since(&request)?;

    empty_folder(&request.data)?;
    let mut config = manifest.site.clone();
    config.site.database.clone_from(&request.database);
    let url = config.database(&request.data, None)?;
    let db = Db::open(&url, Arc::clone(&request.rng)).await?;
    let restored = into_database::<M>(&request, &keys, &db, &url, &manifest).await;
    let migrated = match restored {
        Ok(migrated) => migrated,
        Err(error) => {
            db.close().await;
            return Err(error);
        }
    };
    copy_files(&request, &key, &manifest)?;
    config.save(&request.data)?;

    let ids: Vec<String> = erased.keys().cloned().collect();
    let site = RestoredSite { db: &db, data: &request.data, config: &config, keys: &keys };
    let again = if ids.is_empty() { Vec::new() } else { erasures.replay(site, &ids).await? };
    db.close().await;

    erased::add(&Keys::folder(&request.data), &erased)?;
    super::copy_memory(&request.keys, &Keys::folder(&request.data))?;
    keys.save(&request.data)?;
    Ok(Restored { manifest, migrated, erased_again: again.iter().filter(|&&again| again == Again::Erased).count() })
}

/// Everybody who is known to be erased: from the keys' list, and from the copy that backups leave beside their archives.
fn erased_since(request: &Request) -> Result<Erased, BackupError> {
    let mut erased = erased::read(&request.keys)?;
    if let Some(folder) = request.archive.parent() {
        for (id, at) in erased::read(folder)? {
            erased.entry(id).or_insert(at);
        }
    }
    Ok(erased)
}

async fn into_database<M: MigratorTrait>(
    request: &Request,
    keys: &Keys,
    db: &Db,
    url: &DbUrl,
    manifest: &Manifest,
) -> Result<usize, BackupError> {
    if !db.read(|tx| async move { transfer::tables(&tx).await }).await?.is_empty() {
        return Err(BackupError::NotEmpty(format!("{url:?}")));
    }
    let header = {
        let mut rows = rows_of(&request.archive, &keys.backup())?;
        transfer::header(&mut rows)?
    };
    let known = M::migrations();
    if let Some(unknown) = header.migrations.iter().find(|name| known.iter().all(|migration| migration.name() != name.as_str())) {
        return Err(BackupError::NewerVersion(unknown.clone()));
    }
    let newer = known.len() - header.migrations.len();
    let as_then = AsOfArchive::<M> { names: header.migrations, all: std::marker::PhantomData };
    as_then.up(db.admin(), None).await.map_err(store::StoreError::from)?;
    let rows = transfer::load(db, rows_of(&request.archive, &keys.backup())?).await?;
    if rows != manifest.rows {
        return Err(BackupError::Manifest { path: request.archive.clone(), what: "other numbers of rows were loaded".to_owned() });
    }
    let journal = Journal::new(keys.journal(), Arc::clone(&request.rng));
    let head = db.read(move |tx| async move { journal.head(&tx).await }).await?;
    if HeadFacts::from(&head) != manifest.log_head {
        return Err(BackupError::Manifest { path: request.archive.clone(), what: "another head of the log was loaded".to_owned() });
    }
    M::up(db.admin(), None).await.map_err(store::StoreError::from)?;
    Ok(newer)
}

/// The lines of an archive's rows.
fn rows_of(archive: &Path, key: &[u8; 32]) -> Result<BufReader<ArchiveReader>, BackupError> {
    let mut reader = ArchiveReader::open(archive, key).map_err(BackupError::file(archive))?;
    match reader.next().map_err(BackupError::file(archive))?.as_deref() {
        Some(DATABASE) => Ok(BufReader::with_capacity(1 << 16, reader)),
        Some(_) | None => Err(BackupError::Manifest { path: archive.to_owned(), what: "it does not begin with the rows".to_owned() }),
    }
}

fn copy_files(request: &Request, key: &[u8; 32], manifest: &Manifest) -> Result<(), BackupError> {
    if manifest.files.is_empty() {
        return Ok(());
    }
    let archive = &request.archive;
    let mut reader = ArchiveReader::open(archive, key).map_err(BackupError::file(archive))?;
    while let Some(name) = reader.next().map_err(BackupError::file(archive))? {
        if name == DATABASE || name == MANIFEST {
            continue;
        }
        let inside = Path::new(&name).components().all(|part| matches!(part, Component::Normal(_)));
        let path = request.data.join(&name);
        let Some(folder) = path.parent().filter(|_| inside) else {
            return Err(BackupError::Manifest { path: archive.clone(), what: format!("{name:?} lies outside") });
        };
        owners_folder(folder).map_err(BackupError::file(folder))?;
        let mut file = File::create_new(&path).map_err(BackupError::file(&path))?;
        io::copy(&mut reader, &mut file).and_then(|_| file.sync_all()).map_err(BackupError::file(&path))?;
    }
    Ok(())
}
