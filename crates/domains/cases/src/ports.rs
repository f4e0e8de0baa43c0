//! What cases need from neighbours; `app` plugs them in.

use kernel::{AccountId, Locale, UnitCode};
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
