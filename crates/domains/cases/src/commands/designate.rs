//! After too many returns supervisor or organiser name the unit; it cannot give the case back (domain 4.1 row 8: 指定承办).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, State};
use crate::permissions::DesignateCase;
use crate::service::Cases;

/// Names the unit.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Designate {
    /// The unit.
    #[serde(default)]
    pub unit: String,
    /// Why this one, in words.
    #[serde(default)]
    pub text: String,
}

impl Verb for Designate {
    type Permission = DesignateCase;
    const NAME: &'static str = "designate";

    async fn run(self, cases: &Cases, grant: &Granted<DesignateCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let unit = cases.unit_in_force("unit", &self.unit)?;
        words("text", &self.text)?;
        let own = cases.clone();
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                if matches!(case.state, State::Triage | State::Returned { .. }) {
                    case.may_be_designated(&own.limits_of(case))
                        .and(case.may_go_to(&unit))
                        .map_err(|broken| ChangeError::broken(case, broken))?;
                }
                Ok(vec![(CaseEvent::Designated { unit: unit.clone() }, Private::Words(self.text.clone()))])
            })
            .await
    }
}
