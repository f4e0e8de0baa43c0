//! The screens: the supervision desk, orders, one's own week, reminders and absences. `views` holds what each page shows, as plain
//! data.

mod beside;
mod board;
mod desk;
mod inbox;
mod issue;
mod labels;
mod order;
pub mod views;
mod week;

pub use beside::beside;
pub(crate) use labels::Labels;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use identity::Principal;
use kernel::{Locale, RequestId};
use store::StoreError;
use web::{NavItem, Rail, Site};

use crate::permissions::{ReadOrders, WatchCounty};
use crate::queries::COUNTED;
use crate::service::Supervision;
use crate::words::Words;

/// All screens.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Supervision: FromRef<S>,
    Arc<Site>: FromRef<S>,
    Arc<dyn Rail>: FromRef<S>,
{
    Router::new()
        .route("/staff/supervision", get(board::show))
        .route("/staff/supervision/issue", get(issue::ask).post(issue::issue))
        .route("/staff/orders", get(order::list))
        .route("/staff/orders/{order}", get(order::show))
        .route("/staff/orders/{order}/{step}", post(order::step))
        .route("/staff/week", get(week::show))
        .route("/staff/inbox", get(inbox::show).post(inbox::read))
        .route("/staff/absence", post(inbox::away))
        .route("/staff/absence/{id}/end", post(inbox::back))
}

/// This domain's ways in the staff's rail: the desk or the unit's orders, and everybody's reminders with how many are unread.
pub async fn rail(supervision: &Supervision, request_id: RequestId, who: &Principal, locale: Locale) -> Result<Vec<NavItem>, StoreError> {
    let w = Words::of(locale);
    let item = |href, icon, label: std::borrow::Cow<'static, str>| NavItem { href, icon, label: label.into_owned(), badge: None };
    let mut items = Vec::new();
    if who.granted::<WatchCounty>(Some(request_id)).is_ok() {
        items.push(item("/staff/supervision", "alert-triangle", w.nav_board()));
    } else if who.granted::<ReadOrders>(Some(request_id)).is_ok() {
        items.push(item("/staff/orders", "alert-triangle", w.nav_orders()));
    }
    let unread = supervision.unread(who).await?;
    let badge = (unread > 0).then(|| if unread > COUNTED { format!("{COUNTED}+") } else { unread.to_string() });
    items.push(NavItem { badge, ..item("/staff/inbox", "message-2", w.nav_inbox()) });
    Ok(items)
}
