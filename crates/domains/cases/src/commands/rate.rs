//! The resident's verdict (评价). It closes the case or opens it again, in the same commit.

use identity::Granted;
use kernel::CaseNumber;
use serde::{Deserialize, Serialize};

use super::alarm::with_alarm;
use super::change::{Changed, IdempotencyKey};
use super::words::optional_words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::event::CloseCause;
use crate::model::{CaseEvent, Rating, ReopenCause};
use crate::permissions::OwnCase;
use crate::service::Cases;

/// Three answers. Nothing is pre-answered: each must be given.
#[derive(Debug, Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RatingInput {
    /// Did anybody contact you?
    #[serde(default)]
    pub contacted: Option<bool>,
    /// Is it solved?
    #[serde(default)]
    pub solved: Option<bool>,
    /// 5 = very satisfied … 1 = very dissatisfied.
    #[serde(default)]
    pub satisfaction: Option<u8>,
    /// In her own words, optional.
    #[serde(default)]
    pub comment: Option<String>,
}

impl Cases {
    /// Rates a case that was answered.
    pub async fn rate(
        &self,
        grant: &Granted<OwnCase>,
        number: &CaseNumber,
        input: RatingInput,
        key: Option<&IdempotencyKey>,
    ) -> Result<Changed, ChangeError> {
        let change = Self::by_resident(Self::case_of(grant)?, number, grant.request_id(), key, &input);
        let mut faults = Vec::new();
        let mut owed = |field, given: bool| {
            if !given {
                faults.push(kernel::FieldFault { field, code: "empty" });
            }
        };
        owed("contacted", input.contacted.is_some());
        owed("solved", input.solved.is_some());
        owed("satisfaction", input.satisfaction.is_some());
        let (Some(contacted), Some(solved), Some(satisfaction)) = (input.contacted, input.solved, input.satisfaction) else {
            return Err(ChangeError::Invalid(faults));
        };
        let rating = Rating { contacted, solved, satisfaction };
        if !rating.is_valid() {
            return Err(ChangeError::field("satisfaction", "out_of_range"));
        }
        let comment = optional_words("comment", input.comment)?;
        let catalogue = self.catalogue();
        self.change(change, move |_case, _now| {
            let then = if rating.closes() {
                CaseEvent::Closed { cause: CloseCause::Rated }
            } else {
                CaseEvent::Reopened { cause: ReopenCause::Rating }
            };
            let decided = vec![(CaseEvent::Rated(rating), Private::words(comment.clone())), (then, Private::Nothing)];
            Ok(with_alarm(&catalogue, comment.as_deref(), decided))
        })
        .await
    }
}
