//! `/public/cases/{number}/…`: the resident's rarer steps, each opened by the code.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRef, FromRequestParts, Path};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use identity::Granted;
use identity::http::Caller;
use kernel::CaseNumber;
use web::{ClientAddr, Fail, Sources};

use super::input::{body, idempotency_key, optional_body};
use super::public::{WordsInput, opened};
use super::view::ChangedView;
use crate::commands::{IdempotencyKey, WithdrawInput};
use crate::permissions::OwnCase;
use crate::service::Cases;

/// A resident's step on the case that her code opens.
pub(super) struct Own {
    cases: Cases,
    number: CaseNumber,
    grant: Granted<OwnCase>,
    key: Option<IdempotencyKey>,
}

impl<S> FromRequestParts<S> for Own
where
    S: Send + Sync,
    Cases: FromRef<S>,
    Sources: FromRef<S>,
    identity::Identity: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let caller = Caller::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        let from = ClientAddr::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        let Path(path) = Path::<String>::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        let (cases, sources) = (Cases::from_ref(state), Sources::from_ref(state));
        let refuse = IntoResponse::into_response;
        let key = idempotency_key(&parts.headers).map_err(refuse)?;
        let (number, grant) =
            opened::<OwnCase>(&cases, &sources, &caller, from, &path, &parts.headers).await.map_err(IntoResponse::into_response)?;
        Ok(Self { cases, number, grant, key })
    }
}

/// Remind whoever has the case, once a day.
#[utoipa::path(
    post, path = "/public/cases/{number}/chase", tag = "public",
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409, description = "`case.chased_today`"))
)]
pub(super) async fn chase(own: Own) -> Result<Json<ChangedView>, Fail> {
    Ok(Json(ChangedView::from(&own.cases.chase(&own.grant, &own.number, own.key.as_ref()).await?)))
}

/// Take the matter back.
#[utoipa::path(
    post, path = "/public/cases/{number}/withdraw", tag = "public", request_body = WithdrawInput,
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422))
)]
pub(super) async fn withdraw(own: Own, bytes: Bytes) -> Result<Json<ChangedView>, Fail> {
    let input: WithdrawInput = optional_body(&bytes)?;
    Ok(Json(ChangedView::from(&own.cases.withdraw(&own.grant, &own.number, input, own.key.as_ref()).await?)))
}

/// Contest that the matter was not accepted, once.
#[utoipa::path(
    post, path = "/public/cases/{number}/contest", tag = "public", request_body = WordsInput,
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422))
)]
pub(super) async fn contest(own: Own, bytes: Bytes) -> Result<Json<ChangedView>, Fail> {
    let input: WordsInput = body(&bytes)?;
    Ok(Json(ChangedView::from(&own.cases.contest(&own.grant, &own.number, input.text, own.key.as_ref()).await?)))
}

/// Contest kind, type or complexity, once.
#[utoipa::path(
    post, path = "/public/cases/{number}/contest-class", tag = "public", request_body = WordsInput,
    params(("number" = String, Path, description = "The case number"), ("X-Query-Code" = String, Header, description = "The query code")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409), (status = 422))
)]
pub(super) async fn contest_class(own: Own, bytes: Bytes) -> Result<Json<ChangedView>, Fail> {
    let input: WordsInput = body(&bytes)?;
    Ok(Json(ChangedView::from(&own.cases.contest_class(&own.grant, &own.number, input.text, own.key.as_ref()).await?)))
}
