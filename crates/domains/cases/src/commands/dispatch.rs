//! Sending a case to the unit that answers for it (派单).

use identity::Granted;
use kernel::problem::FieldFault;
use kernel::{CaseNumber, KindCode, UnitCode};
use serde::{Deserialize, Serialize};

use super::change::Changed;
use crate::catalogue::CaseType;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, Complexity};
use crate::permissions::DispatchCase;
use crate::service::Cases;

/// What the dispatcher decides. What is left out is taken from the catalogue.
#[derive(Debug, Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DispatchInput {
    /// The kind of the catalogue; the suggested one when absent.
    #[serde(default)]
    pub kind: Option<String>,
    /// The unit; the catalogue's for the kind when absent.
    #[serde(default)]
    pub unit: Option<String>,
    /// What the resident wants; as suggested when absent.
    #[serde(default)]
    pub case_type: Option<String>,
    /// `general` or `complex`; the catalogue's for the kind when absent.
    #[serde(default)]
    pub complexity: Option<String>,
    /// A remark for the unit.
    #[serde(default)]
    pub note: Option<String>,
}

impl Cases {
    /// Dispatches a case that waits in triage.
    pub async fn dispatch(
        &self,
        grant: &Granted<DispatchCase>,
        number: &CaseNumber,
        input: DispatchInput,
        seen: i64,
    ) -> Result<Changed, ChangeError> {
        let mut faults = Vec::new();
        let mut fault = |field| faults.push(FieldFault { field, code: "unknown" });
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let register = self.places.register();
        let kind = given(&input.kind).and_then(|code| {
            let kind = code.parse::<KindCode>().ok().and_then(|code| self.catalogue.kind(&code)).cloned();
            if kind.is_none() {
                fault("kind");
            }
            kind
        });
        let unit = given(&input.unit).and_then(|code| {
            // A closed unit gets nothing new; the desk says so instead of sending it elsewhere unseen.
            let unit = code.parse::<UnitCode>().ok().filter(|code| register.unit_in_force(code).is_some_and(|unit| unit.code == *code));
            if unit.is_none() {
                fault("unit");
            }
            unit
        });
        let case_type = given(&input.case_type).and_then(|code| {
            let word = CaseType::from_code(&code);
            if word.is_none() {
                fault("case_type");
            }
            word
        });
        let complexity = given(&input.complexity).and_then(|code| {
            let word = Complexity::from_code(&code);
            if word.is_none() {
                fault("complexity");
            }
            word
        });
        super::words::check_optional(input.note.as_deref(), "note", &mut faults);
        if !faults.is_empty() {
            return Err(ChangeError::Invalid(faults));
        }
        let closed = || ChangeError::field("unit", "unknown");
        let (catalogue, note) = (self.catalogue.clone(), given(&input.note));
        let change = self.by_staff(grant, number, seen);
        self.change(change, move |case, _now| {
            let kind = kind
                .clone()
                .or_else(|| case.kind.as_ref().and_then(|code| catalogue.kind(code)).cloned())
                .ok_or_else(|| ChangeError::field("kind", "empty"))?;
            Ok(vec![(
                CaseEvent::Dispatched {
                    unit: unit.clone().or_else(|| register.unit_in_force(&kind.unit).map(|unit| unit.code.clone())).ok_or_else(closed)?,
                    kind: kind.code.clone(),
                    case_type: case_type.unwrap_or(case.case_type),
                    complexity: complexity.unwrap_or(kind.complexity),
                },
                Private::words(note.clone()),
            )])
        })
        .await
    }
}
