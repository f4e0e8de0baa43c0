//! Whoever dispatched takes it back within ten seconds: not counted as a return (decisions 2).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, State};
use crate::permissions::DispatchCase;
use crate::service::Cases;

/// Takes the last dispatch back.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct UndoDispatch {}

impl Verb for UndoDispatch {
    type Permission = DispatchCase;
    const NAME: &'static str = "undo-dispatch";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let who = Cases::person(grant)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, now| {
                if matches!(case.state, State::Dispatched { .. }) {
                    case.may_undo_dispatch(who, now).map_err(|broken| ChangeError::broken(case, broken))?;
                }
                Ok(vec![(CaseEvent::DispatchUndone, Private::Nothing)])
            })
            .await
    }
}
