//! The steps of staff. Each is a form of the case page or the desk: what it says goes to the command, and the answer is
//! an address to read. A refused form comes back with everything that was typed; so does one that came too late.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderValue, StatusCode, header};
use identity::{Granted, SafeForm};
use kernel::problem::Problem as _;
use kernel::text::{from_form, mask_name};
use kernel::{AccountId, CaseNumber, FieldFault, Kind};
use web::Fail;

use super::case::{self, Shown};
use super::desk::Desk;
use super::dispatch::{self as table, Refused};
use super::forms::{AlarmForm, AnswerForm, ContactForm, DispatchForm, NoteForm, ResumeForm, Seen, StartForm, given, sentences};
use super::{number, work};
use crate::commands::{Accept, Changed, NoteInput, ResumeInput, StartInput, UnmaskInput, Verb};
use crate::errors::ChangeError;
use crate::model::{ComplexReason, Complexity};
use crate::pages::looks::seen_label;
use crate::pages::views::case::{Revealed, Typed};
use crate::permissions::{AnswerAlarm, DispatchCase, HandleCase, NoteCase, ReadCase, ResumeCase, UnmaskContact};
use crate::service::Cases;

pub(super) fn case_page(number: &CaseNumber) -> String {
    format!("/staff/cases/{number}")
}

/// Why the form came back, and under which status; a failure that no page of the case can explain is passed on.
pub(super) fn refusal(desk: &Desk, error: ChangeError, text: &'static str) -> Result<(StatusCode, String), Fail> {
    match error {
        ChangeError::Invalid(faults) => Ok((StatusCode::UNPROCESSABLE_ENTITY, sentences(&desk.shell, &faults, text))),
        ChangeError::KindClosed { instead } => {
            let name = desk.locale().pick(&instead.zh, &instead.en).to_owned();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.words().kind_closed(name)))
        }
        ChangeError::Stale { .. } => Ok((StatusCode::CONFLICT, desk.words().moved_on().into_owned())),
        error @ (ChangeError::Refused { .. }
        | ChangeError::Broken { .. }
        | ChangeError::Held { .. }
        | ChangeError::NotHeld { .. }
        | ChangeError::NoAlarm { .. }) => {
            let (kind, code) = error.face();
            let sentence = desk.shell.site.messages.problem(desk.locale(), kind, code);
            Ok((StatusCode::CONFLICT, sentence.into_owned()))
        }
        error @ (ChangeError::Taken { .. }
        | ChangeError::NoSuchCase
        | ChangeError::KeyReused
        | ChangeError::Shelf
        | ChangeError::Erased
        | ChangeError::Store(_)) => Err(error.into()),
    }
}

/// To the page that confirms the step, or the case page again with what was typed.
async fn answered(
    cases: &Cases,
    desk: Desk,
    number: &CaseNumber,
    result: Result<Changed, ChangeError>,
    done: &str,
    text: &'static str,
    shown: Shown,
) -> Result<Response, Fail> {
    let Err(error) = result else { return Ok(Redirect::to(done).into_response()) };
    let (status, error) = refusal(&desk, error, text)?;
    let desk = desk.at(case_page(number));
    let read = desk.need::<ReadCase>()?;
    case::render(cases, &read, &desk, number, Shown { status, error: Some(error), ..shown }).await
}

/// A colleague was faster: her work without that case, and the colleague's name, masked as everywhere.
async fn taken(cases: &Cases, desk: Desk, by: AccountId) -> Result<Response, Fail> {
    let names = cases.names(&[by], desk.locale()).await.map_err(ChangeError::from)?;
    let name = names.first().map_or_else(String::new, |(_, name)| mask_name(name));
    let error = Some(desk.words().taken_by(name));
    work::render(cases, &desk.at("/staff".to_owned()), work::Told { status: StatusCode::CONFLICT, error, ..work::Told::default() }).await
}

pub(super) async fn accept(
    State(cases): State<Cases>,
    grant: Granted<HandleCase>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<Seen>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let result = Accept {}.run(&cases, &grant, &number, form.version).await;
    if let Err(ChangeError::Taken { by, .. }) = result {
        return taken(&cases, desk, by).await;
    }
    let done = format!("{}?done=accept", case_page(&number));
    answered(&cases, desk, &number, result, &done, "text", Shown::default()).await
}

pub(super) async fn contact(
    State(cases): State<Cases>,
    grant: Granted<HandleCase>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<ContactForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let result = match form.input() {
        Ok(input) => input.run(&cases, &grant, &number, form.version).await,
        Err(error) => Err(error),
    };
    let done = format!("{}?done=contact", case_page(&number));
    let typed = Typed { secs: form.secs, contact: form.note, ..Typed::default() };
    answered(&cases, desk, &number, result, &done, "text", Shown { how: form.how, typed, ..Shown::default() }).await
}

pub(super) async fn start(
    State(cases): State<Cases>,
    grant: Granted<HandleCase>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<StartForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let result = StartInput { plan: Some(from_form(&form.plan)) }.run(&cases, &grant, &number, form.version).await;
    let done = format!("{}?done=start", case_page(&number));
    let typed = Typed { plan: form.plan, ..Typed::default() };
    answered(&cases, desk, &number, result, &done, "text", Shown { typed, ..Shown::default() }).await
}

/// After the answer the day goes on with what else waits.
pub(super) async fn answer(
    State(cases): State<Cases>,
    grant: Granted<HandleCase>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<AnswerForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let result = form.input().run(&cases, &grant, &number, form.version).await;
    let shown = Shown { answer: form.text, result: form.result, ..Shown::default() };
    // What waits for the lead is still this handler's to watch.
    let waits = result.as_ref().is_ok_and(|changed| changed.pending.is_some());
    let done = if waits { format!("{}?done=propose-answer", case_page(&number)) } else { "/staff?done=answer".to_owned() };
    answered(&cases, desk, &number, result, &done, "answer", shown).await
}

pub(super) async fn note(
    State(cases): State<Cases>,
    grant: Granted<NoteCase>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<NoteForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let result =
        NoteInput { text: from_form(&form.text), visibility: form.visibility.clone() }.run(&cases, &grant, &number, form.version).await;
    let done = format!("{}?done=note", case_page(&number));
    let typed = Typed { shown: form.visibility == crate::model::Shown::Resident.code(), note: form.text, ..Typed::default() };
    answered(&cases, desk, &number, result, &done, "note", Shown { typed, ..Shown::default() }).await
}

pub(super) async fn resume(
    State(cases): State<Cases>,
    grant: Granted<ResumeCase>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<ResumeForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let input = ResumeInput { handler: given(&form.handler) };
    let result = input.run(&cases, &grant, &number, form.version).await;
    let done = if form.desk.is_empty() { format!("{}?done=resume", case_page(&number)) } else { "/staff/dispatch?done=resume".to_owned() };
    answered(&cases, desk, &number, result, &done, "text", Shown::default()).await
}

pub(super) async fn release(
    State(cases): State<Cases>,
    grant: Granted<DispatchCase>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<Seen>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let result = cases.release(&grant, &number, form.version).await;
    let done = format!("{}?done=release", case_page(&number));
    answered(&cases, desk, &number, result, &done, "text", Shown::default()).await
}

pub(super) async fn answer_alarm(
    State(cases): State<Cases>,
    grant: Granted<AnswerAlarm>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<AlarmForm>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let result = cases.answer_alarm(&grant, &number, Some(from_form(&form.note)), form.version).await;
    let done = format!("{}?done=alarm#alarm", case_page(&number));
    let typed = Typed { alarm: form.note, ..Typed::default() };
    answered(&cases, desk, &number, result, &done, "note", Shown { typed, ..Shown::default() }).await
}

/// One hidden field in the clear, on the answer itself: no address could be asked for it again, and nothing keeps it.
pub(super) async fn unmask(
    State(cases): State<Cases>,
    grant: Granted<UnmaskContact>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<UnmaskInput>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let result = cases.unmask(&grant, &number, &form).await;
    let desk = desk.at(case_page(&number));
    let shown = match result {
        Ok(unmasked) => {
            let label = seen_label(desk.words(), unmasked.field);
            let is_phone = unmasked.field == crate::model::Seen::Phone;
            Shown { revealed: Some(Revealed { label, value: unmasked.value, is_phone }), ..Shown::default() }
        }
        Err(error) => {
            let (status, error) = refusal(&desk, error, "text")?;
            match status {
                StatusCode::UNPROCESSABLE_ENTITY => Shown { status, unmask: Some((form, error)), ..Shown::default() },
                status => Shown { status, error: Some(error), ..Shown::default() },
            }
        }
    };
    let read = desk.need::<ReadCase>()?;
    let mut response = case::render(&cases, &read, &desk, &number, shown).await?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// After a dispatch comes the next case of the queue.
pub(super) async fn dispatch(
    State(cases): State<Cases>,
    grant: Granted<DispatchCase>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(pairs): SafeForm<Vec<(String, String)>>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let form = DispatchForm::of(pairs).ok_or_else(|| Fail::new(Kind::Invalid, "input.malformed"))?;
    let said_why = ComplexReason::from_code(&form.complex_reason).is_some();
    let result = if form.complexity == Complexity::Complex.code() && !said_why {
        // Complex buys time, and says why (domain C-06).
        Err(ChangeError::Invalid(vec![FieldFault { field: "complexity", code: "missing" }]))
    } else {
        form.input().run(&cases, &grant, &number, form.version).await
    };
    let Err(error) = result else {
        // A kind without a unit went to the one of the catalogue.
        let of_kind = || form.kind().and_then(|kind| Some(cases.catalogue().kind(&kind.parse().ok()?)?.unit.to_string()));
        let to = form.unit().or_else(of_kind).map_or_else(String::new, |unit| format!("?to={unit}"));
        return Ok(Redirect::to(&format!("/staff/dispatch{to}")).into_response());
    };
    let (status, error) = refusal(&desk, error, "text")?;
    let desk = desk.at(format!("/staff/dispatch/{number}"));
    let read = desk.need::<ReadCase>()?;
    let refused = Refused { status, notice: None, error: Some(error), chosen: Some(form) };
    table::render(&cases, &read, &desk, Some(&number), refused).await
}
