//! The screens of staff: what is mine to do, the dispatch desk, the list, one case with its steps.

mod account;
mod case;
mod cases;
mod desk;
mod dispatch;
mod forms;
mod lines;
mod marks;
mod signin;
mod signout;
mod steps;
mod turn;
mod work;

pub use desk::rail;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use identity::Identity;
use kernel::{CaseNumber, Kind};
use web::{Fail, Site};

use crate::service::Cases;

/// The screens of staff.
pub(super) fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    Identity: FromRef<S>,
    Arc<Site>: FromRef<S>,
{
    Router::new()
        .route("/signin", get(signin::show).post(signin::submit))
        .route("/signout", post(signout::submit))
        .route("/staff", get(work::show))
        .route("/staff/account", get(account::show))
        .route("/staff/dispatch", get(dispatch::first))
        .route("/staff/dispatch/{number}", get(dispatch::show))
        .route("/staff/cases", get(cases::show))
        .route("/staff/cases/{number}", get(case::show))
        .route("/staff/cases/{number}/dispatch", post(steps::dispatch))
        .route("/staff/cases/{number}/accept", post(steps::accept))
        .route("/staff/cases/{number}/contact", post(steps::contact))
        .route("/staff/cases/{number}/start", post(steps::start))
        .route("/staff/cases/{number}/answer", post(steps::answer))
        .route("/staff/cases/{number}/note", post(steps::note))
        .route("/staff/cases/{number}/resume", post(steps::resume))
}

/// The number in an address. A text that is none is a case that is not there.
fn number(text: &str) -> Result<CaseNumber, Fail> {
    text.parse().map_err(|_| Fail::new(Kind::NotFound, "case.not_found"))
}
