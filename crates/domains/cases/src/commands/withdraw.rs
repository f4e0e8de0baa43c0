//! The resident takes the matter back (domain 4.1 row 19). Staff cannot do it for her; she is asked whether she was pressed.

use identity::Granted;
use kernel::CaseNumber;
use serde::{Deserialize, Serialize};
use store::Tx;

use super::change::{Changed, IdempotencyKey};
use super::words::optional_words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Case, CaseEvent, State};
use crate::permissions::OwnCase;
use crate::service::Cases;

/// Why, if the resident wants to say.
#[derive(Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct WithdrawInput {
    /// Whether somebody pressed her to.
    #[serde(default, deserialize_with = "super::verb::yes")]
    pub pressed: bool,
    /// In her own words, optional.
    #[serde(default)]
    pub text: Option<String>,
}

impl Cases {
    /// Withdraws a case; it closes after some days, in which a pressed resident can be called.
    pub async fn withdraw(
        &self,
        grant: &Granted<OwnCase>,
        number: &CaseNumber,
        input: WithdrawInput,
        key: Option<&IdempotencyKey>,
    ) -> Result<Changed, ChangeError> {
        let change = Self::by_resident(Self::case_of(grant)?, number, grant.request_id(), key, &input);
        let text = optional_words("text", input.text)?;
        let (own, parents) = (self.clone(), change.clone());
        let decide = move |tx: Tx, case: Case, now| {
            let (own, change, text) = (own.clone(), parents.clone(), text.clone());
            async move {
                if let State::Merged { into, .. } = case.state {
                    own.let_go(&tx, into, &case, &change, now).await?;
                }
                let until = own.deadline(now, own.limits_of(&case).window).as_millisecond();
                Ok(vec![(CaseEvent::Withdrawn { pressed: input.pressed, until }, Private::words(text))])
            }
        };
        self.change_with(change, std::sync::Arc::new(decide)).await
    }
}
