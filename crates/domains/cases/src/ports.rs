//! What cases need from neighbours; `app` plugs them in.

use kernel::{AccountId, Locale, Timestamp, UnitCode};
use store::StoreError;

/// Somebody who may handle cases of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handler {
    /// The account.
    pub account: AccountId,
    /// The sign-in name, as the API names people.
    pub login: String,
    /// The name, as residents read it.
    pub name: String,
    /// The same in English, where there is one.
    pub name_en: Option<String>,
    /// The unit.
    pub unit: UnitCode,
}

/// Somebody who may answer an alarm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub account: AccountId,
    /// The sign-in name.
    pub login: String,
    /// The name.
    pub name: String,
    /// The same in English, where there is one.
    pub name_en: Option<String>,
}

impl Handler {
    /// The name in the reader's language.
    pub fn name_in(&self, locale: Locale) -> &str {
        locale.pick_name(&self.name, self.name_en.as_deref())
    }
}

impl Person {
    /// The name in the reader's language.
    pub fn name_in(&self, locale: Locale) -> &str {
        locale.pick_name(&self.name, self.name_en.as_deref())
    }
}

/// Who works where.
#[async_trait::async_trait]
pub trait Staff: Send + Sync + 'static {
    /// The unit for which the account handles cases, if it does.
    async fn handler_unit(&self, account: AccountId) -> Result<Option<UnitCode>, StoreError>;

    /// The units that the account leads.
    async fn leads(&self, account: AccountId) -> Result<Vec<UnitCode>, StoreError>;

    /// Those who may handle cases of `unit`, or of any unit.
    async fn handlers(&self, unit: Option<&UnitCode>) -> Result<Vec<Handler>, StoreError>;

    /// Those who may answer an alarm, by name of account.
    async fn answering(&self) -> Result<Vec<Person>, StoreError>;

    /// Those for whom matters may be drawn to read: evaluators and auditors of the county, by name of account.
    async fn readers(&self) -> Result<Vec<Person>, StoreError>;

    /// The names of accounts, as residents read them; unknown accounts are left out.
    async fn names(&self, accounts: &[AccountId], locale: Locale) -> Result<Vec<(AccountId, String)>, StoreError>;
}

/// A text model that the site has trained, with what its trial told.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelCard {
    /// Counts up from 1.
    pub number: u32,
    /// When it was trained.
    pub trained_at: Timestamp,
    /// Matters that it learned from.
    pub taught: u64,
    /// On the newest fifth, which it had not seen in the trial: the part of first proposals that were right.
    pub right: f64,
    /// Mean F1 over the kinds, in the same trial.
    pub macro_f1: f64,
    /// The mean distance between how sure it was and how often it was right.
    pub ece: f64,
    /// Where its proposals may be followed: from which share, the part of all above it, how many kinds, how many must be right.
    pub line: Option<ModelLine>,
    /// Beside what answered then.
    pub beside: Option<ModelBeside>,
}

/// The line that a trial proved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ModelLine {
    /// From this share on.
    pub from: f64,
    /// The part of the trial's matters above it, of kinds that may be followed.
    pub coverage: f64,
    /// So many kinds.
    pub kinds: usize,
    /// The part that must be right.
    pub precision: f64,
    /// Matters of the trial at or above the line.
    pub above: usize,
    /// How many of them were right.
    pub right: usize,
    /// The part that is right is at least this, as sure as was asked.
    pub low: f64,
}

/// A trial beside the version that answered then.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ModelBeside {
    /// That version; 0 is the catalogue alone.
    pub version: u32,
    /// Macro-F1 of the new one less that of the old.
    pub difference: f64,
    /// With 95 %, not below this.
    pub low: f64,
    /// Nor above this.
    pub high: f64,
}

/// Why the models of a site cannot be read or set.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// There is no such version, or none before.
    #[error("there is no version {0}")]
    NoSuch(u32),
    /// They cannot be read or written.
    #[error("the models cannot be read or written")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The text models of a site: files, which `app` keeps.
pub trait ModelShelf: Send + Sync + 'static {
    /// The version that answers (0: the catalogue alone), and all that are kept, the newest last.
    fn cards(&self) -> Result<(u32, Vec<ModelCard>), ShelfError>;

    /// The version that answered before the one that does; `None` where nothing did.
    fn before(&self) -> Result<Option<u32>, ShelfError>;

    /// A version, read and checked; `None` for 0.
    fn read(&self, number: u32) -> Result<Option<crate::advice::Trained>, ShelfError>;

    /// Lets a version answer from now on, here and in every copy of the program that shares the folder.
    fn take(&self, number: u32) -> Result<(), ShelfError>;

    /// Goes back to `number`, which answered before; [`ShelfError::NoSuch`] where another did.
    fn back(&self, number: u32) -> Result<(), ShelfError>;
}
