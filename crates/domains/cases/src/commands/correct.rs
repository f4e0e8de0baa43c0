//! The way to reach the resident, or the place, was taken down wrongly (decisions 2). The journal keeps both.

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, given, word};
use super::words::optional_words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Case, CaseEvent};
use crate::permissions::DispatchCase;
use crate::service::Cases;

use std::sync::Arc;

use kernel::AreaCode;
use store::Tx;

use super::change::Change;
use crate::events::{ContactNow, PlaceNow};
use crate::rows;

/// What was wrong.
#[derive(Clone)]
enum Correction {
    Contact(ContactNow),
    Place { area: Option<AreaCode>, place_words: Option<String> },
}

impl Cases {
    async fn correct(&self, change: Change, correction: Correction) -> Result<Changed, ChangeError> {
        let decide = move |tx: Tx, case: Case, _now| {
            let correction = correction.clone();
            async move {
                // Erased in the meantime: `change` has refused before.
                let Some(mut said) = rows::private::find(&tx, case.id).await? else { return Err(ChangeError::Erased) };
                let decided = match correction {
                    Correction::Contact(contact) => {
                        contact.apply(&mut said);
                        let reachable = said.phone.is_some() || said.email.is_some();
                        (CaseEvent::ContactCorrected { reachable }, Private::Contact(Box::new(contact)))
                    }
                    Correction::Place { area, place_words } => {
                        let place = PlaceNow { place_words };
                        place.apply(&mut said);
                        (CaseEvent::PlaceCorrected { area: area.or(case.area) }, Private::Place(Box::new(place)))
                    }
                };
                rows::private::update(&tx, case.id, &said).await?;
                Ok(vec![decided])
            }
        };
        self.change_with(change, Arc::new(decide)).await
    }
}

/// Corrects the contact. What is left out stays as it is; an empty text takes it away.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct CorrectContact {
    /// Phone.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// What to call her.
    #[serde(default)]
    pub name: Option<String>,
}

impl Verb for CorrectContact {
    type Permission = DispatchCase;
    const NAME: &'static str = "correct-contact";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let mut faults = Vec::new();
        let contact = Cases::check_contact(self.phone.as_deref(), self.email.as_deref(), self.name.as_deref(), &mut faults);
        if !faults.is_empty() {
            return Err(ChangeError::Invalid(faults));
        }
        cases.correct(cases.by_staff(grant, number, seen), Correction::Contact(contact)).await
    }
}

/// Corrects the place.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct CorrectPlace {
    /// An area of the county; as it is when left out.
    #[serde(default)]
    pub area: Option<String>,
    /// In words.
    #[serde(default)]
    pub words: Option<String>,
}

impl Verb for CorrectPlace {
    type Permission = DispatchCase;
    const NAME: &'static str = "correct-place";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let register = cases.places.register();
        let area = self
            .area
            .as_deref()
            .and_then(given)
            .map(|code| word("area", code, |code| code.parse().ok().filter(|code| register.area(code).is_some())));
        let place_words = optional_words("words", self.words)?;
        let area = area.transpose()?;
        if area.is_none() && place_words.is_none() {
            return Err(ChangeError::field("area", "empty"));
        }
        cases.correct(cases.by_staff(grant, number, seen), Correction::Place { area, place_words }).await
    }
}
