//! The rules over HTTP under `/api/v1`: what is in force is public; proposals are staff's.

mod public;
mod staff;
mod view;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};

use crate::service::Settings;

pub use view::{
    CalendarView, ChangeView, DayView, HistoryView, NoticeView, ParameterView, ProposalListView, ProposalView, ScopedView, SettingsView,
    ShiftView, WordListView, WordView, YearView,
};

/// The routes, to be nested under `/api/v1`.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Settings: FromRef<S>,
{
    Router::new()
        .route("/settings", get(public::list))
        .route("/settings/calendar", get(public::calendar))
        .route("/settings/{code}", get(public::read))
        .route("/settings/words", get(staff::words))
        .route("/settings/proposals", get(staff::list).post(staff::propose))
        .route("/settings/proposals/{number}", get(staff::read))
        .route("/settings/proposals/{number}/approve", post(staff::approve))
        .route("/settings/proposals/{number}/refuse", post(staff::refuse))
        .route("/settings/proposals/{number}/withdraw", post(staff::withdraw))
}

/// The description of the routes, merged by `app` into `/api/v1/openapi.json`.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    public::list,
    public::calendar,
    public::read,
    staff::words,
    staff::list,
    staff::propose,
    staff::read,
    staff::approve,
    staff::refuse,
    staff::withdraw,
))]
pub struct ApiDoc;
