//! 派单台: the queue, the open case, and what the platform suggests for it, with its reasons. A reopened case shows
//! what the last answer came to and who may go on.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::Granted;
use kernel::{CaseNumber, KindCode, Timestamp, UnitCode, format};
use serde::Deserialize;
use web::{Fail, page_with};

use super::alike::alike;
use super::case::who_goes_on;
use super::desk::{COUNTED, Desk, up_to};
use super::forms::DispatchForm;
use super::lines::Lines;
use super::marks::marked;
use super::number;
use crate::Said;
use crate::advice::{GivenBack, Offer, Reason, TOP, UnitOffer, units};
use crate::catalogue::{Confidence, Field, MatterKind};
use crate::model::{Case, CaseEvent, ClockName, ComplexReason, Complexity, StateName, Timing};
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
            let similar = cases.similar_to(read, &detail.case, detail.said.as_ref()).await?;
            let merges = detail.case.state.name() == StateName::Triage;
            let similar = alike(&lines, &detail.case, similar, merges);
            Some(OpenCase { similar, ..open_case(lines, detail, &refused).await? })
        }
    };
    let lines = Lines::new(cases, &register, desk.locale(), desk.now);
    let shown: Vec<&Item> = queue.iter().take(SHOWN).collect();
    let offers = cases.offers(&shown.iter().map(|item| item.said.as_ref()).collect::<Vec<_>>()).await?;
    let oldest = queue.iter().map(|item| waiting_since(&item.case)).min();
    let view = Dispatch {
        waiting: queue.len() as u64,
        held: (held > 0).then(|| up_to(held)),
        oldest: oldest.map(|at| lines.since(at)),
        queue: shown.into_iter().zip(&offers).map(|(item, offer)| queued(&lines, item, offer, open.as_ref())).collect(),
        case,
        notice: refused.notice,
    };
    Ok(page_with(refused.status, &desk.shell, &view))
}

/// Since when a case has waited on the desk: receipt, or its last reopening.
fn waiting_since(case: &Case) -> Timestamp {
    case.clocks.get(ClockName::Dispatch).map_or(case.intake.received_at, |clock| clock.start)
}

fn queued(lines: &Lines<'_>, item: &Item, offer: &Offer, open: Option<&CaseNumber>) -> QueueItem {
    let (case, w) = (&item.case, lines.w);
    let lamp = if case.urgent {
        Some(Lamp { light: Light::Red, text: w.lamp_urgent().into_owned() })
    } else {
        Some(lines.short_lamp(case)).filter(|lamp| matches!(lamp.light, Light::Red | Light::Yellow))
    };
    let tag = match (case.state.name(), case.reopenings) {
        (StateName::Reopened, 0..=1) => Some(w.tag_reopened().into_owned()),
        (StateName::Returned, _) => Some(w.tag_returned().into_owned()),
        (StateName::Reopened, times) => Some(w.tag_again(times.to_string())),
        (_, _) => Some(sureness(w, offer.sure)),
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

fn sureness(w: Words, sure: Confidence) -> String {
    match sure {
        Confidence::High => w.sure_high(),
        Confidence::Medium => w.sure_medium(),
        Confidence::Low => w.sure_low(),
        Confidence::None => w.sure_none(),
    }
    .into_owned()
}

/// A kind to choose from.
struct KindOffer<'a> {
    kind: &'a MatterKind,
    share: f32,
    reasons: &'a [Reason],
    /// The resident chose it, and the words do not say so by themselves.
    by_resident: bool,
}

/// The kinds to choose from, likeliest first, each with its share and the words that speak for it. What the resident
/// chose comes first: a kind that the rules would not have given by themselves.
fn kinds<'a>(lines: &'a Lines<'_>, case: &Case, offer: &'a Offer) -> Vec<KindOffer<'a>> {
    let catalogue = &lines.catalogue;
    let mut kinds: Vec<_> = offer
        .kinds
        .iter()
        .filter_map(|weighed| {
            let kind = catalogue.kind(&weighed.code)?;
            Some(KindOffer { kind, share: weighed.share, reasons: &weighed.reasons, by_resident: false })
        })
        .collect();
    let by_rule = offer.rules.kinds.first().map(|ranked| &ranked.code);
    // A kind that was closed since is offered as what stands for it.
    let own = case.kind.as_ref().and_then(|code| catalogue.stands_for(code));
    if let Some(own) = own.filter(|own| Some(&own.code) != by_rule) {
        let at = kinds.iter().position(|offer| offer.kind.code == own.code);
        let first = at.map_or_else(|| KindOffer { kind: own, share: 0.0, reasons: &[], by_resident: true }, |at| kinds.remove(at));
        kinds.insert(0, KindOffer { by_resident: true, ..first });
    }
    kinds.truncate(TOP);
    kinds
}

/// Who gave this case back, and whom the last return names.
fn given_back(story: &[crate::events::Entry]) -> GivenBack {
    let (mut back, mut at) = (GivenBack::default(), None);
    for entry in story {
        if let CaseEvent::Dispatched { unit, .. } | CaseEvent::Designated { unit } | CaseEvent::Transferred { unit } = &entry.event {
            at = Some(unit.clone());
        }
        if let CaseEvent::Returned { suggests, .. } = &entry.event {
            back.by.extend(at.take());
            back.named.clone_from(suggests);
        }
    }
    back
}

/// `0.914` as 91.
fn percent(share: f32) -> u8 {
    let whole = (share.clamp(0.0, 1.0) * 100.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let percent = whole as u8;
    percent
}

/// Why a unit: the catalogue, what it did with such cases, what the last return says.
fn why_unit(lines: &Lines<'_>, offer: &UnitOffer<'_>) -> String {
    let (w, past) = (lines.w, offer.past);
    let mut why = Vec::new();
    if offer.gave_back {
        why.push(w.why_gave_back().into_owned());
    }
    if offer.named {
        why.push(w.why_named().into_owned());
    }
    if offer.by_rule {
        why.push(w.why_unit(offer.kind.label.in_(lines.locale)));
    }
    if past.kept > 0 {
        why.push(w.why_kept(past.kept.to_string()));
    }
    if past.kept_here > 0 {
        why.push(w.why_kept_here(past.kept_here.to_string()));
    }
    if past.returned > 0 {
        why.push(w.why_returned(past.returned.to_string()));
    }
    why.join(" · ")
}

async fn open_case(lines: Lines<'_>, detail: Detail, refused: &Refused) -> Result<OpenCase, Fail> {
    let Detail { case, said, story, shows } = detail;
    let lines = lines.knowing(&case, &story).await?;
    let (w, locale, said) = (lines.w, lines.locale, said.as_ref());
    let offer = lines.cases.offer(said).await?;
    let chosen = refused.chosen.as_ref();
    let kinds = kinds(&lines, &case, &offer);
    // Where nothing speaks clearly nothing is ticked: a person decides (不确定).
    let unsure = offer.sure == Confidence::None && !kinds.first().is_some_and(|first| first.by_resident);
    let first = kinds.first().map(|offer| offer.kind).filter(|_| !unsure);
    let codes: Vec<KindCode> = kinds.iter().map(|offer| offer.kind.code.clone()).collect();
    let past = lines.cases.past(&codes, case.area.as_ref()).await?;
    let weighed: Vec<_> =
        kinds.iter().map(|offer| (offer.kind, if offer.by_resident { offer.share.max(0.5) } else { offer.share })).collect();
    let units = units(lines.register, &weighed, |kind| past.get(kind).cloned().unwrap_or_default(), &given_back(&story));
    let chosen_kind = match chosen {
        Some(form) => form.kind(),
        None => first.map(|kind| kind.code.to_string()),
    };
    let chosen_unit = match chosen {
        Some(form) => form.unit(),
        None => units.first().filter(|_| !unsure).map(|offer| offer.unit.to_string()),
    };
    let complex = match chosen {
        Some(form) => form.complexity == Complexity::Complex.code(),
        None => first.is_some_and(|kind| kind.complexity == Complexity::Complex),
    };
    let is = |code: &str, chosen: &Option<String>| chosen.as_deref() == Some(code);
    let kind_views: Vec<Candidate> = kinds
        .iter()
        .map(|one| Candidate {
            value: one.kind.code.to_string(),
            label: format!("{} · {}", lines.kind_path(one.kind), one.kind.case_type.label(locale)),
            percent: percent(one.share),
            why: Some(why(&lines, &case, one, offer.corrected)),
            chosen: is(one.kind.code.as_str(), &chosen_kind),
        })
        .collect();
    let unit_views: Vec<Candidate> = units
        .iter()
        .map(|one| Candidate {
            value: one.unit.to_string(),
            label: lines.unit(&one.unit),
            percent: percent(one.share),
            why: Some(why_unit(&lines, one)),
            chosen: is(one.unit.as_str(), &chosen_unit),
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
        text: spans(&lines, said, kinds.first(), &offer),
        place: lines.place(&case, said),
        reach: if shows.contact { lines.reach(&case, said) } else { reachable(&lines, &case) },
        basis: first.map(|kind| kind.basis.clone()).filter(|basis| !basis.is_empty()),
        emergency: offer.rules.emergency().is_some(),
        unsure,
        drawn: case.course.drawn.filter(|_| case.state.name() == StateName::Triage).map(|drawn| lines.automatic(drawn)),
        similar: Vec::new(),
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
        helpers: helpers(&lines, &case, |code| chosen.is_some_and(|form| form.assists.iter().any(|one| one.as_str() == code))),
        assist_text: chosen.map(|form| form.assist_text.clone()).unwrap_or_default(),
        dues: dues(&lines, &case),
        resume,
        error: refused.error.clone(),
    })
}

/// The units that may be asked to help.
fn helpers(lines: &Lines<'_>, case: &Case, chosen: impl Fn(&str) -> bool) -> Vec<Choice> {
    let may_help = lines.register.units_in_force().filter(|unit| case.may_be_helped_by(&unit.code).is_ok());
    let choice = |unit: &places::Unit| Choice {
        value: unit.code.to_string(),
        label: unit.name_in(lines.locale).to_owned(),
        chosen: chosen(unit.code.as_str()),
    };
    may_help.map(choice).collect()
}

/// Whether she can be reached, for a desk that has no right to see how.
fn reachable(lines: &Lines<'_>, case: &Case) -> String {
    if case.reachable { lines.w.reach_left() } else { lines.w.reach_nobody() }.into_owned()
}

/// Words that are named as reasons for a kind at most; all of them are marked in the text.
const NAMED: usize = 4;

/// The words that speak for a kind, each with its part of the reasons where there are several, and the limit it brings.
fn why(lines: &Lines<'_>, case: &Case, offer: &KindOffer<'_>, corrected: bool) -> String {
    let w = lines.w;
    // A word that stands twice is named once.
    let mut words: Vec<(&str, f32)> = Vec::new();
    for reason in offer.reasons {
        match words.iter_mut().find(|(known, _)| *known == reason.word) {
            Some((_, part)) => *part += reason.part,
            None => words.push((&reason.word, reason.part)),
        }
    }
    let all: f32 = words.iter().map(|(_, part)| part).sum();
    let many = words.len() > 1 && all > 0.0;
    let quoted: Vec<String> = words
        .iter()
        .take(NAMED)
        .map(|(word, part)| {
            let word = lines.locale.pick("“…”", "‘…’").replace('…', word);
            if many { w.why_word(word, percent(part / all).to_string()) } else { word }
        })
        .collect();
    let mut why = Vec::new();
    if offer.by_resident || quoted.is_empty() && !corrected {
        why.push(if offer.by_resident { w.why_resident() } else { w.why_history() }.into_owned());
    }
    if !quoted.is_empty() {
        why.push(quoted.join(" "));
    }
    if corrected && !offer.by_resident {
        why.push(w.why_corrected().into_owned());
    }
    why.extend(final_due(lines, case, offer.kind.complexity).map(|when| w.why_limit(when)));
    why.join(" · ")
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
fn spans(lines: &Lines<'_>, said: Option<&Said>, first: Option<&KindOffer<'_>>, offer: &Offer) -> Vec<crate::pages::views::parts::Span> {
    let Some(said) = said else { return Vec::new() };
    let decided = first.into_iter().flat_map(|first| first.reasons).map(|reason| (reason.field, reason.range.clone()));
    let danger = offer.rules.emergencies.iter().map(|found| &found.evidence);
    let urgent = offer.rules.urgent.iter().map(|urgent| &urgent.evidence);
    let alarming = danger.chain(urgent).map(|word| (word.field, word.start..word.end));
    let of_kind = decided.chain(alarming).filter(|(field, _)| *field == Field::Text);
    let mut ranges: Vec<_> = of_kind.map(|(_, range)| (range, Mark::Kind)).collect();
    ranges.extend(lines.register.find_in_words(&said.text).into_iter().map(|guess| (guess.evidence, Mark::Place)));
    marked(&said.text, ranges)
}

fn all_kinds(lines: &Lines<'_>, chosen: impl Fn(&KindCode) -> bool) -> Vec<ChoiceGroup> {
    let catalogue = &lines.catalogue;
    let options = |category: &KindCode| {
        let own = catalogue.kinds_in_force().filter(|kind| kind.category == *category);
        own.map(|kind| Choice { value: kind.code.to_string(), label: kind.label.in_(lines.locale).to_owned(), chosen: chosen(&kind.code) })
            .collect()
    };
    catalogue
        .categories()
        .iter()
        .filter(|category| category.in_force)
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
