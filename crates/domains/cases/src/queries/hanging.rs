//! Cases that hang together with one: what is merged into it, what it was merged into, its whole and its parts.

use identity::Granted;
use kernel::{CaseId, CaseNumber, QueryCode};
use store::StoreError;

use crate::errors::ChangeError;
use crate::model::{Case, LinkHow, State};
use crate::permissions::{DecideProposal, ReadCase};
use crate::rows;
use crate::service::Cases;

impl Cases {
    /// The others that the grant reaches; at most what fits a page.
    pub(crate) async fn hanging_on(&self, grant: &Granted<ReadCase>, case: &Case) -> Result<Vec<Case>, ChangeError> {
        let (id, link) = (case.id, case.intake.link);
        let into = if let State::Merged { into, .. } = case.state { Some(into) } else { None };
        let found: Vec<Case> = self
            .db
            .read(move |tx| async move {
                let mut found = rows::lists::merged_into(&tx, id).await?;
                found.extend(rows::lists::linked_to(&tx, id).await?);
                for other in into.into_iter().chain(link.map(|link| link.case)) {
                    found.extend(rows::record::find_by_id(&tx, other).await?);
                }
                Ok::<_, ChangeError>(found.into_iter().map(|stored| stored.case).collect())
            })
            .await?;
        let mut seen = found;
        seen.retain(|other| self.reaches(grant.scopes(), other));
        seen.dedup_by_key(|other| other.id);
        Ok(seen)
    }

    /// The parts of a case that was split, each with the code that opens it.
    pub(crate) async fn parts_of(&self, whole: CaseId) -> Result<Vec<(CaseNumber, QueryCode)>, StoreError> {
        let parts = self.db.read(move |tx| async move { rows::lists::linked_to(&tx, whole).await }).await?;
        let is_part = |case: &Case| case.intake.link.is_some_and(|link| link.how == LinkHow::Part);
        Ok(parts
            .into_iter()
            .filter(|part| is_part(&part.case))
            .map(|part| {
                let code = QueryCode::of(&self.keys.code, part.case.id, part.code_generation);
                (part.case.intake.number, code)
            })
            .collect())
    }

    /// Whether it is the grant's turn to give a word on what is proposed; the unit of a supervisor is asked by the command.
    pub(crate) fn may_decide(&self, grant: &Granted<DecideProposal>, case: &Case) -> bool {
        grant.actor().account().is_some_and(|who| self.may_give_word(case, grant.scopes(), who, None).is_ok())
    }
}
