//! The engine against a slow reference written day by day and second by second, which shares nothing with it but the
//! kinds of days and the words of the rule.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use jiff::civil::{Date, Time, date, time};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use workday::{Calendar, Day, DayKind, Deadline, Error, Limit, Mode, Pause, Reason, Rule};

fn beijing(day: Date, at: Time) -> Timestamp {
    day.to_datetime(at).in_tz("Asia/Shanghai").unwrap().timestamp()
}

fn civil(at: Timestamp) -> Date {
    at.in_tz("Asia/Shanghai").unwrap().date()
}

fn paused(at: Timestamp, pauses: &[Pause]) -> bool {
    pauses.iter().any(|p| p.from <= at && p.to.is_none_or(|to| at < to))
}

/// Since when an open pause, with all that leads into it without a gap, holds the clock.
fn stopped_since(start: Timestamp, pauses: &[Pause]) -> Option<Timestamp> {
    let mut since = pauses.iter().filter(|p| p.to.is_none()).map(|p| p.from).min()?;
    while let Some(earlier) = pauses.iter().find(|p| p.from < since && p.to.is_some_and(|to| p.from < to && since <= to)) {
        since = earlier.from;
    }
    Some(since.max(start))
}

fn reference(rule: &Rule<'_>, start: Timestamp, limit: Limit, pauses: &[Pause]) -> Result<Deadline, Error> {
    match limit {
        Limit::Minutes(n) => Ok(by_seconds(start, n * 60, pauses)),
        Limit::Hours(n) => Ok(by_seconds(start, n * 3600, pauses)),
        Limit::WorkingDays(n) | Limit::Days(n) => by_days(rule, start, limit, n, pauses),
    }
}

fn by_seconds(start: Timestamp, length: u32, pauses: &[Pause]) -> Deadline {
    let stop = stopped_since(start, pauses);
    let (mut at, mut ran, mut yellow) = (start, 0, None);
    let mut days = vec![Day { date: civil(start), counted: false, reason: Reason::StartDay }];
    while ran < length && stop.is_none_or(|stop| at < stop) {
        let today = civil(at);
        if days.last().unwrap().date != today {
            days.push(Day { date: today, counted: false, reason: Reason::Pause });
        }
        if !paused(at, pauses) {
            ran += 1;
            let day = days.last_mut().unwrap();
            day.counted = true;
            if day.reason == Reason::Pause {
                day.reason = Reason::Counted;
            }
        }
        at += 1.second();
        if ran == length / 3 * 2 && yellow.is_none() {
            yellow = Some(at);
        }
    }
    let due = (ran == length).then_some(at);
    if due.is_none() && days.last().unwrap().date != civil(at) {
        days.push(Day { date: civil(at), counted: false, reason: Reason::Pause });
    }
    let stopped_since = if due.is_none() { stop } else { None };
    Deadline { due, stopped_since, yellow, provisional: false, days }
}

fn by_days(rule: &Rule<'_>, start: Timestamp, limit: Limit, n: u32, pauses: &[Pause]) -> Result<Deadline, Error> {
    let stop = stopped_since(start, pauses);
    let working = matches!(limit, Limit::WorkingDays(_));
    let yellow_on = n - (n / 3).max(1) + 1;
    let mut days = vec![Day { date: civil(start), counted: false, reason: Reason::StartDay }];
    let (mut counted, mut yellow, mut provisional, mut due) = (0, None, false, None);
    let mut today = civil(start);
    while due.is_none() {
        today = today.tomorrow().unwrap();
        let close = beijing(today, rule.close);
        let kind = rule.calendar.day(today);
        let is_paused = paused(close, pauses);
        let rolling = counted == n;
        let (counts, reason) = if working || rolling {
            match kind {
                DayKind::Weekend => (false, Reason::Weekend),
                DayKind::Holiday => (false, Reason::Holiday),
                DayKind::Workday | DayKind::Makeup if is_paused => (false, Reason::Pause),
                DayKind::Workday | DayKind::Makeup if rolling => (false, Reason::Rolled),
                DayKind::Workday => (true, Reason::Counted),
                DayKind::Makeup => (true, Reason::Makeup),
            }
        } else if is_paused {
            (false, Reason::Pause)
        } else {
            (true, Reason::Counted)
        };
        days.push(Day { date: today, counted: counts, reason });
        counted += u32::from(counts);
        if counts && counted == yellow_on {
            yellow = Some(beijing(today, time(8, 30, 0, 0)));
        }
        let asks_kind = working || counted == n;
        if asks_kind && !rule.calendar.is_published(today.year()) {
            provisional = true;
            if rule.mode == Mode::Strict {
                return Err(Error::Unpublished { year: today.year() });
            }
        }
        let ends = if working { counts && counted == n } else { counted == n && kind.is_working() && !is_paused };
        if ends {
            due = Some(close);
        } else if stop.is_some_and(|stop| stop <= close) {
            break;
        }
    }
    if let (true, 1, Some(due)) = (working, n, due) {
        yellow = Some(due - 270.minutes());
    }
    let yellow = yellow.map(|y| due.map_or(y, |due| y.max(start).min(due)));
    let stopped_since = if due.is_none() { stop } else { None };
    Ok(Deadline { due, stopped_since, yellow, provisional, days })
}

fn starts() -> impl Strategy<Value = Timestamp> {
    let (first, last) = (beijing(date(2020, 1, 1), time(0, 0, 0, 0)), beijing(date(2027, 1, 31), time(0, 0, 0, 0)));
    prop_oneof![
        4 => (first.as_second()..last.as_second()).prop_map(|s| Timestamp::from_second(s).unwrap()),
        // Where rules go wrong: midnight, the close, around the new year and the festivals.
        1 => (0..2588i32, prop::sample::select(vec![(0, 0), (8, 30), (17, 30), (23, 59)])).prop_map(|(day, (h, m))| {
            beijing(date(2020, 1, 1) + day.days(), time(h, m, 0, 0))
        }),
        1 => (0..60i32).prop_map(|day| beijing(date(2026, 12, 1) + day.days(), time(15, 0, 0, 0))),
    ]
}

fn day_limits() -> impl Strategy<Value = Limit> {
    prop_oneof![(1..40u32).prop_map(Limit::WorkingDays), (1..70u32).prop_map(Limit::Days)]
}

fn clock_limits() -> impl Strategy<Value = Limit> {
    prop_oneof![(1..600u32).prop_map(Limit::Minutes), (1..30u32).prop_map(Limit::Hours)]
}

/// Pauses near the start, overlapping as they like; `unit` seconds apart so that ends often meet.
fn pauses(unit: i64, reach: i64) -> impl Strategy<Value = Vec<(i64, Option<i64>)>> {
    let one = (-reach / 4..reach, prop_oneof![8 => (0..reach / 3).prop_map(Some), 1 => Just(None)]);
    prop::collection::vec(one.prop_map(move |(from, len)| (from * unit, len.map(|len| len * unit))), 0..5)
}

fn placed(base: Timestamp, pauses: &[(i64, Option<i64>)]) -> Vec<Pause> {
    let at = |from: i64| base + from.seconds();
    pauses.iter().map(|(from, len)| Pause { from: at(*from), to: len.map(|len| at(from + len)) }).collect()
}

fn check(rule: &Rule<'_>, start: Timestamp, limit: Limit, pauses: &[Pause]) -> Result<(), TestCaseError> {
    let expected = reference(rule, start, limit, pauses);
    let due = rule.due(start, limit, pauses);
    prop_assert_eq!(&due, &expected);
    let instants = rule.instants(start, limit, pauses).map(|i| (i.due, i.stopped_since, i.yellow, i.provisional));
    prop_assert_eq!(instants, due.map(|d| (d.due, d.stopped_since, d.yellow, d.provisional)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn days_agree(
        start in starts(), limit in day_limits(), spread in pauses(5400, 500),
        close in prop::sample::select(vec![time(17, 30, 0, 0), time(12, 0, 0, 0), time(0, 0, 0, 0), time(23, 59, 59, 0), time(18, 0, 0, 0)]),
        mode in prop::sample::select(vec![Mode::Strict, Mode::Provisional]), from_midnight in any::<bool>(),
    ) {
        let rule = Rule::new(Calendar::shipped(), mode).closing_at(close);
        // Counted from midnight in steps of 1½ h, many pauses begin and end exactly at 12:00, 18:00 or midnight.
        let base = if from_midnight { beijing(civil(start), time(0, 0, 0, 0)) } else { start };
        check(&rule, start, limit, &placed(base, &spread))?;
    }

    /// Fractions of a second are kept: a start in the middle of one changes no deadline in days.
    #[test]
    fn fractions_of_a_second_change_no_day(start in starts(), limit in day_limits(), nanos in 0..1_000_000_000i64) {
        let rule = Rule::new(Calendar::shipped(), Mode::Provisional);
        let later = start + nanos.nanoseconds();
        prop_assert_eq!(rule.instants(start, limit, &[])?.due, rule.instants(later, limit, &[])?.due);
        let hour = Limit::Hours(1);
        prop_assert_eq!(rule.instants(later, hour, &[])?.due, Some(later + 1.hour()));
    }

    /// A longer limit is never due earlier, and neither is one with a pause more.
    #[test]
    fn more_is_never_earlier(start in starts(), n in 1..30u32, spread in pauses(5400, 300)) {
        let rule = Rule::new(Calendar::shipped(), Mode::Provisional);
        let pauses = placed(start, &spread);
        for limit in [Limit::WorkingDays, Limit::Days, Limit::Hours, Limit::Minutes] {
            // None: stopped for now, later than anything.
            let at = |n, pauses: &[Pause]| rule.instants(start, limit(n), pauses).unwrap().due.unwrap_or(Timestamp::MAX);
            prop_assert!(at(n, &pauses) <= at(n + 1, &pauses));
            for some in 0..pauses.len() {
                prop_assert!(at(n, &pauses[..some]) <= at(n, &pauses));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn seconds_agree(start in starts(), limit in clock_limits(), spread in pauses(600, 200)) {
        let rule = Rule::new(Calendar::shipped(), Mode::Strict);
        check(&rule, start, limit, &placed(start, &spread))?;
    }
}
