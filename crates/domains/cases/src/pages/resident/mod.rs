//! The screens of residents. No sign-in: a cookie of 30 minutes opens one matter whose code was shown.

mod find;
mod home;
mod looks;
mod own;
mod proofs;
mod receipt;
mod report;
mod told;
mod track;
mod visit;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use identity::Identity;
use web::{Site, Sources};

use crate::service::Cases;

/// The screens of residents.
pub(super) fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    Identity: FromRef<S>,
    Sources: FromRef<S>,
    Arc<Site>: FromRef<S>,
{
    Router::new()
        .route("/", get(home::show))
        .route("/report", get(report::blank).post(report::submit))
        .route("/report/start", post(report::start))
        .route("/report/suggest", post(report::suggest))
        .route("/receipt/{number}", get(receipt::show))
        .route("/receipt/{number}/qr.svg", get(receipt::qr))
        .route("/receipt/{number}/proof.svg", get(proofs::qr))
        .route("/r", get(proofs::check))
        .route("/find", get(find::blank).post(find::submit))
        .route("/t/{number}/{code}", get(find::link))
        .route("/track/{number}", get(track::show))
        .route("/track/{number}/looks", get(looks::show))
        .route("/track/{number}/receipts/{version}", get(proofs::file))
        .route("/track/{number}/rating", post(track::rate))
        .route("/track/{number}/supplement", post(track::supplement))
        .route("/track/{number}/reopen", post(track::reopen))
        .route("/track/{number}/{step}", post(track::take))
}
