//! Another unit helps with a case (协办; domain 4.1 row 5): asked by the lead of the unit that has it, or by the dispatcher; it sees kind,
//! place and the words that are for it, and reports back to the file. The unit that has the case keeps it, and answers alone.

use std::sync::Arc;

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;
use store::Tx;

use super::change::{Change, Changed};
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Case, CaseEvent, StepName};
use crate::permissions::{AskAssist as MayAsk, Assist};
use crate::rows;
use crate::service::Cases;

/// Asks another unit to help. Asked once more, it reads the new words beside the earlier ones.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = AssistInput)]
pub struct AskAssist {
    /// Its code.
    #[serde(default)]
    pub unit: String,
    /// What it is asked to do. It reads this and nothing of what the resident wrote: no names, no telephone numbers.
    #[serde(default)]
    pub text: String,
}

impl Verb for AskAssist {
    type Permission = MayAsk;
    const NAME: &'static str = "assist";

    async fn run(self, cases: &Cases, grant: &Granted<MayAsk>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let unit = cases.unit_in_force("unit", &self.unit)?;
        words("text", &self.text)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                case.may_be_helped_by(&unit).map_err(|broken| ChangeError::broken(case, broken))?;
                Ok(vec![(CaseEvent::AssistAsked { unit: unit.clone() }, Private::Words(self.text.clone()))])
            })
            .await
    }
}

/// Lets a unit go that was asked to help: it does not see the case any more.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = EndAssistInput)]
pub struct EndAssist {
    /// Its code.
    #[serde(default)]
    pub unit: String,
}

impl Verb for EndAssist {
    type Permission = MayAsk;
    const NAME: &'static str = "end-assist";

    async fn run(self, cases: &Cases, grant: &Granted<MayAsk>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let unit = cases.unit_named("unit", &self.unit)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                if !case.course.assists.contains(&unit) {
                    return Err(ChangeError::field("unit", "unknown"));
                }
                Ok(vec![(CaseEvent::AssistEnded { unit: unit.clone() }, Private::Nothing)])
            })
            .await
    }
}

/// What a unit that helps has done.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = AssistReportInput)]
pub struct ReportInput {
    /// What was done, and what came of it; for the unit that has the case.
    #[serde(default)]
    pub text: String,
}

impl Cases {
    /// Reports to the unit that has the case, on behalf of the caller's own unit.
    pub async fn report_assist(
        &self,
        grant: &Granted<Assist>,
        number: &CaseNumber,
        input: &ReportInput,
        seen: i64,
    ) -> Result<Changed, ChangeError> {
        words("text", &input.text)?;
        let change = Change {
            actor: grant.actor().clone(),
            request_id: grant.request_id(),
            number: number.clone(),
            scope: rows::assist::asked_of(grant.scopes()),
            seen: Some(seen),
            once: None,
        };
        let (scopes, text) = (grant.scopes().clone(), input.text.clone());
        let decide = move |_tx: Tx, case: Case, _now| {
            let own = scopes.units().find(|unit| case.assisting().contains(unit)).cloned();
            let text = text.clone();
            std::future::ready(match own {
                Some(unit) => Ok(vec![(CaseEvent::AssistReported { unit }, Private::Words(text))]),
                None => Err(ChangeError::refused(&case, StepName::Assist)),
            })
        };
        self.change_with(change, Arc::new(decide)).await
    }
}
