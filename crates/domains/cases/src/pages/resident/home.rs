//! 首页.

use axum::extract::State;
use axum::response::Response;

use super::visit::Visit;
use crate::pages::strip::limit_words;
use crate::pages::views::Home;
use crate::service::Cases;

/// `GET /`.
pub(super) async fn show(State(cases): State<Cases>, visit: Visit) -> Response {
    web::page(&visit.shell, &Home { contact_within: limit_words(cases.limits_at(cases.now()).response, visit.words()) })
}
