//! 查阅授权: an auditor asks for leave to read one matter, an organiser who is somebody else grants it; the organiser draws
//! samples. Everything on the page has its end.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::{Granted, SafeForm};
use kernel::problem::Problem as _;
use kernel::{AccountId, CaseNumber, Kind, format};
use serde::Deserialize;
use web::{Fail, page_with};

use super::desk::Desk;
use super::forms::sentences;
use crate::commands::{SampleInput, WarrantInput};
use crate::errors::{ChangeError, LeaveError};
use crate::model::warrant::SAMPLE_MOST;
use crate::model::{Sample, Warrant, WarrantReason, WarrantState};
use crate::pages::views::Warrants;
use crate::pages::views::parts::Choice;
use crate::pages::views::warrants::{AskForm, DrawForm, Leave};
use crate::permissions::{AskWarrant, DrawSample, GrantWarrant};
use crate::service::Cases;
use crate::words::Words;

const PATH: &str = "/staff/warrants";

/// Proposed for a sample and for its days.
const USUAL: u8 = 7;

#[derive(Default, Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct AskTyped {
    number: String,
    reason: String,
    days: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct DrawTyped {
    reader: String,
    month: String,
    count: String,
    days: String,
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

#[derive(Default)]
struct Told {
    status: StatusCode,
    notice: Option<String>,
    error: Option<String>,
    ask: AskTyped,
    draw: DrawTyped,
}

fn reason(w: Words, reason: WarrantReason) -> String {
    match reason {
        WarrantReason::Complaint => w.warrant_reason_complaint(),
        WarrantReason::Figures => w.warrant_reason_figures(),
        WarrantReason::Leak => w.warrant_reason_leak(),
        WarrantReason::Audit => w.warrant_reason_audit(),
    }
    .into_owned()
}

fn notice(w: Words, done: &str) -> Option<String> {
    let known = match done {
        "asked" => w.leave_asked_done(),
        "granted" => w.leave_granted_done(),
        "refused" => w.leave_refused_done(),
        "ended" => w.leave_ended_done(),
        "drawn" => w.sample_drawn_done(),
        _ => return None,
    };
    Some(known.into_owned())
}

/// `GET /staff/warrants`.
pub(super) async fn show(State(cases): State<Cases>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fail> {
    let notice = asked.done.as_deref().and_then(|done| notice(desk.words(), done));
    render(&cases, &desk, Told { notice, ..Told::default() }).await
}

async fn render(cases: &Cases, desk: &Desk, told: Told) -> Result<Response, Fail> {
    let (asks, grants, draws) = (desk.granted::<AskWarrant>(), desk.granted::<GrantWarrant>(), desk.granted::<DrawSample>());
    let warrants = match (&grants, &asks) {
        (Some(grants), _) => cases.all_warrants(grants).await?,
        (None, Some(asks)) => cases.own_warrants(asks).await?,
        (None, None) => {
            return Err(desk.need::<GrantWarrant>().err().map_or_else(|| Fail::new(Kind::Forbidden, "auth.forbidden"), Fail::from));
        }
    };
    let (samples, readers) = match &draws {
        Some(draws) => (cases.all_samples(draws).await?, cases.readers(draws).await?),
        None => (Vec::new(), Vec::new()),
    };
    let mut people: Vec<AccountId> = warrants.iter().map(|(warrant, _)| warrant.reader).collect();
    people.extend(samples.iter().flat_map(|sample| [sample.reader, sample.drawn_by]));
    let names: HashMap<AccountId, String> = cases.names(&people, desk.locale()).await.map_err(ChangeError::from)?.into_iter().collect();
    let told_by = Names { desk, people: names, grants: grants.is_some() };
    let most_days = cases.most_days();
    let or_usual = |typed: &str, usual: u8| if typed.is_empty() { usual.to_string() } else { typed.to_owned() };
    let w = desk.words();
    let view = Warrants {
        ask: asks.is_some().then(|| AskForm {
            number: told.ask.number.clone(),
            reasons: WarrantReason::ALL
                .iter()
                .map(|one| Choice { value: one.code().to_owned(), label: reason(w, *one), chosen: one.code() == told.ask.reason })
                .collect(),
            days: or_usual(&told.ask.days, USUAL.min(most_days)),
            most_days: most_days.to_string(),
        }),
        draw: draws.is_some().then(|| DrawForm {
            readers: readers
                .iter()
                .map(|person| Choice {
                    value: person.login.clone(),
                    label: person.name_in(desk.locale()).to_owned(),
                    chosen: person.login == told.draw.reader,
                })
                .collect(),
            month: told.draw.month.clone(),
            count: or_usual(&told.draw.count, SAMPLE_MOST.min(20)),
            days: or_usual(&told.draw.days, USUAL.min(most_days)),
            most_days: most_days.to_string(),
        }),
        warrants: warrants.iter().map(|(warrant, number)| told_by.warrant(warrant, number)).collect(),
        samples: samples.iter().map(|sample| told_by.sample(sample)).collect(),
        notice: told.notice,
        error: told.error,
    };
    Ok(page_with(told.status, &desk.shell, &view))
}

struct Names<'a> {
    desk: &'a Desk,
    people: HashMap<AccountId, String>,
    grants: bool,
}

impl Names<'_> {
    fn person(&self, account: AccountId) -> String {
        self.people.get(&account).cloned().unwrap_or_else(|| "—".to_owned())
    }

    fn warrant(&self, warrant: &Warrant, number: &CaseNumber) -> Leave {
        let (w, now, locale) = (self.desk.words(), self.desk.now, self.desk.locale());
        let near = |at| format::near(at, now, locale);
        let (mine, open) = (warrant.reader == self.desk.who.account(), warrant.state.is_in_force(now));
        let state = match warrant.state {
            WarrantState::Asked => w.leave_asked().into_owned(),
            WarrantState::Granted { until, .. } if open => w.leave_until(near(until)),
            WarrantState::Granted { until, .. } => w.leave_over(near(until)),
            WarrantState::Refused { at, .. } => w.leave_refused(near(at)),
            WarrantState::Ended { ended_at, .. } => w.leave_over(near(ended_at)),
        };
        Leave {
            id: warrant.id.to_string(),
            what: number.grouped(),
            href: (mine && open).then(|| format!("/staff/cases/{number}")),
            reader: self.person(warrant.reader),
            why: w.warrant_why(reason(w, warrant.reason), u64::from(warrant.days)),
            state,
            may_decide: self.grants && !mine && warrant.state == WarrantState::Asked,
            may_end: self.grants && open,
        }
    }

    fn sample(&self, sample: &Sample) -> Leave {
        let (w, now, locale) = (self.desk.words(), self.desk.now, self.desk.locale());
        let (open, until) = (now < sample.until, format::near(sample.until, now, locale));
        Leave {
            id: sample.id.to_string(),
            what: w.sample_of(sample.cases),
            href: None,
            reader: self.person(sample.reader),
            why: w.sample_drawn_by(self.person(sample.drawn_by), format::near(sample.drawn_at, now, locale)),
            state: if open { w.leave_until(until) } else { w.leave_over(until) },
            may_decide: false,
            may_end: open,
        }
    }
}

/// To the page that confirms it, or the page again with what was typed.
async fn answered(cases: &Cases, desk: Desk, result: Result<(), LeaveError>, done: &str, typed: Told) -> Result<Response, Fail> {
    let error = match result {
        Ok(()) => return Ok(Redirect::to(&format!("{PATH}?done={done}")).into_response()),
        Err(error) => error,
    };
    let (status, error) = match error {
        LeaveError::Change(ChangeError::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, sentences(&desk.shell, &faults, "text")),
        error @ (LeaveError::Over | LeaveError::Own | LeaveError::Already | LeaveError::Change(ChangeError::Erased)) => {
            let (kind, code) = error.face();
            (StatusCode::CONFLICT, desk.shell.site.messages.problem(desk.locale(), kind, code).into_owned())
        }
        error @ (LeaveError::NoSuch | LeaveError::Change(_)) => return Err(error.into()),
    };
    let desk = desk.at(PATH.to_owned());
    render(cases, &desk, Told { status, error: Some(error), ..typed }).await
}

/// `POST /staff/warrants`.
pub(super) async fn ask(
    State(cases): State<Cases>,
    grant: Granted<AskWarrant>,
    desk: Desk,
    SafeForm(typed): SafeForm<AskTyped>,
) -> Result<Response, Fail> {
    let input = WarrantInput { number: typed.number.clone(), reason: typed.reason.clone(), days: typed.days.clone() };
    let result = cases.ask_warrant(&grant, &input).await.map(|_| ());
    answered(&cases, desk, result, "asked", Told { ask: typed, ..Told::default() }).await
}

/// `POST /staff/warrants/{id}/{decision}`.
pub(super) async fn decide(
    State(cases): State<Cases>,
    grant: Granted<GrantWarrant>,
    desk: Desk,
    Path((id, decision)): Path<(String, String)>,
    SafeForm(Nothing {}): SafeForm<Nothing>,
) -> Result<Response, Fail> {
    let id = id.parse().map_err(|_| Fail::from(LeaveError::NoSuch))?;
    let (result, done) = match decision.as_str() {
        "grant" => (cases.grant_warrant(&grant, id).await, "granted"),
        "refuse" => (cases.refuse_warrant(&grant, id).await, "refused"),
        "end" => (cases.end_warrant(&grant, id).await, "ended"),
        _ => return Err(Fail::new(Kind::NotFound, "page.not_found")),
    };
    answered(&cases, desk, result, done, Told::default()).await
}

/// `POST /staff/samples`.
pub(super) async fn draw(
    State(cases): State<Cases>,
    grant: Granted<DrawSample>,
    desk: Desk,
    SafeForm(typed): SafeForm<DrawTyped>,
) -> Result<Response, Fail> {
    let input =
        SampleInput { reader: typed.reader.clone(), month: typed.month.clone(), count: typed.count.clone(), days: typed.days.clone() };
    let result = cases.draw_sample(&grant, &input).await.map(|_| ());
    answered(&cases, desk, result, "drawn", Told { draw: typed, ..Told::default() }).await
}

/// `POST /staff/samples/{id}/end`.
pub(super) async fn end(
    State(cases): State<Cases>,
    grant: Granted<DrawSample>,
    desk: Desk,
    Path(id): Path<String>,
    SafeForm(Nothing {}): SafeForm<Nothing>,
) -> Result<Response, Fail> {
    let id = id.parse().map_err(|_| Fail::from(LeaveError::NoSuch))?;
    answered(&cases, desk, cases.end_sample(&grant, id).await, "ended", Told::default()).await
}
