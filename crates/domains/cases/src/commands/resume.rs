//! The dispatcher hands a reopened case on: the first time to the same handler or another, the second to another.

use identity::Granted;
use kernel::{AccountId, CaseNumber};

use super::change::Changed;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::state::{Refused, StepName};
use crate::model::{CaseEvent, State};
use crate::permissions::DispatchCase;
use crate::service::Cases;

impl Cases {
    /// Hands the case to `handler`, an account of the unit; to the one who answered when `None`.
    pub async fn resume(
        &self,
        grant: &Granted<DispatchCase>,
        number: &CaseNumber,
        handler: Option<AccountId>,
        seen: i64,
    ) -> Result<Changed, ChangeError> {
        let change = self.by_staff(grant, number, seen);
        let unit_of = match handler {
            Some(id) => Some(self.handler_unit(id).await?.ok_or_else(|| ChangeError::field("handler", "unknown"))?),
            None => None,
        };
        self.change(change, move |case, _now| {
            let State::Reopened { unit, handler: before } = &case.state else {
                let refused = Refused { state: case.state.name(), step: StepName::Resume };
                return Err(ChangeError::Refused { refused, version: case.version });
            };
            // A second failure is not repaired by the same hands (decisions 2).
            let next = handler.unwrap_or(*before);
            if case.reopenings >= 2 && next == *before {
                return Err(ChangeError::field("handler", "same_handler"));
            }
            let unit = unit_of.clone().unwrap_or_else(|| unit.clone());
            Ok(vec![(CaseEvent::Resumed { unit, handler: next }, Private::Nothing)])
        })
        .await
    }
}
