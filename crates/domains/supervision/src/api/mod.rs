//! Orders and reminders over HTTP under `/api/v1`. Errors are problem+json (`web::problem`).

mod inbox;
mod orders;
mod view;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};

use crate::service::Supervision;

pub use view::{DigestView, InboxView, NoticeView, OrderEntryView, OrderListView, OrderStoryView, OrderView};

/// The routes, to be nested under `/api/v1`.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Supervision: FromRef<S>,
{
    Router::new()
        .route("/orders", get(orders::list).post(orders::issue))
        .route("/orders/{order}", get(orders::read))
        .route("/orders/{order}/acknowledge", post(orders::acknowledge))
        .route("/orders/{order}/plan", post(orders::plan))
        .route("/orders/{order}/rectify", post(orders::rectify))
        .route("/orders/{order}/verify", post(orders::verify))
        .route("/orders/{order}/doubt", post(orders::doubt))
        .route("/orders/{order}/lift", post(orders::lift))
        .route("/orders/{order}/upgrade", post(orders::upgrade))
        .route("/inbox", get(inbox::read))
        .route("/inbox/read", post(inbox::mark_read))
}

/// The description of the routes, merged by `app` into `/api/v1/openapi.json`.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    orders::list,
    orders::issue,
    orders::read,
    orders::acknowledge,
    orders::plan,
    orders::rectify,
    orders::verify,
    orders::doubt,
    orders::lift,
    orders::upgrade,
    inbox::read,
    inbox::mark_read,
))]
pub struct ApiDoc;
