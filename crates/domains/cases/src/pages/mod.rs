//! The HTML face: one file per screen. `views` holds what each page shows, as plain data; `resident` and `staff`
//! fill it.

mod resident;
mod staff;
mod strip;
pub mod views;

pub use staff::rail;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use identity::Identity;
use web::{Site, Sources};

use crate::service::Cases;

/// All screens.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    Identity: FromRef<S>,
    Sources: FromRef<S>,
    Arc<Site>: FromRef<S>,
{
    resident::router().merge(staff::router())
}
