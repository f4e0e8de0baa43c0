//! The JSON face of cases under `/api/v1`, one file per resource. Errors are problem+json (`web::problem`).

mod desk;
mod input;
mod kinds;
mod public;
mod staff;
mod view;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};

use crate::service::Cases;

pub use view::{
    CaseView, ChangedView, DueView, EntryView, ItemView, KindView, ListView, PlaceView, PublicCaseView, ReceiptView, ReissuedView,
};
pub(crate) use view::{shown_to_resident, words_shown_to_resident};

/// The routes, to be nested under `/api/v1`.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    identity::Identity: FromRef<S>,
    web::Sources: FromRef<S>,
{
    Router::new()
        .route("/public/cases", post(public::submit))
        .route("/public/cases/{number}", get(public::read))
        .route("/public/cases/{number}/rating", post(public::rate))
        .route("/public/cases/{number}/reopen", post(public::reopen))
        .route("/public/cases/{number}/supplement", post(public::supplement))
        .route("/kinds", get(kinds::list))
        .route("/cases", get(staff::list))
        .route("/cases/{number}", get(staff::read))
        .route("/cases/{number}/dispatch", post(staff::dispatch))
        .route("/cases/{number}/release", post(desk::release))
        .route("/cases/{number}/reissue-code", post(desk::reissue_code))
        .route("/cases/{number}/answer-alarm", post(desk::answer_alarm))
        .route("/cases/{number}/accept", post(staff::accept))
        .route("/cases/{number}/start", post(staff::start))
        .route("/cases/{number}/log-contact", post(staff::log_contact))
        .route("/cases/{number}/note", post(staff::note))
        .route("/cases/{number}/answer", post(staff::answer))
        .route("/cases/{number}/resume", post(staff::resume))
}

/// The description of the routes, merged by `app` into `/api/v1/openapi.json`.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    public::submit,
    public::read,
    public::rate,
    public::reopen,
    public::supplement,
    kinds::list,
    staff::list,
    staff::read,
    staff::dispatch,
    desk::release,
    desk::reissue_code,
    desk::answer_alarm,
    staff::accept,
    staff::start,
    staff::log_contact,
    staff::note,
    staff::answer,
    staff::resume,
))]
pub struct ApiDoc;
