//! `/api/v1`: the routes of all domains under one roof, sessions, and the description of it all.

mod docs;
mod sessions;

use axum::Router;
use axum::routing::{delete, get, post};

use crate::wiring::App;

/// All routes of the API.
pub(crate) fn router() -> Router<App> {
    let v1 = Router::new()
        .merge(cases::api::router())
        .merge(places::api_router())
        .merge(settings::api::router())
        .merge(supervision::api::router())
        .merge(figures::api::router())
        .route("/sessions", post(sessions::create))
        .route("/sessions/current", delete(sessions::end))
        .route("/openapi.json", get(docs::openapi));
    Router::new().nest("/api/v1", v1).route("/developers", get(docs::page))
}
