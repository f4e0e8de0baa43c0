//! The resident opens a closed case again, within 30 days: it came back, or was never solved.

use identity::Granted;
use kernel::CaseNumber;

use super::alarm::with_alarm;
use super::change::{Changed, IdempotencyKey};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::state::{Refused, StepName};
use crate::model::{CaseEvent, ReopenCause, State};
use crate::permissions::OwnCase;
use crate::service::Cases;

impl Cases {
    /// Reopens a case; the reason is the resident's words to the next handler.
    pub async fn reopen(
        &self,
        grant: &Granted<OwnCase>,
        number: &CaseNumber,
        reason: String,
        key: Option<&IdempotencyKey>,
    ) -> Result<Changed, ChangeError> {
        words("text", &reason)?;
        let change = Self::by_resident(Self::case_of(grant)?, number, grant.request_id(), key, &reason);
        let (cases, catalogue) = (self.clone(), self.catalogue());
        self.change(change, move |case, now| {
            let refused =
                || ChangeError::Refused { refused: Refused { state: case.state.name(), step: StepName::Reopen }, version: case.version };
            // A rating reopens by itself; this door is for what was closed.
            let State::Closed { at, .. } = &case.state else { return Err(refused()) };
            let days = i64::from(cases.limits_of(case).reopen_days);
            if now.as_second() - at.as_second() > days * 86_400 {
                return Err(refused());
            }
            let decided = vec![(CaseEvent::Reopened { cause: ReopenCause::Resident }, Private::Words(reason.clone()))];
            Ok(with_alarm(&catalogue, Some(&reason), decided))
        })
        .await
    }
}
