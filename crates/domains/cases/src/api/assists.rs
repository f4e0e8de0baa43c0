//! `/assists`: what one's unit is asked to help with (协办): kind, place and the words that are for it, nothing of what the resident wrote.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::{HeaderMap, header};
use identity::Granted;
use kernel::format;
use serde::Serialize;
use utoipa::ToSchema;
use web::Fail;

use super::input::{if_match, number, optional_body};
use super::staff::changed;
use super::view::ChangedView;
use crate::commands::ReportInput;
use crate::permissions::Assist;
use crate::queries::{AssistNote, Assisted};
use crate::service::Cases;

/// A case as a unit that helps sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssistView {
    /// The number.
    pub number: String,
    /// The version; of one case also in `ETag`.
    pub version: i64,
    /// Code of the kind.
    pub kind: Option<String>,
    /// Code of the community.
    pub area: Option<String>,
    /// The road or estate, by its name in the register.
    pub road: Option<String>,
    /// Code of the unit that has it.
    pub unit: Option<String>,
    /// The state.
    pub status: &'static str,
    /// `green`, `yellow` or `red`.
    pub light: &'static str,
    /// When the answer is due.
    pub due: Option<String>,
}

impl AssistView {
    fn new(assisted: &Assisted) -> Self {
        Self {
            number: assisted.number.to_string(),
            version: assisted.version,
            kind: assisted.kind.as_ref().map(ToString::to_string),
            area: assisted.area.as_ref().map(ToString::to_string),
            road: assisted.road.clone(),
            unit: assisted.lead.as_ref().map(ToString::to_string),
            status: assisted.state.code(),
            light: assisted.light.code(),
            due: assisted.due.map(format::rfc3339),
        }
    }
}

/// Cases that one's unit helps with.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssistsView {
    /// What turns red first, first; at most 100.
    pub cases: Vec<AssistView>,
}

/// Words between the unit that has a case and one that helps.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssistNoteView {
    /// When.
    pub at: String,
    /// `asked`: written to the unit that helps; `reported`: by it.
    pub what: &'static str,
    /// The words; null after an erasure.
    pub words: Option<String>,
}

impl From<&AssistNote> for AssistNoteView {
    fn from(note: &AssistNote) -> Self {
        Self { at: format::rfc3339(note.at), what: if note.is_report { "reported" } else { "asked" }, words: note.words.clone() }
    }
}

/// A case that one's unit helps with, and the words between the two units.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssistStoryView {
    /// The case.
    #[serde(flatten)]
    pub case: AssistView,
    /// Oldest first.
    pub notes: Vec<AssistNoteView>,
}

/// What one's unit is asked to help with.
#[utoipa::path(get, path = "/assists", tag = "staff", security(("bearer" = [])),
    responses((status = 200, body = AssistsView), (status = 401), (status = 403)))]
pub(super) async fn list(State(cases): State<Cases>, grant: Granted<Assist>) -> Result<Json<AssistsView>, Fail> {
    let found = cases.assists(&grant).await?;
    Ok(Json(AssistsView { cases: found.iter().map(AssistView::new).collect() }))
}

/// One of them, with the words that are for one's unit. Its version is in `ETag`.
#[utoipa::path(get, path = "/assists/{number}", tag = "staff", params(("number" = String, Path, description = "The case number")),
    security(("bearer" = [])), responses((status = 200, body = AssistStoryView), (status = 401), (status = 403), (status = 404)))]
pub(super) async fn read(State(cases): State<Cases>, grant: Granted<Assist>, Path(path): Path<String>) -> Result<impl IntoResponse, Fail> {
    let found = cases.assist(&grant, &number(&path)?).await?;
    let view = AssistStoryView { case: AssistView::new(&found), notes: found.notes.iter().map(AssistNoteView::from).collect() };
    Ok(([(header::ETAG, format!("\"{}\"", view.case.version))], Json(view)))
}

/// Report to the unit that has the case.
#[utoipa::path(post, path = "/assists/{number}/report", tag = "staff", request_body = ReportInput, security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 401), (status = 403), (status = 404), (status = 409, description = "`case.stale`"), (status = 422), (status = 428)))]
pub(super) async fn report(
    State(cases): State<Cases>,
    grant: Granted<Assist>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, optional_body::<ReportInput>(&bytes)?);
    Ok(changed(&cases.report_assist(&grant, &number, &input, seen).await?))
}
