//! A handler takes a case and answers for it by name (签收).

use identity::Granted;
use kernel::CaseNumber;

use super::change::Changed;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::HandleCase;
use crate::service::Cases;

impl Cases {
    /// The grant's account becomes the handler.
    pub async fn accept(&self, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        // A machine has no name to give to a resident.
        let Some(handler) = grant.actor().account() else { return Err(ChangeError::NoSuchCase) };
        self.change(self.by_staff(grant, number, seen), move |_case, _now| Ok(vec![(CaseEvent::Accepted { handler }, Private::Nothing)]))
            .await
    }
}
