//! What a change of a limit does, shown on three receipts that people know: a working morning, an afternoon before the
//! days off, and the eve of the longest holiday ahead.

use jiff::civil::{Date, Time};
use kernel::{Timestamp, format};
use workday::{Calendar, Limit, Mode, Rule};

/// Which example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The first working day on which the new value holds, at ten.
    WorkingDay,
    /// The next working day before days off, at ten to five.
    BeforeDaysOff,
    /// The working day before the longest row of days off within half a year, at three.
    BeforeHoliday,
}

/// One matter and when it would be due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Which example.
    pub occasion: Occasion,
    /// When it is received.
    pub received_at: Timestamp,
    /// When it would be due by the old value; `None` beyond the years that can be computed.
    pub before: Option<Timestamp>,
    /// When it is due by the new value.
    pub after: Option<Timestamp>,
}

/// How far ahead holidays are looked for, in days.
const AHEAD: usize = 183;

/// The three examples of a limit that changes from `old` to `new` at `from`, in provisional mode like every clock of a
/// case (decisions 7). Fewer where the calendar has no such day ahead.
pub fn examples(calendar: &Calendar, from: Timestamp, old: Limit, new: Limit) -> Vec<Example> {
    let rule = Rule::new(calendar, Mode::Provisional);
    let due = |start, limit| rule.instants(start, limit, &[]).ok().and_then(|instants| instants.due);
    let first = first_whole_day(from);
    let days: Vec<(Date, bool)> =
        std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(AHEAD).map(|day| (day, calendar.is_working(day))).collect();
    let occasions = [
        (Occasion::WorkingDay, days.iter().find(|(_, works)| *works).map(|(day, _)| *day), Time::constant(10, 0, 0, 0)),
        (Occasion::BeforeDaysOff, before_rows(&days).first().map(|(day, _)| *day), Time::constant(16, 50, 0, 0)),
        (Occasion::BeforeHoliday, longest(&before_rows(&days)), Time::constant(15, 0, 0, 0)),
    ];
    occasions
        .into_iter()
        .filter_map(|(occasion, day, time)| {
            let received_at = format::instant(day?.to_datetime(time));
            Some(Example { occasion, received_at, before: due(received_at, old), after: due(received_at, new) })
        })
        .collect()
}

/// The first day that lies wholly behind `from`.
fn first_whole_day(from: Timestamp) -> Date {
    let local = format::local(from);
    if local.time() == Time::midnight() { local.date() } else { local.date().tomorrow().unwrap_or_else(|_| local.date()) }
}

/// Each working day that is followed by days off, with how many.
fn before_rows(days: &[(Date, bool)]) -> Vec<(Date, usize)> {
    let mut rows: Vec<(Date, usize)> = Vec::new();
    let mut last_worked = None;
    for (day, works) in days {
        match (works, last_worked) {
            (true, _) => last_worked = Some(*day),
            (false, Some(eve)) => match rows.last_mut() {
                Some((known, length)) if *known == eve => *length += 1,
                Some(_) | None => rows.push((eve, 1)),
            },
            (false, None) => {}
        }
    }
    rows
}

/// The eve of the longest row; the first of equals.
fn longest(rows: &[(Date, usize)]) -> Option<Date> {
    let most = rows.iter().map(|(_, length)| *length).max()?;
    rows.iter().find(|(_, length)| *length == most).map(|(day, _)| *day)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn the_three_examples_are_days_that_people_know() {
        let from: Timestamp = "2026-01-05T00:00:00+08:00".parse().unwrap();
        let found = examples(Calendar::shipped(), from, Limit::WorkingDays(5), Limit::WorkingDays(4));
        let shown: Vec<_> = found
            .iter()
            .map(|example| {
                let text = |at: Option<Timestamp>| format::rfc3339(at.unwrap());
                (example.occasion, format::rfc3339(example.received_at), text(example.before), text(example.after))
            })
            .collect();
        let row = |occasion, received: &str, before: &str, after: &str| {
            let full = |text: &str| format!("2026-{text}:00+08:00");
            (occasion, full(received), full(before), full(after))
        };
        // The Saturday before the Spring Festival of 2026 is worked (domain D.4).
        assert_eq!(
            shown,
            [
                row(Occasion::WorkingDay, "01-05T10:00", "01-12T17:30", "01-09T17:30"),
                row(Occasion::BeforeDaysOff, "01-09T16:50", "01-16T17:30", "01-15T17:30"),
                row(Occasion::BeforeHoliday, "02-14T15:00", "02-28T17:30", "02-27T17:30"),
            ]
        );
    }

    #[test]
    fn a_change_during_the_day_is_shown_from_the_next_day() {
        let from: Timestamp = "2026-11-23T10:42:10+08:00".parse().unwrap();
        let found = examples(Calendar::shipped(), from, Limit::Hours(24), Limit::Hours(12));
        let first = found.first().unwrap();
        assert_eq!(format::rfc3339(first.received_at), "2026-11-24T10:00:00+08:00");
        assert_eq!(format::rfc3339(first.after.unwrap()), "2026-11-24T22:00:00+08:00");
    }
}
