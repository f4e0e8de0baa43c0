//! 事项页: one case, the question beside the answer, and the steps that its state and the reader's roles allow.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use identity::{Granted, ScopeKind};
use kernel::{AccountId, CaseNumber, Locale, UnitCode, format};
use serde::Deserialize;
use store::StoreError;
use web::{Fail, page_with};

use super::alike::alike;
use super::desk::Desk;
use super::lines::{Lines, complexity, stage};
use super::marks::marked;
use super::number;
use super::offers::{Pairs, offers};
use super::turn::Hands;
use crate::Said;
use crate::advice::Offer;
use crate::catalogue::Field;
use crate::commands::UnmaskInput;
use crate::errors::ChangeError;
use crate::model::{Case, ClockName, Complexity, ContactHow, LookReason, Outcome, Seen, Timing};
use crate::pages::strip::strip;
use crate::pages::views::CasePage;
use crate::pages::views::case::{AlarmBox, AnswerForm, AutomaticBox, Reveal, Revealed, Step, Typed};
use crate::pages::views::parts::{Choice, Mark, Span};
use crate::permissions::{AnswerAlarm, ReadCase, UnmaskContact};
use crate::queries::Detail;
use crate::service::Cases;
use crate::words::Words;

#[derive(Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
}

pub(super) async fn show(
    State(cases): State<Cases>,
    read: Granted<ReadCase>,
    desk: Desk,
    Path(path): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let notice = asked.done.as_deref().and_then(|done| notice(desk.locale(), done));
    render(&cases, &read, &desk, &number, Shown { notice, ..Shown::default() }).await
}

/// A step just taken, confirmed.
pub(super) fn notice(locale: Locale, done: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_lowercase() || c == '-';
    let known = done.len() < 40 && done.chars().all(plain);
    known.then(|| Words::find(locale, &format!("done-{done}"))).flatten().map(std::borrow::Cow::into_owned)
}

/// What a form brings back with the page: why it was refused, and everything that was typed.
#[derive(Default)]
pub(super) struct Shown {
    pub status: StatusCode,
    pub notice: Option<String>,
    pub error: Option<String>,
    pub answer: String,
    pub result: String,
    pub how: String,
    pub typed: Typed,
    pub refused: Option<(&'static str, Pairs)>,
    pub revealed: Option<Revealed>,
    pub unmask: Option<(UnmaskInput, String)>,
}

/// The page as the case stands now.
pub(super) async fn render(
    cases: &Cases,
    read: &Granted<ReadCase>,
    desk: &Desk,
    number: &CaseNumber,
    shown: Shown,
) -> Result<Response, Fail> {
    let Detail { case, said, story, shows } = cases.detail(read, number).await?;
    let register = cases.places().register();
    let lines = Lines::new(cases, &register, desk.locale(), desk.now).knowing(&case, &story).await?;
    let (w, said, hands) = (lines.w, said.as_ref(), Hands::of(cases, desk));
    let kind = lines.kind(&case);
    let mut about = case.case_type.label(desk.locale()).to_owned();
    if let Some(kind) = kind {
        about = format!("{about} › {}", kind.label.in_(desk.locale()));
    }
    let unit = case.unit().map(|code| match case.handler() {
        Some(handler) => format!("{} · {}", lines.unit(code), lines.person(handler)),
        None => lines.unit(code),
    });
    let text = said.map_or("", |said| &said.text);
    // The words that speak for the kind it has; the answer has to meet them.
    let offer = cases.offer(said).await?;
    let reasons = offer.kinds.iter().filter(|weighed| Some(&weighed.code) == case.kind.as_ref()).flat_map(|weighed| &weighed.reasons);
    let ranges = reasons.filter(|word| word.field == Field::Text).map(|word| (word.range.clone(), Mark::Kind)).collect();
    let steps = hands.steps(&case);
    let alarm = alarm(cases, desk, &lines, &case).await?;
    let handlers = if steps.contains(&Step::Resume) {
        match (case.unit(), case.handler()) {
            (Some(unit), Some(before)) => who_goes_on(&lines, unit, before, case.reopenings >= 2).await?,
            (Some(_) | None, _) => Vec::new(),
        }
    } else {
        Vec::new()
    };
    let ways =
        [ContactHow::Call, if case.reachable { ContactHow::Reply } else { ContactHow::Posted }, ContactHow::Visit, ContactHow::Attempt];
    let choice = |value: &str, label: String, chosen: &str| Choice { value: value.to_owned(), label, chosen: value == chosen };
    let offered =
        offers(&lines, desk, &case, shown.refused.as_ref().map(|(code, pairs)| (*code, pairs))).await.map_err(ChangeError::from)?;
    let others = cases.hanging_on(read, &case).await?;
    let requester = if shows.contact { lines.requester(&case, said) } else { w.contact_hidden().into_owned() };
    let reach = if shows.contact { lines.reach(&case, said) } else { w.contact_hidden().into_owned() };
    let text = if shows.words { marked(text, ranges) } else { vec![Span::plain(w.words_withheld())] };
    let similar = if case.state.name().is_open() { cases.similar_to(read, &case, said).await? } else { Vec::new() };
    let beside = desk.beside(number).await?;
    let merges = offered.iter().any(|step| step.code == "merge");
    let view = CasePage {
        number: case.intake.number.grouped(),
        number_plain: case.intake.number.to_string(),
        version: case.version,
        title: lines.title(&case, said),
        kind: format!("{about} · {}", complexity(w, case.complexity)),
        lamp: lines.lamp(&case),
        stage: stage(case.state.name()),
        step: lines.step(&case),
        received: format!(
            "{} · {}",
            format::date_time(case.intake.received_at, desk.now, desk.locale()),
            lines.channel(case.intake.channel)
        ),
        text,
        requester,
        reach,
        reveal: reveal(cases, desk, &lines, &case, said, &shown).await?,
        revealed: shown.revealed,
        place: lines.place(&case, said),
        unit,
        assists: Some(case.assisting())
            .filter(|units| !units.is_empty())
            .map(|units| units.into_iter().map(|unit| lines.unit(unit)).collect::<Vec<_>>().join(desk.locale().pick("、", ", "))),
        answers: lines.answers(&story),
        rated: lines.rated(&story),
        strip: strip(&case, &Timing::by(&cases.calendar()), desk.now, desk.locale()),
        dues: case.clocks.all().iter().map(|clock| lines.due(clock)).collect(),
        what_if: case.clocks.get(ClockName::Final).is_some_and(|clock| clock.ended.is_none()),
        timeline: lines.timeline(&story, beside),
        next: hands.next(&case),
        desk: hands.dispatches(&case).then(|| format!("/staff/dispatch/{}", case.intake.number)),
        steps,
        contact_ways: ways.into_iter().map(|how| choice(how.code(), lines.contact(how), &shown.how)).collect(),
        needs_plan: case.complexity == Complexity::Complex,
        answer: AnswerForm {
            text: shown.answer,
            results: Outcome::ALL.iter().map(|one| choice(one.code(), lines.outcome(*one), &shown.result)).collect(),
        },
        handlers,
        alarm,
        typed: shown.typed,
        pending: case.pending.as_ref().and_then(|pending| lines.pending(pending)),
        sealed: case.sealed,
        automatic: automatic(&lines, &case, &offer, said.is_some() && shows.words),
        hangs: others.iter().map(|other| lines.other(other)).collect(),
        similar: alike(&lines, &case, similar, merges),
        offered,
        notice: shown.notice,
        error: shown.error,
    };
    Ok(page_with(shown.status, &desk.shell, &view))
}

/// Words that are named as reasons at most; all of them are marked in the text.
const NAMED: usize = 6;

/// What a program decided alone, with the words that speak for it now, for whoever may read them.
fn automatic(lines: &Lines<'_>, case: &Case, offer: &Offer, words: bool) -> Option<AutomaticBox> {
    let why = case.course.automatic?;
    let own = offer.kinds.iter().filter(|weighed| words && Some(&weighed.code) == case.kind.as_ref()).flat_map(|weighed| &weighed.reasons);
    let mut named: Vec<String> = Vec::new();
    for reason in own {
        if !named.contains(&reason.word) {
            named.push(reason.word.clone());
        }
    }
    named.truncate(NAMED);
    Some(AutomaticBox { why: lines.automatic(why), words: named })
}

/// What whoever may answer sees of an alarm. The number is hers to call, unmasked, once she has put her name to it: that
/// is the reason that unmasking owes (decisions 3), and each such look is written down.
async fn alarm(cases: &Cases, desk: &Desk, lines: &Lines<'_>, case: &Case) -> Result<Option<AlarmBox>, Fail> {
    let Some(grant) = desk.granted::<AnswerAlarm>() else { return Ok(None) };
    let Some(alarm) = cases.alarm_of(&grant, case).await? else { return Ok(None) };
    let Some((by, at)) = alarm.answered else { return Ok(Some(AlarmBox { answered: None, phone: None })) };
    Ok(Some(AlarmBox {
        answered: Some(lines.w.alarm_answered(lines.person(by), format::near(at, desk.now, desk.locale()))),
        phone: cases.phone_of_alarm(&grant, case).await?,
    }))
}

/// The hidden fields that this reader may open, where the resident left any.
async fn reveal(
    cases: &Cases,
    desk: &Desk,
    lines: &Lines<'_>,
    case: &Case,
    said: Option<&Said>,
    shown: &Shown,
) -> Result<Option<Reveal>, Fail> {
    let (Some(grant), Some(said)) = (desk.granted::<UnmaskContact>(), said) else { return Ok(None) };
    let Some(way) = cases.unmasks_by(&grant, case).await? else { return Ok(None) };
    let by_warrant = way == ScopeKind::Warrant;
    if case.erased || case.intake.confidential && !by_warrant {
        return Ok(None);
    }
    let (typed, error) = shown.unmask.as_ref().map_or((None, None), |(typed, error)| (Some(typed), Some(error.clone())));
    let choice = |value: &str, label: String, chosen: bool| Choice { value: value.to_owned(), label, chosen };
    let left = |field: &Seen| match field {
        Seen::Phone => said.phone.is_some(),
        Seen::Email => said.email.is_some(),
        Seen::Name => said.name.as_deref().is_some_and(|name| !name.trim().is_empty()),
        Seen::Text => false,
    };
    let fields: Vec<Choice> = Seen::CONTACT
        .iter()
        .filter(|field| left(field))
        .map(|field| choice(field.code(), lines.seen(*field), typed.is_some_and(|typed| typed.field == field.code())))
        .collect();
    if fields.is_empty() {
        return Ok(None);
    }
    let reasons = LookReason::CHOSEN
        .iter()
        .filter(|_| !by_warrant)
        .map(|reason| choice(reason.code(), lines.look_reason(*reason), typed.is_some_and(|typed| typed.reason == reason.code())))
        .collect();
    Ok(Some(Reveal { fields, reasons, error }))
}

/// Who may go on with a reopened case: the handlers of its unit, the one who answered first; the second time another
/// than she, and where the unit has nobody else, somebody of another unit.
pub(super) async fn who_goes_on(lines: &Lines<'_>, unit: &UnitCode, before: AccountId, another: bool) -> Result<Vec<Choice>, StoreError> {
    let all = lines.cases.staff.handlers(None).await?;
    let ids: Vec<AccountId> = all.iter().map(|handler| handler.account).collect();
    let names: std::collections::HashMap<_, _> = lines.cases.staff.names(&ids, lines.locale).await?.into_iter().collect();
    let allowed = |handler: &&crate::ports::Handler| !(another && handler.account == before);
    let name =
        |handler: &crate::ports::Handler| names.get(&handler.account).cloned().unwrap_or_else(|| handler.name_in(lines.locale).to_owned());
    let mut own: Vec<_> = all.iter().filter(|handler| handler.unit == *unit).filter(allowed).collect();
    own.sort_by_key(|handler| handler.account != before);
    if own.is_empty() {
        let others = all.iter().filter(allowed);
        return Ok(others
            .map(|handler| Choice::new(handler.login.clone(), format!("{} · {}", lines.unit(&handler.unit), name(handler))))
            .collect());
    }
    Ok(own.into_iter().map(|handler| Choice::new(handler.login.clone(), name(handler))).collect())
}
