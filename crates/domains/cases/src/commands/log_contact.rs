//! Recording that somebody spoke with the resident, or tried to. The first real contact ends the response clock.

use identity::Granted;
use kernel::CaseNumber;
use serde::{Deserialize, Serialize};

use super::change::Changed;
use super::verb::{Verb, word};
use super::words::optional_words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, ContactHow, Contacted};
use crate::permissions::HandleCase;
use crate::service::Cases;

/// A contact.
#[derive(Debug, Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ContactInput {
    /// `call`, `visit`, `reply`, `posted`, or `attempt` when nobody was reached.
    #[serde(default)]
    pub how: String,
    /// Seconds of a call; under 20 it is an attempt (decisions 2).
    #[serde(default, deserialize_with = "super::verb::number_or_text")]
    pub seconds: Option<u32>,
    /// What was said, for the file.
    #[serde(default)]
    pub note: Option<String>,
}

/// The shortest call that counts as one in which both spoke (decisions 2).
const SHORTEST_CALL_SECS: u32 = 20;

impl Verb for ContactInput {
    type Permission = HandleCase;
    const NAME: &'static str = "log-contact";

    async fn run(self, cases: &Cases, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let how = word("how", &self.how, ContactHow::from_code)?;
        let how = match (how, self.seconds) {
            (ContactHow::Call, Some(seconds)) if seconds < SHORTEST_CALL_SECS => ContactHow::Attempt,
            (ContactHow::Call | ContactHow::Visit | ContactHow::Reply | ContactHow::Posted | ContactHow::Attempt, _) => how,
        };
        let note = optional_words("note", self.note)?;
        let contact = Contacted { how, seconds: self.seconds };
        let change = cases.by_staff(grant, number, seen);
        cases.change(change, move |_case, _now| Ok(vec![(CaseEvent::Contacted(contact), Private::words(note.clone()))])).await
    }
}
