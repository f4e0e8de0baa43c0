//! 查进度 of one matter: the answer first, then three questions, then how the days were counted.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::{ByCodeProof, Granted, Identity, KeptForm};
use jiff::ToSpan;
use kernel::problem::Problem as _;
use kernel::{AccountId, CaseNumber, FieldFault, format, text};
use serde::Deserialize;
use web::Fail;

use super::own;
use super::proofs;
use super::told::{self, Names};
use super::visit::{Visit, number, to_find};
use crate::commands::{IdempotencyKey, RatingInput};
use crate::errors::ChangeError;
use crate::model::state::Step;
use crate::model::{Retention, State as Where, StateName, Timing};
use crate::pages::strip::strip;
use crate::pages::views::Track;
use crate::pages::views::parts::{Errors, Handler};
use crate::pages::views::track::{OwnForm, Rate, Refused, ReopenForm, WriteForm};
use crate::permissions::{OwnCase, ReadCase};
use crate::queries::Detail;
use crate::service::Cases;

/// What a redirect says of the step before it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Done {
    done: String,
}

/// What came back from a form that was refused.
#[derive(Default)]
struct Returned {
    rate: Option<Rate>,
    supplement: Option<WriteForm>,
    reopen: Option<WriteForm>,
    own: Option<OwnForm>,
    refused: Option<Refused>,
}

async fn names<'a>(cases: &Cases, detail: &Detail, visit: &Visit, register: &'a places::Register) -> Result<Names<'a>, Fail> {
    let mut ids: Vec<AccountId> = detail.story.iter().filter_map(|entry| entry.actor.account()).collect();
    ids.extend(detail.case.handler());
    let people: HashMap<AccountId, String> = cases.names(&ids, visit.locale()).await.map_err(ChangeError::from)?.into_iter().collect();
    Ok(Names { people, register, w: visit.words(), locale: visit.locale(), now: cases.now() })
}

async fn page(
    cases: &Cases,
    visit: &Visit,
    proof: &ByCodeProof,
    number: &CaseNumber,
    done: &str,
    returned: Returned,
    status: StatusCode,
) -> Result<Response, Fail> {
    let detail = cases.detail(&Granted::<ReadCase>::by_code(proof, Some(visit.caller.request_id))?, number).await?;
    let register = cases.places().register();
    let names = names(cases, &detail, visit, &register).await?;
    let (case, locale, w) = (&detail.case, visit.locale(), visit.words());
    let calendar = cases.calendar();
    let (lead, ask) = told::lead(case, &names);
    let open = !case.erased;
    let rate = match &case.state {
        Where::FeedbackPending { until, .. } if open => Some(Rate {
            // The window ends at 24:00: the last day is the day before.
            until: format::date_weekday(format::local_date(*until - 1.second()), locale),
            ..returned.rate.unwrap_or_else(|| Rate { key: cases.form_key(), ..Rate::default() })
        }),
        _ => None,
    };
    let reopen = match &case.state {
        Where::Closed { at, .. } if open => {
            let until = *at + (24 * i64::from(cases.limits_of(case).reopen_days)).hours();
            let form = returned.reopen.unwrap_or_else(|| WriteForm { key: cases.form_key(), ..WriteForm::default() });
            (cases.now() < until).then(|| ReopenForm {
                key: form.key,
                until: format::date_weekday(format::local_date(until), locale),
                text: form.text,
                error: form.error,
            })
        }
        _ => None,
    };
    let own = own::forms(cases, case, &names, returned.own);
    let parts = own::parts(cases, case).await?;
    let supplement = (open && case.state.after(&Step::Supplement, cases.now()).is_ok())
        .then(|| returned.supplement.unwrap_or_else(|| WriteForm { key: cases.form_key(), ..WriteForm::default() }));
    let handler = case.handler().and_then(|id| names.people.get(&id).cloned()).map(|name| Handler {
        name,
        unit: case.unit().and_then(|unit| register.unit(unit)).map_or_else(String::new, |unit| unit.name_in(locale).to_owned()),
    });
    let kept = cases.receipts(&Granted::<OwnCase>::by_code(proof, Some(visit.caller.request_id))?, number).await?;
    let view = Track {
        number: number.grouped(),
        number_plain: number.to_string(),
        title: detail.said.as_ref().map_or_else(|| w.erased_text().into_owned(), crate::Said::headline),
        lead,
        ask,
        notice: told::thanks(done, &detail.story, &names),
        lamp: told::lamp(case, &names),
        stage: told::stage(case),
        answers: told::answers(&detail.story, &names),
        handler,
        rated: if rate.is_some() { None } else { told::rated(&detail.story, &names) },
        rate,
        strip: strip(case, &Timing::by(&calendar), names.now, names.locale),
        timeline: told::story(&detail.story, &names),
        text: detail.said.as_ref().map_or_else(|| w.erased_text().into_owned(), |said| said.text.clone()),
        place: told::place(&detail, &register, locale),
        kept: Retention::of(&cases.settings().at(names.now)).last_day(case).map(|day| w.kept_until(format::year_month(day, locale))),
        supplement,
        reopen,
        asked: own::asked(case, &detail.story, &names),
        own,
        parts,
        proofs: proofs::shown(&kept, number, names.now, visit),
        refused: returned.refused,
    };
    Ok(web::page_with(status, &visit.shell, &view))
}

/// `GET /track/{number}`.
pub(super) async fn show(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path(path): Path<String>,
    Query(Done { done }): Query<Done>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let Some(proof) = visit.proof(&cases, &identity, &number).await? else { return Ok(to_find(&number)) };
    page(&cases, &visit, &proof, &number, &done, Returned::default(), StatusCode::OK).await
}

/// The three questions as they are sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RateForm {
    key: String,
    contacted: String,
    solved: String,
    satisfaction: String,
    comment: String,
}

fn yes_no(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn done(number: &CaseNumber, what: &str) -> Response {
    Redirect::to(&format!("/track/{number}?done={what}")).into_response()
}

/// What was typed, and whether the page was too old.
fn opened<T>(typed: KeptForm<T>) -> (T, bool) {
    match typed {
        KeptForm::Safe(typed) => (typed, false),
        KeptForm::Old(typed) => (typed, true),
    }
}

/// `POST /track/{number}/rating`.
pub(super) async fn rate(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path(path): Path<String>,
    typed: KeptForm<RateForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let visit = visit.at(format!("/track/{number}"));
    let Some(proof) = visit.proof(&cases, &identity, &number).await? else { return Ok(to_find(&number)) };
    let grant = Granted::<OwnCase>::by_code(&proof, Some(visit.caller.request_id))?;
    let (typed, is_old) = opened(typed);
    let (contacted, solved, satisfaction) = (yes_no(&typed.contacted), yes_no(&typed.solved), typed.satisfaction.parse().ok());
    if is_old {
        let rate = Rate { key: typed.key, contacted, solved, satisfaction, comment: typed.comment, ..Rate::default() };
        let returned = Returned { rate: Some(rate), refused: Some(old(&visit)), ..Returned::default() };
        return page(&cases, &visit, &proof, &number, "", returned, StatusCode::FORBIDDEN).await;
    }
    let input = RatingInput { contacted, solved, satisfaction, comment: Some(text::from_form(&typed.comment)) };
    let key: Option<IdempotencyKey> = typed.key.parse().ok();
    match cases.rate(&grant, &number, input, key.as_ref()).await {
        Ok(changed) if changed.state == StateName::Reopened => Ok(done(&number, "rating-again")),
        Ok(_) => Ok(done(&number, "rating")),
        Err(ChangeError::Invalid(faults)) => {
            let errors = Errors::of_faults(&faults, &visit.shell.site.messages, visit.locale());
            let rate = Rate { key: typed.key, contacted, solved, satisfaction, comment: typed.comment, errors, ..Rate::default() };
            let returned = Returned { rate: Some(rate), ..Returned::default() };
            page(&cases, &visit, &proof, &number, "", returned, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error @ ChangeError::Refused { .. }) => {
            let returned = too_late(&visit, &error, typed.comment);
            page(&cases, &visit, &proof, &number, "", returned, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The page lay open for too long: everything typed stands on it again, to be sent once more.
fn old(visit: &Visit) -> Refused {
    Refused { why: visit.words().page_old().into_owned(), words: None }
}

/// The matter has moved on and takes no such words any more; they are hers, and stay on the page.
fn too_late(visit: &Visit, error: &ChangeError, words: String) -> Returned {
    let (kind, code) = error.face();
    let why = visit.shell.site.messages.problem(visit.locale(), kind, code).into_owned();
    let words = Some(words).filter(|words| !words.trim().is_empty());
    Returned { refused: Some(Refused { why, words }), ..Returned::default() }
}

/// One text as it is sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct WordsForm {
    key: String,
    text: String,
}

fn refused(typed: WordsForm, faults: &[FieldFault], visit: &Visit) -> WriteForm {
    let error = faults.first().map(|fault| visit.shell.site.messages.fault(visit.locale(), fault).into_owned());
    WriteForm { key: typed.key, text: typed.text, error }
}

/// `POST /track/{number}/supplement`.
pub(super) async fn supplement(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path(path): Path<String>,
    typed: KeptForm<WordsForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let visit = visit.at(format!("/track/{number}"));
    let Some(proof) = visit.proof(&cases, &identity, &number).await? else { return Ok(to_find(&number)) };
    let grant = Granted::<OwnCase>::by_code(&proof, Some(visit.caller.request_id))?;
    let (typed, is_old) = opened(typed);
    if is_old {
        let form = WriteForm { key: typed.key, text: typed.text, error: None };
        let returned = Returned { supplement: Some(form), refused: Some(old(&visit)), ..Returned::default() };
        return page(&cases, &visit, &proof, &number, "", returned, StatusCode::FORBIDDEN).await;
    }
    let key: Option<IdempotencyKey> = typed.key.parse().ok();
    match cases.supplement(&grant, &number, text::from_form(&typed.text), key.as_ref()).await {
        Ok(_) => Ok(done(&number, "supplement")),
        Err(ChangeError::Invalid(faults)) => {
            let returned = Returned { supplement: Some(refused(typed, &faults, &visit)), ..Returned::default() };
            page(&cases, &visit, &proof, &number, "", returned, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error @ ChangeError::Refused { .. }) => {
            let returned = too_late(&visit, &error, typed.text);
            page(&cases, &visit, &proof, &number, "", returned, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /track/{number}/reopen`.
pub(super) async fn reopen(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path(path): Path<String>,
    typed: KeptForm<WordsForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let visit = visit.at(format!("/track/{number}"));
    let Some(proof) = visit.proof(&cases, &identity, &number).await? else { return Ok(to_find(&number)) };
    let grant = Granted::<OwnCase>::by_code(&proof, Some(visit.caller.request_id))?;
    let (typed, is_old) = opened(typed);
    if is_old {
        let form = WriteForm { key: typed.key, text: typed.text, error: None };
        let returned = Returned { reopen: Some(form), refused: Some(old(&visit)), ..Returned::default() };
        return page(&cases, &visit, &proof, &number, "", returned, StatusCode::FORBIDDEN).await;
    }
    let key: Option<IdempotencyKey> = typed.key.parse().ok();
    match cases.reopen(&grant, &number, text::from_form(&typed.text), key.as_ref()).await {
        Ok(_) => Ok(done(&number, "reopen")),
        Err(ChangeError::Invalid(faults)) => {
            let returned = Returned { reopen: Some(refused(typed, &faults, &visit)), ..Returned::default() };
            page(&cases, &visit, &proof, &number, "", returned, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error @ ChangeError::Refused { .. }) => {
            let returned = too_late(&visit, &error, typed.text);
            page(&cases, &visit, &proof, &number, "", returned, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}

/// A rarer step as it is sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OwnStep {
    key: String,
    text: String,
    pressed: String,
}

/// `POST /track/{number}/chase`, `…/contest`, `…/contest-class`, `…/withdraw`.
pub(super) async fn take(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path((path, step)): Path<(String, String)>,
    typed: KeptForm<OwnStep>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let visit = visit.at(format!("/track/{number}"));
    let Some(proof) = visit.proof(&cases, &identity, &number).await? else { return Ok(to_find(&number)) };
    let grant = Granted::<OwnCase>::by_code(&proof, Some(visit.caller.request_id))?;
    let (typed, is_old) = opened(typed);
    let Some(step) = own::OWN.into_iter().find(|own| *own == step) else { return Err(Fail::new(kernel::Kind::NotFound, "page.not_found")) };
    let form = |error| Some(OwnForm { code: step, key: typed.key.clone(), text: typed.text.clone(), error, ..OwnForm::default() });
    if is_old {
        let returned = Returned { own: form(None), refused: Some(old(&visit)), ..Returned::default() };
        return page(&cases, &visit, &proof, &number, "", returned, StatusCode::FORBIDDEN).await;
    }
    let key: Option<IdempotencyKey> = typed.key.parse().ok();
    let (text, pressed) = (text::from_form(&typed.text), typed.pressed == "yes");
    match own::take(&cases, &grant, &number, step, text, pressed, key.as_ref()).await {
        Ok(_) => Ok(done(&number, step)),
        Err(ChangeError::Invalid(faults)) => {
            let error = faults.first().map(|fault| visit.shell.site.messages.fault(visit.locale(), fault).into_owned());
            let returned = Returned { own: form(error), ..Returned::default() };
            page(&cases, &visit, &proof, &number, "", returned, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error @ (ChangeError::Refused { .. } | ChangeError::Broken { .. })) => {
            let returned = too_late(&visit, &error, typed.text);
            page(&cases, &visit, &proof, &number, "", returned, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}
