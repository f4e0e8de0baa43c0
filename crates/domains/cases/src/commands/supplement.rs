//! The resident adds something, in any open state.

use identity::Granted;
use kernel::CaseNumber;

use super::change::{Changed, IdempotencyKey};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::OwnCase;
use crate::service::Cases;

impl Cases {
    /// Adds words to a case.
    pub async fn supplement(
        &self,
        grant: &Granted<OwnCase>,
        number: &CaseNumber,
        text: String,
        key: Option<&IdempotencyKey>,
    ) -> Result<Changed, ChangeError> {
        words("text", &text)?;
        let change = Self::by_resident(Self::case_of(grant)?, number, grant.request_id(), key, &text);
        let cases = self.clone();
        self.change(change, move |case, _now| {
            if case.supplements >= cases.limits_at(case.intake.received_at).supplements {
                return Err(ChangeError::field("text", "too_many"));
            }
            Ok(vec![(CaseEvent::Supplemented, Private::Words(text.clone()))])
        })
        .await
    }
}
