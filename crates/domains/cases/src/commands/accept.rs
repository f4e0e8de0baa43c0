//! A handler takes a case and answers for it by name (签收).

use identity::Granted;
use kernel::{AccountId, CaseNumber};
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::HandleCase;
use crate::rows;
use crate::service::Cases;

/// Accepting needs no words: the signed-in handler answers for the case from now on.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Accept {}

impl Verb for Accept {
    type Permission = HandleCase;
    const NAME: &'static str = "accept";

    async fn run(self, cases: &Cases, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        // A machine has no name to give to a resident.
        let handler = Cases::person(grant)?;
        let change = cases.by_staff(grant, number, seen);
        match cases.change(change, move |_case, _now| Ok(vec![(CaseEvent::Accepted { handler }, Private::Nothing)])).await {
            Err(ChangeError::NoSuchCase) => Err(cases.taken(grant, number, handler).await?),
            done => done,
        }
    }
}

impl Cases {
    /// What a colleague of the same unit has just taken is out of one's scope, and yet one has seen it waiting: that it was
    /// taken, and by whom, is said.
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
