//! A step of staff as a value: what a form or the API sends, who may take it, and what it does. Pages and API offer every
//! verb in the same way, so a new one needs a file here and its words.

use std::future::Future;

use identity::{Granted, Permission};
use kernel::CaseNumber;
use kernel::problem::Instead;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use super::change::Changed;
use crate::catalogue::{Catalogue, MatterKind};
use crate::errors::ChangeError;
use crate::service::Cases;

/// One step of staff.
pub trait Verb: DeserializeOwned + Default + Send + 'static {
    /// Who may take it.
    type Permission: Permission;
    /// The last part of its address: `return`, `not-accept`.
    const NAME: &'static str;

    /// Takes the step on the case that was seen at version `seen`.
    fn run(
        self,
        cases: &Cases,
        grant: &Granted<Self::Permission>,
        number: &CaseNumber,
        seen: i64,
    ) -> impl Future<Output = Result<Changed, ChangeError>> + Send;
}

/// A number that a form sends as text and JSON as a number; nothing where it is left out or empty.
pub(crate) fn number_or_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(u32),
        Text(String),
        Nothing(()),
    }
    Ok(match Either::deserialize(from)? {
        Either::Number(n) => Some(n),
        // What is no number stays away, and the command says so of its field.
        Either::Text(text) => text.trim().parse().ok(),
        Either::Nothing(()) => None,
    })
}

/// A yes that a form sends as `yes` and JSON as true.
pub(crate) fn yes<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Bool(bool),
        Text(String),
    }
    Ok(match Either::deserialize(from)? {
        Either::Bool(yes) => yes,
        Either::Text(text) => text == "yes" || text == "true",
    })
}

/// A field that may be left out or empty.
pub(crate) fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// A word of a closed list, or which field is not one.
pub(crate) fn word<T>(field: &'static str, text: &str, find: impl Fn(&str) -> Option<T>) -> Result<T, ChangeError> {
    let text = given(text).ok_or_else(|| ChangeError::field(field, "empty"))?;
    find(text).ok_or_else(|| ChangeError::field(field, "unknown"))
}

/// Whether something new may go to this unit.
pub(crate) fn is_in_force(register: &places::Register, code: &kernel::UnitCode) -> bool {
    register.unit_in_force(code).is_some_and(|unit| unit.code == *code)
}

/// The kind with this code, if something new may be of it; a refusal that names what stands for it where it was closed; nothing where
/// there is no such kind, or none that has begun.
pub(crate) fn kind_in_force<'c>(catalogue: &'c Catalogue, code: &str) -> Result<Option<&'c MatterKind>, ChangeError> {
    let Some(kind) = code.trim().parse().ok().and_then(|code| catalogue.kind(&code)) else { return Ok(None) };
    match catalogue.stands_for(&kind.code) {
        Some(standing) if standing.code == kind.code => Ok(Some(standing)),
        Some(standing) => {
            let instead = Instead { code: standing.code.to_string(), zh: standing.label.zh.clone(), en: standing.label.en.clone() };
            Err(ChangeError::KindClosed { instead })
        }
        None => Ok(None),
    }
}

impl Cases {
    /// The unit with this code, if something new may go to it.
    pub(crate) fn unit_in_force(&self, field: &'static str, text: &str) -> Result<kernel::UnitCode, ChangeError> {
        let register = self.places.register();
        word(field, text, |code| code.parse().ok().filter(|code| is_in_force(&register, code)))
    }

    /// The unit with this code, closed or not.
    pub(crate) fn unit_named(&self, field: &'static str, text: &str) -> Result<kernel::UnitCode, ChangeError> {
        let register = self.places.register();
        word(field, text, |code| code.parse().ok().filter(|code| register.unit(code).is_some()))
    }

    /// The handler who signs in as `login`, with the unit.
    pub(crate) async fn handler_named(&self, login: &str) -> Result<crate::ports::Handler, ChangeError> {
        let login = given(login).ok_or_else(|| ChangeError::field("handler", "empty"))?;
        let all = self.staff.handlers(None).await?;
        all.into_iter().find(|handler| handler.login == login).ok_or_else(|| ChangeError::field("handler", "unknown"))
    }

    /// The person behind a grant. Machines take no steps that need a name.
    pub(crate) fn person<P: Permission>(grant: &Granted<P>) -> Result<kernel::AccountId, ChangeError> {
        grant.actor().account().ok_or(ChangeError::NoSuchCase)
    }
}
