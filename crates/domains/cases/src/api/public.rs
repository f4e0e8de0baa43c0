//! `/public/cases`: what a resident, or a programme for her, may do. No sign-in; the code opens the case.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::{HeaderMap, StatusCode, header};
use identity::http::Caller;
use identity::{Granted, Permission};
use kernel::CaseNumber;
use serde::Deserialize;
use web::{ClientAddr, Fail, Prefs, Sources};

use super::input::{body, idempotency_key, number, query_code};
use super::view::{ChangedView, LookView, LooksView, PublicCaseView, ReceiptView};
use crate::commands::{NewCase, RatingInput, Source};
use crate::model::Channel;
use crate::permissions::{OwnCase, ReadCase, SubmitCase};
use crate::service::Cases;

/// Words of a resident.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
pub(super) struct WordsInput {
    /// 1 to 20,000 characters.
    #[serde(default)]
    pub(super) text: String,
}

/// Hand in a matter. Anybody may; nothing but text and place is needed.
#[utoipa::path(
    post, path = "/public/cases", tag = "public", request_body = NewCase,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 128 visible ASCII characters; repeating the request with it gives the same receipt")),
    responses((status = 201, body = ReceiptView), (status = 422, description = "`input.invalid` names each field"), (status = 429, description = "`source.too_many`"))
)]
pub(super) async fn submit(
    State(cases): State<Cases>,
    State(sources): State<Sources>,
    caller: Caller,
    from: ClientAddr,
    grant: Granted<SubmitCase>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let key = idempotency_key(&headers)?;
    let new: NewCase = body(&bytes)?;
    let held = if caller.channel.is_some() { false } else { sources.create(from)? };
    let receipt = cases.submit(&grant, new, Source { channel: Channel::Api, held }, key.as_ref()).await?;
    let view = ReceiptView::new(&receipt, cases.now());
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("/api/v1/public/cases/{}", receipt.number))], Json(view)))
}

/// Opens the case; a wrong code slows its source down and is counted.
pub(super) async fn opened<P: Permission>(
    cases: &Cases,
    sources: &Sources,
    caller: &Caller,
    from: ClientAddr,
    path: &str,
    headers: &HeaderMap,
) -> Result<(CaseNumber, Granted<P>), Fail> {
    sources.guess(from).await;
    let proof = async { Ok::<_, Fail>((number(path)?, query_code(headers)?)) }.await;
    let opened = match proof {
        Ok((number, code)) => cases.open(&number, &code).await.map(|proof| (number, proof)).map_err(Fail::from),
        Err(fail) => Err(fail),
    };
    match opened {
        Ok((number, proof)) => Ok((number, Granted::by_code(&proof, Some(caller.request_id)).map_err(Fail::from)?)),
        Err(fail) => {
            sources.wrong_code(from);
            Err(fail)
        }
    }
}

/// Read a case with its code.
#[utoipa::path(
    get, path = "/public/cases/{number}", tag = "public",
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = PublicCaseView), (status = 404, description = "`case.not_found`: no such number, or a wrong code"))
)]
pub(super) async fn read(
    State(cases): State<Cases>,
    State(sources): State<Sources>,
    caller: Caller,
    from: ClientAddr,
    prefs: Prefs,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Result<Json<PublicCaseView>, Fail> {
    let (number, grant) = opened::<ReadCase>(&cases, &sources, &caller, from, &path, &headers).await?;
    let detail = cases.detail(&grant, &number).await?;
    Ok(Json(PublicCaseView::new(&detail, &cases.places().register(), prefs.locale, cases.now())))
}

/// Who looked at the words and the contact of the case that the code opens: role, unit, day and reason, no names.
#[utoipa::path(
    get, path = "/public/cases/{number}/looks", tag = "public",
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = LooksView), (status = 404))
)]
pub(super) async fn looks(
    State(cases): State<Cases>,
    State(sources): State<Sources>,
    caller: Caller,
    from: ClientAddr,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Fail> {
    let (_, grant) = opened::<ReadCase>(&cases, &sources, &caller, from, &path, &headers).await?;
    let looks = cases.looks_at(&grant).await?.iter().map(LookView::from).collect();
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(LooksView { looks })))
}

/// Rate an answered case: closes it, or opens it again.
#[utoipa::path(
    post, path = "/public/cases/{number}/rating", tag = "public", request_body = RatingInput,
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409, description = "`case.step_refused` with the current state"), (status = 422))
)]
pub(super) async fn rate(
    State(cases): State<Cases>,
    State(sources): State<Sources>,
    caller: Caller,
    from: ClientAddr,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Json<ChangedView>, Fail> {
    let key = idempotency_key(&headers)?;
    let (number, grant) = opened::<OwnCase>(&cases, &sources, &caller, from, &path, &headers).await?;
    let input: RatingInput = body(&bytes)?;
    Ok(Json(ChangedView::from(&cases.rate(&grant, &number, input, key.as_ref()).await?)))
}

/// Open a closed case again, within 30 days.
#[utoipa::path(
    post, path = "/public/cases/{number}/reopen", tag = "public", request_body = WordsInput,
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422))
)]
pub(super) async fn reopen(
    State(cases): State<Cases>,
    State(sources): State<Sources>,
    caller: Caller,
    from: ClientAddr,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Json<ChangedView>, Fail> {
    let key = idempotency_key(&headers)?;
    let (number, grant) = opened::<OwnCase>(&cases, &sources, &caller, from, &path, &headers).await?;
    let input: WordsInput = body(&bytes)?;
    Ok(Json(ChangedView::from(&cases.reopen(&grant, &number, input.text, key.as_ref()).await?)))
}

/// Add something to an open case.
#[utoipa::path(
    post, path = "/public/cases/{number}/supplement", tag = "public", request_body = WordsInput,
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422))
)]
pub(super) async fn supplement(
    State(cases): State<Cases>,
    State(sources): State<Sources>,
    caller: Caller,
    from: ClientAddr,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Json<ChangedView>, Fail> {
    let key = idempotency_key(&headers)?;
    let (number, grant) = opened::<OwnCase>(&cases, &sources, &caller, from, &path, &headers).await?;
    let input: WordsInput = body(&bytes)?;
    Ok(Json(ChangedView::from(&cases.supplement(&grant, &number, input.text, key.as_ref()).await?)))
}
