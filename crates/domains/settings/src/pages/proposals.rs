//! Proposals: what waits for whom, what one would do, and the decision.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::http::SafeForm;
use kernel::{FieldFault, Kind, format};
use places::Amendment;
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::Desk;
use super::fill;
use super::views::{Example, Line, Part, Proposal as View, Proposals, Shift};
use crate::errors::SettingError;
use crate::model::{Person, Proposal, Status};
use crate::permissions::{DecideSetting, ProposeSetting, ViewSettings};
use crate::ports::{Concerned, OpenMatters};
use crate::service::Settings;
use crate::told::Told;

/// Beyond this a count is not worth the reading: `100+` (decisions 18).
const COUNTED: u64 = 100;

#[derive(Deserialize)]
pub(super) struct Asked {
    before: Option<u32>,
    done: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Decision {
    version: i64,
    #[serde(default)]
    remark: String,
}

fn number(text: &str) -> Result<u32, Fail> {
    text.parse().map_err(|_| Fail::new(Kind::NotFound, "settings.no_such_proposal"))
}

pub(super) async fn list(State(settings): State<Settings>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fail> {
    let grant = desk.need::<ViewSettings>()?;
    let found = settings.proposals(&grant, false, asked.before).await?;
    let register = settings.register();
    let told = Told::new(desk.locale(), &register);
    let people: Vec<&Person> = found.proposals.iter().map(|proposal| &proposal.proposed_by).collect();
    let names = settings.names(&people, desk.locale()).await?;
    let lines = found.proposals.iter().map(|one| fill::line(one, &settings.effect(one, desk.now), told, &names, desk.now));
    let (waiting, decided): (Vec<Line>, Vec<Line>) = lines.partition(|line| line.open);
    let next = found.next.map(|before| format!("/staff/settings/proposals?before={before}"));
    Ok(page(&desk.shell, &Proposals { waiting, decided, next }))
}

pub(super) async fn show(
    State(settings): State<Settings>,
    State(matters): State<Arc<dyn OpenMatters>>,
    desk: Desk,
    Path(path): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let proposal = settings.proposal(&desk.need::<ViewSettings>()?, number(&path)?).await?;
    let w = crate::words::Words::of(desk.locale());
    let notice = match asked.done.as_deref() {
        Some("proposed") if proposal.status == Status::Open => Some(w.done_proposed()),
        Some("approved") => Some(w.done_approved()),
        Some("refused") => Some(w.done_refused()),
        Some("withdrawn") => Some(w.done_withdrawn()),
        Some(_) | None => None,
    };
    let mut view = fill_view(&settings, matters.as_ref(), &desk, &proposal).await?;
    view.notice = notice.map(std::borrow::Cow::into_owned);
    Ok(page(&desk.shell, &view))
}

pub(super) async fn approve(
    State(settings): State<Settings>,
    State(matters): State<Arc<dyn OpenMatters>>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<Decision>,
) -> Result<Response, Fail> {
    let (number, grant) = (number(&path)?, desk.need::<DecideSetting>()?);
    let remark = kernel::text::from_form(&form.remark);
    let done = settings.approve(&grant, number, Some(remark.clone()), form.version).await;
    answer(&settings, matters.as_ref(), desk, number, done, "approved", remark).await
}

pub(super) async fn refuse(
    State(settings): State<Settings>,
    State(matters): State<Arc<dyn OpenMatters>>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<Decision>,
) -> Result<Response, Fail> {
    let (number, grant) = (number(&path)?, desk.need::<DecideSetting>()?);
    let remark = kernel::text::from_form(&form.remark);
    let done = settings.refuse(&grant, number, remark.clone(), form.version).await;
    answer(&settings, matters.as_ref(), desk, number, done, "refused", remark).await
}

pub(super) async fn withdraw(
    State(settings): State<Settings>,
    State(matters): State<Arc<dyn OpenMatters>>,
    desk: Desk,
    Path(path): Path<String>,
    SafeForm(form): SafeForm<Decision>,
) -> Result<Response, Fail> {
    let (number, grant) = (number(&path)?, desk.need::<ProposeSetting>()?);
    let done = settings.withdraw(&grant, number, form.version).await;
    answer(&settings, matters.as_ref(), desk, number, done, "withdrawn", String::new()).await
}

/// Back to the proposal; a remark that cannot be taken comes back with what was typed.
async fn answer(
    settings: &Settings,
    matters: &dyn OpenMatters,
    desk: Desk,
    number: u32,
    done: Result<Proposal, SettingError>,
    step: &str,
    remark: String,
) -> Result<Response, Fail> {
    let path = format!("/staff/settings/proposals/{number}");
    match done {
        Ok(_) => Ok(Redirect::to(&format!("{path}?done={step}")).into_response()),
        Err(SettingError::Invalid(faults)) => {
            let desk = desk.at(path);
            let proposal = settings.proposal(&desk.need::<ViewSettings>()?, number).await?;
            let mut view = fill_view(settings, matters, &desk, &proposal).await?;
            view.remark = remark;
            let sentence = |fault: &FieldFault| desk.shell.site.messages.fault(desk.locale(), fault).into_owned();
            view.error = Some(faults.iter().map(sentence).collect::<Vec<_>>().join(desk.locale().pick("；", "; ")));
            Ok(page_with(StatusCode::UNPROCESSABLE_ENTITY, &desk.shell, &view))
        }
        Err(error) => Err(error.into()),
    }
}

/// The area, unit or kind whose open matters an amendment touches.
fn concerned(amendment: &Amendment) -> Option<Concerned<'_>> {
    match amendment {
        Amendment::CloseUnit { code, .. } | Amendment::RenameUnit { code, .. } => Some(Concerned::Unit(code)),
        Amendment::CloseArea { code, .. } | Amendment::RenameArea { code, .. } => Some(Concerned::Area(code)),
        Amendment::CloseKind { code, .. } | Amendment::RenameKind { code, .. } | Amendment::KindUnit { code, .. } => {
            Some(Concerned::Kind(code))
        }
        Amendment::OpenArea { .. } => None,
        Amendment::OpenUnit { .. } | Amendment::OpenKind { .. } | Amendment::RenameCategory { .. } | Amendment::CloseCategory { .. } => {
            None
        }
    }
}

async fn fill_view(settings: &Settings, matters: &dyn OpenMatters, desk: &Desk, proposal: &Proposal) -> Result<View, Fail> {
    let (register, now, locale) = (settings.register(), desk.now, desk.locale());
    let told = Told::new(locale, &register);
    let people: Vec<&Person> =
        std::iter::once(&proposal.proposed_by).chain(proposal.decision.as_ref().map(|decision| &decision.by)).collect();
    let names = settings.names(&people, locale).await?;
    let effect = settings.effect(proposal, now);
    let when = |at| format::date_time(at, now, locale);
    let due = |at: Option<kernel::Timestamp>| at.map(when).unwrap_or_default();
    let open = proposal.status == Status::Open;
    let part = if !open {
        Part::Reader
    } else if proposal.proposed_by == Person::Account(desk.who.account()) {
        Part::Proposer
    } else if desk.granted::<DecideSetting>().is_some() {
        Part::Decider
    } else {
        Part::Reader
    };
    let shifts = effect.shifts.iter().map(|shift| Shift {
        href: format!("/staff/settings/{}", shift.key.code()),
        name: told.name(shift.key),
        scope: told.scope(&shift.scope),
        before: told.value(shift.key, shift.before),
        after: told.value(shift.key, shift.after),
        examples: shift
            .examples
            .iter()
            .map(|example| Example {
                occasion: told.occasion(example.occasion),
                received: when(example.received_at),
                before: due(example.before),
                after: due(example.after),
            })
            .collect(),
    });
    let calendar = match &effect.calendar {
        Some(calendar) => Some(fill::calendar_effect(calendar, matters, told).await?),
        None => None,
    };
    // Words change nothing of any matter.
    let open_matters = if open && calendar.is_none() && proposal.body.words().is_none() {
        let count = matters.count(proposal.body.amendment().and_then(concerned), COUNTED + 1).await?;
        Some(if count > COUNTED { format!("{COUNTED}+") } else { count.to_string() })
    } else {
        None
    };
    Ok(View {
        number: proposal.number,
        version: proposal.version,
        heading: fill::in_words(proposal, &effect, told),
        status: told.status(proposal.status),
        open,
        who: told.w.proposed_by(told.person(&proposal.proposed_by, &names), when(proposal.proposed_at)),
        reason: proposal.reason.clone(),
        from: match (proposal.status, proposal.effective_on) {
            (Status::Open, None) => told.w.as_soon_as_approved().into_owned(),
            (Status::Open | Status::Approved { .. }, _) => told.w.holds_from(told.since(effect.from)),
            (Status::Refused | Status::Withdrawn | Status::Expired, _) => told.w.never_holds().into_owned(),
        },
        until: told.w.waits_until(when(proposal.expires_at)),
        decision: proposal.decision.as_ref().map(|decision| {
            let (who, at) = (told.person(&decision.by, &names), when(decision.at));
            match &decision.remark {
                Some(remark) => told.w.decided_with_words(told.status(proposal.status), who, at, remark),
                None => told.w.decided(told.status(proposal.status), who, at),
            }
        }),
        shifts: shifts.collect(),
        open_matters,
        amendment: proposal.body.amendment().map(|amendment| told.what_then(amendment)),
        facts: proposal.body.amendment().map(|amendment| told.amendment_facts(amendment)).unwrap_or_default(),
        calendar,
        words: proposal.body.words().map(|change| fill::words(change, told)),
        part,
        notice: None,
        remark: String::new(),
        error: None,
    })
}
