//! The resident contests a refusal, or the class of the matter: once each; somebody else decides (domain 4.1 row 4a; C-06).

use identity::Granted;
use kernel::CaseNumber;

use super::change::{Changed, IdempotencyKey};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, State};
use crate::permissions::OwnCase;
use crate::service::Cases;

impl Cases {
    /// Contests that the matter was not accepted.
    pub async fn contest(
        &self,
        grant: &Granted<OwnCase>,
        number: &CaseNumber,
        text: String,
        key: Option<&IdempotencyKey>,
    ) -> Result<Changed, ChangeError> {
        words("text", &text)?;
        let change = Self::by_resident(Self::case_of(grant)?, number, grant.request_id(), key, &text);
        self.change(change, move |case, now| {
            if matches!(case.state, State::NotAccepted { .. }) {
                case.refusal_may_be_contested(now).map_err(|broken| ChangeError::broken(case, broken))?;
            }
            Ok(vec![(CaseEvent::Contested, Private::Words(text.clone()))])
        })
        .await
    }

    /// Contests kind, type or complexity.
    pub async fn contest_class(
        &self,
        grant: &Granted<OwnCase>,
        number: &CaseNumber,
        text: String,
        key: Option<&IdempotencyKey>,
    ) -> Result<Changed, ChangeError> {
        words("text", &text)?;
        let change = Self::by_resident(Self::case_of(grant)?, number, grant.request_id(), key, &text);
        self.change(change, move |case, _now| {
            case.class_may_be_contested().map_err(|broken| ChangeError::broken(case, broken))?;
            Ok(vec![(CaseEvent::ClassContested, Private::Words(text.clone()))])
        })
        .await
    }
}
