//! Named cases: the acceptance scenarios, the mock's stair lamp, the articles of the Civil Code, the edges.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use jiff::Timestamp;
use jiff::civil::{date, time};
use workday::{Calendar, Deadline, Error, Limit, Mode, Pause, Reason, Rule, rfc3339};

fn rule() -> Rule<'static> {
    Rule::new(Calendar::shipped(), Mode::Strict)
}

fn at(text: &str) -> Timestamp {
    // `2026-02-14 15:00` in Beijing.
    format!("{}:00+08:00", text.replace(' ', "T")).parse().unwrap()
}

fn pause(from: &str, to: &str) -> Pause {
    Pause { from: at(from), to: (!to.is_empty()).then(|| at(to)) }
}

fn due(start: &str, limit: &str, pauses: &[Pause]) -> Deadline {
    rule().due(at(start), limit.parse().unwrap(), pauses).unwrap()
}

fn instants(start: &str, limit: &str, pauses: &[Pause]) -> (String, String) {
    let text = |at: Option<Timestamp>| at.map_or("–".to_owned(), |at| rfc3339(at)[..16].replace('T', " "));
    let found = due(start, limit, pauses);
    (text(found.due), text(found.yellow))
}

/// The proof as one word per day.
fn days(deadline: &Deadline) -> Vec<(i8, bool, Reason)> {
    deadline.days.iter().map(|day| (day.date.day(), day.counted, day.reason)).collect()
}

/// Scenario 4 of the acceptance list: filed on a worked Saturday before the Spring Festival of 2026.
#[test]
fn the_lunar_new_year() {
    let found = due("2026-02-14 15:00", "3wd", &[]);
    assert_eq!(rfc3339(found.due.unwrap()), "2026-02-26T17:30:00+08:00");
    assert_eq!(rfc3339(found.yellow.unwrap()), "2026-02-26T08:30:00+08:00");
    assert!(!found.provisional);
    let mut expected = vec![(14, false, Reason::StartDay)];
    expected.extend((15..=23).map(|day| (day, false, Reason::Holiday)));
    expected.extend((24..=26).map(|day| (day, true, Reason::Counted)));
    assert_eq!(days(&found), expected);
    // The 24 hours of the response run through the holiday.
    assert_eq!(instants("2026-02-14 15:00", "24h", &[]).0, "2026-02-15 15:00");
}

/// The stair lamp of the mock: five working days, stopped from 18 November 09:00 to 19 November 09:10.
#[test]
fn the_stair_lamp() {
    let found = due("2026-11-13 15:20", "5wd", &[pause("2026-11-18 09:00", "2026-11-19 09:10")]);
    assert_eq!(rfc3339(found.due.unwrap()), "2026-11-23T17:30:00+08:00");
    assert_eq!(rfc3339(found.yellow.unwrap()), "2026-11-23T08:30:00+08:00");
    assert_eq!(
        days(&found),
        [
            (13, false, Reason::StartDay),
            (14, false, Reason::Weekend),
            (15, false, Reason::Weekend),
            (16, true, Reason::Counted),
            (17, true, Reason::Counted),
            (18, false, Reason::Pause),
            (19, true, Reason::Counted),
            (20, true, Reason::Counted),
            (21, false, Reason::Weekend),
            (22, false, Reason::Weekend),
            (23, true, Reason::Counted),
        ]
    );
}

#[test]
fn the_proof_as_json() {
    let found = due("2026-02-27 15:00", "2wd", &[]);
    assert_eq!(
        serde_json::to_string(&found).unwrap(),
        r#"{"due":"2026-03-02T17:30:00+08:00","yellow":"2026-03-02T08:30:00+08:00","provisional":false,"days":[{"date":"2026-02-27","counted":false,"reason":"start_day"},{"date":"2026-02-28","counted":true,"reason":"makeup"},{"date":"2026-03-01","counted":false,"reason":"weekend"},{"date":"2026-03-02","counted":true,"reason":"counted"}]}"#
    );
}

/// Article 203: a last day that is a statutory holiday or a day of rest moves to the day after it.
#[test]
fn natural_days_move_off_holidays() {
    // 15 days from 1 February 2026 end on the second day of the festival.
    let found = due("2026-02-01 10:00", "15d", &[]);
    assert_eq!(rfc3339(found.due.unwrap()), "2026-02-24T17:30:00+08:00");
    assert_eq!(days(&found)[15], (16, true, Reason::Counted));
    assert_eq!(days(&found)[16], (17, false, Reason::Holiday));
    assert_eq!(days(&found).last(), Some(&(24, false, Reason::Rolled)));
    // Sunday 1 March moves to Monday; the worked Saturday the day before does not move.
    assert_eq!(instants("2026-02-27 10:00", "2d", &[]).0, "2026-03-02 17:30");
    assert_eq!(instants("2026-02-27 10:00", "1d", &[]).0, "2026-02-28 17:30");
    // The target itself is stopped at its close: one further.
    assert_eq!(instants("2026-02-27 10:00", "2d", &[pause("2026-03-02 17:00", "2026-03-03 09:00")]).0, "2026-03-03 17:30");
}

#[test]
fn lights_turn_yellow_by_the_table() {
    let yellow = |limit| instants("2026-11-02 10:00", limit, &[]);
    assert_eq!(yellow("1wd"), ("2026-11-03 17:30".into(), "2026-11-03 13:00".into()));
    assert_eq!(yellow("2wd"), ("2026-11-04 17:30".into(), "2026-11-04 08:30".into()));
    assert_eq!(yellow("5wd"), ("2026-11-09 17:30".into(), "2026-11-09 08:30".into()));
    assert_eq!(yellow("6wd"), ("2026-11-10 17:30".into(), "2026-11-09 08:30".into()));
    assert_eq!(yellow("15wd"), ("2026-11-23 17:30".into(), "2026-11-17 08:30".into()));
    assert_eq!(yellow("1d"), ("2026-11-03 17:30".into(), "2026-11-03 08:30".into()));
    assert_eq!(yellow("15d"), ("2026-11-17 17:30".into(), "2026-11-13 08:30".into()));
    assert_eq!(yellow("24h"), ("2026-11-03 10:00".into(), "2026-11-03 02:00".into()));
    assert_eq!(yellow("30min"), ("2026-11-02 10:30".into(), "2026-11-02 10:20".into()));
}

/// The last third is a third of the running time: a pause before it moves it, one inside it does not.
#[test]
fn the_last_third_is_of_the_running_time() {
    let early = [pause("2026-11-02 11:00", "2026-11-02 12:00")];
    assert_eq!(instants("2026-11-02 10:00", "3h", &early), ("2026-11-02 14:00".into(), "2026-11-02 13:00".into()));
    let late = [pause("2026-11-02 12:30", "2026-11-02 13:30")];
    assert_eq!(instants("2026-11-02 10:00", "3h", &late), ("2026-11-02 14:00".into(), "2026-11-02 12:00".into()));
}

#[test]
fn a_pause_holds_its_first_instant_and_not_its_last() {
    let start = "2026-11-02 10:00";
    assert_eq!(instants(start, "1wd", &[pause("2026-11-03 17:30", "2026-11-03 17:31")]).0, "2026-11-04 17:30");
    assert_eq!(instants(start, "1wd", &[pause("2026-11-03 08:00", "2026-11-03 17:30")]).0, "2026-11-03 17:30");
    // It ends when the clock has run out: nothing is left to stop.
    assert_eq!(instants(start, "1h", &[pause("2026-11-02 11:00", "2026-11-02 12:00")]).0, "2026-11-02 11:00");
    assert_eq!(instants(start, "1h", &[pause("2026-11-02 10:59", "2026-11-02 12:00")]).0, "2026-11-02 12:01");
}

#[test]
fn an_open_pause_leaves_no_deadline() {
    let found = due("2026-11-13 15:20", "5wd", &[pause("2026-11-18 09:00", "2026-11-18 12:00"), pause("2026-11-18 11:00", "")]);
    assert_eq!((found.due, found.yellow), (None, None));
    assert_eq!(found.stopped_since, Some(at("2026-11-18 09:00")));
    assert_eq!(days(&found).last(), Some(&(18, false, Reason::Pause)));
    // Of six days the fifth is the yellow one: its light stands although the clock does not run.
    let found = due("2026-11-13 15:20", "6wd", &[pause("2026-11-20 18:00", "")]);
    assert_eq!((found.due, found.yellow), (None, Some(at("2026-11-20 08:30"))));
    assert_eq!(days(&found).last(), Some(&(21, false, Reason::Weekend)));
    // After the deadline it stops nothing, and before the start it stops at the start.
    assert_eq!(due("2026-11-13 15:20", "1wd", &[pause("2026-11-16 17:31", "")]).due, Some(at("2026-11-16 17:30")));
    assert_eq!(due("2026-11-13 15:20", "1h", &[pause("2026-11-01 00:00", "")]).stopped_since, Some(at("2026-11-13 15:20")));
}

#[test]
fn hours_carry_their_days_too() {
    let found = due("2026-11-13 15:20", "24h", &[pause("2026-11-13 15:30", "2026-11-15 00:00")]);
    assert_eq!(rfc3339(found.due.unwrap()), "2026-11-15T23:50:00+08:00");
    assert_eq!(days(&found), [(13, true, Reason::StartDay), (14, false, Reason::Pause), (15, true, Reason::Counted)]);
}

#[test]
fn the_close_of_business_is_a_parameter() {
    let rule = rule().closing_at(time(12, 0, 0, 0));
    let found = rule.due(at("2026-11-13 15:20"), Limit::WorkingDays(1), &[]).unwrap();
    assert_eq!((found.due, found.yellow), (Some(at("2026-11-16 12:00")), Some(at("2026-11-16 07:30"))));
    let found = rule.due(at("2026-11-13 15:20"), Limit::Hours(24), &[]).unwrap();
    assert_eq!(found.due, Some(at("2026-11-14 15:20")));
    // A close before 08:30: yellow is never after due.
    let found = rule.closing_at(time(6, 0, 0, 0)).due(at("2026-11-13 15:20"), Limit::WorkingDays(2), &[]).unwrap();
    assert_eq!((found.due, found.yellow), (Some(at("2026-11-17 06:00")), Some(at("2026-11-17 06:00"))));
}

#[test]
fn a_year_without_calendar_is_refused_or_flagged() {
    let start = at("2026-12-30 10:00");
    assert_eq!(rule().due(start, Limit::WorkingDays(2), &[]), Err(Error::Unpublished { year: 2027 }));
    assert!(!rule().due(start, Limit::WorkingDays(1), &[]).unwrap().provisional);
    // Hours need no calendar.
    assert!(rule().due(start, Limit::Hours(72), &[]).is_ok());
    let rule = Rule::new(Calendar::shipped(), Mode::Provisional);
    let found = rule.due(start, Limit::WorkingDays(2), &[]).unwrap();
    // New Year's Day is a holiday by law whatever the notice says, and a Friday.
    assert_eq!((found.due, found.provisional), (Some(at("2027-01-04 17:30")), true));
    assert_eq!(found.days[2].date, date(2027, 1, 1));
    assert_eq!(found.days[2].reason, Reason::Holiday);
}

#[test]
fn what_cannot_be_computed_is_an_error() {
    let rule = Rule::new(Calendar::shipped(), Mode::Provisional);
    let start = at("2026-11-13 15:20");
    for limit in [Limit::Minutes(0), Limit::Hours(0), Limit::WorkingDays(0), Limit::Days(0)] {
        assert_eq!(rule.due(start, limit, &[]), Err(Error::ZeroLimit));
    }
    for limit in [Limit::Minutes(u32::MAX), Limit::Hours(u32::MAX), Limit::WorkingDays(u32::MAX), Limit::Days(u32::MAX)] {
        assert_eq!(rule.due(start, limit, &[]), Err(Error::OutOfRange), "{limit}");
    }
    for start in [Timestamp::MIN, Timestamp::UNIX_EPOCH, at("1999-12-31 23:59"), at("2100-01-01 00:00"), Timestamp::MAX] {
        assert_eq!(rule.due(start, Limit::Hours(1), &[]), Err(Error::OutOfRange));
    }
    assert_eq!(rule.due(at("2099-12-31 23:30"), Limit::Minutes(30), &[]), Err(Error::OutOfRange));
    assert_eq!(rule.due(at("2099-12-31 23:30"), Limit::Minutes(29), &[]).unwrap().due, Some(at("2099-12-31 23:59")));
    assert_eq!(rule.due(at("2099-12-31 10:00"), Limit::WorkingDays(1), &[]), Err(Error::OutOfRange));
    let reversed = Pause { from: start, to: Some(at("2026-11-13 15:19")) };
    assert!(matches!(rule.due(start, Limit::Hours(1), &[reversed]), Err(Error::ReversedPause { .. })));
    // A pause outside the table is no error by itself.
    let early = Pause { from: Timestamp::MIN, to: Some(at("2026-11-13 16:20")) };
    assert_eq!(rule.due(start, Limit::Hours(1), &[early]).unwrap().due, Some(at("2026-11-13 17:20")));
    let forever = Pause { from: at("2026-11-13 16:00"), to: Some(Timestamp::MAX) };
    assert_eq!(rule.due(start, Limit::Hours(1), &[forever]), Err(Error::OutOfRange));
}
