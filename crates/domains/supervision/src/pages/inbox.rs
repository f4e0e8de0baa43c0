//! 我的提醒: what today brings, what one is reminded of, and when one is away.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::http::SafeForm;
use kernel::{FieldFault, Kind, Timestamp, format};
use serde::Deserialize;
use web::{Fail, page_with};

use super::desk::Desk;
use super::labels::{Labels, name};
use super::views::{AbsenceLine, Choice, Inbox as View, NoticeLine};
use crate::commands::NewAbsence;
use crate::errors::SupervisionError;
use crate::queries::COUNTED;
use crate::service::Supervision;

#[derive(Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Read {
    until: i64,
}

#[derive(Deserialize, Clone, Default)]
pub(super) struct Sent {
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    deputy: String,
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

pub(super) async fn show(State(supervision): State<Supervision>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fail> {
    let w = desk.words();
    let notice = match asked.done.as_deref() {
        Some("read") => Some(w.done_read()),
        Some("away") => Some(w.done_away()),
        Some("back") => Some(w.done_back()),
        Some(_) | None => None,
    };
    render(&supervision, &desk, notice.map(std::borrow::Cow::into_owned), Sent::default(), &[]).await
}

pub(super) async fn read(State(supervision): State<Supervision>, desk: Desk, SafeForm(read): SafeForm<Read>) -> Result<Response, Fail> {
    let until = Timestamp::from_millisecond(read.until).map_err(|_| Fail::new(Kind::Invalid, "input.invalid"))?;
    supervision.mark_read(&desk.who, until.min(desk.now)).await?;
    Ok(Redirect::to("/staff/inbox?done=read").into_response())
}

pub(super) async fn away(State(supervision): State<Supervision>, desk: Desk, SafeForm(sent): SafeForm<Sent>) -> Result<Response, Fail> {
    let new = NewAbsence { from: sent.from.clone(), until: sent.until.clone(), deputy: sent.deputy.clone() };
    match supervision.enter_absence(&desk.who, desk.request_id(), new).await {
        Ok(()) => Ok(Redirect::to("/staff/inbox?done=away#away").into_response()),
        Err(SupervisionError::Invalid(faults)) => render(&supervision, &desk.at("/staff/inbox".to_owned()), None, sent, &faults).await,
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn back(
    State(supervision): State<Supervision>,
    desk: Desk,
    Path(id): Path<String>,
    SafeForm(Nothing {}): SafeForm<Nothing>,
) -> Result<Response, Fail> {
    let id = id.parse().map_err(|_| SupervisionError::NoSuchAbsence)?;
    supervision.end_absence(&desk.who, desk.request_id(), id).await?;
    Ok(Redirect::to("/staff/inbox?done=back#away").into_response())
}

fn up_to(count: u64) -> String {
    if count > COUNTED { format!("{COUNTED}+") } else { count.to_string() }
}

async fn render(
    supervision: &Supervision,
    desk: &Desk,
    notice: Option<String>,
    sent: Sent,
    faults: &[FieldFault],
) -> Result<Response, Fail> {
    let inbox = supervision.inbox(&desk.who, desk.request_id()).await?;
    let labels = Labels { w: desk.words(), locale: desk.locale(), now: desk.now, supervision };
    let names = supervision.names(labels.locale).await?;
    let day = |day| format::date_weekday(day, labels.locale);
    let unread = inbox.notices.iter().filter(|notice| notice.read_at.is_none()).count() as u64;
    let notices = inbox.notices.iter().map(|notice| {
        let (text, href) = labels.notice(notice);
        NoticeLine { text, href, at: labels.when(notice.at), unread: notice.read_at.is_none() }
    });
    let absences = inbox.absences.iter().map(|absence| AbsenceLine {
        id: absence.id.to_string(),
        span: labels.w.away_span(day(absence.from), day(absence.until)),
        deputy: absence.deputy.map_or_else(|| labels.w.away_nobody().into_owned(), |deputy| labels.w.away_deputy(name(&names, deputy))),
    });
    let deputies = supervision.deputies(desk.who.account()).await?.into_iter().map(|deputy| Choice {
        chosen: deputy.login == sent.deputy,
        label: name(&names, deputy.account),
        value: deputy.login,
    });
    let digest = inbox.digest;
    let view = View {
        heading: if unread == 0 { labels.w.inbox_none().into_owned() } else { labels.w.inbox_some(unread) },
        unread: unread > 0,
        until: desk.now.as_millisecond().to_string(),
        notice,
        today: up_to(digest.today),
        red: up_to(digest.red),
        yellow: up_to(digest.yellow),
        waiting: up_to(digest.waiting),
        notices: notices.collect(),
        absences: absences.collect(),
        deputies: deputies.collect(),
        from: sent.from,
        last: sent.until,
        earliest: format::local_date(desk.now).to_string(),
        errors: faults.iter().map(|fault| desk.shell.site.messages.fault(labels.locale, fault).into_owned()).collect(),
    };
    let status = if view.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page_with(status, &desk.shell, &view))
}
