//! What desk and counter do to a case besides dispatching it.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::{HeaderMap, header};
use identity::Granted;
use web::Fail;

use super::input::{body, if_match, number, optional_body};
use super::staff::changed;
use super::view::{ChangedView, ReissuedView, UnmaskedView};
use crate::commands::{ReissueInput, UnmaskInput};
use crate::permissions::{AnswerAlarm, DispatchCase, ReissueCode, UnmaskContact};
use crate::service::Cases;

/// Let a held matter go its way.
#[utoipa::path(post, path = "/cases/{number}/release", tag = "staff", security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409, description = "`case.not_held`, `case.stale`"), (status = 428)))]
pub(super) async fn release(
    State(cases): State<Cases>,
    grant: Granted<DispatchCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen) = (number(&path)?, if_match(&headers)?);
    Ok(changed(&cases.release(&grant, &number, seen).await?))
}

/// Give a new query code to whoever lost it, after a call-back or papers. The code before opens nothing any more.
#[utoipa::path(post, path = "/cases/{number}/reissue-code", tag = "staff", request_body = ReissueInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ReissuedView), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn reissue_code(
    State(cases): State<Cases>,
    grant: Granted<ReissueCode>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, body::<ReissueInput>(&bytes)?);
    let reissued = cases.reissue_code(&grant, &number, input, seen).await?;
    let version = format!("\"{}\"", reissued.changed.version);
    Ok(([(header::ETAG, version), (header::CACHE_CONTROL, "no-store".to_owned())], Json(ReissuedView::from(&reissued))))
}

/// A remark.
#[derive(Debug, Default, serde::Deserialize, utoipa::ToSchema)]
pub(super) struct AlarmInput {
    /// For the file.
    #[serde(default)]
    note: Option<String>,
}

/// Take on the alarm of a case whose words speak of harm.
#[utoipa::path(post, path = "/cases/{number}/answer-alarm", tag = "staff", request_body = AlarmInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409, description = "`case.no_alarm`, `case.stale`"), (status = 422), (status = 428)))]
pub(super) async fn answer_alarm(
    State(cases): State<Cases>,
    grant: Granted<AnswerAlarm>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, optional_body::<AlarmInput>(&bytes)?);
    Ok(changed(&cases.answer_alarm(&grant, &number, input.note, seen).await?))
}

/// Open one hidden field of a contact, with a reason. The look is written down, and the resident can see it.
#[utoipa::path(post, path = "/cases/{number}/unmask", tag = "staff", request_body = UnmaskInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number")),
    responses((status = 200, body = UnmaskedView), (status = 404), (status = 409, description = "`case.confidential`, `case.erased`"), (status = 422)))]
pub(super) async fn unmask(
    State(cases): State<Cases>,
    grant: Granted<UnmaskContact>,
    Path(path): Path<String>,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, input) = (number(&path)?, optional_body::<UnmaskInput>(&bytes)?);
    let unmasked = cases.unmask(&grant, &number, &input).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(UnmaskedView::from(unmasked))))
}
