//! Sending a case to the unit that answers for it (派单).

use identity::Granted;
use kernel::problem::FieldFault;
use kernel::{CaseNumber, UnitCode};
use serde::{Deserialize, Serialize};

use super::change::Changed;
use super::verb::{Verb, is_in_force, kind_in_force};
use crate::catalogue::CaseType;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, ComplexReason, Complexity, State};
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
    /// Why it is complex: `units`, `site`, `decision` or `spending`; the resident reads it.
    #[serde(default)]
    pub complex_reason: Option<String>,
    /// Units that help; they see kind and place, not the text.
    #[serde(default)]
    pub assists: Vec<String>,
    /// What they are asked to do. They read this and nothing of what the resident wrote: no names, no telephone numbers.
    #[serde(default)]
    pub assist_text: Option<String>,
    /// A remark for the unit.
    #[serde(default)]
    pub note: Option<String>,
}

impl Verb for DispatchInput {
    type Permission = DispatchCase;
    const NAME: &'static str = "dispatch";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let input = self;
        let mut faults = Vec::new();
        let mut fault = |field| faults.push(FieldFault { field, code: "unknown" });
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let (register, catalogue) = (cases.places.register(), cases.catalogue());
        let kind = match given(&input.kind) {
            Some(code) => {
                let kind = kind_in_force(&catalogue, &code)?.cloned();
                if kind.is_none() {
                    fault("kind");
                }
                kind
            }
            None => None,
        };
        let unit = given(&input.unit).and_then(|code| {
            // A closed unit gets nothing new; the desk says so instead of sending it elsewhere unseen.
            let unit = code.parse::<UnitCode>().ok().filter(|code| is_in_force(&register, code));
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
        let because = given(&input.complex_reason).and_then(|code| {
            let word = ComplexReason::from_code(&code);
            if word.is_none() {
                fault("complex_reason");
            }
            word
        });
        let mut assists = Vec::new();
        for code in input.assists.iter().filter(|code| !code.trim().is_empty()) {
            match code.parse::<UnitCode>().ok().filter(|code| is_in_force(&register, code)) {
                Some(assist) => assists.push(assist),
                None => fault("assists"),
            }
        }
        super::words::check_optional(input.note.as_deref(), "note", &mut faults);
        super::words::check_optional(input.assist_text.as_deref(), "assist_text", &mut faults);
        let asked = given(&input.assist_text);
        // Words for nobody would be lost without anybody noticing.
        if asked.is_some() && assists.is_empty() && faults.is_empty() {
            faults.push(FieldFault { field: "assists", code: "empty" });
        }
        if !faults.is_empty() {
            return Err(ChangeError::Invalid(faults));
        }
        let by = grant.actor().account();
        let (own, note) = (cases.clone(), given(&input.note));
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                let broken = |broken| ChangeError::broken(case, broken);
                let kind = kind
                    .clone()
                    // What was suggested before its kind was closed goes out as what stands for it.
                    .or_else(|| case.kind.as_ref().and_then(|code| catalogue.stands_for(code)).cloned())
                    .ok_or_else(|| ChangeError::field("kind", "empty"))?;
                if case.intake.held {
                    return Err(ChangeError::Held { state: case.state.name(), version: case.version });
                }
                // The catalogue may name a unit that a county does not have yet, or no longer.
                let of_kind = || register.unit_in_force(&kind.unit).map(|unit| unit.code.clone());
                let unit = unit.clone().or_else(of_kind).ok_or_else(|| ChangeError::field("unit", "unknown"))?;
                if matches!(case.state, State::Triage | State::Returned { .. } | State::Reopened { holder: None }) {
                    case.may_be_dispatched(&own.limits_of(case)).and(case.may_go_to(&unit)).map_err(broken)?;
                    if let Some(by) = by {
                        case.may_be_judged_by(by).map_err(broken)?;
                    }
                }
                let complexity = complexity.unwrap_or(kind.complexity);
                let because = because.filter(|_| complexity == Complexity::Complex);
                let mut helpers: Vec<UnitCode> = Vec::new();
                for helper in assists.iter().filter(|helper| **helper != unit) {
                    if !helpers.contains(helper) {
                        // Words that nobody may read are refused; a helper without words is one that never sees the case.
                        if asked.is_some() {
                            case.may_be_helped_by(helper).map_err(broken)?;
                        }
                        helpers.push(helper.clone());
                    }
                }
                // With words each unit is asked as from the case page: the words are for it, in an event of its own.
                let (assists, asks) = if asked.is_some() { (Vec::new(), helpers) } else { (helpers, Vec::new()) };
                let case_type = case_type.unwrap_or(case.case_type);
                let dispatched =
                    CaseEvent::Dispatched { unit, assists, kind: kind.code.clone(), case_type, complexity, because, by, automatic: None };
                let asks = asks.into_iter().map(|unit| (CaseEvent::AssistAsked { unit }, Private::words(asked.clone())));
                Ok(std::iter::once((dispatched, Private::words(note.clone()))).chain(asks).collect())
            })
            .await
    }
}
