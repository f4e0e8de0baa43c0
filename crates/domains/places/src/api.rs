//! The register over HTTP: `GET /areas`, `GET /units`. Public facts, the same for everybody.

use axum::extract::{FromRef, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use kernel::{AreaCode, Locale, UnitCode};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Places;
use crate::model::{Area, Unit};

/// The OpenAPI part of this domain.
#[derive(utoipa::OpenApi)]
#[openapi(paths(areas, units), components(schemas(AreaView, UnitView)))]
pub struct ApiDoc;

/// An area as the API shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Area)]
pub struct AreaView {
    /// Stable code.
    #[schema(value_type = String, example = "huaiyin")]
    pub code: AreaCode,
    /// Name in the caller's language.
    #[schema(example = "槐荫社区")]
    pub name: String,
    /// `county`, `subdistrict`, `town` or `community`.
    #[schema(example = "community")]
    pub level: &'static str,
    /// Code of the area it belongs to; null for the county.
    #[schema(value_type = Option<String>, example = "beiguan_subdistrict")]
    pub parent: Option<AreaCode>,
}

impl AreaView {
    /// `area` in the reader's language.
    pub fn of(area: &Area, locale: Locale) -> Self {
        Self { code: area.code.clone(), name: area.name_in(locale).to_owned(), level: area.level.code(), parent: area.parent.clone() }
    }
}

/// A handling unit as the API shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Unit)]
pub struct UnitView {
    /// Stable code.
    #[schema(value_type = String, example = "housing")]
    pub code: UnitCode,
    /// Name in the caller's language.
    #[schema(example = "县住房和城乡建设局")]
    pub name: String,
    /// `department` or `subdistrict`.
    #[schema(example = "department")]
    pub kind: &'static str,
    /// Public telephone number.
    #[schema(example = "0000-1234506")]
    pub phone: String,
}

impl UnitView {
    /// `unit` in the reader's language.
    pub fn of(unit: &Unit, locale: Locale) -> Self {
        Self { code: unit.code.clone(), name: unit.name_in(locale).to_owned(), kind: unit.kind.code(), phone: unit.phone.clone() }
    }
}

/// The routes of this domain, to be nested under `/api/v1`.
pub fn api_router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Places: FromRef<S>,
{
    Router::new().route("/areas", get(areas)).route("/units", get(units))
}

/// Every area of the county, the county first, in the order in which people know them.
#[utoipa::path(
    get,
    path = "/areas",
    tag = "places",
    params(("Accept-Language" = Option<String>, Header, description = "zh-CN (default) or en")),
    responses((status = 200, description = "All areas", body = Vec<AreaView>))
)]
async fn areas(State(places): State<Places>, headers: HeaderMap) -> Response {
    let locale = locale(&headers);
    in_language(locale, places.register().areas().iter().map(|area| AreaView::of(area, locale)).collect())
}

/// Every unit that handles matters.
#[utoipa::path(
    get,
    path = "/units",
    tag = "places",
    params(("Accept-Language" = Option<String>, Header, description = "zh-CN (default) or en")),
    responses((status = 200, description = "All units", body = Vec<UnitView>))
)]
async fn units(State(places): State<Places>, headers: HeaderMap) -> Response {
    let locale = locale(&headers);
    in_language(locale, places.register().units().iter().map(|unit| UnitView::of(unit, locale)).collect())
}

fn locale(headers: &HeaderMap) -> Locale {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).map_or_else(Locale::default, Locale::negotiate)
}

/// The list with its language named, so that a cache does not hand Chinese to an English reader.
fn in_language<T: Serialize>(locale: Locale, list: Vec<T>) -> Response {
    let language =
        [(header::CONTENT_LANGUAGE, HeaderValue::from_static(locale.tag())), (header::VARY, HeaderValue::from_static("Accept-Language"))];
    (language, Json(list)).into_response()
}
