//! What settings need from neighbours; `app` plugs them in.

use identity::Principal;
use kernel::{Locale, RequestId};
use store::StoreError;
use web::NavItem;

/// The matters that are open now. They keep the rules of their receipt, whatever is decided.
#[async_trait::async_trait]
pub trait OpenMatters: Send + Sync + 'static {
    /// How many there are, counted up to `most`.
    async fn count(&self, most: u64) -> Result<u64, StoreError>;
}

/// The staff's rail, which is made of what all domains offer.
#[async_trait::async_trait]
pub trait Rail: Send + Sync + 'static {
    /// What this person may use.
    async fn items(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Vec<NavItem>, StoreError>;
}
