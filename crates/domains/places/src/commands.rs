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
        Ok(Self { db, register: Arc::new(RwLock::new(Arc::new(register))) })
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
