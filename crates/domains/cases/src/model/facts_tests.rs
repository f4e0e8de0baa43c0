//! Small histories made by hand, and what is published of them. November 2026: the 13th is a Friday.

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use kernel::{AccountId, CaseNumber, NumberKey};

use super::super::clocks::{ClockState, end_of_day};
use super::super::event::{Contacted, GoOnCause, ReopenCause};
use super::super::words::{Channel, ComplexReason, ContactHow, DeferReason, Outcome, ReturnReason, SealReason};
use super::*;

fn at(text: &str) -> Timestamp {
    format!("2026-11-{text}:00+08:00").parse().unwrap()
}

fn submitted() -> CaseEvent {
    CaseEvent::Submitted {
        number: CaseNumber::nth(&NumberKey([1; 32]), jiff::civil::date(2026, 11, 13), 0).unwrap(),
        channel: Channel::Web,
        area: Some("huaiyin".parse().unwrap()),
        case_type: CaseType::Help,
        reachable: true,
        confidential: false,
        held: false,
        sealed: false,
        against: None,
        link: None,
        received_at: None,
        parameters: "1".to_owned(),
    }
}

fn triaged() -> CaseEvent {
    CaseEvent::Triaged { kind: None, unit: None, urgent: false, drawn: None }
}

fn dispatched(unit: &str, complexity: Complexity) -> CaseEvent {
    CaseEvent::Dispatched {
        unit: unit.parse().unwrap(),
        assists: Vec::new(),
        kind: "street_lamp".parse().unwrap(),
        case_type: CaseType::Help,
        complexity,
        because: Some(ComplexReason::Site),
        by: None,
        automatic: None,
    }
}

fn accepted() -> CaseEvent {
    CaseEvent::Accepted { handler: AccountId::from_bytes([1; 16]) }
}

fn called() -> CaseEvent {
    CaseEvent::Contacted(Contacted { how: ContactHow::Call, seconds: Some(60) })
}

fn answered() -> CaseEvent {
    CaseEvent::Answered { outcome: Outcome::Solved }
}

fn asked(when: &str) -> CaseEvent {
    CaseEvent::FeedbackAsked { until: end_of_day(at(when), 7).as_millisecond() }
}

fn rated(solved: bool) -> CaseEvent {
    CaseEvent::Rated(Rating { contacted: true, solved, satisfaction: 4 })
}

fn returned() -> CaseEvent {
    CaseEvent::Returned { reason: ReturnReason::WrongUnit, suggests: None }
}

/// The facts of these events, as they stand then.
fn told(events: &[(CaseEvent, &str)], until: &str) -> Known {
    let id = CaseId::from_bytes([7; 16]);
    let dated: Vec<(CaseEvent, Timestamp)> = events.iter().map(|(event, when)| (event.clone(), at(when))).collect();
    let story = dated.iter().map(|(event, when)| (event, *when));
    let known = facts(id, story, at(until), &Calendars::default(), &Limits::DEFAULT).unwrap().unwrap();
    // What is counted as late is what the clock itself calls late.
    let case = Case::fold(id, dated.iter().map(|(event, when)| (event, *when)), &Calendars::default(), &Limits::DEFAULT).unwrap();
    if case.reopenings == 0
        && let Some(clock) = case.clocks.get(ClockName::Final)
    {
        let late = matches!(clock.state(at(until)), ClockState::Missed | ClockState::Overdue);
        assert_eq!(known.facts.closes >= known.facts.limit, late, "{:?} {clock:?}", known.facts);
    }
    known
}

fn unit(known: &Known) -> Option<&str> {
    known.unit.as_ref().map(UnitCode::as_str)
}

#[test]
fn a_matter_that_goes_well() {
    let story = [
        (submitted(), "13T15:20"),
        (triaged(), "13T15:20"),
        (dispatched("housing", Complexity::General), "13T15:31"),
        (accepted(), "13T15:40"),
        (called(), "13T16:05"),
        (CaseEvent::Started { planned: false }, "16T09:00"),
        (answered(), "18T10:48"),
        (asked("18T10:48"), "18T10:48"),
        (rated(true), "18T20:00"),
        (CaseEvent::Closed { cause: CloseCause::Rated }, "18T20:00"),
    ];
    let known = told(&story, "30T03:00");
    let expected = Facts {
        case_type: leaf::CaseType::Help,
        parameters: 1,
        contact: Contact::Within1h,
        limit: 5,
        closes: 2,
        dispatches: 1,
        standing: Standing::Solved,
        asked: true,
        // Friday, Monday and Tuesday at half past five.
        lights: Lights { green: 3, ..Lights::default() },
        ..Facts::received(Month::new(2026, 11).unwrap())
    };
    assert_eq!(known.facts, expected);
    assert_eq!((unit(&known), known.area.as_ref().unwrap().as_str(), known.open), (Some("housing"), "huaiyin", true));
    assert_eq!(known.rating.map(|(rating, times)| (rating.satisfaction, times)), Some((4, 1)));
    // Of a matter on its way the same, as far as it has come.
    let known = told(&story[..5], "17T12:00");
    assert_eq!((known.facts.closes, known.facts.standing, known.facts.lights.green), (1, Standing::Open, 2));
}

#[test]
fn a_matter_that_is_late_is_red_until_it_is_answered() {
    let story = [
        (submitted(), "13T15:20"),
        (triaged(), "13T15:20"),
        (dispatched("housing", Complexity::General), "13T15:31"),
        (accepted(), "13T15:40"),
        (called(), "14T15:21"),
        (answered(), "23T10:00"),
    ];
    let facts = told(&story, "30T03:00").facts;
    assert_eq!(facts.contact, Contact::Later);
    // Due on Friday the 20th at 17:30, answered on Monday the 23rd.
    assert_eq!((facts.limit, facts.closes), (5, 5));
    // 16 and 17 green, from the morning of the 20th − ⌊5/3⌋ + 1 = the 20th yellow; at the close itself it is red.
    let lights = facts.lights;
    assert_eq!(u32::from(lights.green + lights.yellow + lights.red), 6, "{lights:?}");
    assert_eq!(lights.red, 1);
    // One minute of the response clock, and from Friday 17:30 to Monday 10:00.
    assert_eq!(lights.red_hours, 64);
    assert_eq!(facts.standing, Standing::Answered);
    // Just in time: before the close of the last day.
    let mut story = story;
    story[5].1 = "20T17:29";
    assert_eq!(told(&story, "30T03:00").facts.closes, 4);
    story[5].1 = "20T17:30";
    assert_eq!(told(&story, "30T03:00").facts.closes, 4);
    story[5].1 = "20T17:31";
    assert_eq!(told(&story, "30T03:00").facts.closes, 5);
}

#[test]
fn the_unit_is_the_first_to_accept_or_to_let_its_window_pass() {
    let until = "30T03:00";
    let open = [(submitted(), "13T15:20"), (triaged(), "13T15:20")];
    assert_eq!(unit(&told(&open, "13T15:30")), None);
    let sent = [open.as_slice(), &[(dispatched("housing", Complexity::General), "13T15:31")]].concat();
    assert_eq!(unit(&told(&sent, "13T16:00")), Some("housing"), "the last dispatch while nobody has it");
    let again = [sent.as_slice(), &[(returned(), "13T16:00"), (dispatched("water", Complexity::General), "13T16:30")]].concat();
    let known = told(&again, "13T17:00");
    assert_eq!((unit(&known), known.facts.dispatches, known.facts.returns), (Some("water"), 2, 1));
    let taken =
        [again.as_slice(), &[(accepted(), "16T09:00"), (CaseEvent::Transferred { unit: "roads".parse().unwrap() }, "17T09:00")]].concat();
    assert_eq!(unit(&told(&taken, until)), Some("water"), "a transfer later changes nothing");
    // The window of one working day ends on Monday.
    assert_eq!(unit(&told(&sent, "16T17:29")), Some("housing"));
    let late = [sent.as_slice(), &[(accepted(), "18T09:00")]].concat();
    assert_eq!(unit(&told(&late, until)), Some("housing"));
    let undone = [sent.as_slice(), &[(CaseEvent::DispatchUndone, "13T15:31")]].concat();
    assert_eq!((unit(&told(&undone, "13T16:00")), told(&undone, "13T16:00").facts.dispatches), (None, 0));
}

#[test]
fn what_stood_still_is_counted_apart_and_an_extension_counts_whole() {
    let story = [
        (submitted(), "02T09:00"),
        (triaged(), "02T09:00"),
        (dispatched("housing", Complexity::General), "02T09:10"),
        (accepted(), "02T09:20"),
        (called(), "02T09:30"),
        (CaseEvent::Started { planned: false }, "02T10:00"),
        // From Tuesday to Friday morning: the closes of three days.
        (CaseEvent::Asked { until: at("10T17:30").as_millisecond() }, "03T10:00"),
        (CaseEvent::WentOn { cause: GoOnCause::StopOver }, "06T10:00"),
        (CaseEvent::Extended { to: "10wd".to_owned() }, "09T10:00"),
        (answered(), "12T10:00"),
    ];
    let facts = told(&story, "30T03:00").facts;
    assert_eq!((facts.limit, facts.extensions), (10, 1));
    assert_eq!(facts.closes + facts.stopped, 7, "3 to 6 and 9 to 11 November: {facts:?}");
    assert_eq!(facts.stopped, 3);
    assert_eq!(facts.lights, Lights { green: 8, ..Lights::default() }, "a paused matter shows green");
}

#[test]
fn of_several_rounds_the_tightest_counts_and_ratings_once() {
    let story = [
        (submitted(), "02T09:00"),
        (triaged(), "02T09:00"),
        (dispatched("housing", Complexity::General), "02T09:10"),
        (accepted(), "02T09:20"),
        // Five working days are over on Monday the 9th at 17:30.
        (answered(), "11T10:00"),
        (asked("11T10:00"), "11T10:00"),
        (rated(false), "11T12:00"),
        (CaseEvent::Reopened { cause: ReopenCause::Rating }, "11T12:00"),
        (CaseEvent::Resumed { unit: "housing".parse().unwrap(), handler: AccountId::from_bytes([1; 16]) }, "11T13:00"),
        (answered(), "12T10:00"),
        (asked("12T10:00"), "12T10:00"),
        (rated(true), "12T12:00"),
        (CaseEvent::Closed { cause: CloseCause::Rated }, "12T12:00"),
    ];
    let known = told(&story, "30T03:00");
    assert_eq!((known.facts.limit, known.facts.closes), (5, 6), "the second round of 15 days was in time");
    assert_eq!((known.facts.reopenings, known.facts.standing), (1, Standing::Solved));
    assert_eq!(known.facts.contact, Contact::Later, "the answer was the first contact");
    let (first, times) = known.rating.unwrap();
    assert_eq!((first.solved, times), (false, 2));
    assert_eq!(told(&story[..9], "30T03:00").facts.standing, Standing::Open);
}

#[test]
fn a_deferred_matter_that_is_taken_up_begins_another_round() {
    let story = [
        (submitted(), "02T09:00"),
        (triaged(), "02T09:00"),
        (dispatched("housing", Complexity::General), "02T09:10"),
        (accepted(), "02T09:20"),
        (CaseEvent::Started { planned: false }, "02T10:00"),
        (CaseEvent::Deferred { reason: DeferReason::ALL[0], review_on: jiff::civil::date(2026, 11, 20) }, "12T10:00"),
        (CaseEvent::WentOn { cause: GoOnCause::ReviewDate }, "20T08:30"),
        (answered(), "20T10:00"),
    ];
    assert_eq!(told(&story[..6], "16T10:00").facts.standing, Standing::Deferred);
    let id = CaseId::from_bytes([7; 16]);
    let dated: Vec<(CaseEvent, Timestamp)> = story.iter().map(|(event, when)| (event.clone(), at(when))).collect();
    let dated = dated.iter().map(|(event, when)| (event, *when));
    let facts = facts(id, dated, at("30T03:00"), &Calendars::default(), &Limits::DEFAULT).unwrap().unwrap().facts;
    assert_eq!((facts.limit, facts.closes), (5, 7), "putting it off does not undo that it was late");
}

#[test]
fn a_plan_is_owed_by_complex_matters_alone() {
    let begun = [(submitted(), "02T09:00"), (triaged(), "02T09:00")];
    let complex = [begun.as_slice(), &[(dispatched("housing", Complexity::Complex), "02T09:10"), (accepted(), "02T09:20")]].concat();
    let plan = |more: &[(CaseEvent, &'static str)], until| told(&[complex.as_slice(), more].concat(), until).facts.plan;
    assert_eq!(plan(&[], "05T17:30"), Plan::Open);
    assert_eq!(plan(&[], "05T17:31"), Plan::Late);
    assert_eq!(plan(&[(CaseEvent::Started { planned: true }, "05T17:00")], "30T03:00"), Plan::InTime);
    assert_eq!(plan(&[(CaseEvent::Started { planned: true }, "06T09:00")], "30T03:00"), Plan::Late);
    assert_eq!(plan(&[(answered(), "04T09:00")], "30T03:00"), Plan::InTime);
    let general = [begun.as_slice(), &[(dispatched("housing", Complexity::General), "02T09:10")]].concat();
    assert_eq!(told(&general, "30T03:00").facts.plan, Plan::Open);
}

#[test]
fn what_is_sealed_reported_or_about_a_unit_is_never_published() {
    let plain = [(submitted(), "13T15:20"), (triaged(), "13T15:20")];
    assert!(told(&plain, "14T09:00").open);
    let sealed = [plain.as_slice(), &[(CaseEvent::Sealed { reason: SealReason::Minor, against: None }, "13T16:00")]].concat();
    assert!(!told(&sealed, "14T09:00").open);
    let mut about = plain.clone();
    if let CaseEvent::Submitted { against, .. } = &mut about[0].0 {
        *against = Some("housing".parse().unwrap());
    }
    assert!(!told(&about, "14T09:00").open);
    let mut report = plain.clone();
    if let CaseEvent::Submitted { case_type, .. } = &mut report[0].0 {
        *case_type = CaseType::Report;
    }
    assert!(!told(&report, "14T09:00").open);
}
