//! What changes the register, and who holds it.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use kernel::AreaCode;
use kernel::problem::{Kind, Problem};
use store::{Db, StoreError, Tx};

use crate::model::county_file::CountyFile;
use crate::model::register::Register;
use crate::rows;

/// The register of this process. Cheap to clone; every clone sees a reload.
#[derive(Clone)]
pub struct Places {
    db: Db,
    register: Arc<RwLock<Arc<Register>>>,
}

/// Why there is no register to serve.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// No county has been imported: the site needs `lianxin init` or `lianxin demo` first.
    #[error("no county has been imported")]
    NoCounty,
    /// The rows could not be read.
    #[error("storage, while loading the register")]
    Store(#[from] StoreError),
}

impl Places {
    /// Reads the register from the database.
    pub async fn open(db: Db) -> Result<Self, LoadError> {
        let register = read(&db).await?;
        Ok(Self {
            db,
            register: Arc::new(RwLock::new(Arc::new(register))),
        })
    }

    /// The register as it is now. Take it once per request: a reload does not change what was taken.
    pub fn register(&self) -> Arc<Register> {
        Arc::clone(&self.register.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the register again, after a change by this or another process. On an error the old one stays.
    pub async fn reload(&self) -> Result<(), LoadError> {
        let register = Arc::new(read(&self.db).await?);
        *self.register.write().unwrap_or_else(PoisonError::into_inner) = register;
        Ok(())
    }
}

impl fmt::Debug for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Places").field(&self.register().county().code).finish()
    }
}

async fn read(db: &Db) -> Result<Register, LoadError> {
    db.read(|tx| async move { rows::load(&tx).await }).await?.ok_or(LoadError::NoCounty)
}

/// Why a county file was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A database holds one county (decisions 1), and this one has it. Changes go through settings.
    #[error("the database already holds a county; {0} was not imported")]
    AlreadyThere(AreaCode),
    /// The rows could not be written.
    #[error("storage, while importing a county")]
    Store(#[from] StoreError),
}

impl Problem for ImportError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::AlreadyThere(_) => (Kind::Conflict, "places.already_there"),
            Self::Store(error) => error.face(),
        }
    }
}

/// Writes the register of a county file into an empty database, for `init` and `demo`. Call
/// [`Places::open`] or [`Places::reload`] after the commit. Accounts are the caller's.
pub async fn import(tx: &Tx, file: &CountyFile) -> Result<(), ImportError> {
    if rows::has_county(tx).await? {
        return Err(ImportError::AlreadyThere(file.county.code.clone()));
    }
    Ok(rows::insert(tx, file).await?)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
pub(crate) mod tests {
    use super::*;
    use crate::migrations;
    use kernel::SeededRng;
    use store::DbUrl;
    use store::sea_orm_migration::SchemaManager;
    use tempfile::TempDir;

    /// A database with tables and no rows. The folder lives as long as the database is used.
    pub(crate) async fn empty() -> (TempDir, Db) {
        let dir = tempfile::tempdir().unwrap();
        let db = Db::open(&DbUrl::Sqlite(dir.path().join("test.db")), Arc::new(SeededRng::new(1)))
            .await
            .unwrap();
        for migration in migrations() {
            migration.up(&SchemaManager::new(db.admin())).await.unwrap();
        }
        (dir, db)
    }

    /// The demo county, imported.
    pub(crate) async fn demo() -> (TempDir, Places) {
        let (dir, db) = empty().await;
        db.write(|tx| async move { import(&tx, &file()).await }).await.unwrap();
        let places = Places::open(db).await.unwrap();
        (dir, places)
    }

    fn file() -> CountyFile {
        include_str!("../../../../demo/county.toml").parse().unwrap()
    }

    #[tokio::test]
    async fn what_was_imported_is_what_is_loaded() {
        let (_dir, places) = demo().await;
        let (file, register) = (file(), places.register());
        assert_eq!(*register.county(), file.county);
        assert_eq!(
            register.areas().get(1..).unwrap(),
            file.areas,
            "the county stands before the areas of the file"
        );
        assert_eq!(register.points(), file.points);
        assert_eq!(register.places(), file.places);
        assert_eq!(register.units(), file.units);
    }

    #[tokio::test]
    async fn a_second_county_is_refused_and_nothing_changes() {
        let (_dir, places) = demo().await;
        let again = places.db.write(|tx| async move { import(&tx, &file()).await }).await;
        assert!(matches!(again, Err(ImportError::AlreadyThere(code)) if code.as_str() == "qinghe"));
        places.reload().await.unwrap();
        assert_eq!(places.register().areas().len(), 30);
    }

    #[tokio::test]
    async fn without_a_county_there_is_no_register() {
        let (_dir, db) = empty().await;
        assert!(matches!(Places::open(db).await, Err(LoadError::NoCounty)));
    }

    #[tokio::test]
    async fn a_reload_reaches_every_clone_and_spares_what_was_taken() {
        let (_dir, places) = demo().await;
        let (clone, taken) = (places.clone(), places.register());
        places
            .db
            .write(|tx| async move {
                use store::sea_orm::ConnectionTrait;
                tx.execute_unprepared("DELETE FROM place_unit WHERE code = 'health'")
                    .await
                    .map_err(StoreError::from)
            })
            .await
            .unwrap();
        places.reload().await.unwrap();
        let health = "health".parse().unwrap();
        assert!(clone.register().unit(&health).is_none() && taken.unit(&health).is_some());
    }

    #[tokio::test]
    async fn a_row_that_we_never_write_is_named() {
        let (_dir, places) = demo().await;
        places
            .db
            .write(|tx| async move {
                use store::sea_orm::ConnectionTrait;
                tx.execute_unprepared("UPDATE place_area SET level = 'grid' WHERE code = 'huaiyin'")
                    .await
                    .map_err(StoreError::from)
            })
            .await
            .unwrap();
        let error = places.reload().await.unwrap_err();
        assert!(matches!(error, LoadError::Store(StoreError::Corrupt { table: "place_area", column: "level", row }) if row == "huaiyin"));
    }
}
