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
use kernel::Timestamp;
use web::{Rail, Site, Sources};

use crate::model::event::Moved;
use crate::model::{ClockName, ComplexReason};
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

/// The name of a clock: what it waits for.
pub fn clock_name(w: Words, name: ClockName) -> String {
    match name {
        ClockName::Response => w.clock_response(),
        ClockName::Plan => w.clock_plan(),
        ClockName::Final => w.clock_final(),
        ClockName::Dispatch => w.clock_dispatch(),
        ClockName::Return => w.clock_return(),
        ClockName::Rating => w.clock_rating(),
    }
    .into_owned()
}

/// From when to when each clock moved, a line for each of `clocks`; `None` when none of them did.
fn moved_words<'m>(w: Words, moved: impl Iterator<Item = &'m Moved>, when: impl Fn(Timestamp) -> String) -> Option<String> {
    let at = |ms: Option<i64>| ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    // A clock that stands still has no end to tell.
    let ends = moved.filter_map(|moved| Some((moved.clock, at(moved.from)?, at(moved.to)?)));
    let lines: Vec<String> = ends.map(|(clock, from, to)| w.recalculated_clock(clock_name(w, clock), when(from), when(to))).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
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
