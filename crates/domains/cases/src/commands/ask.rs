//! A question to the resident stops the final clock, twice at most (domain 4.1 row 10).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, State};
use crate::permissions::HandleCase;
use crate::service::Cases;

/// Asks the resident.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Ask {
    /// The question, as the resident reads it.
    #[serde(default)]
    pub text: String,
}

impl Verb for Ask {
    type Permission = HandleCase;
    const NAME: &'static str = "ask";

    async fn run(self, cases: &Cases, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        words("text", &self.text)?;
        let own = cases.clone();
        cases
            .change(cases.by_staff(grant, number, seen), move |case, now| {
                let limits = own.limits_of(case);
                if matches!(case.state, State::InProgress(_)) {
                    case.may_be_stopped(&limits, now).map_err(|broken| ChangeError::broken(case, broken))?;
                }
                let until = own.deadline(now, limits.stop).as_millisecond();
                Ok(vec![(CaseEvent::Asked { until }, Private::Words(self.text.clone()))])
            })
            .await
    }
}
