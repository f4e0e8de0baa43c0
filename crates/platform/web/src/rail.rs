//! The staff's shell as a port: a domain that has staff pages asks for its rail and for what calls; `app` plugs in whoever knows
//! what all domains offer.

use identity::Principal;
use kernel::{Locale, RequestId};
use store::StoreError;

use crate::shell::{Alert, NavItem};

/// Which ways a person of staff has, and what calls her.
#[async_trait::async_trait]
pub trait Rail: Send + Sync + 'static {
    /// The ways of this person, in order.
    async fn items(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Vec<NavItem>, StoreError>;

    /// What calls this person at once, whatever page is open.
    async fn alert(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Option<Alert>, StoreError>;
}
