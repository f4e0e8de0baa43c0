//! A counter knows the answer: no unit is needed (domain 4.1 row 3: 当场答复).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, word};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::clocks::end_of_day;
use crate::model::{CaseEvent, Outcome};
use crate::permissions::AnswerAtOnce;
use crate::service::Cases;

/// Answers on the spot.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct AnswerOnTheSpot {
    /// `solved`, `partly` or `explained`.
    #[serde(default)]
    pub result: String,
    /// The words to the resident.
    #[serde(default)]
    pub text: String,
}

impl Verb for AnswerOnTheSpot {
    type Permission = AnswerAtOnce;
    const NAME: &'static str = "answer-at-once";

    async fn run(self, cases: &Cases, grant: &Granted<AnswerAtOnce>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let outcome = word("result", &self.result, Outcome::from_code)?;
        words("text", &self.text)?;
        let handler = Cases::person(grant)?;
        let own = cases.clone();
        cases
            .change(cases.by_staff(grant, number, seen), move |case, now| {
                let until = end_of_day(now, own.limits_of(case).rating_days).as_millisecond();
                Ok(vec![
                    (CaseEvent::AnsweredAtOnce { handler, outcome }, Private::Words(self.text.clone())),
                    (CaseEvent::FeedbackAsked { until }, Private::Nothing),
                ])
            })
            .await
    }
}
