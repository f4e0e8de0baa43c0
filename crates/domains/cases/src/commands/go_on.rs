//! What a deferred matter waited for has come; its lead takes it up again before the review date (domain 4.1 row 15).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::event::GoOnCause;
use crate::model::{CaseEvent, State, StepName};
use crate::permissions::LeadCase;
use crate::service::Cases;

/// Takes a deferred matter up again.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct GoOn {
    /// What has come, in words the resident reads.
    #[serde(default)]
    pub text: String,
}

impl Verb for GoOn {
    type Permission = LeadCase;
    const NAME: &'static str = "go-on";

    async fn run(self, cases: &Cases, grant: &Granted<LeadCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        words("text", &self.text)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                // A stop for a question ends with the reply or with its time, not with a word of staff.
                if matches!(case.state, State::AwaitingResident { .. }) {
                    return Err(ChangeError::refused(case, StepName::GoOn));
                }
                Ok(vec![(CaseEvent::WentOn { cause: GoOnCause::ConditionMet }, Private::Words(self.text.clone()))])
            })
            .await
    }
}
