//! A unit gives a case back within its window, with a reason and the legal basis (domain 4.1 row 7: 退单).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, given, word};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, ReturnReason, State};
use crate::permissions::LeadCase;
use crate::service::Cases;

/// Gives the case back to the dispatcher.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct GiveBack {
    /// Why: a word of the closed list.
    #[serde(default)]
    pub reason: String,
    /// The legal basis, in words.
    #[serde(default)]
    pub text: String,
    /// The unit that is suggested instead; may be empty.
    #[serde(default)]
    pub suggests: String,
}

impl Verb for GiveBack {
    type Permission = LeadCase;
    const NAME: &'static str = "return";

    async fn run(self, cases: &Cases, grant: &Granted<LeadCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let reason = word("reason", &self.reason, ReturnReason::from_code)?;
        words("text", &self.text)?;
        let suggests = given(&self.suggests).map(|code| cases.unit_in_force("suggests", code)).transpose()?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, now| {
                if matches!(case.state, State::Dispatched { .. }) {
                    case.may_be_returned(now).map_err(|broken| ChangeError::broken(case, broken))?;
                }
                Ok(vec![(CaseEvent::Returned { reason, suggests: suggests.clone() }, Private::Words(self.text.clone()))])
            })
            .await
    }
}
