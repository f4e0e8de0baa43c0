//! `/orders`: supervision orders within one's scope. Every step says which version it saw.

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

use super::view::{OrderListView, OrderStoryView, OrderView};
use crate::commands::{LeadStep, SupervisorStep};
use crate::errors::SupervisionError;
use crate::model::Order;
use crate::permissions::{AnswerOrder, IssueOrder, ReadOrders, UpgradeOrder, VerifyOrder};
use crate::service::Supervision;

/// Filters of the list; each may be left out.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// `open`: only those under way; `over`: only those that are over.
    status: Option<String>,
    /// The number of a case.
    case: Option<String>,
}

/// A new order.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = OrderInput)]
pub(super) struct IssueInput {
    /// The number of the case it is about.
    #[serde(default)]
    case: String,
    /// What is demanded; the unit's lead reads it. No names, no telephone numbers.
    #[serde(default)]
    demand: String,
}

/// The words of a step.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[schema(as = OrderStepInput)]
pub(super) struct StepInput {
    /// The plan, what was done, what the resident said, the reason. May be left out to sign and to lift.
    #[serde(default)]
    text: String,
}

fn body<T: DeserializeOwned + Default>(bytes: &Bytes) -> Result<T, Fail> {
    if bytes.is_empty() {
        return Ok(T::default());
    }
    serde_json::from_slice(bytes).map_err(|_| Fail::new(Kind::Invalid, "input.malformed"))
}

/// A number in a path. A text that is none is an order that is not there.
fn number(text: &str) -> Result<u32, Fail> {
    text.parse().map_err(|_| SupervisionError::NoSuchOrder.into())
}

/// Which order, at which version, with which words.
fn sent(path: &str, headers: &HeaderMap, bytes: &Bytes) -> Result<(u32, i64, String), Fail> {
    let value = headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok());
    let seen = value
        .and_then(|text| text.trim().trim_start_matches("W/").trim_matches('"').parse().ok())
        .ok_or_else(|| Fail::new(Kind::PreconditionRequired, "supervision.if_match_required"))?;
    Ok((number(path)?, seen, body::<StepInput>(bytes)?.text))
}

fn told(order: &Order) -> impl IntoResponse + use<> {
    ([(header::ETAG, format!("\"{}\"", order.version))], Json(OrderView::from(order)))
}

/// The orders of one's scope: those under way, then the newest that are over.
#[utoipa::path(get, path = "/orders", tag = "supervision", params(ListQuery), security(("bearer" = [])),
    responses((status = 200, body = OrderListView), (status = 401), (status = 403)))]
pub(super) async fn list(
    State(supervision): State<Supervision>,
    grant: Granted<ReadOrders>,
    Query(query): Query<ListQuery>,
) -> Result<Json<OrderListView>, Fail> {
    let mut orders = supervision.orders(&grant).await?;
    match query.status.as_deref() {
        Some("open") => orders.retain(|order| order.state.is_open()),
        Some("over") => orders.retain(|order| !order.state.is_open()),
        Some(_) | None => {}
    }
    if let Some(case) = query.case.filter(|case| !case.is_empty()) {
        orders.retain(|order| order.case_number.as_str() == case);
    }
    Ok(Json(OrderListView { orders: orders.iter().map(OrderView::from).collect() }))
}

/// Issue an order about a case that a unit has.
#[utoipa::path(post, path = "/orders", tag = "supervision", request_body = IssueInput, security(("bearer" = [])),
    responses((status = 201, body = OrderView), (status = 401), (status = 403), (status = 404), (status = 409, description = "`supervision.order_open`, `supervision.no_unit`"), (status = 422)))]
pub(super) async fn issue(
    State(supervision): State<Supervision>,
    grant: Granted<IssueOrder>,
    read: Granted<ReadOrders>,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let input: IssueInput = body(&bytes)?;
    let case = input.case.parse().map_err(|_| SupervisionError::NoSuchCase)?;
    let case = supervision.case_numbered(&case).await?;
    let number = supervision.issue(&grant, case.id, &kernel::text::from_form(&input.demand)).await?;
    let story = supervision.order(&read, number).await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("/api/v1/orders/{number}"))], told(&story.order)))
}

/// One order with its story. Its version is in `ETag`.
#[utoipa::path(get, path = "/orders/{order}", tag = "supervision", params(("order" = u32, Path, description = "Its number")),
    security(("bearer" = [])), responses((status = 200, body = OrderStoryView), (status = 404)))]
pub(super) async fn read(
    State(supervision): State<Supervision>,
    grant: Granted<ReadOrders>,
    Path(path): Path<String>,
) -> Result<impl IntoResponse, Fail> {
    let story = supervision.order(&grant, number(&path)?).await?;
    Ok(([(header::ETAG, format!("\"{}\"", story.order.version))], Json(OrderStoryView::from(&story))))
}

/// The unit's lead signs for it.
#[utoipa::path(post, path = "/orders/{order}/acknowledge", tag = "supervision", request_body = StepInput, security(("bearer" = [])),
    params(("order" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = OrderView), (status = 403), (status = 404), (status = 409), (status = 428)))]
pub(super) async fn acknowledge(
    State(supervision): State<Supervision>,
    grant: Granted<AnswerOrder>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (order, seen, text) = sent(&path, &headers, &bytes)?;
    Ok(told(&supervision.answer_order(&grant, order, LeadStep::Acknowledge, &text, seen).await?))
}

/// The unit's lead hands in the plan.
#[utoipa::path(post, path = "/orders/{order}/plan", tag = "supervision", request_body = StepInput, security(("bearer" = [])),
    params(("order" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = OrderView), (status = 403), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn plan(
    State(supervision): State<Supervision>,
    grant: Granted<AnswerOrder>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (order, seen, text) = sent(&path, &headers, &bytes)?;
    Ok(told(&supervision.answer_order(&grant, order, LeadStep::Plan, &text, seen).await?))
}

/// The unit's lead reports the correction.
#[utoipa::path(post, path = "/orders/{order}/rectify", tag = "supervision", request_body = StepInput, security(("bearer" = [])),
    params(("order" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = OrderView), (status = 403), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn rectify(
    State(supervision): State<Supervision>,
    grant: Granted<AnswerOrder>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (order, seen, text) = sent(&path, &headers, &bytes)?;
    Ok(told(&supervision.answer_order(&grant, order, LeadStep::Rectify, &text, seen).await?))
}

/// The supervisor has called the resident, and the correction holds. Whoever answered for the unit cannot.
#[utoipa::path(post, path = "/orders/{order}/verify", tag = "supervision", request_body = StepInput, security(("bearer" = [])),
    params(("order" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = OrderView), (status = 403), (status = 404), (status = 409, description = "`supervision.same_hand`, `supervision.step_refused`, `supervision.stale`"), (status = 422), (status = 428)))]
pub(super) async fn verify(
    State(supervision): State<Supervision>,
    grant: Granted<VerifyOrder>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (order, seen, text) = sent(&path, &headers, &bytes)?;
    Ok(told(&supervision.verify_order(&grant, order, SupervisorStep::Verify, &text, seen).await?))
}

/// The supervisor has called the resident, and it does not hold: it is corrected again.
#[utoipa::path(post, path = "/orders/{order}/doubt", tag = "supervision", request_body = StepInput, security(("bearer" = [])),
    params(("order" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = OrderView), (status = 403), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn doubt(
    State(supervision): State<Supervision>,
    grant: Granted<VerifyOrder>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (order, seen, text) = sent(&path, &headers, &bytes)?;
    Ok(told(&supervision.verify_order(&grant, order, SupervisorStep::Doubt, &text, seen).await?))
}

/// The supervisor lifts what was verified.
#[utoipa::path(post, path = "/orders/{order}/lift", tag = "supervision", request_body = StepInput, security(("bearer" = [])),
    params(("order" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = OrderView), (status = 403), (status = 404), (status = 409), (status = 428)))]
pub(super) async fn lift(
    State(supervision): State<Supervision>,
    grant: Granted<VerifyOrder>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (order, seen, text) = sent(&path, &headers, &bytes)?;
    Ok(told(&supervision.verify_order(&grant, order, SupervisorStep::Lift, &text, seen).await?))
}

/// The organiser takes it over, with the reason.
#[utoipa::path(post, path = "/orders/{order}/upgrade", tag = "supervision", request_body = StepInput, security(("bearer" = [])),
    params(("order" = u32, Path, description = "Its number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = OrderView), (status = 403), (status = 404), (status = 409), (status = 422), (status = 428)))]
pub(super) async fn upgrade(
    State(supervision): State<Supervision>,
    grant: Granted<UpgradeOrder>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (order, seen, text) = sent(&path, &headers, &bytes)?;
    Ok(told(&supervision.upgrade_order(&grant, order, &text, seen).await?))
}
