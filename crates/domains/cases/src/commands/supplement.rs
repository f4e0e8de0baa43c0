//! The resident adds something, in any open state.

use identity::Granted;
use kernel::CaseNumber;

use super::alarm::with_alarm;
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
        let (cases, catalogue) = (self.clone(), self.catalogue());
        self.change(change, move |case, _now| {
            if case.course.supplements >= cases.limits_of(case).supplements {
                return Err(ChangeError::field("text", "too_many"));
            }
            let decided = vec![(CaseEvent::Supplemented, Private::Words(text.clone()))];
            Ok(with_alarm(&catalogue, Some(&text), decided))
        })
        .await
    }
}
