//! 工作日历: which years are published, by which notices; and the form that publishes another, with what it would change.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::Principal;
use identity::http::SafeForm;
use kernel::{FieldFault, Locale, RequestId, format};
use serde::Deserialize;
use web::{Alert, Fail, page_with};

use super::desk::Desk;
use super::fill;
use super::views::{CalendarForm, CalendarPage};
use crate::commands::{NewCalendar, NewProposal};
use crate::errors::SettingError;
use crate::model::UploadFault;
use crate::permissions::{DecideSetting, ProposeSetting, ViewSettings};
use crate::ports::OpenMatters;
use crate::queries::CalendarEffect;
use crate::service::Settings;
use crate::told::Told;
use crate::words::Words;

/// Where the calendar is kept.
const PATH: &str = "/staff/settings/calendar";

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    step: String,
    calendar: String,
    notice: String,
    issued: String,
    reason: String,
}

/// From 1 December: next year's calendar is missing. For those who can do something about it.
pub fn alert(settings: &Settings, request_id: RequestId, who: &Principal, locale: Locale) -> Option<Alert> {
    let may = who.granted::<ProposeSetting>(Some(request_id)).is_ok() || who.granted::<DecideSetting>(Some(request_id)).is_ok();
    let missing = if may { settings.missing_years() } else { Vec::new() };
    let w = Words::of(locale);
    let years: Vec<String> = missing.iter().map(ToString::to_string).collect();
    (!years.is_empty()).then(|| Alert {
        text: w.calendar_missing(years.join(locale.pick("、", ", "))),
        href: PATH.to_owned(),
        link: w.calendar_title().into_owned(),
    })
}

pub(super) async fn show(
    State(settings): State<Settings>,
    State(matters): State<Arc<dyn OpenMatters>>,
    desk: Desk,
) -> Result<Response, Fail> {
    render(&settings, matters.as_ref(), &desk, &Sent::default(), &[], false).await
}

pub(super) async fn propose(
    State(settings): State<Settings>,
    State(matters): State<Arc<dyn OpenMatters>>,
    desk: Desk,
    SafeForm(sent): SafeForm<Sent>,
) -> Result<Response, Fail> {
    let grant = desk.need::<ProposeSetting>()?;
    let desk = desk.at(PATH.to_owned());
    if sent.step != "propose" {
        return render(&settings, matters.as_ref(), &desk, &sent, &[], true).await;
    }
    let new = NewProposal { calendar: Some(uploaded(&sent)), reason: kernel::text::from_form(&sent.reason), ..NewProposal::default() };
    match settings.propose(&grant, new).await {
        Ok(proposal) => Ok(Redirect::to(&format!("/staff/settings/proposals/{}?done=proposed", proposal.number)).into_response()),
        Err(SettingError::Invalid(faults)) => render(&settings, matters.as_ref(), &desk, &sent, &faults, true).await,
        Err(error) => Err(error.into()),
    }
}

fn uploaded(sent: &Sent) -> NewCalendar {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    NewCalendar { text: sent.calendar.clone(), notice: given(&sent.notice), issued: given(&sent.issued) }
}

/// `looked`: something was sent, and what it would change is shown, or why it changes nothing.
async fn render(
    settings: &Settings,
    matters: &dyn OpenMatters,
    desk: &Desk,
    sent: &Sent,
    faults: &[FieldFault],
    looked: bool,
) -> Result<Response, Fail> {
    let view = desk.need::<ViewSettings>()?;
    let (register, locale, calendars) = (settings.register(), desk.locale(), settings.calendars());
    let told = Told::new(locale, &register);
    let read = looked.then(|| settings.read_calendar(&uploaded(sent), desk.now));
    let (preview, refused) = match read {
        None => (None, None),
        Some(Err(fault)) => (None, Some(fault)),
        Some(Ok(years)) => {
            let effect = CalendarEffect::of(calendars.newest(), years);
            (Some(fill::calendar_effect(&effect, matters, told).await?), None)
        }
    };
    let fault = |field: &str| {
        let found = faults.iter().find(|fault| fault.field == field)?;
        Some(desk.shell.site.messages.fault(locale, found).into_owned())
    };
    let of_text = |fault: &UploadFault| fault.face().0 == "calendar";
    let bad = refused.is_some() || !faults.is_empty();
    let form = desk.granted::<ProposeSetting>().map(|_| CalendarForm {
        calendar: sent.calendar.clone(),
        notice: sent.notice.clone(),
        issued: sent.issued.clone(),
        reason: sent.reason.clone(),
        calendar_error: refused.as_ref().filter(|fault| of_text(fault)).map(|fault| told.upload_fault(fault)),
        notice_error: refused.as_ref().filter(|fault| !of_text(fault)).map(|fault| told.upload_fault(fault)),
        issued_error: fault("issued"),
        reason_error: fault("reason"),
        ready: preview.is_some(),
    });
    let open = settings.proposals(&view, true, None).await?.proposals;
    let waiting: Vec<_> = open.iter().filter(|proposal| proposal.body.calendar().is_some()).collect();
    let people: Vec<_> = waiting.iter().map(|proposal| &proposal.proposed_by).collect();
    let names = settings.names(&people, locale).await?;
    let lines = waiting.iter().map(|one| fill::line(one, &settings.effect(one, desk.now), told, &names, desk.now));
    let missing: Vec<String> = settings.missing_years().iter().map(ToString::to_string).collect();
    let page = CalendarPage {
        missing: (!missing.is_empty()).then(|| told.w.calendar_missing(missing.join(locale.pick("、", ", ")))),
        years: fill::years(&calendars, desk.now, told),
        next: told.w.calendar_next((format::local_date(desk.now).year() + 1).to_string()),
        waiting: lines.collect(),
        preview,
        form,
    };
    Ok(page_with(if bad { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &desk.shell, &page))
}
