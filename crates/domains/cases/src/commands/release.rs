//! The desk lets a held matter go its way (decisions 4): above its source's limit it was taken with number, code and
//! clocks, and nothing is dispatched until somebody has looked at it.

use identity::Granted;
use kernel::CaseNumber;

use super::change::Changed;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::DispatchCase;
use crate::service::Cases;

impl Cases {
    /// Releases one held matter.
    pub async fn release(&self, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        self.change(self.by_staff(grant, number, seen), move |case, _now| {
            if !case.intake.held || !case.state.name().is_open() {
                return Err(ChangeError::NotHeld { state: case.state.name(), version: case.version });
            }
            Ok(vec![(CaseEvent::Released, Private::Nothing)])
        })
        .await
    }

    /// Releases those that were chosen from the desk, each as a command of its own. One that has moved on meanwhile stays
    /// as it is; returns how many were released.
    pub async fn release_many(&self, grant: &Granted<DispatchCase>, chosen: &[(CaseNumber, i64)]) -> Result<usize, ChangeError> {
        let mut released = 0;
        for (number, seen) in chosen {
            match self.release(grant, number, *seen).await {
                Ok(_) => released += 1,
                Err(ChangeError::Stale { .. } | ChangeError::NotHeld { .. } | ChangeError::NoSuchCase | ChangeError::Erased) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(released)
    }
}
