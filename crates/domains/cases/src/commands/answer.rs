//! The answer (答复). Asking for the verdict rides in the same commit.

use identity::Granted;
use kernel::CaseNumber;
use serde::{Deserialize, Serialize};

use super::change::Changed;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::clocks::end_of_day;
use crate::model::state::{Refused, StepName};
use crate::model::{CaseEvent, Complexity, Outcome, StateName};
use crate::permissions::HandleCase;
use crate::service::Cases;

/// An answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AnswerInput {
    /// `solved`, `partly` or `explained`.
    #[serde(default)]
    pub result: String,
    /// The words to the resident, kept exactly.
    #[serde(default)]
    pub text: String,
}

impl Cases {
    /// Answers a case.
    pub async fn answer(
        &self,
        grant: &Granted<HandleCase>,
        number: &CaseNumber,
        input: AnswerInput,
        seen: i64,
    ) -> Result<Changed, ChangeError> {
        let outcome = Outcome::from_code(&input.result).ok_or_else(|| ChangeError::field("result", "unknown"))?;
        words("text", &input.text)?;
        let cases = self.clone();
        self.change(self.by_staff(grant, number, seen), move |case, now| {
            // Only a general matter may be answered straight from acceptance (domain 4.1 row 29).
            if case.complexity == Complexity::Complex && case.state.name() == StateName::Accepted {
                let refused = Refused { state: StateName::Accepted, step: StepName::Answer };
                return Err(ChangeError::Refused { refused, version: case.version });
            }
            Ok(vec![
                (CaseEvent::Answered { outcome }, Private::Words(input.text.clone())),
                (
                    CaseEvent::FeedbackAsked {
                        until: end_of_day(now, cases.limits_at(case.intake.received_at).rating_days).as_millisecond(),
                    },
                    Private::Nothing,
                ),
            ])
        })
        .await
    }
}
