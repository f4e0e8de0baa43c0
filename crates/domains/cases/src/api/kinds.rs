//! `/kinds`: the dispatch catalogue.

use axum::Json;
use axum::extract::State;
use web::Prefs;

use super::view::KindView;
use crate::service::Cases;

/// The kinds that a matter may be of today, with the unit that handles each. What was closed is not among them; matters of its time keep it.
#[utoipa::path(get, path = "/kinds", tag = "catalogue", responses((status = 200, body = [KindView])))]
pub(super) async fn list(State(cases): State<Cases>, prefs: Prefs) -> Json<Vec<KindView>> {
    let catalogue = cases.catalogue();
    Json(catalogue.kinds_in_force().map(|kind| KindView::new(kind, &catalogue, prefs.locale)).collect())
}
