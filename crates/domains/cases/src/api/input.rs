//! Reading requests: bodies, numbers, codes, versions, keys.

use axum::body::Bytes;
use http::HeaderMap;
use kernel::{CaseNumber, Kind, QueryCode};
use serde::de::DeserializeOwned;
use web::Fail;

use crate::commands::IdempotencyKey;

/// The JSON body. One that is no JSON of this form is refused whole; an unpaired surrogate is no text (decisions 5).
pub(super) fn body<T: DeserializeOwned>(bytes: &Bytes) -> Result<T, Fail> {
    serde_json::from_slice(bytes).map_err(|_| Fail::new(Kind::Invalid, "input.malformed"))
}

/// As [`body`], where an empty body means an empty object.
pub(super) fn optional_body<T: DeserializeOwned + Default>(bytes: &Bytes) -> Result<T, Fail> {
    if bytes.is_empty() { Ok(T::default()) } else { body(bytes) }
}

/// A number in a path. A text that is none is a case that is not there.
pub(super) fn number(text: &str) -> Result<CaseNumber, Fail> {
    text.parse().map_err(|_| Fail::new(Kind::NotFound, "case.not_found"))
}

/// `X-Query-Code`.
pub(super) fn query_code(headers: &HeaderMap) -> Result<QueryCode, Fail> {
    headers
        .get("x-query-code")
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| Fail::new(Kind::NotFound, "case.not_found"))
}

/// `Idempotency-Key`, when there is one.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<IdempotencyKey>, Fail> {
    match headers.get("idempotency-key") {
        None => Ok(None),
        Some(value) => value
            .to_str()
            .ok()
            .and_then(|text| text.trim_matches('"').parse().ok())
            .map(Some)
            .ok_or_else(|| Fail::new(Kind::Invalid, "idempotency.bad_key")),
    }
}

/// The version that `If-Match` names. Staff commands must say what they saw (decisions 8).
pub(super) fn if_match(headers: &HeaderMap) -> Result<i64, Fail> {
    let value = headers.get(http::header::IF_MATCH).ok_or_else(|| Fail::new(Kind::PreconditionRequired, "case.if_match_required"))?;
    value
        .to_str()
        .ok()
        .and_then(|text| text.trim().trim_start_matches("W/").trim_matches('"').parse().ok())
        .ok_or_else(|| Fail::new(Kind::PreconditionRequired, "case.if_match_required"))
}
