//! Any step that is a form of the case page: what it says goes to the command; refused, it comes back as it was typed.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use identity::{Granted, SafeForm};
use kernel::text::from_form;
use web::Fail;

use super::case::{self, Shown};
use super::desk::Desk;
use super::number;
use super::offers::Pairs;
use super::steps::{case_page, refusal};
use crate::commands::Verb;
use crate::errors::ChangeError;
use crate::permissions::ReadCase;
use crate::service::Cases;

/// `POST /staff/cases/{number}/{step}`.
pub(super) async fn step<V: Verb>(
    State(cases): State<Cases>,
    grant: Granted<V::Permission>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(typed): SafeForm<Pairs>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let seen = typed.iter().find(|(key, _)| key == "version").and_then(|(_, value)| value.parse().ok()).unwrap_or_default();
    // The same shape as the API's: a form is an object of texts.
    let object = typed.iter().map(|(key, value)| (key.clone(), serde_json::Value::String(from_form(value)))).collect();
    let result = match serde_json::from_value::<V>(serde_json::Value::Object(object)) {
        Ok(input) => input.run(&cases, &grant, &number, seen).await,
        Err(_) => Err(ChangeError::field("text", "shape")),
    };
    let Err(error) = result else {
        // What was sealed, passed on or agreed may be out of one's own sight now.
        let read = desk.need::<ReadCase>()?;
        let there = cases.is_there(&read, &number).await?;
        let to = if there { format!("{}?done={}", case_page(&number), V::NAME) } else { format!("/staff/cases?done={}", V::NAME) };
        return Ok(Redirect::to(&to).into_response());
    };
    let (status, error) = refusal(&desk, error, "text")?;
    let desk = desk.at(case_page(&number));
    let read = desk.need::<ReadCase>()?;
    let shown = Shown { status, error: Some(error), refused: Some((V::NAME, typed)), ..Shown::default() };
    case::render(&cases, &read, &desk, &number, shown).await
}
