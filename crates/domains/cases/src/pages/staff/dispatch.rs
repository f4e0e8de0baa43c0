//! 派单台: the queue, the open case, and what the platform suggests for it, with its reasons. A reopened case shows
//! what the last answer came to and who may go on.

use std::collections::BTreeSet;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::Granted;
use kernel::{CaseNumber, KindCode, Timestamp, UnitCode, format};
use places::Register;
use serde::Deserialize;
use web::{Fail, page_with};

use super::case::who_goes_on;
use super::desk::{COUNTED, Desk, up_to};
use super::forms::DispatchForm;
use super::lines::Lines;
use super::marks::marked;
use super::number;
use crate::Said;
use crate::catalogue::{Confidence, Field, MatterKind, Suggestion};
use crate::model::{Case, ClockName, ComplexReason, Complexity, StateName, Timing};
use crate::pages::complex_reason;
use crate::pages::views::Dispatch;
use crate::pages::views::dispatch::{Candidate, DispatchCase as OpenCase, QueueItem, Resume};
use crate::pages::views::parts::{Choice, ChoiceGroup, Due, Lamp, Light, Mark};
use crate::permissions::{DispatchCase, ReadCase};
use crate::queries::{Detail, Item, QUEUE};
use crate::service::Cases;
use crate::words::Words;

#[derive(Deserialize)]
pub(super) struct Asked {
    /// The step just taken: `resume`.
    done: Option<String>,
    /// The unit to which the last case was sent.
    to: Option<String>,
}

/// Cases of the queue that are shown; the rest waits behind them.
const SHOWN: usize = 50;

/// Suggestions of each sort.
const TOP: usize = 3;

fn notice(cases: &Cases, desk: &Desk, asked: &Asked) -> Option<String> {
    if asked.done.as_deref() == Some("resume") {
        return Some(desk.words().done_resume().into_owned());
    }
    let unit: UnitCode = asked.to.as_deref()?.parse().ok()?;
    let register = cases.places().register();
    register.unit(&unit).map(|unit| desk.words().done_dispatch(unit.name_in(desk.locale())))
}

/// The desk with the first case of the queue.
pub(super) async fn first(
    State(cases): State<Cases>,
    _may: Granted<DispatchCase>,
    read: Granted<ReadCase>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let notice = notice(&cases, &desk, &asked);
    render(&cases, &read, &desk, None, Refused { notice, ..Refused::default() }).await
}

/// The desk with the case that was chosen.
pub(super) async fn show(
    State(cases): State<Cases>,
    _may: Granted<DispatchCase>,
    read: Granted<ReadCase>,
    desk: Desk,
    Path(path): Path<String>,
) -> Result<Response, Fail> {
    render(&cases, &read, &desk, Some(&number(&path)?), Refused::default()).await
}

/// What a refused form brings back.
#[derive(Default)]
pub(super) struct Refused {
    pub status: StatusCode,
    pub notice: Option<String>,
    pub error: Option<String>,
    /// What had been chosen; `None` for a page that is opened.
    pub chosen: Option<DispatchForm>,
}

/// The desk. A case that no longer waits here is shown on its own page.
pub(super) async fn render(
    cases: &Cases,
    read: &Granted<ReadCase>,
    desk: &Desk,
    open: Option<&CaseNumber>,
    refused: Refused,
) -> Result<Response, Fail> {
    let queue = cases.waiting(read, COUNTED + 1).await?;
    let held = cases.count_held(read, COUNTED + 1).await?;
    let register = cases.places().register();
    let lines = Lines::new(cases, &register, desk.locale(), desk.now);
    let open = open.cloned().or_else(|| queue.first().map(|item| item.case.intake.number.clone()));
    let case = match &open {
        None => None,
        Some(number) => {
            let detail = cases.detail(read, number).await?;
            if !QUEUE.contains(&detail.case.state.name()) || detail.case.intake.held {
                return Ok(Redirect::to(&format!("/staff/cases/{number}")).into_response());
            }
            Some(open_case(lines, detail, &refused).await?)
        }
    };
    let lines = Lines::new(cases, &register, desk.locale(), desk.now);
    let oldest = queue.iter().map(|item| waiting_since(&item.case)).min();
    let view = Dispatch {
        waiting: queue.len() as u64,
        held: (held > 0).then(|| up_to(held)),
        oldest: oldest.map(|at| lines.since(at)),
        queue: queue.iter().take(SHOWN).map(|item| queued(&lines, item, open.as_ref())).collect(),
        case,
        notice: refused.notice,
    };
    Ok(page_with(refused.status, &desk.shell, &view))
}

/// Since when a case has waited on the desk: receipt, or its last reopening.
fn waiting_since(case: &Case) -> Timestamp {
    case.clocks.get(ClockName::Dispatch).map_or(case.intake.received_at, |clock| clock.start)
}

fn queued(lines: &Lines<'_>, item: &Item, open: Option<&CaseNumber>) -> QueueItem {
    let (case, w) = (&item.case, lines.w);
    let lamp = if case.urgent {
        Some(Lamp { light: Light::Red, text: w.lamp_urgent().into_owned() })
    } else {
        Some(lines.short_lamp(case)).filter(|lamp| matches!(lamp.light, Light::Red | Light::Yellow))
    };
    let tag = match (case.state.name(), case.reopenings) {
        (StateName::Reopened, 0..=1) => Some(w.tag_reopened().into_owned()),
        (StateName::Reopened, times) => Some(w.tag_again(times.to_string())),
        (_, _) => sureness(w, &suggestion(lines.cases, item.said.as_ref())),
    };
    QueueItem {
        number_plain: case.intake.number.to_string(),
        title: lines.title(case, item.said.as_ref()),
        lamp,
        sub: format!("{} · {}", lines.channel(case.intake.channel), lines.ago(waiting_since(case))),
        tag,
        current: open == Some(&case.intake.number),
    }
}

fn suggestion(cases: &Cases, said: Option<&Said>) -> Suggestion {
    let (title, text) = said.map_or((None, ""), |said| (said.title.as_deref(), said.text.as_str()));
    cases.catalogue().suggest(title, text)
}

fn sureness(w: Words, suggestion: &Suggestion) -> Option<String> {
    let word = match suggestion.confidence() {
        Confidence::High => w.sure_high(),
        Confidence::Medium => w.sure_medium(),
        Confidence::Low => w.sure_low(),
        Confidence::None => return None,
    };
    Some(word.into_owned())
}

/// The kinds to choose from, likeliest first, each with its share and the words that speak for it. What the resident
/// chose comes first.
fn kinds<'a>(lines: &Lines<'a>, case: &Case, suggestion: &'a Suggestion) -> Vec<(&'a MatterKind, u8, Vec<&'a str>)> {
    let catalogue = lines.cases.catalogue();
    let mut kinds: Vec<_> = suggestion
        .kinds
        .iter()
        .filter_map(|ranked| {
            let words: BTreeSet<&str> = ranked.evidence.iter().map(|word| word.word.as_str()).collect();
            Some((catalogue.kind(&ranked.code)?, ranked.share, words.into_iter().collect()))
        })
        .collect();
    if let Some(own) = lines.kind(case) {
        let at = kinds.iter().position(|(kind, _, _)| kind.code == own.code);
        let first = at.map_or_else(|| (own, 0, Vec::new()), |at| kinds.remove(at));
        kinds.insert(0, first);
    }
    kinds.truncate(TOP);
    kinds
}

/// The units of those kinds, the first kind's first, with the shares of their kinds together. A closed unit stands as its
/// successor: nothing new goes to it.
fn units<'a>(register: &'a Register, kinds: &[(&'a MatterKind, u8, Vec<&str>)]) -> Vec<(&'a UnitCode, u8, &'a MatterKind)> {
    let mut units: Vec<(&UnitCode, u8, &MatterKind)> = Vec::new();
    for (kind, share, _) in kinds {
        let Some(own) = register.unit_in_force(&kind.unit) else { continue };
        match units.iter_mut().find(|(unit, _, _)| **unit == own.code) {
            Some((_, sum, _)) => *sum = sum.saturating_add(*share).min(100),
            None => units.push((&own.code, *share, kind)),
        }
    }
    units
}

async fn open_case(lines: Lines<'_>, detail: Detail, refused: &Refused) -> Result<OpenCase, Fail> {
    let Detail { case, said, story, shows } = detail;
    let lines = lines.knowing(&case, &story).await?;
    let (w, locale, said) = (lines.w, lines.locale, said.as_ref());
    let suggestion = suggestion(lines.cases, said);
    let chosen = refused.chosen.as_ref();
    let kinds = kinds(&lines, &case, &suggestion);
    let first = kinds.first().map(|(kind, _, _)| *kind);
    let units = units(lines.register, &kinds);
    let chosen_kind = match chosen {
        Some(form) => form.kind(),
        None => first.map(|kind| kind.code.to_string()),
    };
    let chosen_unit = match chosen {
        Some(form) => form.unit(),
        None => units.first().map(|(unit, _, _)| unit.to_string()),
    };
    let complex = match chosen {
        Some(form) => form.complexity == Complexity::Complex.code(),
        None => first.is_some_and(|kind| kind.complexity == Complexity::Complex),
    };
    let is = |code: &str, chosen: &Option<String>| chosen.as_deref() == Some(code);
    let kind_views: Vec<Candidate> = kinds
        .iter()
        .map(|(kind, share, words)| Candidate {
            value: kind.code.to_string(),
            label: format!("{} · {}", lines.kind_path(kind), kind.case_type.label(locale)),
            percent: *share,
            why: Some(why(&lines, &case, kind, words)),
            chosen: is(kind.code.as_str(), &chosen_kind),
        })
        .collect();
    let unit_views: Vec<Candidate> = units
        .iter()
        .map(|(unit, share, kind)| Candidate {
            value: unit.to_string(),
            label: lines.unit(unit),
            percent: *share,
            why: Some(w.why_unit(kind.label.in_(locale))),
            chosen: is(unit.as_str(), &chosen_unit),
        })
        .collect();
    let offered = |candidates: &[Candidate], code: &str| candidates.iter().any(|candidate| candidate.value == code);
    let resume = if case.state.name() == StateName::Reopened { resume(&lines, &case, &story).await? } else { None };
    Ok(OpenCase {
        number: case.intake.number.grouped(),
        number_plain: case.intake.number.to_string(),
        version: case.version,
        title: lines.title(&case, said),
        received: format!("{} · {}", format::date_time(case.intake.received_at, lines.now, locale), lines.channel(case.intake.channel)),
        lamp: lines.dispatch_lamp(&case),
        text: spans(&lines, said, &kinds, &suggestion),
        place: lines.place(&case, said),
        reach: if shows.contact { lines.reach(&case, said) } else { reachable(&lines, &case) },
        basis: first.map(|kind| kind.basis.clone()).filter(|basis| !basis.is_empty()),
        emergency: suggestion.emergency().is_some(),
        all_kinds: all_kinds(&lines, |code| is(code.as_str(), &chosen_kind) && !offered(&kind_views, code.as_str())),
        all_units: lines
            .register
            .units_in_force()
            .map(|unit| Choice {
                value: unit.code.to_string(),
                label: unit.name_in(locale).to_owned(),
                chosen: is(unit.code.as_str(), &chosen_unit) && !offered(&unit_views, unit.code.as_str()),
            })
            .collect(),
        kinds: kind_views,
        units: unit_views,
        complex,
        complex_reasons: ComplexReason::ALL
            .iter()
            .map(|because| Choice {
                value: because.code().to_owned(),
                label: complex_reason(w, *because),
                chosen: chosen.is_some_and(|form| form.complex_reason == because.code()),
            })
            .collect(),
        dues: dues(&lines, &case),
        resume,
        error: refused.error.clone(),
    })
}

/// Whether she can be reached, for a desk that has no right to see how.
fn reachable(lines: &Lines<'_>, case: &Case) -> String {
    if case.reachable { lines.w.reach_left() } else { lines.w.reach_nobody() }.into_owned()
}

/// The words that speak for a kind, and the limit it brings.
fn why(lines: &Lines<'_>, case: &Case, kind: &MatterKind, words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| lines.locale.pick("“…”", "‘…’").replace('…', word)).collect();
    let said = if quoted.is_empty() { lines.w.why_resident().into_owned() } else { quoted.join(lines.locale.pick("", " ")) };
    let limit = final_due(lines, case, kind.complexity).map(|when| lines.w.why_limit(when));
    [Some(said), limit].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// When the answer would be due, from receipt, for what the resident wants (decisions 2): the desk leaves the type of
/// the case as it is.
fn final_due(lines: &Lines<'_>, case: &Case, complexity: Complexity) -> Option<String> {
    let calendar = lines.cases.calendar();
    let limit = lines.cases.limits_of(case).final_of(case.case_type, complexity);
    let clock = Timing::by(&calendar).start(ClockName::Final, case.intake.received_at, limit);
    clock.due.map(|due| format::date_time(due, lines.now, lines.locale))
}

/// What the clocks would be: first contact, and the answer for either choice.
fn dues(lines: &Lines<'_>, case: &Case) -> Vec<Due> {
    let (w, calendar) = (lines.w, lines.cases.calendar());
    let mut dues: Vec<Due> = case.clocks.get(ClockName::Response).map(|clock| lines.due(clock)).into_iter().collect();
    let line = |label: String, when: String| Due { label, when, lamp: None };
    if let Some(when) = final_due(lines, case, Complexity::General) {
        dues.push(line(w.clock_final_general().into_owned(), w.due_by(when)));
    }
    let received = case.intake.received_at;
    let plan = Timing::by(&calendar).start(ClockName::Plan, received, lines.cases.limits_of(case).plan).due;
    let plan = plan.map(|due| format::date_time(due, lines.now, lines.locale));
    if let (Some(when), Some(plan)) = (final_due(lines, case, Complexity::Complex), plan) {
        dues.push(line(w.clock_final_complex().into_owned(), w.due_with_plan(w.due_by(when), plan)));
    }
    dues
}

/// The text with the words that decided: for the first kind, and for the place.
fn spans(
    lines: &Lines<'_>,
    said: Option<&Said>,
    kinds: &[(&MatterKind, u8, Vec<&str>)],
    suggestion: &Suggestion,
) -> Vec<crate::pages::views::parts::Span> {
    let Some(said) = said else { return Vec::new() };
    let first = kinds.first().map(|(kind, _, _)| &kind.code);
    let decided = suggestion.kinds.iter().filter(|ranked| Some(&ranked.code) == first).flat_map(|ranked| &ranked.evidence);
    let danger = suggestion.emergencies.iter().map(|found| &found.evidence);
    let urgent = suggestion.urgent.iter().map(|urgent| &urgent.evidence);
    let of_kind = decided.chain(danger).chain(urgent).filter(|word| word.field == Field::Text);
    let mut ranges: Vec<_> = of_kind.map(|word| (word.start..word.end, Mark::Kind)).collect();
    ranges.extend(lines.register.find_in_words(&said.text).into_iter().map(|guess| (guess.evidence, Mark::Place)));
    marked(&said.text, ranges)
}

fn all_kinds(lines: &Lines<'_>, chosen: impl Fn(&KindCode) -> bool) -> Vec<ChoiceGroup> {
    let catalogue = lines.cases.catalogue();
    let options = |category: &KindCode| {
        let own = catalogue.kinds().iter().filter(|kind| kind.category == *category);
        own.map(|kind| Choice { value: kind.code.to_string(), label: kind.label.in_(lines.locale).to_owned(), chosen: chosen(&kind.code) })
            .collect()
    };
    catalogue
        .categories()
        .iter()
        .map(|category| ChoiceGroup { label: category.label.in_(lines.locale).to_owned(), options: options(&category.code) })
        .collect()
}

/// What the last answer came to, and who may go on.
async fn resume(lines: &Lines<'_>, case: &Case, story: &[crate::events::Entry]) -> Result<Option<Resume>, Fail> {
    let (Some(unit), Some(before)) = (case.unit(), case.handler()) else { return Ok(None) };
    let another = case.reopenings >= 2;
    Ok(Some(Resume {
        by: format!("{} · {}", lines.unit(unit), lines.person(before)),
        answer: lines.answers(story).into_iter().next(),
        rated: lines.rated(story),
        another,
        handlers: who_goes_on(lines, unit, before, another).await?,
    }))
}
