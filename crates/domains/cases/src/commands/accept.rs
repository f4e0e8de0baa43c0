//! A handler takes a case and answers for it by name (签收).

use identity::Granted;
use kernel::{AccountId, CaseNumber};

use super::change::Changed;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::HandleCase;
use crate::rows;
use crate::service::Cases;

impl Cases {
    /// The grant's account becomes the handler. What a colleague of the same unit has just taken is out of her scope, and
    /// yet she has seen it waiting: she is told that it is [`ChangeError::Taken`].
    pub async fn accept(&self, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        // A machine has no name to give to a resident.
        let Some(handler) = grant.actor().account() else { return Err(ChangeError::NoSuchCase) };
        let change = self.by_staff(grant, number, seen);
        match self.change(change, move |_case, _now| Ok(vec![(CaseEvent::Accepted { handler }, Private::Nothing)])).await {
            Err(ChangeError::NoSuchCase) => Err(self.taken(grant, number, handler).await?),
            done => done,
        }
    }

    async fn taken(&self, grant: &Granted<HandleCase>, number: &CaseNumber, asker: AccountId) -> Result<ChangeError, ChangeError> {
        let (number, scope) = (number.clone(), rows::scope::of_units(grant.scopes()));
        let found = self.db.read(move |tx| async move { rows::record::find(&tx, &number, scope).await }).await?;
        let case = found.map(|stored| stored.case);
        Ok(match case.as_ref().and_then(|case| Some((case, case.handler()?))) {
            Some((case, by)) if by != asker => ChangeError::Taken { by, state: case.state.name(), version: case.version },
            Some(_) | None => ChangeError::NoSuchCase,
        })
    }
}
