//! What settings need from neighbours; `app` plugs them in.

use identity::Principal;
use kernel::{AreaCode, Locale, RequestId, UnitCode};
use store::StoreError;
use web::{Alert, NavItem};

/// Whose matters are counted.
#[derive(Debug, Clone, Copy)]
pub enum Concerned<'a> {
    /// Those of an area.
    Area(&'a AreaCode),
    /// Those at a unit.
    Unit(&'a UnitCode),
}

/// The matters that are open now. They keep the rules of their receipt, whatever is decided.
#[async_trait::async_trait]
pub trait OpenMatters: Send + Sync + 'static {
    /// How many there are, of an area or a unit or in all, counted up to `most`.
    async fn count(&self, of: Option<Concerned<'_>>, most: u64) -> Result<u64, StoreError>;
}

/// The staff's rail, which is made of what all domains offer, and what stands above every page.
#[async_trait::async_trait]
pub trait Rail: Send + Sync + 'static {
    /// What this person may use.
    async fn items(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Vec<NavItem>, StoreError>;

    /// What calls this person at once, whatever page is open.
    async fn alert(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Option<Alert>, StoreError>;
}
