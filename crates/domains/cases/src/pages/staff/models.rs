//! 派单模型: an administrator sees how the models do, and lets another answer with a reason; organisers and auditors see.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::{Granted, Principal, SafeForm};
use kernel::{Locale, RequestId, format};
use serde::Deserialize;
use store::StoreError;
use web::{Alert, Fail, page_with};

use super::desk::Desk;
use super::forms::sentences;
use crate::advice::Drifted;
use crate::errors::ChangeError;
use crate::pages::views::Models;
use crate::pages::views::models::ModelRow;
use crate::permissions::{TakeModel, ViewModels};
use crate::ports::ModelCard;
use crate::service::Cases;
use crate::words::Words;

const PATH: &str = "/staff/models";

#[derive(Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    number: u32,
    reason: String,
    version: i64,
}

/// People write of other things, or the sample shows that the line does not hold: for those who can do something about it.
pub(super) fn alert(cases: &Cases, request_id: RequestId, who: &Principal, locale: Locale) -> Option<Alert> {
    let w = Words::of(locale);
    let found = cases.drifted().filter(Drifted::is_alarm).filter(|_| who.granted::<TakeModel>(Some(request_id)).is_ok());
    found.map(|_| Alert { text: w.drift_banner().into_owned(), href: PATH.to_owned(), link: w.models_title().into_owned() })
}

/// `0.914` as `91.4%`.
fn percent(part: f64) -> String {
    format!("{:.1}%", part * 100.0)
}

fn drift(cases: &Cases, w: Words, locale: Locale, found: Option<&Drifted>) -> String {
    let Some(found) = found.filter(|found| found.enough) else { return w.drift_none().into_owned() };
    let whole = |part: f64| format!("{:.0}%", part * 100.0);
    let mut told = Vec::new();
    if !found.kinds.is_empty() {
        let catalogue = cases.catalogue();
        let name = |code| catalogue.kind(code).map_or_else(|| code.to_string(), |kind| kind.label.in_(locale).to_owned());
        let kinds: Vec<String> =
            found.kinds.iter().map(|moved| format!("{} {} → {}", name(&moved.kind), whole(moved.then), whole(moved.now))).collect();
        told.push(w.drift_kinds(kinds.join(locale.pick("，", ", "))));
    }
    if let Some((then, now)) = found.sure {
        told.push(w.drift_sure(whole(then), whole(now)));
    }
    if told.is_empty() { w.drift_steady(format::count(found.matters)) } else { told.join(" ") }
}

fn row(card: &ModelCard, answers: u32, w: Words, desk: &Desk) -> ModelRow {
    let when = format::date_time(card.trained_at, desk.now, desk.locale());
    let line = card.line.map(|line| {
        let from = format!("{:.2}", line.from);
        w.models_line(from, format!("{:.0}%", line.precision * 100.0), line.kinds.to_string(), percent(line.coverage))
    });
    let verdict = card.beside.map(|beside| {
        let by = format!("{:+.3}", beside.difference);
        match (beside.low > 0.0, beside.high < 0.0) {
            (true, _) => w.models_better(by),
            (false, true) => w.models_worse(by),
            (false, false) => w.models_same(by),
        }
    });
    ModelRow {
        number: card.number,
        name: w.models_version(card.number.to_string()),
        answers: card.number == answers,
        made: w.models_made(when, format::count(card.taught)),
        figures: w.models_figures(percent(card.right), format!("{:.3}", card.macro_f1), format!("{:.3}", card.ece)),
        line: line.unwrap_or_else(|| w.models_no_line().into_owned()),
        verdict: verdict.unwrap_or_default(),
    }
}

async fn view(cases: &Cases, desk: &Desk, grant: &Granted<ViewModels>) -> Result<Models, Fail> {
    let (now, facts, w) = (cases.models(grant).await?, cases.mind_facts().await.map_err(ChangeError::from)?, desk.words());
    let found = cases.drifted().filter(|found| found.model == facts.number);
    let mut rows: Vec<ModelRow> = now.cards.iter().rev().map(|card| row(card, now.answers, w, desk)).collect();
    rows.push(ModelRow {
        number: 0,
        name: w.models_catalogue().into_owned(),
        answers: now.answers == 0,
        made: String::new(),
        figures: String::new(),
        line: String::new(),
        verdict: String::new(),
    });
    let checked = facts.checked;
    let count = |n: usize| n.to_string();
    Ok(Models {
        version: now.version,
        rows,
        taught: w.models_taught(count(facts.corrections)),
        automatic: if cases.settings().at(desk.now).dispatch_automatic {
            w.models_automatic_on(count(checked.all), count(checked.right), count(checked.undone))
        } else {
            w.models_automatic_off().into_owned()
        },
        broken: facts.broken,
        drift: drift(cases, w, desk.locale(), found.as_ref()),
        drifted: found.is_some_and(|found| found.is_alarm()),
        may_take: desk.granted::<TakeModel>().is_some(),
        reason: String::new(),
        notice: None,
        error: None,
    })
}

pub(super) async fn show(
    State(cases): State<Cases>,
    grant: Granted<ViewModels>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let notice = (asked.done.as_deref() == Some("taken")).then(|| desk.words().models_done().into_owned());
    let view = Models { notice, ..view(&cases, &desk, &grant).await? };
    Ok(page_with(StatusCode::OK, &desk.shell, &view))
}

pub(super) async fn take(
    State(cases): State<Cases>,
    grant: Granted<TakeModel>,
    views: Granted<ViewModels>,
    desk: Desk,
    SafeForm(sent): SafeForm<Sent>,
) -> Result<Response, Fail> {
    let reason = kernel::text::from_form(&sent.reason);
    let (status, error) = match cases.let_answer(&grant, sent.number, &reason, sent.version).await {
        Ok(()) => return Ok(Redirect::to(&format!("{PATH}?done=taken")).into_response()),
        Err(ChangeError::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, sentences(&desk.shell, &faults, "text")),
        Err(ChangeError::Store(StoreError::Stale)) => (StatusCode::CONFLICT, desk.words().models_stale().into_owned()),
        Err(error) => return Err(error.into()),
    };
    let desk = desk.at(PATH.to_owned());
    let view = Models { reason, error: Some(error), ..view(&cases, &desk, &views).await? };
    Ok(page_with(status, &desk.shell, &view))
}
