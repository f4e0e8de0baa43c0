//! `/public/nearby`: what strangers may know of open matters of public space (decisions 2), before one is handed in.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use identity::Granted;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Fail;

use super::input::optional_body;
use crate::errors::ChangeError;
use crate::permissions::SubmitCase;
use crate::queries::Nearby;
use crate::service::Cases;

/// What a matter is about and where, as it would be handed in. In a body and not in an address: a place in words may tell who asks.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(super) struct NearbyInput {
    /// The matter in the resident's words; only for its kind, when none is chosen.
    #[serde(default)]
    text: String,
    /// A kind of the catalogue.
    #[serde(default)]
    kind: String,
    /// An area of the county.
    #[serde(default)]
    area: String,
    /// The place in words.
    #[serde(default)]
    words: String,
}

/// The open matters of one month at that place.
#[derive(Debug, Serialize, ToSchema)]
pub struct NearbyMonthView {
    /// `2026-11`; the value of `same` for whoever met it too.
    pub month: String,
    /// How many people met it; null while they are fewer than five.
    pub people: Option<u64>,
}

impl From<&Nearby> for NearbyMonthView {
    fn from(nearby: &Nearby) -> Self {
        Self { month: nearby.month.strftime("%Y-%m").to_string(), people: nearby.people }
    }
}

/// What is open of a kind at a place. Never a word of it, nor its number.
#[derive(Debug, Serialize, ToSchema)]
pub struct NearbyView {
    /// Code of the kind; null where it is none of public space, or no road or estate of the register is named.
    pub kind: Option<String>,
    /// The road or estate, by its name in the register.
    pub place: Option<String>,
    /// By month, the newest first; at most three.
    pub months: Vec<NearbyMonthView>,
}

/// See whether others have reported the same at the same place. Stores nothing.
#[utoipa::path(post, path = "/public/nearby", tag = "public", request_body = NearbyInput,
    responses((status = 200, body = NearbyView), (status = 422)))]
pub(super) async fn look(State(cases): State<Cases>, grant: Granted<SubmitCase>, bytes: Bytes) -> Result<Json<NearbyView>, Fail> {
    let NearbyInput { text, kind, area, words } = optional_body(&bytes)?;
    let Some(spot) = cases.spot(&text, &kind, &area, &words) else {
        return Ok(Json(NearbyView { kind: None, place: None, months: Vec::new() }));
    };
    let found = cases.nearby(&grant, &spot).await.map_err(ChangeError::from)?;
    Ok(Json(NearbyView {
        kind: Some(spot.kind().to_string()),
        place: Some(spot.place().to_owned()),
        months: found.iter().map(NearbyMonthView::from).collect(),
    }))
}
