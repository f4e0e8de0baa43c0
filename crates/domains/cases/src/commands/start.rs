//! Work begins. A complex matter has its plan now: steps, unit, date (办理方案), and the resident reads it.

use identity::Granted;
use kernel::CaseNumber;

use super::change::Changed;
use super::words::optional_words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, Complexity};
use crate::permissions::HandleCase;
use crate::service::Cases;

impl Cases {
    /// Begins work; `plan` is owed when the matter is complex.
    pub async fn start(
        &self,
        grant: &Granted<HandleCase>,
        number: &CaseNumber,
        plan: Option<String>,
        seen: i64,
    ) -> Result<Changed, ChangeError> {
        let plan = optional_words("plan", plan)?;
        self.change(self.by_staff(grant, number, seen), move |case, _now| {
            if case.complexity == Complexity::Complex && plan.is_none() {
                return Err(ChangeError::field("plan", "empty"));
            }
            Ok(vec![(CaseEvent::Started { planned: plan.is_some() }, Private::words(plan.clone()))])
        })
        .await
    }
}
