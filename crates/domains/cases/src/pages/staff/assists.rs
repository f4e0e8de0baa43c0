//! 协办: what one's unit is asked to help with. Kind, place and the words that are for it; the matter's own words stay with the unit
//! that has it.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::{Granted, SafeForm};
use kernel::text::from_form;
use kernel::{AccountId, CaseNumber, format};
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::Desk;
use super::lines::{Lines, light};
use super::number;
use super::steps::refusal;
use crate::commands::ReportInput;
use crate::errors::ChangeError;
use crate::pages::views::assists::{AssistLine, AssistPage, AssistRow, Assists};
use crate::pages::views::parts::Lamp;
use crate::permissions::Assist;
use crate::queries::Assisted;
use crate::service::Cases;

fn address(number: &CaseNumber) -> String {
    format!("/staff/assists/{number}")
}

fn row(lines: &Lines<'_>, assisted: &Assisted) -> AssistRow {
    let (register, locale) = (lines.register, lines.locale);
    let kind = assisted.kind.as_ref().and_then(|code| lines.catalogue.kind(code));
    let area = assisted.area.as_ref().and_then(|code| register.area(code)).map(|area| area.name_in(locale).to_owned());
    let place: Vec<String> = area.into_iter().chain(assisted.road.clone()).collect();
    AssistRow {
        number: assisted.number.grouped(),
        number_plain: assisted.number.to_string(),
        kind: kind.map_or_else(|| lines.w.assist_no_kind().into_owned(), |kind| lines.kind_path(kind)),
        place: if place.is_empty() { lines.w.place_unknown().into_owned() } else { place.join(" · ") },
        unit: assisted.lead.as_ref().map(|unit| lines.unit(unit)).unwrap_or_default(),
        lamp: Lamp { light: light(assisted.light), text: lines.light_word(assisted.light) },
        due: assisted.due.map(|due| lines.w.due_by(format::near(due, lines.now, locale))),
    }
}

/// `GET /staff/assists`.
pub(super) async fn list(State(cases): State<Cases>, grant: Granted<Assist>, desk: Desk) -> Result<Response, Fail> {
    let found = cases.assists(&grant).await.map_err(ChangeError::from)?;
    let register = cases.places().register();
    let lines = Lines::new(&cases, &register, desk.locale(), desk.now);
    Ok(page(&desk.shell, &Assists { rows: found.iter().map(|one| row(&lines, one)).collect() }))
}

#[derive(Default, Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
}

#[derive(Default)]
struct Shown {
    status: StatusCode,
    notice: Option<String>,
    error: Option<String>,
    text: String,
}

/// `GET /staff/assists/{number}`.
pub(super) async fn show(
    State(cases): State<Cases>,
    grant: Granted<Assist>,
    desk: Desk,
    Path(path): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let notice = asked.done.filter(|done| done == "report").map(|_| desk.words().assist_reported_done().into_owned());
    render(&cases, &grant, &desk, &number(&path)?, Shown { notice, ..Shown::default() }).await
}

async fn render(cases: &Cases, grant: &Granted<Assist>, desk: &Desk, number: &CaseNumber, shown: Shown) -> Result<Response, Fail> {
    let found = cases.assist(grant, number).await?;
    let register = cases.places().register();
    let lines = Lines::new(cases, &register, desk.locale(), desk.now);
    let people: Vec<AccountId> = found.notes.iter().filter_map(|note| note.by).collect();
    let names: HashMap<AccountId, String> = cases.names(&people, desk.locale()).await.map_err(ChangeError::from)?.into_iter().collect();
    let w = desk.words();
    let view = AssistPage {
        row: row(&lines, &found),
        step: lines.state(found.state),
        version: found.version,
        notes: found
            .notes
            .iter()
            .map(|note| AssistLine {
                when: format::near(note.at, desk.now, desk.locale()),
                who: note.by.and_then(|by| names.get(&by).cloned()).unwrap_or_else(|| "—".to_owned()),
                is_report: note.is_report,
                words: note.words.clone().unwrap_or_else(|| w.words_gone().into_owned()),
            })
            .collect(),
        text: shown.text,
        notice: shown.notice,
        error: shown.error,
    };
    Ok(page_with(shown.status, &desk.shell, &view))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    version: i64,
    text: String,
}

/// `POST /staff/assists/{number}/report`.
pub(super) async fn report(
    State(cases): State<Cases>,
    grant: Granted<Assist>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(typed): SafeForm<Typed>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let text = from_form(&typed.text);
    match cases.report_assist(&grant, &number, &ReportInput { text: text.clone() }, typed.version).await {
        Ok(_) => Ok(Redirect::to(&format!("{}?done=report", address(&number))).into_response()),
        Err(error) => {
            let (status, error) = refusal(&desk, error, "text")?;
            let desk = desk.at(address(&number));
            render(&cases, &grant, &desk, &number, Shown { status, error: Some(error), text, notice: None }).await
        }
    }
}
