//! `/cases`: what staff may do. Every command says which version it saw.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use http::{HeaderMap, header};
use identity::Granted;
use serde::Deserialize;
use web::{Fail, Prefs};

use super::input::{if_match, number, optional_body};
use super::view::{CaseView, ChangedView, ItemView, ListView};
use crate::commands::{Changed, Verb};
use crate::permissions::ReadCase;
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
    let page = cases.lines(&grant, &input).await?;
    Ok(Json(ListView { cases: page.rows.into_iter().map(ItemView::from).collect(), next: page.next }))
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

/// Any step of staff: `POST /cases/{number}/{step}` with `If-Match`.
pub(super) async fn step<V: Verb>(
    State(cases): State<Cases>,
    grant: Granted<V::Permission>,
    Path(path): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen, input) = (number(&path)?, if_match(&headers)?, optional_body::<V>(&bytes)?);
    Ok(changed(&input.run(&cases, &grant, &number, seen).await?))
}
