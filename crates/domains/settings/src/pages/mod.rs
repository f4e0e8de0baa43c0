//! The HTML face: the list of rules, one rule with its history, proposals, and the rules for everybody. `views` holds
//! what each page shows, as plain data.

mod calendar;
mod desk;
mod fill;
mod list;
mod parameter;
mod proposals;
mod register;
mod rules;
pub mod views;
mod words;

pub use calendar::alert;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use web::{Rail, Site};

use crate::ports::OpenMatters;
use crate::service::Settings;

/// All screens.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Settings: FromRef<S>,
    Arc<Site>: FromRef<S>,
    Arc<dyn Rail>: FromRef<S>,
    Arc<dyn OpenMatters>: FromRef<S>,
{
    Router::new()
        .route("/rules", get(rules::show))
        .route("/staff/settings", get(list::show))
        .route("/staff/settings/proposals", get(proposals::list))
        .route("/staff/settings/proposals/{number}", get(proposals::show))
        .route("/staff/settings/proposals/{number}/approve", post(proposals::approve))
        .route("/staff/settings/proposals/{number}/refuse", post(proposals::refuse))
        .route("/staff/settings/proposals/{number}/withdraw", post(proposals::withdraw))
        .route("/staff/settings/calendar", get(calendar::show).post(calendar::propose))
        .route("/staff/settings/register", get(register::show).post(register::propose))
        .route("/staff/settings/words", get(words::show).post(words::propose))
        .route("/staff/settings/{code}", get(parameter::show).post(parameter::propose))
}
