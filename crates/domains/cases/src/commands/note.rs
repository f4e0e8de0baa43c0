//! A remark: for staff, or shown to the resident.

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, word};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, Shown};
use crate::permissions::NoteCase;
use crate::service::Cases;

/// A note.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct NoteInput {
    /// The words.
    #[serde(default)]
    pub text: String,
    /// `internal`, or `shown` to the resident.
    #[serde(default)]
    pub visibility: String,
}

impl Verb for NoteInput {
    type Permission = NoteCase;
    const NAME: &'static str = "note";

    async fn run(self, cases: &Cases, grant: &Granted<NoteCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        words("text", &self.text)?;
        let shown = word("visibility", &self.visibility, Shown::from_code)?;
        let change = cases.by_staff(grant, number, seen);
        cases.change(change, move |_case, _now| Ok(vec![(CaseEvent::Noted { shown }, Private::Words(self.text.clone()))])).await
    }
}
