//! What changes the register, and who holds it.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::Date;
use kernel::problem::{Kind, Problem};
use kernel::{AreaCode, Clock, format};
use store::{Db, StoreError, Tx};

use crate::model::amendment::{Amendment, Fault};
use crate::model::county_file::CountyFile;
use crate::model::kinds::CaseKind;
use crate::model::local::{Line, WordChange, WordFault};
use crate::model::register::{Holdings, Register};
use crate::rows;

/// The register of this process. Cheap to clone; every clone sees a reload.
#[derive(Clone)]
pub struct Places {
    db: Db,
    clock: Arc<dyn Clock>,
    shipped: Arc<Vec<CaseKind>>,
    held: Arc<RwLock<Held>>,
}

/// What the tables hold, and the register of the day that was asked for last.
struct Held {
    holdings: Holdings,
    register: Arc<Register>,
}

impl Held {
    fn on(day: Date, holdings: Holdings) -> Self {
        Self { register: Arc::new(Register::on(day, holdings.clone())), holdings }
    }
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
    /// Reads the register from the database. Which day it shows is the clock's; `shipped` are the kinds of matters that the program
    /// brings along, over which the county's decisions are laid.
    pub async fn open(db: Db, clock: Arc<dyn Clock>, shipped: Vec<CaseKind>) -> Result<Self, LoadError> {
        let shipped = Arc::new(shipped);
        let held = Held::on(format::local_date(clock.now()), read(&db, &shipped).await?);
        Ok(Self { db, clock, shipped, held: Arc::new(RwLock::new(held)) })
    }

    /// The register of today. Take it once per request: a reload does not change what was taken.
    pub fn register(&self) -> Arc<Register> {
        let today = format::local_date(self.clock.now());
        let held = Arc::clone(&self.held.read().unwrap_or_else(PoisonError::into_inner).register);
        if held.day() == today { held } else { self.turn(today) }
    }

    /// The register of another day: what is decided for tomorrow takes effect at midnight.
    fn turn(&self, today: Date) -> Arc<Register> {
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        if held.register.day() != today {
            *held = Held::on(today, held.holdings.clone());
        }
        Arc::clone(&held.register)
    }

    /// Reads the register again, after a change by this or another process. On an error the old one stays.
    pub async fn reload(&self) -> Result<(), LoadError> {
        let holdings = read(&self.db, &self.shipped).await?;
        let held = Held::on(format::local_date(self.clock.now()), holdings);
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = held;
        Ok(())
    }

    /// What the tables hold, as the transaction sees it; for examinations.
    pub async fn holdings(&self, tx: &Tx) -> Result<Option<Holdings>, StoreError> {
        Ok(stored(tx).await?.map(|holdings| with_shipped(holdings, &self.shipped)))
    }

    /// Writes an amendment that takes effect on `from`, checked against the rows of the same transaction. Call
    /// [`Places::reload`] after the commit. Who may is the caller's: two people (decisions 3).
    pub async fn amend(&self, tx: &Tx, amendment: &Amendment, from: Date) -> Result<(), AmendError> {
        let holdings = self.holdings(tx).await?.ok_or(AmendError::NoCounty)?;
        let faults = amendment.faults(&Register::on(from, holdings), from);
        if !faults.is_empty() {
            return Err(AmendError::Faults(faults));
        }
        Ok(rows::amend(tx, amendment, from).await?)
    }

    /// Writes a change of the dictionary on `day`, checked against the rows of the same transaction. Call [`Places::reload`] after the
    /// commit. Who may is the caller's: two people.
    pub async fn change_words(&self, tx: &Tx, change: &WordChange, day: Date) -> Result<(), WordsError> {
        let holdings = self.holdings(tx).await?.ok_or(WordsError::NoCounty)?;
        let faults = change.faults(&Register::on(day, holdings));
        if !faults.is_empty() {
            return Err(WordsError::Faults(faults));
        }
        Ok(rows::change_words(tx, change, day).await?)
    }
}

impl fmt::Debug for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Places").field(&self.register().county().code).finish()
    }
}

/// What the tables hold, as the transaction sees it, without the kinds that ship with the program; `None` when no county was imported.
pub async fn stored(tx: &Tx) -> Result<Option<Holdings>, StoreError> {
    rows::load(tx).await
}

fn with_shipped(mut holdings: Holdings, shipped: &Arc<Vec<CaseKind>>) -> Holdings {
    holdings.kinds.shipped = Arc::clone(shipped);
    holdings
}

async fn read(db: &Db, shipped: &Arc<Vec<CaseKind>>) -> Result<Holdings, LoadError> {
    let holdings = db.read(|tx| async move { rows::load(&tx).await }).await?.ok_or(LoadError::NoCounty)?;
    Ok(with_shipped(holdings, shipped))
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
/// [`Places::open`] or [`Places::reload`] after the commit. Accounts and the event that says what was taken are the caller's.
pub async fn import(tx: &Tx, file: &CountyFile) -> Result<(), ImportError> {
    if rows::has_county(tx).await? {
        return Err(ImportError::AlreadyThere(file.county.code.clone()));
    }
    Ok(rows::insert(tx, file).await?)
}

/// Why the register was not amended.
#[derive(Debug, thiserror::Error)]
pub enum AmendError {
    /// It contradicts the register as it is now.
    #[error("the amendment does not fit the register")]
    Faults(Vec<Fault>),
    /// There is no county.
    #[error("no county has been imported")]
    NoCounty,
    /// The rows could not be written.
    #[error("storage, while amending the register")]
    Store(#[from] StoreError),
}

/// Why the dictionary was not changed.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// Words that cannot be taken, each with its line.
    #[error("the words do not fit the dictionary")]
    Faults(Vec<(Line, WordFault)>),
    /// There is no county.
    #[error("no county has been imported")]
    NoCounty,
    /// The rows could not be written.
    #[error("storage, while changing the dictionary")]
    Store(#[from] StoreError),
}
