//! What is in force, for everybody: definitions decide the numbers, so they are published.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use http::{HeaderValue, header};
use kernel::{Kind, Timestamp, format};
use serde::Deserialize;
use web::{Fail, Prefs};

use super::view::{CalendarView, ParameterView, SettingsView};
use crate::errors::SettingError;
use crate::model::Key;
use crate::service::Settings;
use crate::told::Told;

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct At {
    /// An instant, RFC 3339; now when left out.
    at: Option<String>,
}

fn instant(settings: &Settings, query: &At) -> Result<Timestamp, Fail> {
    match query.at.as_deref().filter(|text| !text.is_empty()) {
        None => Ok(settings.now()),
        Some(text) => text.parse().map_err(|_| Fail::from(SettingError::field("at", "bad_date"))),
    }
}

fn in_language(prefs: Prefs) -> [(header::HeaderName, HeaderValue); 2] {
    [(header::CONTENT_LANGUAGE, HeaderValue::from_static(prefs.locale.tag())), (header::VARY, HeaderValue::from_static("Accept-Language"))]
}

/// Every parameter in force.
#[utoipa::path(get, path = "/settings", tag = "settings", params(At), responses((status = 200, body = SettingsView), (status = 422)))]
pub(super) async fn list(State(settings): State<Settings>, prefs: Prefs, Query(query): Query<At>) -> Result<impl IntoResponse, Fail> {
    let (at, timeline, register) = (instant(&settings, &query)?, settings.timeline(), settings.register());
    let told = Told::new(prefs.locale, &register);
    let view = SettingsView {
        at: format::rfc3339(at),
        version: timeline.version_at(at),
        parameters: Key::ALL.iter().map(|key| ParameterView::of(*key, &timeline, at, told)).collect(),
    };
    Ok((in_language(prefs), Json(view)))
}

/// One parameter with its history.
#[utoipa::path(get, path = "/settings/{code}", tag = "settings", params(At, ("code" = String, Path, description = "The parameter's code")),
    responses((status = 200, body = ParameterView), (status = 404), (status = 422)))]
pub(super) async fn read(
    State(settings): State<Settings>,
    prefs: Prefs,
    Path(code): Path<String>,
    Query(query): Query<At>,
) -> Result<impl IntoResponse, Fail> {
    let key: Key = code.parse().map_err(|_| Fail::new(Kind::NotFound, "settings.no_such_parameter"))?;
    let (at, timeline, register) = (instant(&settings, &query)?, settings.timeline(), settings.register());
    let view =
        ParameterView::of(key, &timeline, at, Told::new(prefs.locale, &register)).with_history(key, &timeline, &settings.reasons().await?);
    Ok((in_language(prefs), Json(view)))
}

/// The published years of the working-day calendar, by which deadlines are counted, with their notices.
#[utoipa::path(get, path = "/settings/calendar", tag = "settings", params(At), responses((status = 200, body = CalendarView), (status = 422)))]
pub(super) async fn calendar(State(settings): State<Settings>, Query(query): Query<At>) -> Result<Json<CalendarView>, Fail> {
    let (at, calendars) = (instant(&settings, &query)?, settings.calendars());
    Ok(Json(CalendarView::of(&calendars, at)))
}
