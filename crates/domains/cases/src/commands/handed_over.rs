//! Whoever a referred matter was handed to has confirmed: it closes (domain 4.1 row 30).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::event::CloseCause;
use crate::model::{CaseEvent, State, StepName};
use crate::permissions::DispatchCase;
use crate::service::Cases;

/// Records the receipt.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct HandedOver {
    /// Number or sender of the receipt, as the resident reads it.
    #[serde(default)]
    pub text: String,
}

impl Verb for HandedOver {
    type Permission = DispatchCase;
    const NAME: &'static str = "handed-over";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        words("text", &self.text)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                if !matches!(case.state, State::Referred { .. }) {
                    return Err(ChangeError::refused(case, StepName::Close));
                }
                Ok(vec![(CaseEvent::Closed { cause: CloseCause::HandedOver }, Private::Words(self.text.clone()))])
            })
            .await
    }
}
