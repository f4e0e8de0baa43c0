//! Instants as nanoseconds, days as indexes. Inside the crate a day is its distance from 2000-01-01.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use jiff::{Timestamp, Unit};

use crate::Error;

/// Beijing time: Asia/Shanghai has been +08:00 without summer time since 15 September 1991.
pub(crate) const BEIJING: Offset = Offset::constant(8);
/// Days from 2000-01-01 to 2099-12-31: one hundred years with 25 leap days.
pub(crate) const DAYS: usize = 36_525;
/// First and last year with a table.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = 2000..=2099;
/// Nanoseconds in a minute.
pub(crate) const MINUTE: i64 = 60 * 1_000_000_000;
/// Nanoseconds in a day; every day has 24 hours at a fixed offset.
pub(crate) const DAY: i64 = 24 * 60 * MINUTE;
/// 2000-01-01T00:00:00+08:00.
pub(crate) const ORIGIN: i64 = (946_684_800 - 8 * 3600) * 1_000_000_000;
/// 2100-01-01T00:00:00+08:00, the first instant that is too late.
pub(crate) const END: i64 = ORIGIN + 36_525 * DAY;
const FIRST: Date = Date::constant(2000, 1, 1);

/// `at` in nanoseconds of the Unix epoch.
pub(crate) fn nanos(at: Timestamp) -> Result<i64, Error> {
    let ns = clamped(at);
    if (ORIGIN..END).contains(&ns) { Ok(ns) } else { Err(Error::OutOfRange) }
}

/// `at` in nanoseconds, moved to the nearest end when outside the table.
pub(crate) fn clamped(at: Timestamp) -> i64 {
    if at.as_second() < ORIGIN / 1_000_000_000 {
        ORIGIN - 1
    } else if at.as_second() >= END / 1_000_000_000 {
        END
    } else {
        at.as_second() * 1_000_000_000 + i64::from(at.subsec_nanosecond())
    }
}

/// The instant `ns` nanoseconds after the epoch; inside the table.
pub(crate) fn timestamp(ns: i64) -> Result<Timestamp, Error> {
    if !(ORIGIN..END).contains(&ns) {
        return Err(Error::OutOfRange);
    }
    let subsec = i32::try_from(ns.rem_euclid(1_000_000_000)).map_err(|_| Error::OutOfRange)?;
    Timestamp::new(ns.div_euclid(1_000_000_000), subsec).map_err(|_| Error::OutOfRange)
}

/// The time of day in nanoseconds since midnight.
pub(crate) fn of_day(time: Time) -> i64 {
    let secs = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    secs * 1_000_000_000 + i64::from(time.subsec_nanosecond())
}

/// The day that `ns` falls in.
pub(crate) fn day_of(ns: i64) -> usize {
    usize::try_from((ns - ORIGIN).div_euclid(DAY)).unwrap_or(0).min(DAYS)
}

/// Midnight at the beginning of `day`.
pub(crate) fn midnight(day: usize) -> i64 {
    ORIGIN + i64::try_from(day).unwrap_or(0) * DAY
}

/// The index of `date`, or `None` outside the table.
pub(crate) fn index(date: Date) -> Option<usize> {
    let span = FIRST.until((Unit::Day, date)).ok()?;
    usize::try_from(span.get_days()).ok().filter(|day| *day < DAYS)
}

/// The date with index `day`; beyond the table, the last.
pub(crate) fn date(day: usize) -> Date {
    let at = timestamp(midnight(day.min(DAYS - 1))).unwrap_or(Timestamp::UNIX_EPOCH);
    BEIJING.to_datetime(at).date()
}

/// `at` as this platform writes instants: RFC 3339 in +08:00, whole seconds (fractions cut off), no bracket.
pub fn rfc3339(at: Timestamp) -> String {
    let mut text = String::with_capacity(25);
    push_rfc3339(&mut text, at);
    text
}

/// Appends [`rfc3339`] to `out`.
pub(crate) fn push_rfc3339(out: &mut String, at: Timestamp) {
    use std::fmt::Write as _;
    let local = BEIJING.to_datetime(at);
    let (year, month, day) = (local.year(), local.month(), local.day());
    let (hour, minute, second) = (local.hour(), local.minute(), local.second());
    // Writing to a String cannot fail.
    let _ = write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+08:00");
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_one_to_one() {
        assert_eq!(midnight(DAYS), END);
        assert_eq!(index(FIRST), Some(0));
        assert_eq!(date(0), FIRST);
        assert_eq!(date(DAYS - 1), jiff::civil::date(2099, 12, 31));
        assert_eq!(index(jiff::civil::date(2100, 1, 1)), None);
        assert_eq!(index(jiff::civil::date(1999, 12, 31)), None);
        for day in 0..DAYS {
            assert_eq!(index(date(day)), Some(day));
        }
    }

    #[test]
    fn instants_are_written_in_beijing_time_without_fractions() {
        let at: Timestamp = "2026-02-14T07:00:00.999Z".parse().unwrap();
        assert_eq!(rfc3339(at), "2026-02-14T15:00:00+08:00");
    }

    #[test]
    fn the_zone_has_been_eight_hours_ahead_all_along() {
        let zone = jiff::tz::TimeZone::get("Asia/Shanghai").unwrap();
        for day in (0..DAYS).step_by(7) {
            assert_eq!(zone.to_offset(timestamp(midnight(day)).unwrap()), BEIJING);
        }
    }
}
