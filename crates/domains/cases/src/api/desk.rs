//! What the desk does to a case besides dispatching it.

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::HeaderMap;
use identity::Granted;
use web::Fail;

use super::input::{if_match, number};
use super::staff::changed;
use super::view::ChangedView;
use crate::permissions::DispatchCase;
use crate::service::Cases;

/// Let a held matter go its way.
#[utoipa::path(post, path = "/cases/{number}/release", tag = "staff", security(("bearer" = [])),
    params(("number" = String, Path, description = "The case number"), ("If-Match" = String, Header, description = "The version that was seen")),
    responses((status = 200, body = ChangedView), (status = 404), (status = 409, description = "`case.not_held`, `case.stale`"), (status = 428)))]
pub(super) async fn release(
    State(cases): State<Cases>,
    grant: Granted<DispatchCase>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Fail> {
    let (number, seen) = (number(&path)?, if_match(&headers)?);
    Ok(changed(&cases.release(&grant, &number, seen).await?))
}
