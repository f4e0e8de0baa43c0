//! `/kinds`: the dispatch catalogue.

use axum::Json;
use axum::extract::State;
use web::Prefs;

use super::view::KindView;
use crate::service::Cases;

/// The kinds of matters, with the unit that handles each.
#[utoipa::path(get, path = "/kinds", tag = "catalogue", responses((status = 200, body = [KindView])))]
pub(super) async fn list(State(cases): State<Cases>, prefs: Prefs) -> Json<Vec<KindView>> {
    let catalogue = cases.catalogue();
    Json(catalogue.kinds().iter().map(|kind| KindView::new(kind, catalogue, prefs.locale)).collect())
}
