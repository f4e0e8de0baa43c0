//! 规则公开: what is in force and what was, for everybody. Definitions decide the numbers, so they are published.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::Uri;
use identity::http::Caller;
use web::{Fail, Prefs, Shell, Site, page};

use super::fill;
use super::views::Rules;
use crate::service::Settings;
use crate::told::Told;

pub(super) async fn show(
    State(settings): State<Settings>,
    State(site): State<Arc<Site>>,
    prefs: Prefs,
    caller: Caller,
    uri: Uri,
) -> Result<Response, Fail> {
    let shell = Shell::resident(&site, prefs, &uri.to_string(), caller.request_id.to_string());
    let (now, timeline, register) = (settings.now(), settings.timeline(), settings.register());
    let told = Told::new(prefs.locale, &register);
    let reasons = settings.reasons().await?;
    let mut groups = fill::groups(&timeline, now, told, &[]);
    for held in groups.iter_mut().flat_map(|group| &mut group.rows).flat_map(|row| &mut row.earlier) {
        held.told = reasons.iter().find(|(number, _)| Some(*number) == held.proposal).map(|(_, reason)| reason.clone());
    }
    let view = Rules {
        version: timeline.version_at(now).to_string(),
        today: told.day(now),
        groups,
        years: fill::years(&settings.calendars(), now, told),
    };
    Ok(page(&shell, &view))
}
