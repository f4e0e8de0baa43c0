//! `/warrants` and `/samples`: leave to read with an end (decisions 3; ADR 0015).

use std::collections::HashMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::{StatusCode, header};
use identity::http::Caller;
use identity::{Granted, Permission};
use kernel::{AccountId, SampleId, WarrantId};
use serde::Deserialize;
use web::{Fail, Prefs};

use super::input::optional_body;
use super::leave_view::{SampleView, SamplesView, WarrantIdView, WarrantView, WarrantsView};
use crate::commands::{SampleInput, WarrantInput, number_or_text};
use crate::errors::{ChangeError, LeaveError};
use crate::permissions::{AskWarrant, DrawSample, GrantWarrant};
use crate::service::Cases;

/// Which matter, why, and for how long.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = WarrantInput)]
pub(super) struct AskInput {
    /// The number of the matter.
    #[serde(default)]
    number: String,
    /// `complaint`, `figures`, `leak` or `audit`.
    #[serde(default)]
    reason: String,
    /// For how many days from the moment it is granted; at most what `warrant.max` says.
    #[serde(default, deserialize_with = "number_or_text")]
    #[schema(value_type = u32)]
    days: Option<u32>,
}

/// What a sample is drawn from, and for whom.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = SampleInput)]
pub(super) struct DrawInput {
    /// The sign-in name of an evaluator or an auditor.
    #[serde(default)]
    reader: String,
    /// The month in which the matters were received: `2026-10`.
    #[serde(default)]
    month: String,
    /// How many, 1 to 100.
    #[serde(default, deserialize_with = "number_or_text")]
    #[schema(value_type = u32)]
    count: Option<u32>,
    /// For how many days.
    #[serde(default, deserialize_with = "number_or_text")]
    #[schema(value_type = u32)]
    days: Option<u32>,
}

fn number(n: Option<u32>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}

/// A text that is no id names a warrant that is not there.
fn warrant(text: &str) -> Result<WarrantId, Fail> {
    text.parse().map_err(|_| LeaveError::NoSuch.into())
}

async fn names(cases: &Cases, people: &[AccountId], prefs: Prefs) -> Result<HashMap<AccountId, String>, Fail> {
    Ok(cases.names(people, prefs.locale).await.map_err(ChangeError::from)?.into_iter().collect())
}

/// The permission of whoever is signed in, if she has it.
fn held<P: Permission>(caller: &Caller) -> Result<Option<Granted<P>>, Fail> {
    Ok(caller.staff()?.granted(Some(caller.request_id)).ok())
}

/// The newest warrants: an organiser's list is everybody's, an auditor's her own.
#[utoipa::path(get, path = "/warrants", tag = "staff", security(("bearer" = [])),
    responses((status = 200, body = WarrantsView), (status = 401), (status = 403)))]
pub(super) async fn warrants(State(cases): State<Cases>, caller: Caller, prefs: Prefs) -> Result<impl IntoResponse, Fail> {
    let found = match held::<GrantWarrant>(&caller)? {
        Some(grants) => cases.all_warrants(&grants).await?,
        None => cases.own_warrants(&caller.staff()?.granted::<AskWarrant>(Some(caller.request_id))?).await?,
    };
    let people: Vec<AccountId> = found.iter().map(|(warrant, _)| warrant.reader).collect();
    let (names, now) = (names(&cases, &people, prefs).await?, cases.now());
    let rows = found.iter().map(|(warrant, number)| WarrantView::new(warrant, number, names.get(&warrant.reader).cloned(), now));
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(WarrantsView { warrants: rows.collect() })))
}

/// Ask for leave to read one matter. Somebody else grants it.
#[utoipa::path(post, path = "/warrants", tag = "staff", request_body = AskInput, security(("bearer" = [])),
    responses((status = 201, body = WarrantIdView), (status = 401), (status = 403), (status = 409, description = "`leave.already`, `case.erased`"), (status = 422)))]
pub(super) async fn ask(
    State(cases): State<Cases>,
    grant: Granted<AskWarrant>,
    bytes: Bytes,
) -> Result<(StatusCode, Json<WarrantIdView>), Fail> {
    let AskInput { number: of, reason, days } = optional_body(&bytes)?;
    let id = cases.ask_warrant(&grant, &WarrantInput { number: of, reason, days: number(days) }).await?;
    Ok((StatusCode::CREATED, Json(WarrantIdView { id: id.to_string() })))
}

/// Grant a warrant that somebody else asked for. It runs from now.
#[utoipa::path(post, path = "/warrants/{id}/grant", tag = "staff", params(("id" = String, Path, description = "Its id")), security(("bearer" = [])),
    responses((status = 204), (status = 401), (status = 403), (status = 404), (status = 409, description = "`leave.own`, `leave.over`")))]
pub(super) async fn grant(State(cases): State<Cases>, grant: Granted<GrantWarrant>, Path(path): Path<String>) -> Result<StatusCode, Fail> {
    cases.grant_warrant(&grant, warrant(&path)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Refuse a warrant.
#[utoipa::path(post, path = "/warrants/{id}/refuse", tag = "staff", params(("id" = String, Path, description = "Its id")), security(("bearer" = [])),
    responses((status = 204), (status = 401), (status = 403), (status = 404), (status = 409, description = "`leave.own`, `leave.over`")))]
pub(super) async fn refuse(State(cases): State<Cases>, grant: Granted<GrantWarrant>, Path(path): Path<String>) -> Result<StatusCode, Fail> {
    cases.refuse_warrant(&grant, warrant(&path)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// End a warrant before its time.
#[utoipa::path(post, path = "/warrants/{id}/end", tag = "staff", params(("id" = String, Path, description = "Its id")), security(("bearer" = [])),
    responses((status = 204), (status = 401), (status = 403), (status = 404), (status = 409, description = "`leave.over`")))]
pub(super) async fn end(State(cases): State<Cases>, grant: Granted<GrantWarrant>, Path(path): Path<String>) -> Result<StatusCode, Fail> {
    cases.end_warrant(&grant, warrant(&path)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The samples that are open, or ended in the last 90 days.
#[utoipa::path(get, path = "/samples", tag = "staff", security(("bearer" = [])),
    responses((status = 200, body = SamplesView), (status = 401), (status = 403)))]
pub(super) async fn samples(State(cases): State<Cases>, grant: Granted<DrawSample>, prefs: Prefs) -> Result<impl IntoResponse, Fail> {
    let found = cases.all_samples(&grant).await?;
    let people: Vec<AccountId> = found.iter().flat_map(|sample| [sample.reader, sample.drawn_by]).collect();
    let (names, now) = (names(&cases, &people, prefs).await?, cases.now());
    let rows = found.iter().map(|sample| SampleView::new(sample, &names, now));
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(SamplesView { samples: rows.collect() })))
}

/// Draw closed, unsealed matters of a month by chance, for somebody else to read. Fewer where the month has no more.
#[utoipa::path(post, path = "/samples", tag = "staff", request_body = DrawInput, security(("bearer" = [])),
    responses((status = 201, body = SampleView), (status = 401), (status = 403), (status = 409, description = "`leave.own`"), (status = 422)))]
pub(super) async fn draw(
    State(cases): State<Cases>,
    grant: Granted<DrawSample>,
    prefs: Prefs,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let DrawInput { reader, month, count, days } = optional_body(&bytes)?;
    let sample = cases.draw_sample(&grant, &SampleInput { reader, month, count: number(count), days: number(days) }).await?;
    let names = names(&cases, &[sample.reader, sample.drawn_by], prefs).await?;
    Ok((StatusCode::CREATED, Json(SampleView::new(&sample, &names, cases.now()))))
}

/// End a sample before its time.
#[utoipa::path(post, path = "/samples/{id}/end", tag = "staff", params(("id" = String, Path, description = "Its id")), security(("bearer" = [])),
    responses((status = 204), (status = 401), (status = 403), (status = 404), (status = 409, description = "`leave.over`")))]
pub(super) async fn end_sample(
    State(cases): State<Cases>,
    grant: Granted<DrawSample>,
    Path(path): Path<String>,
) -> Result<StatusCode, Fail> {
    let id: SampleId = path.parse().map_err(|_| Fail::from(LeaveError::NoSuch))?;
    cases.end_sample(&grant, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
