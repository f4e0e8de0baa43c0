//! `/models`: the text models of the site, how they do, and which of them answers. An administrator lets another answer, or goes back,
//! with a reason.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header};
use identity::Granted;
use kernel::problem::FieldFault;
use kernel::{Kind, format};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Fail;

use super::input::{if_match, optional_body};
use crate::advice::{Drifted, MindFacts};
use crate::commands::ModelsNow;
use crate::errors::ChangeError;
use crate::permissions::{TakeModel, ViewModels};
use crate::ports::{ModelBeside, ModelCard, ModelLine};
use crate::service::Cases;

/// The line above which a trial proves that proposals may be followed.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = ModelLine)]
pub struct LineView {
    /// From this share of a first proposal on, 0 to 1.
    pub from: f64,
    /// The part that must be right.
    pub precision: f64,
    /// The part that is right is at least this, with 95 of 100.
    pub at_least: f64,
    /// Matters of the trial at or above the line.
    pub above: usize,
    /// How many of them were right.
    pub right: usize,
    /// So many kinds may be followed.
    pub kinds: usize,
    /// The part of the trial that would have gone by itself.
    pub coverage: f64,
}

impl From<ModelLine> for LineView {
    fn from(line: ModelLine) -> Self {
        let ModelLine { from, coverage, kinds, precision, above, right, low } = line;
        Self { from, precision, at_least: low, above, right, kinds, coverage }
    }
}

/// The report of champion and challenger: the trial of this version beside the one that answered then.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = ModelReport)]
pub struct BesideView {
    /// The version that answered then; 0 is the catalogue alone.
    pub champion: u32,
    /// Macro-F1 of this version less that of the champion.
    pub difference: f64,
    /// With 95 of 100, the difference is not below this.
    pub low: f64,
    /// Nor above this.
    pub high: f64,
    /// `better`, `worse`, or `no_difference`: none that chance does not make.
    #[schema(example = "better")]
    pub verdict: &'static str,
}

impl From<ModelBeside> for BesideView {
    fn from(beside: ModelBeside) -> Self {
        let ModelBeside { version, difference, low, high } = beside;
        let verdict = match (low > 0.0, high < 0.0) {
            (true, _) => "better",
            (false, true) => "worse",
            (false, false) => "no_difference",
        };
        Self { champion: version, difference, low, high, verdict }
    }
}

/// A version that the site has trained.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = TextModel)]
pub struct ModelView {
    /// Counts up from 1.
    pub number: u32,
    /// Whether it answers.
    pub answers: bool,
    /// When it was trained.
    pub trained_at: String,
    /// Matters that it learned from.
    pub taught: u64,
    /// In its trial, on the newest fifth of the matters, which it had not seen: the part of first proposals that were right.
    pub right: f64,
    /// In the trial: the mean F1 over the kinds.
    pub macro_f1: f64,
    /// In the trial: the mean distance between how sure it was and how often it was right.
    pub calibration_error: f64,
    /// What may go by itself; null where nothing is proven.
    pub line: Option<LineView>,
    /// Beside what answered then.
    pub report: Option<BesideView>,
}

impl ModelView {
    fn of(card: &ModelCard, answers: u32) -> Self {
        Self {
            number: card.number,
            answers: card.number == answers,
            trained_at: format::rfc3339(card.trained_at),
            taught: card.taught,
            right: card.right,
            macro_f1: card.macro_f1,
            calibration_error: card.ece,
            line: card.line.map(LineView::from),
            report: card.beside.map(BesideView::from),
        }
    }
}

/// A kind's part of all first proposals, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = KindMoved)]
pub struct MovedView {
    /// The kind.
    pub kind: String,
    /// In the trial.
    pub then: f64,
    /// Now.
    pub now: f64,
}

/// How sure a model was of its first proposals, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = SureMoved)]
pub struct SureView {
    /// In the trial.
    pub then: f64,
    /// Now.
    pub now: f64,
}

/// Whether people write of other things than when the model was trained.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = ModelDrift)]
pub struct DriftView {
    /// When it was looked at, by the copy of the program that answers this request.
    pub at: String,
    /// How many matters were looked at.
    pub matters: u64,
    /// Whether they are enough to say anything.
    pub enough: bool,
    /// Whether somebody should look.
    pub alarm: bool,
    /// Kinds that moved beyond chance.
    pub kinds: Vec<MovedView>,
    /// How sure it is, where that has changed.
    pub sure: Option<SureView>,
}

impl From<&Drifted> for DriftView {
    fn from(found: &Drifted) -> Self {
        let kind = |moved: &crate::advice::Moved| MovedView { kind: moved.kind.to_string(), then: moved.then, now: moved.now };
        Self {
            at: format::rfc3339(found.at),
            matters: found.matters,
            enough: found.enough,
            alarm: found.is_alarm(),
            kinds: found.kinds.iter().map(kind).collect(),
            sure: found.sure.map(|(then, now)| SureView { then, now }),
        }
    }
}

/// The text models and what answers.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = TextModels)]
pub struct ModelsView {
    /// The version that answers; 0 is the catalogue alone.
    pub answers: u32,
    /// The version that answered before; null where nothing did.
    pub before: Option<u32>,
    /// For `If-Match`: how often another was let answer.
    pub version: i64,
    /// What is kept, the newest first. Version 0 has no entry.
    pub models: Vec<ModelView>,
    /// Matters that corrected the version that answers since its training.
    pub corrections: usize,
    /// Whether the county lets matters go by themselves (`dispatch.automatic`).
    pub automatic: bool,
    /// Matters above the line that people decided on.
    pub checked: usize,
    /// For how many of them the program's kind was theirs.
    pub checked_right: usize,
    /// Matters that a program dispatched and somebody sent elsewhere since.
    pub undone: usize,
    /// The sample shows that the line does not hold: nothing goes by itself.
    pub line_broken: bool,
    /// Null before the first look, and where the version that answers had no trial.
    pub drift: Option<DriftView>,
}

impl ModelsView {
    fn of(now: &ModelsNow, facts: MindFacts, automatic: bool, drift: Option<&Drifted>) -> Self {
        Self {
            answers: now.answers,
            before: now.before,
            version: now.version,
            models: now.cards.iter().rev().map(|card| ModelView::of(card, now.answers)).collect(),
            corrections: facts.corrections,
            automatic,
            checked: facts.checked.all,
            checked_right: facts.checked.right,
            undone: facts.checked.undone,
            line_broken: facts.broken,
            drift: drift.map(DriftView::from),
        }
    }
}

/// Why another answers.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = ModelReason)]
pub(super) struct ReasonInput {
    /// The reason; it stands in the journal. No name, no telephone number.
    #[serde(default)]
    reason: String,
}

async fn told(cases: &Cases, grant: &Granted<ViewModels>) -> Result<Response, Fail> {
    let (now, facts) = (cases.models(grant).await?, cases.mind_facts().await.map_err(ChangeError::from)?);
    let found = cases.drifted().filter(|found| found.model == facts.number);
    let view = ModelsView::of(&now, facts, cases.settings().at(cases.now()).dispatch_automatic, found.as_ref());
    Ok(([(header::ETAG, format!("\"{}\"", now.version))], Json(view)).into_response())
}

/// What a caller of the API reads of what a form calls otherwise.
fn refused(error: ChangeError) -> Fail {
    let faults = match error {
        ChangeError::Invalid(faults) => faults,
        other => return other.into(),
    };
    match faults.first() {
        Some(FieldFault { field: "model", code: "none_before" }) => Fail::new(Kind::Conflict, "model.none_before"),
        Some(FieldFault { field: "model", .. }) => Fail::new(Kind::NotFound, "model.not_found"),
        _ => {
            let named = |fault: FieldFault| if fault.field == "why" { FieldFault { field: "reason", ..fault } } else { fault };
            ChangeError::Invalid(faults.into_iter().map(named).collect()).into()
        }
    }
}

/// The text models, how they did in their trials, which one answers, and whether people write of other things now.
#[utoipa::path(get, path = "/models", tag = "models", security(("bearer" = [])),
    responses((status = 200, body = ModelsView), (status = 401), (status = 403), (status = 503, description = "`model.unavailable`")))]
pub(super) async fn list(State(cases): State<Cases>, grant: Granted<ViewModels>) -> Result<Response, Fail> {
    told(&cases, &grant).await
}

/// Let a version answer from now on; 0 is the catalogue alone.
#[utoipa::path(post, path = "/models/{number}/take", tag = "models", request_body = ReasonInput, security(("bearer" = [])),
    params(("number" = u32, Path, description = "The version"), ("If-Match" = String, Header, description = "`version` of what was seen")),
    responses((status = 200, body = ModelsView), (status = 401), (status = 403), (status = 404, description = "`model.not_found`"),
        (status = 409, description = "`store.stale`"), (status = 422), (status = 428), (status = 503, description = "`model.unavailable`")))]
pub(super) async fn take(
    State(cases): State<Cases>,
    grant: Granted<TakeModel>,
    views: Granted<ViewModels>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Fail> {
    let number = path.parse().map_err(|_| Fail::new(Kind::NotFound, "model.not_found"))?;
    let (seen, input) = (if_match(&headers)?, optional_body::<ReasonInput>(&bytes)?);
    cases.let_answer(&grant, number, &input.reason, seen).await.map_err(refused)?;
    told(&cases, &views).await
}

/// Let the version answer that answered before.
#[utoipa::path(post, path = "/models/back", tag = "models", request_body = ReasonInput, security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "`version` of what was seen")),
    responses((status = 200, body = ModelsView), (status = 401), (status = 403), (status = 409, description = "`model.none_before`, `store.stale`"),
        (status = 422), (status = 428), (status = 503, description = "`model.unavailable`")))]
pub(super) async fn back(
    State(cases): State<Cases>,
    grant: Granted<TakeModel>,
    views: Granted<ViewModels>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Fail> {
    let (seen, input) = (if_match(&headers)?, optional_body::<ReasonInput>(&bytes)?);
    cases.answer_as_before(&grant, &input.reason, seen).await.map_err(refused)?;
    told(&cases, &views).await
}
