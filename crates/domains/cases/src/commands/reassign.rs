//! The lead gives a case to another handler of the unit; the resident is told the new name (domain 4.1 row 28: 改派).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::optional_words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::LeadCase;
use crate::service::Cases;

/// Gives the case to another handler.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Reassign {
    /// The sign-in name of the handler.
    #[serde(default)]
    pub handler: String,
    /// Why, in words; may be empty.
    #[serde(default)]
    pub text: String,
}

impl Verb for Reassign {
    type Permission = LeadCase;
    const NAME: &'static str = "reassign";

    async fn run(self, cases: &Cases, grant: &Granted<LeadCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let next = cases.handler_named(&self.handler).await?;
        let text = optional_words("text", Some(self.text))?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                if case.unit() != Some(&next.unit) {
                    return Err(ChangeError::field("handler", "other_unit"));
                }
                if case.handler() == Some(next.account) {
                    return Err(ChangeError::field("handler", "same_handler"));
                }
                Ok(vec![(CaseEvent::Reassigned { handler: next.account }, Private::words(text.clone()))])
            })
            .await
    }
}
