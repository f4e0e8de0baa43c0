//! `/cases`: what staff may do. Every command says which version it saw.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use http::{HeaderMap, header};
use identity::Granted;
use serde::Deserialize;
use web::{Fail, Prefs};

use super::input::{body, if_match, number, optional_body};
use super::view::{CaseView, ChangedView, ItemView, ListView};
use crate::commands::{AnswerInput, Changed, ContactInput, DispatchInput};
use crate::permissions::{DispatchCase, HandleCase, NoteCase, ReadCase};
use crate::queries::ListInput;
use crate::service::Cases;

/// Filters of the list; each may be left out.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// A state's name, or several with commas.
    state: Option<String>,
    /// `green`, `yellow` or `red`.
    light: Option<String>,
    /// A unit's code.
    unit: Option<String>,
    /// An area's code; its communities are meant.
    area: Option<String>,
    /// A kind's code.
    kind: Option<String>,
    /// `true`: only those that wait for the desk's release; `false`: none of them.
    held: Option<bool>,
    /// `next` of the page before.
    after: Option<String>,
    /// 1 to 100; 50 when left out.
    size: Option<u16>,
}

/// A page of the cases in one's scope, newest first.
#[utoipa::path(get, path = "/cases", tag = "staff", params(ListQuery), security(("bearer" = [])),
    responses((status = 200, body = ListView), (status = 401), (status = 403), (status = 422)))]
pub(super) async fn list(
    State(cases): State<Cases>,
    grant: Granted<ReadCase>,
    Query(query): Query<ListQuery>,
) -> Result<Json<ListView>, Fail> {
    let given = |text: Option<String>| text.filter(|text| !text.is_empty());
    let input = ListInput {
        states: given(query.state).map(|text| text.split(',').map(str::to_owned).collect()).unwrap_or_default(),
        light: given(query.light),
        unit: given(query.unit),
        area: given(query.area),
        kind: given(query.kind),
        held: query.held,
        after: given(query.after),
        size: query.size,
    };
    let (page, now) = (cases.list(&grant, &input).await?, cases.now());
    Ok(Json(ListView { cases: page.rows.iter().map(|item| ItemView::new(item, now)).collect(), next: page.next }))
}

/// One case of one's scope. Its version is in `ETag`.
#[utoipa::path(get, path = "/cases/{number}", tag = "staff", params(("number" = String, Path, description = "The case number")),
    security(("bearer" = [])), responses((status = 200, body = CaseView), (status = 404)))]
pub(super) async fn read(
    State(cases): State<Cases>,
    grant: Granted<ReadCase>,
    prefs: Prefs,
    Path(path): Path<String>,
) -> Result<impl IntoResponse, Fail> {
    let detail = cases.detail(&grant, &number(&path)?).await?;
    let view = CaseView::new(&detail, &cases.places().register(), prefs.locale, cases.now());
    Ok(([(header::ETAG, format!("\"{}\"", view.version))], Json(view)))
}

pub(super) fn changed(changed: &Changed) -> impl IntoResponse + use<> {
    ([(header::ETAG, format!("\"{}\"", changed.version))], Json(ChangedView::from(changed)))
}

/// Send a case to a unit.
#[utoipa::path(post, path = "/cases/{number}/dispatch", tag = "staff", request_body = DispatchInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn dispatch(
    State(cases): State<Cases>,
    grant: Granted<DispatchCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, optional_body::<DispatchInput>(&bytes)?);
    Ok(changed(&cases.dispatch(&grant, &number, input, seen).await?))
}

/// Take a case and answer for it by name.
#[utoipa::path(post, path = "/cases/{number}/accept", tag = "staff", security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 428)))]
pub(super) async fn accept(
    State(cases): State<Cases>,
    grant: Granted<HandleCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen) = (number(&path)?, if_match(&headers)?);
    Ok(changed(&cases.accept(&grant, &number, seen).await?))
}

/// A plan.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
pub(super) struct StartInput {
    /// Steps, unit, date; owed when the matter is complex.
    #[serde(default)]
    plan: Option<String>,
}

/// Begin work; with the plan when the matter is complex.
#[utoipa::path(post, path = "/cases/{number}/start", tag = "staff", request_body = StartInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn start(
    State(cases): State<Cases>,
    grant: Granted<HandleCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, optional_body::<StartInput>(&bytes)?);
    Ok(changed(&cases.start(&grant, &number, input.plan, seen).await?))
}

/// Record a contact with the resident, or the attempt.
#[utoipa::path(post, path = "/cases/{number}/log-contact", tag = "staff", request_body = ContactInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn log_contact(
    State(cases): State<Cases>,
    grant: Granted<HandleCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, body::<ContactInput>(&bytes)?);
    Ok(changed(&cases.log_contact(&grant, &number, input, seen).await?))
}

/// A note.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
pub(super) struct NoteInput {
    /// The words.
    #[serde(default)]
    text: String,
    /// `internal`, or `shown` to the resident.
    #[serde(default)]
    visibility: String,
}

/// Write a note.
#[utoipa::path(post, path = "/cases/{number}/note", tag = "staff", request_body = NoteInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn note(
    State(cases): State<Cases>,
    grant: Granted<NoteCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, body::<NoteInput>(&bytes)?);
    Ok(changed(&cases.note(&grant, &number, input.text, &input.visibility, seen).await?))
}

/// Answer the resident.
#[utoipa::path(post, path = "/cases/{number}/answer", tag = "staff", request_body = AnswerInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn answer(
    State(cases): State<Cases>,
    grant: Granted<HandleCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, body::<AnswerInput>(&bytes)?);
    Ok(changed(&cases.answer(&grant, &number, input, seen).await?))
}

/// Who goes on with a reopened case.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
pub(super) struct ResumeInput {
    /// The sign-in name of a handler; the one who answered when left out. A second reopening needs another.
    #[serde(default)]
    handler: Option<String>,
}

/// Hand a reopened case on.
#[utoipa::path(post, path = "/cases/{number}/resume", tag = "staff", request_body = ResumeInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn resume(
    State(cases): State<Cases>,
    grant: Granted<DispatchCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, optional_body::<ResumeInput>(&bytes)?);
    let handler = match input.handler.filter(|login| !login.is_empty()) {
        None => None,
        Some(login) => Some(cases.handler_by_login(&login).await?.ok_or_else(unknown_handler)?),
    };
    Ok(changed(&cases.resume(&grant, &number, handler, seen).await?))
}

fn unknown_handler() -> Fail {
    Fail::from(crate::ChangeError::Invalid(vec![kernel::FieldFault { field: "handler", code: "unknown" }]))
}
