//! A reopened case is handed on: the first time to the same handler or another, the second to another, the third by the
//! supervisor (decisions 2).

use identity::{Granted, Role};
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, given};
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, State, StepName};
use crate::permissions::ResumeCase;
use crate::service::Cases;

/// Who goes on with a reopened case.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct ResumeInput {
    /// The sign-in name of a handler; the one who answered when left out. A second reopening needs another.
    #[serde(default)]
    pub handler: Option<String>,
}

impl Verb for ResumeInput {
    type Permission = ResumeCase;
    const NAME: &'static str = "resume";

    async fn run(self, cases: &Cases, grant: &Granted<ResumeCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let next = match self.handler.as_deref().and_then(given) {
            Some(login) => Some(cases.handler_named(login).await?),
            None => None,
        };
        let by_supervisor = grant.scopes().roles().any(|role| role == Role::Supervisor);
        cases
            .change(cases.by_staff(grant, number, seen), move |case, _now| {
                let State::Reopened { holder } = &case.state else { return Err(ChangeError::refused(case, StepName::Resume)) };
                let before = || holder.as_ref().and_then(|holder| Some((holder.unit.clone()?, holder.handler)));
                let named = next.as_ref().map(|handler| (handler.unit.clone(), handler.account));
                let (unit, handler) = named.or_else(before).ok_or_else(|| ChangeError::field("handler", "empty"))?;
                case.may_go_to(&unit).map_err(|broken| ChangeError::broken(case, broken))?;
                if case.reopenings >= 2 && case.handler() == Some(handler) {
                    return Err(ChangeError::field("handler", "same_handler"));
                }
                case.may_be_resumed(handler, by_supervisor).map_err(|broken| ChangeError::broken(case, broken))?;
                Ok(vec![(CaseEvent::Resumed { unit, handler }, Private::Nothing)])
            })
            .await
    }
}
