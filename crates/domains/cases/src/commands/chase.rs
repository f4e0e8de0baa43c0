//! The resident reminds (催办): once a day; the lead sees it.

use identity::Granted;
use kernel::CaseNumber;

use super::change::{Changed, IdempotencyKey};
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::OwnCase;
use crate::service::Cases;

impl Cases {
    /// Reminds whoever has the case.
    pub async fn chase(&self, grant: &Granted<OwnCase>, number: &CaseNumber, key: Option<&IdempotencyKey>) -> Result<Changed, ChangeError> {
        let change = Self::by_resident(Self::case_of(grant)?, number, grant.request_id(), key, &"chase");
        self.change(change, move |case, now| {
            case.may_be_chased(now).map_err(|broken| ChangeError::broken(case, broken))?;
            Ok(vec![(CaseEvent::Chased, Private::Nothing)])
        })
        .await
    }
}
