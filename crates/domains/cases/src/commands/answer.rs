//! The answer (答复). The answer to a complex matter waits for its lead's word, unless she writes it herself. Asking for the verdict rides in the same commit.

use identity::Granted;
use kernel::CaseNumber;
use serde::{Deserialize, Serialize};

use super::change::Changed;
use super::verb::{Verb, word};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::clocks::end_of_day;
use crate::model::{Broken, CaseEvent, Complexity, Outcome, Proposed, State, StateName, StepName};
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

impl Verb for AnswerInput {
    type Permission = HandleCase;
    const NAME: &'static str = "answer";

    async fn run(self, cases: &Cases, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let outcome = word("result", &self.result, Outcome::from_code)?;
        words("text", &self.text)?;
        let by = Cases::person(grant)?;
        let leads = cases.staff.leads(by).await?;
        let (own, change) = (cases.clone(), cases.by_staff(grant, number, seen));
        cases
            .change(change, move |case, now| {
                let (words, limits) = (Private::Words(self.text.clone()), own.limits_of(case));
                let at_work = matches!(case.state.name(), StateName::Accepted | StateName::InProgress);
                if at_work && case.complexity == Complexity::Complex {
                    // Only a general matter may be answered straight from acceptance (domain 4.1 row 29).
                    if let State::Accepted(_) = case.state {
                        return Err(ChangeError::refused(case, StepName::Answer));
                    }
                    if !case.unit().is_some_and(|unit| leads.contains(unit)) {
                        case.may_propose().map_err(|broken| ChangeError::broken(case, broken))?;
                        let proposal = Proposed::Answer { outcome };
                        let needs = case.needs(&proposal, false);
                        if needs.is_empty() {
                            return Err(ChangeError::broken(case, Broken::LeadMustSign));
                        }
                        let expires = own.deadline(now, limits.proposal).as_millisecond();
                        return Ok(vec![(CaseEvent::Proposed { proposal, by: Some(by), needs, expires }, words)]);
                    }
                }
                Ok(vec![
                    (CaseEvent::Answered { outcome }, words),
                    (CaseEvent::FeedbackAsked { until: end_of_day(now, limits.rating_days).as_millisecond() }, Private::Nothing),
                ])
            })
            .await
    }
}
