//! 首页.

use axum::extract::State;
use axum::response::Response;

use super::visit::Visit;
use crate::pages::views::Home;
use crate::service::Cases;
use workday::Limit;

/// `GET /`.
pub(super) async fn show(State(cases): State<Cases>, visit: Visit) -> Response {
    let contact_within = match cases.limits().response {
        Limit::Hours(n) => visit.locale().pick(&format!("{n} 小时"), &format!("{n} hours")).to_owned(),
        other @ (Limit::Minutes(_) | Limit::WorkingDays(_) | Limit::Days(_)) => other.to_string(),
    };
    web::page(&visit.shell, &Home { contact_within })
}
