//! A handler takes a case and answers for it by name (签收).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::HandleCase;
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
        cases.change(change, move |_case, _now| Ok(vec![(CaseEvent::Accepted { handler }, Private::Nothing)])).await
    }
}
