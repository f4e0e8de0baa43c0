//! A lead takes an answer back before it is rated: it was wrong. Counts as a reopening (decisions 2).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::LeadCase;
use crate::service::Cases;

/// Takes the answer back.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct RecallAnswer {
    /// Why, in words the resident reads.
    #[serde(default)]
    pub text: String,
}

impl Verb for RecallAnswer {
    type Permission = LeadCase;
    const NAME: &'static str = "recall-answer";

    async fn run(self, cases: &Cases, grant: &Granted<LeadCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        words("text", &self.text)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |_case, _now| {
                Ok(vec![(CaseEvent::AnswerRecalled, Private::Words(self.text.clone()))])
            })
            .await
    }
}
