//! The open board (阳光公开) and the public log's own page, for everybody: figures as they were published, never finer, never ranked. `views` holds what the page shows.

mod board;
mod files;
mod log;
pub mod views;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::get;
use web::Site;

use crate::service::Figures;

/// All screens.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Figures: FromRef<S>,
    Arc<Site>: FromRef<S>,
{
    Router::new()
        .route("/open", get(board::show))
        .route("/log", get(log::show))
        .route("/open/{month}/figures.csv", get(files::csv))
        .route("/open/{month}/cohort", get(files::cohort))
}
