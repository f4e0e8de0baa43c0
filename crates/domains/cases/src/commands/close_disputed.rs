//! The supervisor has verified an answer that the resident rejects for the third time: the case closes as disputed,
//! counts as unsolved, and names the ways of petition and review (decisions 2).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, State};
use crate::permissions::SuperviseCase;
use crate::service::Cases;

/// Closes what stays disputed.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct CloseDisputed {
    /// What was verified, as the resident reads it.
    #[serde(default)]
    pub text: String,
}

impl Verb for CloseDisputed {
    type Permission = SuperviseCase;
    const NAME: &'static str = "close-disputed";

    async fn run(self, cases: &Cases, grant: &Granted<SuperviseCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        words("text", &self.text)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                if matches!(case.state, State::Reopened { .. }) {
                    case.may_be_disputed().map_err(|broken| ChangeError::broken(case, broken))?;
                }
                Ok(vec![(CaseEvent::ClosedDisputed, Private::Words(self.text.clone()))])
            })
            .await
    }
}
