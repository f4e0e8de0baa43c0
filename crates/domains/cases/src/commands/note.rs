//! A remark: for staff, or shown to the resident.

use identity::Granted;
use kernel::CaseNumber;

use super::change::Changed;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, Shown};
use crate::permissions::NoteCase;
use crate::service::Cases;

impl Cases {
    /// Writes a note.
    pub async fn note(
        &self,
        grant: &Granted<NoteCase>,
        number: &CaseNumber,
        note: String,
        shown: &str,
        seen: i64,
    ) -> Result<Changed, ChangeError> {
        words("text", &note)?;
        let shown = Shown::from_code(shown).ok_or_else(|| ChangeError::field("shown", "unknown"))?;
        let change = self.by_staff(grant, number, seen);
        self.change(change, move |_case, _now| Ok(vec![(CaseEvent::Noted { shown }, Private::Words(note.clone()))])).await
    }
}
