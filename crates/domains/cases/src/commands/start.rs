//! Work begins. A complex matter has its plan now: steps, unit, date (办理方案), and the resident reads it.

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::optional_words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, Complexity};
use crate::permissions::HandleCase;
use crate::service::Cases;

/// A plan.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct StartInput {
    /// Steps, unit, date; owed when the matter is complex.
    #[serde(default)]
    pub plan: Option<String>,
}

impl Verb for StartInput {
    type Permission = HandleCase;
    const NAME: &'static str = "start";

    async fn run(self, cases: &Cases, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let plan = optional_words("plan", self.plan)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                if case.complexity == Complexity::Complex && plan.is_none() {
                    return Err(ChangeError::field("plan", "empty"));
                }
                Ok(vec![(CaseEvent::Started { planned: plan.is_some() }, Private::words(plan.clone()))])
            })
            .await
    }
}
