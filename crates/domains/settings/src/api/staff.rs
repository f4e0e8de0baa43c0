//! Proposals. Every decision says which version it saw.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use http::{HeaderMap, StatusCode, header};
use identity::Granted;
use kernel::Kind;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use web::Fail;

use super::view::{ProposalListView, ProposalView, WordListView};
use crate::commands::NewProposal;
use crate::model::Proposal;
use crate::permissions::{DecideSetting, ProposeSetting, ViewSettings};
use crate::service::Settings;

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// `open`: only those that wait for a decision.
    status: Option<String>,
    /// `next` of the page before.
    before: Option<u32>,
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WordQuery {
    /// Only words that hold this, or that stand for it.
    q: Option<String>,
    /// `next` of the page before.
    before: Option<i64>,
}

/// Words on one page.
const WORDS: usize = 500;

/// The words of the dictionary that are in force, the newest first. Propose words with `POST /settings/proposals`.
#[utoipa::path(get, path = "/settings/words", tag = "settings", params(WordQuery), security(("bearer" = [])),
    responses((status = 200, body = WordListView), (status = 401), (status = 403)))]
pub(super) async fn words(
    State(settings): State<Settings>,
    _grant: Granted<ViewSettings>,
    Query(query): Query<WordQuery>,
) -> Json<WordListView> {
    let (register, q) = (settings.register(), query.q.as_deref().unwrap_or_default());
    let newest = register.words().iter().rev().filter(|held| query.before.is_none_or(|before| held.seq < before));
    let mut found: Vec<_> =
        newest.filter(|held| held.word.word.contains(q) || held.word.means.to_string().contains(q)).take(WORDS + 1).collect();
    let more = found.len() > WORDS;
    found.truncate(WORDS);
    Json(WordListView { next: found.last().filter(|_| more).map(|held| held.seq), words: found.into_iter().map(Into::into).collect() })
}

/// Why, in words that are published.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = DecisionInput)]
pub(super) struct RemarkInput {
    /// The reason; owed for a refusal.
    #[serde(default)]
    remark: Option<String>,
}

fn body<T: DeserializeOwned + Default>(bytes: &Bytes) -> Result<T, Fail> {
    if bytes.is_empty() {
        return Ok(T::default());
    }
    serde_json::from_slice(bytes).map_err(|_| Fail::new(Kind::Invalid, "input.malformed"))
}

/// A number in a path. A text that is none is a proposal that is not there.
fn number(text: &str) -> Result<u32, Fail> {
    text.parse().map_err(|_| Fail::new(Kind::NotFound, "settings.no_such_proposal"))
}

fn seen(headers: &HeaderMap) -> Result<i64, Fail> {
    let value = headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok());
    value
        .and_then(|text| text.trim().trim_start_matches("W/").trim_matches('"').parse().ok())
        .ok_or_else(|| Fail::new(Kind::PreconditionRequired, "settings.if_match_required"))
}

fn told(proposal: &Proposal) -> impl IntoResponse + use<> {
    ([(header::ETAG, format!("\"{}\"", proposal.version))], Json(ProposalView::from(proposal)))
}

/// Proposals, the newest first.
#[utoipa::path(get, path = "/settings/proposals", tag = "settings", params(ListQuery), security(("bearer" = [])),
    responses((status = 200, body = ProposalListView), (status = 401), (status = 403)))]
pub(super) async fn list(
    State(settings): State<Settings>,
    grant: Granted<ViewSettings>,
    Query(query): Query<ListQuery>,
) -> Result<Json<ProposalListView>, Fail> {
    let page = settings.proposals(&grant, query.status.as_deref() == Some("open"), query.before).await?;
    Ok(Json(ProposalListView { proposals: page.proposals.iter().map(ProposalView::from).collect(), next: page.next }))
}

/// Propose new values.
#[utoipa::path(post, path = "/settings/proposals", tag = "settings", request_body = NewProposal, security(("bearer" = [])),
    responses((status = 201, body = ProposalView), (status = 401), (status = 403), (status = 422)))]
pub(super) async fn propose(
    State(settings): State<Settings>,
    grant: Granted<ProposeSetting>,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let proposal = settings.propose(&grant, body(&bytes)?).await?;
    Ok((StatusCode::CREATED, told(&proposal)))
}

/// One proposal with what it does.
#[utoipa::path(get, path = "/settings/proposals/{number}", tag = "settings", params(("number" = u32, Path, description = "Its number")),
    security(("bearer" = [])), responses((status = 200, body = ProposalView), (status = 404)))]
pub(super) async fn read(
    State(settings): State<Settings>,
    grant: Granted<ViewSettings>,
    Path(path): Path<String>,
) -> Result<impl IntoResponse, Fail> {
    let proposal = settings.proposal(&grant, number(&path)?).await?;
    let view = ProposalView::from(&proposal).with_effect(&settings.effect(&proposal, settings.now()));
    Ok(([(header::ETAG, format!("\"{}\"", proposal.version))], Json(view)))
}

/// Approve what somebody else proposed.
#[utoipa::path(post, path = "/settings/proposals/{number}/approve", tag = "settings", request_body = RemarkInput, security(("bearer" = [])),
    params(("number" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ProposalView), (status = 403), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn approve(
    State(settings): State<Settings>,
    grant: Granted<DecideSetting>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, seen(&headers)?, body::<RemarkInput>(&bytes)?);
    Ok(told(&settings.approve(&grant, number, input.remark, seen).await?))
}

/// Refuse what somebody else proposed, with the reason.
#[utoipa::path(post, path = "/settings/proposals/{number}/refuse", tag = "settings", request_body = RemarkInput, security(("bearer" = [])),
    params(("number" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ProposalView), (status = 403), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn refuse(
    State(settings): State<Settings>,
    grant: Granted<DecideSetting>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, seen(&headers)?, body::<RemarkInput>(&bytes)?);
    Ok(told(&settings.refuse(&grant, number, input.remark.unwrap_or_default(), seen).await?))
}

/// Take one's own proposal back.
#[utoipa::path(post, path = "/settings/proposals/{number}/withdraw", tag = "settings", security(("bearer" = [])),
    params(("number" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ProposalView), (status = 403), (status = 404), (status = 409), (status = 428)))]
pub(super) async fn withdraw(
    State(settings): State<Settings>,
    grant: Granted<ProposeSetting>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen) = (number(&path)?, seen(&headers)?);
    Ok(told(&settings.withdraw(&grant, number, seen).await?))
}
