//! A matter is refused with a reason of the closed list and the door where to go instead; the resident may contest
//! once, and somebody else decides then (domain 4.1 rows 4, 4a: 不予受理).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, word};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, Door, RefusalReason};
use crate::permissions::DispatchCase;
use crate::service::Cases;

/// Refuses a matter.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct NotAccept {
    /// Why: a word of the closed list.
    #[serde(default)]
    pub reason: String,
    /// Where to go instead: a word of the closed list.
    #[serde(default)]
    pub door: String,
    /// What the resident reads.
    #[serde(default)]
    pub text: String,
}

impl Verb for NotAccept {
    type Permission = DispatchCase;
    const NAME: &'static str = "not-accept";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let reason = word("reason", &self.reason, RefusalReason::from_code)?;
        let door = word("door", &self.door, Door::from_code)?;
        words("text", &self.text)?;
        let by = Cases::person(grant)?;
        let own = cases.clone();
        cases
            .change(cases.by_staff(grant, number, seen), move |case, now| {
                case.may_be_judged_by(by).map_err(|broken| ChangeError::broken(case, broken))?;
                let until = own.deadline(now, own.limits_of(case).window).as_millisecond();
                Ok(vec![(CaseEvent::NotAccepted { reason, door, by, until }, Private::Words(self.text.clone()))])
            })
            .await
    }
}
