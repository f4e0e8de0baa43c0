//! The HTML face: one file per screen. `views` holds what each page shows, as plain data; `resident` and `staff`
//! fill it.

mod labels;
mod looks;
mod resident;
mod staff;
mod strip;
pub mod views;

pub use staff::desk::{alert, rail};

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use http::{HeaderMap, header};
use identity::Identity;
use web::{Rail, Site, Sources};

use crate::model::ComplexReason;
use crate::service::Cases;
use crate::words::Words;

/// Why a matter is complex, as staff choose it and residents read it.
fn complex_reason(w: Words, because: ComplexReason) -> String {
    match because {
        ComplexReason::Units => w.complex_reason_units(),
        ComplexReason::Site => w.complex_reason_site(),
        ComplexReason::Decision => w.complex_reason_decision(),
        ComplexReason::Spending => w.complex_reason_spending(),
    }
    .into_owned()
}

/// The address under which people reach this site, for links on paper.
fn origin(identity: &Identity, headers: &HeaderMap) -> String {
    let settings = identity.settings();
    let host = settings.public_host.as_deref().or_else(|| headers.get(header::HOST).and_then(|host| host.to_str().ok()));
    format!("{}://{}", if settings.secure_cookies { "https" } else { "http" }, host.unwrap_or("localhost"))
}

/// All screens.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    Identity: FromRef<S>,
    Sources: FromRef<S>,
    Arc<Site>: FromRef<S>,
    Arc<dyn Rail>: FromRef<S>,
{
    resident::router().merge(staff::router())
}
