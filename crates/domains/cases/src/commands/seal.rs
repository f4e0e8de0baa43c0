//! A matter is hidden from all but those who handle it; a unit that it is about never sees it (domain 4.1 row 32, 3.3).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, given, word};
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Broken, CaseEvent, SealReason};
use crate::permissions::DispatchCase;
use crate::service::Cases;

/// Seals a matter.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Seal {
    /// Why: a word of the closed list.
    #[serde(default)]
    pub reason: String,
    /// The unit it is about; may be empty.
    #[serde(default)]
    pub against: String,
}

impl Verb for Seal {
    type Permission = DispatchCase;
    const NAME: &'static str = "seal";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let reason = word("reason", &self.reason, SealReason::from_code)?;
        let against = given(&self.against).map(|code| cases.unit_named("against", code)).transpose()?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                if case.sealed && (against.is_none() || case.against == against) {
                    return Err(ChangeError::broken(case, Broken::AlreadySo));
                }
                Ok(vec![(CaseEvent::Sealed { reason, against: against.clone() }, Private::Nothing)])
            })
            .await
    }
}
