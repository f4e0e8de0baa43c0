//! How long matters were past their limit: spans, and hours of each week.

use jiff::civil::{Date, Weekday};
use kernel::{Timestamp, UnitCode, format};

/// One time that a matter was past its limit without a break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedSpan {
    /// The unit that had it at the end; none: not dispatched.
    pub unit: Option<UnitCode>,
    /// When its light turned red.
    pub from: Timestamp,
    /// When it was red no more.
    pub to: Timestamp,
}

/// The red hours of one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RedWeek {
    /// Its Monday.
    pub monday: Date,
    /// Whole hours in which a matter was red, summed over the matters; two red for an hour are two.
    pub hours: u64,
}

/// The Monday of the week of `day`.
fn monday(day: Date) -> Date {
    let back = i64::from(day.weekday().since(Weekday::Monday));
    day.checked_sub(jiff::Span::new().days(back)).unwrap_or(day)
}

fn weeks_before(monday: Date, weeks: i64) -> Date {
    monday.checked_sub(jiff::Span::new().weeks(weeks)).unwrap_or(monday)
}

/// The Monday, in local time, of the week that lies `weeks` before the one of `now`, and its first instant.
pub fn week_back(now: Timestamp, weeks: i64) -> (Date, Timestamp) {
    let day = weeks_before(monday(format::local_date(now)), weeks);
    (day, format::instant(day.at(0, 0, 0, 0)))
}

/// Red hours of the last `weeks` weeks up to `now`, the oldest first; this week is the last and not over.
pub fn red_weeks(spans: impl IntoIterator<Item = (Timestamp, Timestamp)>, now: Timestamp, weeks: u16) -> Vec<RedWeek> {
    let bounds: Vec<(Date, Timestamp)> = (0..i64::from(weeks)).rev().map(|back| week_back(now, back)).collect();
    let mut seconds = vec![0u64; bounds.len()];
    for (from, to) in spans {
        for (nth, total) in seconds.iter_mut().enumerate() {
            let Some((_, start)) = bounds.get(nth) else { continue };
            let end = bounds.get(nth + 1).map_or(now, |(_, next)| *next);
            let (from, to) = (from.max(*start), to.min(end));
            *total += u64::try_from(to.as_second() - from.as_second()).unwrap_or(0);
        }
    }
    bounds.into_iter().zip(seconds).map(|((monday, _), seconds)| RedWeek { monday, hours: seconds / 3600 }).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn hours(spans: &[(&str, &str)], now: &str) -> Vec<u64> {
        red_weeks(spans.iter().map(|(from, to)| (at(from), at(to))), at(now), 3).into_iter().map(|week| week.hours).collect()
    }

    #[test]
    fn a_span_is_cut_at_the_monday_of_local_time() {
        // Sunday 22:00 to Monday 03:00 in Shanghai.
        let spans = [("2026-11-15T22:00:00+08:00", "2026-11-16T03:00:00+08:00")];
        assert_eq!(hours(&spans, "2026-11-28T12:00:00+08:00"), [2, 3, 0]);
        let spans = [("2026-11-08T22:00:00+08:00", "2026-11-10T00:30:00+08:00")];
        assert_eq!(hours(&spans, "2026-11-28T12:00:00+08:00"), [24, 0, 0]);
    }

    #[test]
    fn two_matters_that_are_red_at_once_count_twice_and_the_future_counts_nothing() {
        let spans =
            [("2026-11-26T08:00:00+08:00", "2026-11-26T10:00:00+08:00"), ("2026-11-26T09:00:00+08:00", "2026-12-26T09:00:00+08:00")];
        assert_eq!(hours(&spans, "2026-11-26T12:00:00+08:00"), [0, 0, 5]);
    }

    #[test]
    fn the_weeks_are_named_by_their_mondays() {
        let weeks = red_weeks([], at("2026-11-29T23:59:00+08:00"), 2);
        assert_eq!(weeks.iter().map(|week| week.monday.to_string()).collect::<Vec<_>>(), ["2026-11-16", "2026-11-23"]);
    }
}
