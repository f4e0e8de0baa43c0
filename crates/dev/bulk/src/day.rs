//! When things happen: which days bring how many matters, at what hour people write, and when offices are open.

use std::sync::Arc;

use jiff::civil::{Date, Weekday};
use kernel::{CaseNumber, Rng, Timestamp, format};

use crate::history::Author;
use crate::mix::draw;

/// Days of history: eighteen months.
const DAYS: i32 = 548;

/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;

/// Beijing is eight hours ahead of UTC all year.
const OFFSET: i64 = 8 * HOUR;

/// The days that end with `now`'s, with how many matters each brings: together `cases`; weekends fewer, lately more.
pub(crate) fn shares(now: Timestamp, cases: u32, rng: &Arc<dyn Rng>) -> Vec<(Date, u32)> {
    let last = format::local_date(now);
    let days: Vec<(Date, u64)> = (0..DAYS)
        .map(|nth| {
            let date = last.saturating_sub(jiff::Span::new().days(DAYS - 1 - nth));
            let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
            // From 100 to 155 over the time, as a service that becomes known; weekends bring two fifths.
            let busy = 100 + u64::from(nth.unsigned_abs()) / 10;
            (date, busy * if weekend { 2 } else { 5 } * (80 + rng.below(41)))
        })
        .collect();
    let total: u64 = days.iter().map(|(_, weight)| weight).sum();
    // Cumulative rounding, so that the days add up.
    let (mut before, mut given) = (0, 0);
    days.into_iter()
        .map(|(date, weight)| {
            before += weight;
            let due = u64::from(cases) * before / total;
            let count = due - given;
            given = due;
            (date, u32::try_from(count).unwrap_or(u32::MAX))
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// When the matters of a day arrive, in order, each with its number.
pub(crate) fn arrivals(date: Date, author: &Author, numbers: Vec<CaseNumber>) -> Vec<(Timestamp, CaseNumber)> {
    /// How many in a hundred write in each hour of the day.
    const HOURS: [(i64, u64); 17] = [
        (0, 1),
        (6, 1),
        (7, 4),
        (8, 8),
        (9, 12),
        (10, 12),
        (11, 8),
        (12, 5),
        (13, 4),
        (14, 8),
        (15, 9),
        (16, 8),
        (17, 5),
        (18, 3),
        (19, 4),
        (20, 5),
        (21, 3),
    ];
    let midnight = format::instant(date.at(0, 0, 0, 0)).as_millisecond();
    let rng = author.rng();
    let mut times: Vec<i64> = numbers
        .iter()
        .map(|_| {
            let hour = draw(rng, &HOURS).copied().unwrap_or(9);
            let at = midnight + hour * HOUR + i64::try_from(rng.below(3_600_000)).unwrap_or(0);
            // The last day is not over: what would come later came by now.
            if at < author.now() {
                at
            } else {
                midnight + i64::try_from(rng.below(u64::try_from(author.now() - midnight).unwrap_or(1).max(1))).unwrap_or(0)
            }
        })
        .collect();
    times.sort_unstable();
    times.into_iter().map(|ms| Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)).zip(numbers).collect()
}

/// The first instant from `at` on (milliseconds) at which an office is open: working days, 08:30 to 17:30. Holidays are not
/// looked at: somebody is always on duty, and clocks are computed by the calendar anyway.
pub(crate) fn office(at: i64) -> i64 {
    const DAY: i64 = 24 * HOUR;
    const OPEN: i64 = 8 * HOUR + HOUR / 2;
    const CLOSE: i64 = 17 * HOUR + HOUR / 2;
    let local = at + OFFSET;
    let (mut day, mut time) = (local.div_euclid(DAY), local.rem_euclid(DAY));
    if time >= CLOSE {
        (day, time) = (day + 1, OPEN);
    }
    // The epoch was a Thursday: days 2 and 3 of its week are the weekend.
    let weekend = day.rem_euclid(7);
    if weekend == 2 || weekend == 3 {
        (day, time) = (day + 4 - weekend, OPEN);
    }
    day * DAY + time.max(OPEN) - OFFSET
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::SeededRng;

    use super::*;

    fn ms(text: &str) -> i64 {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn offices_open_on_working_days() {
        for (at, open) in [
            ("2026-11-20T10:00:00+08:00", "2026-11-20T10:00:00+08:00"),
            ("2026-11-20T07:00:00+08:00", "2026-11-20T08:30:00+08:00"),
            ("2026-11-20T17:30:00+08:00", "2026-11-23T08:30:00+08:00"),
            ("2026-11-21T12:00:00+08:00", "2026-11-23T08:30:00+08:00"),
            ("2026-11-22T23:59:00+08:00", "2026-11-23T08:30:00+08:00"),
        ] {
            assert_eq!(office(ms(at)), ms(open), "{at}");
        }
    }

    #[test]
    fn the_days_bring_as_many_as_were_asked_for() {
        let rng: Arc<dyn Rng> = Arc::new(SeededRng::new(3));
        for cases in [1, 100, 100_000] {
            let days = shares("2026-11-23T17:00:00+08:00".parse().unwrap(), cases, &rng);
            assert_eq!(days.iter().map(|(_, count)| count).sum::<u32>(), cases);
            assert_eq!(days.last().map(|(date, _)| date.to_string()).as_deref(), Some("2026-11-23"));
        }
    }
}
