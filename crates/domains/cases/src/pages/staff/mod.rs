//! The screens of staff: what is mine to do, the dispatch desk, the list, one case with its steps.

mod alike;
mod assists;
mod case;
mod cases;
pub(super) mod desk;
mod dispatch;
mod forms;
mod held;
mod lines;
mod looks;
mod marks;
mod models;
mod offers;
mod on_call;
mod reissue;
mod steps;
mod take;
mod turn;
mod warrants;
mod what_if;
mod work;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use identity::Identity;
use kernel::{CaseNumber, Kind};
use web::{Fail, Rail, Site};

use crate::commands::{Verb, every_verb};
use crate::service::Cases;

/// The screens of staff.
pub(super) fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    Identity: FromRef<S>,
    Arc<Site>: FromRef<S>,
    Arc<dyn Rail>: FromRef<S>,
{
    Router::new()
        .route("/staff", get(work::show))
        .route("/staff/dispatch", get(dispatch::first))
        .route("/staff/dispatch/held", get(held::show).post(held::release))
        .route("/staff/dispatch/{number}", get(dispatch::show))
        .route("/staff/models", get(models::show).post(models::take))
        .route("/staff/on-call", get(on_call::show).post(on_call::save))
        .route("/staff/reissue", get(reissue::ask))
        .route("/staff/reissue/{number}", get(reissue::show).post(reissue::submit))
        .route("/staff/looks", get(looks::own))
        .route("/staff/looks/all", get(looks::all))
        .route("/staff/warrants", get(warrants::show).post(warrants::ask))
        .route("/staff/warrants/{id}/{decision}", post(warrants::decide))
        .route("/staff/samples", post(warrants::draw))
        .route("/staff/samples/{id}/end", post(warrants::end))
        .route("/staff/assists", get(assists::list))
        .route("/staff/assists/{number}", get(assists::show))
        .route("/staff/assists/{number}/report", post(assists::report))
        .route("/staff/cases", get(cases::show))
        .route("/staff/cases/{number}", get(case::show))
        .route("/staff/cases/{number}/what-if", get(what_if::show))
        .route("/staff/cases/{number}/dispatch", post(steps::dispatch))
        .route("/staff/cases/{number}/release", post(steps::release))
        .route("/staff/cases/{number}/answer-alarm", post(steps::answer_alarm))
        .route("/staff/cases/{number}/unmask", post(steps::unmask))
        .route("/staff/cases/{number}/accept", post(steps::accept))
        .route("/staff/cases/{number}/contact", post(steps::contact))
        .route("/staff/cases/{number}/start", post(steps::start))
        .route("/staff/cases/{number}/answer", post(steps::answer))
        .route("/staff/cases/{number}/note", post(steps::note))
        .route("/staff/cases/{number}/resume", post(steps::resume))
        .merge(others())
}

/// The steps that have no form of their own design: one route each.
fn others<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    Identity: FromRef<S>,
    Arc<Site>: FromRef<S>,
    Arc<dyn Rail>: FromRef<S>,
{
    // These have their own forms, and their routes above.
    const OWN: [&str; 6] = ["dispatch", "accept", "start", "answer", "note", "resume"];
    let mut router = Router::new();
    macro_rules! route {
        ($($verb:ty, $summary:literal;)*) => {
            $(
                if !OWN.contains(&<$verb as Verb>::NAME) {
                    router = router.route(&format!("/staff/cases/{{number}}/{}", <$verb as Verb>::NAME), post(take::step::<$verb>));
                }
            )*
        };
    }
    every_verb!(route);
    router
}

/// The number in an address. A text that is none is a case that is not there.
fn number(text: &str) -> Result<CaseNumber, Fail> {
    text.parse().map_err(|_| Fail::new(Kind::NotFound, "case.not_found"))
}
