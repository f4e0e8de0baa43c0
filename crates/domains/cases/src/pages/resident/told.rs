//! A case in a resident's words.

use std::collections::HashMap;

use jiff::SignedDuration;
use kernel::{AccountId, Locale, Timestamp, UnitCode, format};
use places::Register;

use crate::api::{shown_to_resident, words_shown_to_resident};
use crate::catalogue::{Emergency, Suggestion};
use crate::events::Entry as Event;
use crate::model::event::{CloseCause, Moved, ReopenCause};
use crate::model::{Case, CaseEvent, ClockName, ContactHow, Light, Outcome, State, StateName};
use crate::pages::labels::label;
use crate::pages::views::parts::{Answer, Call, Danger, Entry, Lamp, Light as Shown, Rated, Stage};
use crate::pages::{complex_reason, moved_words};
use crate::queries::Detail;
use crate::words::Words;

/// What a story needs to name people and units.
pub(super) struct Names<'a> {
    pub(super) people: HashMap<AccountId, String>,
    pub(super) register: &'a Register,
    pub(super) w: Words,
    pub(super) locale: Locale,
    pub(super) now: Timestamp,
}

impl Names<'_> {
    fn unit(&self, code: Option<&UnitCode>) -> String {
        code.and_then(|unit| self.register.unit(unit))
            .map_or_else(|| self.w.unit_of_old().into_owned(), |unit| unit.name_in(self.locale).to_owned())
    }

    fn person(&self, id: Option<AccountId>) -> String {
        id.and_then(|id| self.people.get(&id)).cloned().unwrap_or_else(|| self.w.unit_of_old().into_owned())
    }

    fn when(&self, at: Timestamp) -> String {
        format::date_time(at, self.now, self.locale)
    }
}

/// Where: the words, with the community before them.
pub(super) fn place(detail: &Detail, register: &Register, locale: Locale) -> Option<String> {
    let area = detail.case.area.as_ref().and_then(|area| register.area(area)).map(|area| area.name_in(locale).to_owned());
    let words = detail.said.as_ref().and_then(|said| said.place_words.clone());
    match (area, words) {
        (Some(area), Some(words)) => Some(format!("{area} · {words}")),
        (area, words) => area.or(words),
    }
}

/// The numbers to call before anything else, each once, when the text speaks of danger.
pub(super) fn danger(suggestion: &Suggestion, w: Words) -> Option<Danger> {
    let mut calls: Vec<Call> = Vec::new();
    for number in suggestion.emergencies.iter().flat_map(|found| &found.call) {
        if !calls.iter().any(|call| call.number == *number) {
            calls.push(Call::new(number.clone(), w));
        }
    }
    let self_harm = suggestion.emergencies.iter().any(|found| found.emergency == Emergency::SelfHarm);
    (!calls.is_empty()).then_some(Danger { self_harm, calls })
}

/// One sentence, and what is asked or promised next.
pub(super) fn lead(case: &Case, names: &Names<'_>) -> (String, Option<String>) {
    let w = names.w;
    if let State::Archived { closed_at, .. } = &case.state {
        let closed = format::year_month(format::local_date(*closed_at), names.locale);
        return (w.lead_archived(closed), Some(w.ask_archived().into_owned()));
    }
    if case.erased {
        return (w.lead_erased().into_owned(), None);
    }
    let due = |clock| case.clocks.get(clock).filter(|clock| clock.ended.is_none()).and_then(|clock| clock.due);
    let promise = || {
        due(ClockName::Response)
            .map(|due| w.ask_contact(names.when(due)))
            .or_else(|| due(ClockName::Final).map(|due| w.ask_answer(names.when(due))))
    };
    match &case.state {
        State::Submitted | State::Triage => (w.lead_triage().into_owned(), promise()),
        State::Dispatched { .. } => (w.lead_dispatched(names.unit(case.unit())), promise()),
        State::Returned { .. } => (w.lead_returned().into_owned(), promise()),
        State::Accepted(_) => (w.lead_accepted(names.unit(case.unit())), promise()),
        State::InProgress(_) => (w.lead_in_progress(names.unit(case.unit())), promise()),
        State::AwaitingResident { until, .. } => (w.lead_awaiting().into_owned(), Some(w.ask_until(names.when(*until)))),
        State::Deferred { .. } => (w.lead_deferred().into_owned(), None),
        State::Answered(_) | State::FeedbackPending { .. } | State::Rated(_) => {
            (w.lead_answered(names.unit(case.unit())), Some(w.ask_rate().into_owned()))
        }
        State::Reopened { .. } => (w.lead_reopened().into_owned(), promise()),
        State::Closed { .. } if case.course.disputed => (w.lead_disputed().into_owned(), None),
        State::Closed { .. } if case.rating.is_some_and(crate::model::Rating::closes) => (w.lead_closed().into_owned(), None),
        State::Closed { holder: Some(_), .. } => (w.lead_closed_unrated().into_owned(), None),
        State::Closed { holder: None, .. } | State::Archived { .. } => (w.calm_over().into_owned(), None),
        State::NotAccepted { until, .. } => (
            w.lead_not_accepted().into_owned(),
            case.refusal_may_be_contested(names.now).is_ok().then(|| w.ask_contest_until(names.when(*until))),
        ),
        State::Merged { .. } => (w.lead_merged().into_owned(), promise()),
        State::Split { .. } => (w.lead_split().into_owned(), None),
        State::Referred { .. } => (w.lead_referred(w.unit_of_old()), None),
        State::Withdrawn { .. } => (w.lead_withdrawn().into_owned(), None),
    }
}

/// The light with the resident's word.
pub(super) fn lamp(case: &Case, names: &Names<'_>) -> Lamp {
    let w = names.w;
    let green = |text: std::borrow::Cow<'static, str>| Lamp { light: Shown::Green, text: text.into_owned() };
    match case.state.name() {
        StateName::Closed => green(w.calm_closed()),
        StateName::FeedbackPending => green(w.calm_rate()),
        StateName::NotAccepted | StateName::Split | StateName::Referred | StateName::Withdrawn | StateName::Archived => {
            green(w.calm_over())
        }
        StateName::AwaitingResident | StateName::Deferred if case.clocks.light(names.now).0 == Light::Green => green(w.calm_paused()),
        StateName::Submitted
        | StateName::Triage
        | StateName::Dispatched
        | StateName::Returned
        | StateName::Accepted
        | StateName::InProgress
        | StateName::AwaitingResident
        | StateName::Deferred
        | StateName::Merged
        | StateName::Answered
        | StateName::Rated
        | StateName::Reopened => match case.clocks.light(names.now).0 {
            Light::Green => Lamp { light: Shown::Green, text: w.calm_green().into_owned() },
            Light::Yellow => Lamp { light: Shown::Yellow, text: w.calm_yellow().into_owned() },
            Light::Red => Lamp { light: Shown::Red, text: w.calm_red().into_owned() },
        },
    }
}

/// How far it has come.
pub(super) fn stage(case: &Case) -> Stage {
    match case.state.name() {
        StateName::Submitted => Stage::Received,
        StateName::Triage | StateName::Returned | StateName::NotAccepted | StateName::Split => Stage::Dispatched,
        StateName::Dispatched
        | StateName::Accepted
        | StateName::InProgress
        | StateName::AwaitingResident
        | StateName::Deferred
        | StateName::Merged
        | StateName::Reopened => Stage::AtWork,
        StateName::Answered | StateName::FeedbackPending | StateName::Rated => Stage::Rating,
        StateName::Closed | StateName::Referred | StateName::Withdrawn | StateName::Archived => Stage::Done,
    }
}

fn outcome(outcome: Outcome, w: Words) -> String {
    let word = match outcome {
        Outcome::Solved => w.outcome_solved(),
        Outcome::Partly => w.outcome_partly(),
        Outcome::Explained => w.outcome_explained(),
    };
    w.result_line(word)
}

fn level(satisfaction: u8, w: Words) -> String {
    match satisfaction {
        5 => w.satisfied_5(),
        4 => w.satisfied_4(),
        3 => w.satisfied_3(),
        2 => w.satisfied_2(),
        _ => w.satisfied_1(),
    }
    .into_owned()
}

/// The answers, newest first.
pub(super) fn answers(story: &[Event], names: &Names<'_>) -> Vec<Answer> {
    let mut answers: Vec<Answer> = story
        .iter()
        .filter_map(|entry| {
            let result = entry.event.answer()?;
            Some(Answer {
                when: format::near(entry.at, names.now, names.locale),
                text: entry.words.clone().unwrap_or_else(|| names.w.erased_text().into_owned()),
                result: result.map_or_else(|| names.w.told_silent().into_owned(), |result| outcome(result, names.w)),
            })
        })
        .collect();
    answers.reverse();
    answers
}

/// The rating that was given last.
pub(super) fn rated(story: &[Event], names: &Names<'_>) -> Option<Rated> {
    let w = names.w;
    story.iter().rev().find_map(|entry| {
        let CaseEvent::Rated(rating) = &entry.event else { return None };
        Some(Rated {
            when: format::near(entry.at, names.now, names.locale),
            contacted: if rating.contacted { w.rate_contacted_yes() } else { w.rate_contacted_no() }.into_owned(),
            solved: if rating.solved { w.rate_solved_yes() } else { w.rate_solved_no() }.into_owned(),
            satisfaction: level(rating.satisfaction, w),
            comment: entry.words.clone(),
        })
    })
}

/// The story, newest first, in the resident's words.
pub(super) fn story(story: &[Event], names: &Names<'_>) -> Vec<Entry> {
    // Each step is told with the unit of its own time, whoever has the matter now.
    let mut unit = None;
    let mut entries = Vec::new();
    for entry in story {
        if let CaseEvent::Dispatched { unit: to, .. }
        | CaseEvent::Designated { unit: to }
        | CaseEvent::Transferred { unit: to }
        | CaseEvent::Resumed { unit: to, .. } = &entry.event
        {
            unit = Some(to);
        }
        let Some(what) = told(unit, entry, names).filter(|_| shown_to_resident(&entry.event)) else { continue };
        let because = match &entry.event {
            CaseEvent::Dispatched { because: Some(because), .. } => Some(names.w.complex_note(complex_reason(names.w, *because))),
            CaseEvent::Recalculated { moved, .. } => moved_words(names.w, hers(moved), |at| names.when(at)),
            _ => None,
        };
        let detail = because.or_else(|| entry.words.clone().filter(|_| detail_shown(&entry.event)));
        entries.push(Entry { when: names.when(entry.at), what, detail, now: false });
    }
    entries.reverse();
    if let Some(newest) = entries.first_mut() {
        newest.now = true;
    }
    entries
}

/// The clocks that a resident waits by; how long desk and unit have among themselves is theirs.
fn hers(moved: &[Moved]) -> impl Iterator<Item = &Moved> {
    moved.iter().filter(|moved| matches!(moved.clock, ClockName::Response | ClockName::Plan | ClockName::Final))
}

/// How long the thanks for a step may be repeated.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// The thanks that an address asks for, when the step has really just been taken: nobody can make this page
/// say something by sending a link.
pub(super) fn thanks(done: &str, story: &[Event], names: &Names<'_>) -> Option<String> {
    let w = names.w;
    let fresh = |entry: &&Event| names.now.duration_since(entry.at) < FRESH;
    let taken = |step: fn(&CaseEvent) -> bool| story.iter().rev().take_while(fresh).any(|entry| step(&entry.event));
    let said = match done {
        "rating" if taken(|step| matches!(step, CaseEvent::Closed { cause: CloseCause::Rated })) => w.thanks_rating(),
        "rating-again" if taken(|step| matches!(step, CaseEvent::Reopened { cause: ReopenCause::Rating })) => w.thanks_rating_again(),
        "supplement" if taken(|step| matches!(step, CaseEvent::Supplemented)) => w.thanks_supplement(),
        "chase" if taken(|step| matches!(step, CaseEvent::Chased)) => w.thanks_chase(),
        "withdraw" if taken(|step| matches!(step, CaseEvent::Withdrawn { .. })) => w.thanks_withdraw(),
        "contest" if taken(|step| matches!(step, CaseEvent::Contested)) => w.thanks_contest(),
        "contest-class" if taken(|step| matches!(step, CaseEvent::ClassContested)) => w.thanks_contest(),
        "reopen" if taken(|step| matches!(step, CaseEvent::Reopened { cause: ReopenCause::Resident })) => w.thanks_reopen(),
        _ => return None,
    };
    Some(said.into_owned())
}

/// Answers and ratings stand in cards of their own; their words are not said twice.
fn detail_shown(event: &CaseEvent) -> bool {
    words_shown_to_resident(event) && event.answer().is_none() && !matches!(event, CaseEvent::Rated(_))
}

fn told(unit: Option<&UnitCode>, entry: &Event, names: &Names<'_>) -> Option<String> {
    let w = names.w;
    let who = || names.person(entry.actor.account());
    let word = |list: &str, code: &str| label(names.locale, list, code);
    Some(match &entry.event {
        CaseEvent::Submitted { .. } => w.told_submitted().into_owned(),
        CaseEvent::Released => w.told_released().into_owned(),
        // The platform's own sorting is nothing to tell, nor is who was called.
        // What is only proposed may come to nothing; other people's matters are theirs.
        CaseEvent::Triaged { .. }
        | CaseEvent::Alarmed
        | CaseEvent::AlarmAnswered
        | CaseEvent::FeedbackAsked { .. }
        | CaseEvent::Proposed { .. }
        | CaseEvent::Agreed { .. }
        | CaseEvent::ProposalEnded { .. }
        | CaseEvent::AssistReported { .. }
        | CaseEvent::AssistEnded { .. }
        | CaseEvent::Absorbed { .. }
        | CaseEvent::LetGo { .. } => return None,
        CaseEvent::Dispatched { unit, automatic: Some(_), .. } => w.told_dispatched_automatic(names.unit(Some(unit))),
        CaseEvent::Dispatched { unit, .. } => w.told_dispatched(names.unit(Some(unit))),
        CaseEvent::Designated { unit } => w.told_designated(names.unit(Some(unit))),
        CaseEvent::DispatchUndone => w.told_dispatch_undone().into_owned(),
        CaseEvent::Returned { reason, .. } => w.told_returned(word("return-reason", reason.code())),
        CaseEvent::Accepted { handler } => w.told_accepted(names.person(Some(*handler))),
        CaseEvent::Started { planned: true } => w.told_planned(who()),
        CaseEvent::Started { planned: false } => w.told_started(who()),
        CaseEvent::Reassigned { handler } => w.told_reassigned(names.person(Some(*handler))),
        CaseEvent::Transferred { unit } => w.told_transferred(names.unit(Some(unit))),
        CaseEvent::Asked { .. } => w.told_asked(who()),
        CaseEvent::WentOn { .. } => w.told_went_on().into_owned(),
        CaseEvent::Extended { .. } => w.told_extended().into_owned(),
        CaseEvent::Deferred { reason, review_on } => {
            w.told_deferred(word("defer-reason", reason.code()), format::day(*review_on, names.locale))
        }
        CaseEvent::Referred { to } => w.told_referred(word("door", to.code())),
        CaseEvent::Contacted(contact) => match contact.how {
            ContactHow::Call => w.told_call(who()),
            ContactHow::Visit => w.told_visit(who()),
            ContactHow::Reply | ContactHow::Posted => w.told_reply(who()),
            ContactHow::Attempt => w.told_attempt(who()),
        },
        CaseEvent::Noted { .. } => w.told_note(who()),
        CaseEvent::AssistAsked { unit } => w.told_assist_asked(names.unit(Some(unit))),
        CaseEvent::Supplemented => w.told_supplemented().into_owned(),
        CaseEvent::Chased => w.told_chased().into_owned(),
        CaseEvent::AnsweredAtOnce { .. } | CaseEvent::Answered { .. } | CaseEvent::AnsweredWithParent { .. } => {
            w.told_answered(names.unit(unit))
        }
        CaseEvent::AnsweredSilent => w.told_silent().into_owned(),
        CaseEvent::Rated(rating) => w.told_rated(level(rating.satisfaction, w)),
        CaseEvent::Closed { cause } => match cause {
            CloseCause::Rated => w.told_closed(),
            CloseCause::WindowOver => w.told_closed_window(),
            CloseCause::NotContested => w.told_closed_not_contested(),
            CloseCause::Withdrawn => w.told_closed_withdrawn(),
            CloseCause::HandedOver => w.told_closed_handed_over(),
            CloseCause::PartsClosed => w.told_closed_parts(),
        }
        .into_owned(),
        CaseEvent::ClosedDisputed => w.told_disputed().into_owned(),
        CaseEvent::Reopened { .. } => w.told_reopened().into_owned(),
        CaseEvent::AnswerRecalled => w.told_recalled().into_owned(),
        CaseEvent::Resumed { handler, .. } => w.told_resumed(names.person(Some(*handler))),
        CaseEvent::NotAccepted { reason, door, .. } => {
            w.told_not_accepted(word("refusal-reason", reason.code()), word("door", door.code()))
        }
        CaseEvent::Contested => w.told_contested().into_owned(),
        CaseEvent::Merged { .. } => w.told_merged().into_owned(),
        CaseEvent::Unmerged => w.told_unmerged().into_owned(),
        CaseEvent::Split { parts } => w.told_split(parts.to_string()),
        CaseEvent::Withdrawn { .. } => w.told_withdrawn().into_owned(),
        CaseEvent::Archived => w.told_archived().into_owned(),
        CaseEvent::Sealed { .. } => w.told_sealed().into_owned(),
        CaseEvent::Unsealed => w.told_unsealed().into_owned(),
        CaseEvent::Excluded { reason } => w.told_excluded(word("exclusion-reason", reason.code())),
        CaseEvent::AbuseFlagged { until } => w.told_abuse(names.when(Timestamp::from_millisecond(*until).unwrap_or(entry.at))),
        CaseEvent::Reclassified { .. } => w.told_reclassified().into_owned(),
        CaseEvent::ClassContested => w.told_class_contested().into_owned(),
        CaseEvent::ContactCorrected { .. } => w.told_contact_corrected().into_owned(),
        CaseEvent::PlaceCorrected { .. } => w.told_place_corrected().into_owned(),
        CaseEvent::CodeReissued { .. } => w.told_reissued().into_owned(),
        CaseEvent::Recalculated { moved, .. } if hers(moved).next().is_none() => w.told_recalculated_firm().into_owned(),
        CaseEvent::Recalculated { .. } => w.told_recalculated().into_owned(),
        CaseEvent::Erased => w.told_erased().into_owned(),
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    fn numbers(text: &str) -> Option<(bool, Vec<String>)> {
        let danger = danger(&Catalogue::embedded().unwrap().suggest(None, text), Words::of(Locale::Zh))?;
        Some((danger.self_harm, danger.calls.into_iter().map(|call| call.number).collect()))
    }

    #[test]
    fn each_danger_has_its_numbers_and_each_number_stands_once() {
        let of = |numbers: &[&str]| numbers.iter().map(|number| (*number).to_owned()).collect::<Vec<_>>();
        assert_eq!(numbers("楼下路灯坏了"), None);
        assert_eq!(numbers("楼下起火了，有人受伤"), Some((false, of(&["119", "120", "110"]))));
        assert_eq!(numbers("他拿刀，有人受伤"), Some((false, of(&["120", "110"]))));
        assert_eq!(numbers("不想活了"), Some((true, of(&["12356", "110"]))));
    }
}
