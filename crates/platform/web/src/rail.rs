//! The staff's shell as a port: a domain that has staff pages asks for its rail, for what calls, and for what others tell beside
//! a matter's own story; `app` plugs in whoever knows what all domains offer.

use identity::Principal;
use kernel::{CaseNumber, Locale, RequestId, Timestamp};
use store::StoreError;

use crate::shell::{Alert, NavItem};

/// What another domain tells of a matter: a reminder, a step of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// When it happened.
    pub at: Timestamp,
    /// What, in the reader's language.
    pub what: String,
    /// More, in a line.
    pub detail: Option<String>,
}

/// Which ways a person of staff has, and what calls her.
#[async_trait::async_trait]
pub trait Rail: Send + Sync + 'static {
    /// The ways of this person, in order.
    async fn items(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Vec<NavItem>, StoreError>;

    /// What calls this person at once, whatever page is open.
    async fn alert(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Option<Alert>, StoreError>;

    /// What other domains tell of the matter with this number, oldest first; nothing where this person may not read it.
    async fn beside(&self, who: &Principal, request_id: RequestId, locale: Locale, number: &CaseNumber) -> Result<Vec<Beside>, StoreError>;
}
