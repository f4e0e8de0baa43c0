//! The figures over HTTP under `/api/v1`, in the form of `lianxin kpi`.

use axum::extract::{FromRef, Query, State};
use axum::routing::get;
use axum::{Json, Router};
use kernel::Kind;
use serde::{Deserialize, Serialize};
use tally::report::Row;
use tlog::leaf::Month;
use web::Fail;

use crate::queries::rows_of;
use crate::service::Figures;

/// Most months in one answer.
pub const MOST_MONTHS: usize = 36;

/// The routes, to be nested under `/api/v1`.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Figures: FromRef<S>,
{
    Router::new().route("/figures", get(list))
}

/// The description of the routes, merged by `app` into `/api/v1/openapi.json`.
#[derive(utoipa::OpenApi)]
#[openapi(paths(list))]
pub struct ApiDoc;

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Span {
    /// First month received, such as `2026-10`.
    from: String,
    /// Last month; the first when left out.
    to: Option<String>,
}

/// Figures as they were published last.
#[derive(Debug, Serialize)]
struct Published {
    /// The day of the last batch; null before there is one.
    batch: Option<String>,
    from: String,
    to: String,
    cells: Vec<Row>,
}

/// The published figures of months: for the county, each area and each unit, as the last batch left them.
#[utoipa::path(get, path = "/figures", tag = "figures", params(Span),
    responses((status = 200, description = "Rows in the form of `lianxin kpi recompute --json`", body = Object), (status = 422)))]
async fn list(State(figures): State<Figures>, Query(span): Query<Span>) -> Result<Json<serde_json::Value>, Fail> {
    let bad = || Fail::new(Kind::Invalid, "figures.no_such_month");
    let from: Month = span.from.parse().map_err(|_| bad())?;
    let to: Month = span.to.as_deref().filter(|to| !to.is_empty()).map_or(Ok(from), str::parse).map_err(|_| bad())?;
    let months: Vec<Month> =
        std::iter::successors(Some(from), |month| Some(month.next())).take_while(|month| *month <= to).take(MOST_MONTHS + 1).collect();
    if months.is_empty() || months.len() > MOST_MONTHS {
        return Err(bad());
    }
    let board = figures.board_of(from, to).await?;
    let told = Published {
        batch: board.as_ref().map(|board| board.batch.on.to_string()),
        from: from.to_string(),
        to: to.to_string(),
        cells: board.map_or_else(Vec::new, |board| rows_of(&board, months)),
    };
    serde_json::to_value(told).map(Json).map_err(|_| bad())
}
