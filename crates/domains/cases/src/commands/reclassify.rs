//! Another kind, type or complexity, without another unit. A class that the resident contested is somebody else's to decide
//! (decisions 2).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, given, kind_in_force, word};
use super::words::words;
use crate::catalogue::CaseType;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, ComplexReason, Complexity};
use crate::permissions::DispatchCase;
use crate::service::Cases;

/// Classifies again.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Reclassify {
    /// A kind of the catalogue; as it is when empty.
    #[serde(default)]
    pub kind: String,
    /// What the resident wants; as it is when empty.
    #[serde(default)]
    pub case_type: String,
    /// `general` or `complex`; as it is when empty.
    #[serde(default)]
    pub complexity: String,
    /// Why it is complex: a word of the closed list.
    #[serde(default)]
    pub complex_reason: String,
    /// Why, in words the resident reads.
    #[serde(default)]
    pub text: String,
}

impl Verb for Reclassify {
    type Permission = DispatchCase;
    const NAME: &'static str = "reclassify";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let kind = match given(&self.kind) {
            Some(code) => {
                let catalogue = cases.catalogue();
                let kind = kind_in_force(&catalogue, code)?.ok_or_else(|| ChangeError::field("kind", "unknown"))?;
                Some(kind.code.clone())
            }
            None => None,
        };
        let case_type = given(&self.case_type).map(|code| word("case_type", code, CaseType::from_code)).transpose()?;
        let complexity = given(&self.complexity).map(|code| word("complexity", code, Complexity::from_code)).transpose()?;
        let reason = given(&self.complex_reason).map(|code| word("complex_reason", code, ComplexReason::from_code)).transpose()?;
        words("text", &self.text)?;
        let by = Cases::person(grant)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                case.may_be_classed_by(by).map_err(|broken| ChangeError::broken(case, broken))?;
                let kind = kind.clone().or_else(|| case.kind.clone()).ok_or_else(|| ChangeError::field("kind", "empty"))?;
                let complexity = complexity.unwrap_or(case.complexity);
                let because = reason.or(case.course.because).filter(|_| complexity == Complexity::Complex);
                // Complex buys time, and says why (domain C-06).
                if complexity == Complexity::Complex && because.is_none() {
                    return Err(ChangeError::field("complex_reason", "empty"));
                }
                let case_type = case_type.unwrap_or(case.case_type);
                Ok(vec![(CaseEvent::Reclassified { kind, case_type, complexity, because, by }, Private::Words(self.text.clone()))])
            })
            .await
    }
}
