//! A new query code in place of a lost one (decisions 4): by the counter or a hotline agent, after a call-back or papers.
//! Its generation rises, so that the code before opens nothing any more, nor does a cookie that it once set.

use identity::Granted;
use kernel::{CaseNumber, QueryCode};
use serde::{Deserialize, Serialize};

use super::change::Changed;
use super::words::optional_words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, ReissueProof};
use crate::permissions::ReissueCode;
use crate::rows;
use crate::service::Cases;

/// Why it is given to whoever asks.
#[derive(Debug, Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReissueInput {
    /// `call_back` or `papers_seen`.
    #[serde(default)]
    pub proof: String,
    /// A remark, for the file.
    #[serde(default)]
    pub note: Option<String>,
}

/// The new code; it is kept nowhere.
#[derive(Debug, Clone)]
pub struct Reissued {
    /// The case as it stands now.
    pub changed: Changed,
    /// The code.
    pub code: QueryCode,
}

impl Cases {
    /// Replaces the query code of a case, whatever its state.
    pub async fn reissue_code(
        &self,
        grant: &Granted<ReissueCode>,
        number: &CaseNumber,
        input: ReissueInput,
        seen: i64,
    ) -> Result<Reissued, ChangeError> {
        let proof = ReissueProof::from_code(&input.proof).ok_or_else(|| ChangeError::field("proof", "unknown"))?;
        let note = optional_words("note", input.note)?;
        let change = self.by_staff(grant, number, seen);
        let (wanted, scope) = (number.clone(), change.scope.clone());
        let changed =
            self.change(change, move |_case, _now| Ok(vec![(CaseEvent::CodeReissued { proof }, Private::words(note.clone()))])).await?;
        // Read after the commit: should somebody have replaced it again meanwhile, the newest code is the one that opens.
        let stored = self.db.read(move |tx| async move { rows::record::find(&tx, &wanted, scope).await }).await?;
        let stored = stored.ok_or(ChangeError::NoSuchCase)?;
        Ok(Reissued { changed, code: QueryCode::of(&self.keys.code, stored.case.id, stored.code_generation) })
    }
}
