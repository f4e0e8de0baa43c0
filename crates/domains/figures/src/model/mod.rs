//! The rules of what goes out: pure, over facts that cases derived and what the log has already.

pub(crate) mod area;
pub(crate) mod names;
pub(crate) mod plan;

use jiff::civil::{Date, Weekday};
use kernel::{Timestamp, format};
use tally::batch::Moment;
use tlog::Hash;
use tlog::leaf::{Facts, What};

/// A batch that went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch {
    /// The position of its table.
    pub table: i64,
    /// Its day.
    pub on: Date,
    /// The instant as of which its facts stand.
    pub made_at: Timestamp,
    /// The position of the last event that they know.
    pub through: i64,
}

/// What the log says under one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The newest facts, with what was said of the seals; `None` after they were taken back.
    pub known: Option<(Facts, Hash)>,
    /// The table of the batch that they stand in.
    pub batch: i64,
}

/// What a number means, as it was said in public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Of what.
    pub what: What,
    /// The number.
    pub number: u32,
    /// Its stable code.
    pub code: String,
    /// Names in both languages, or the value; JSON.
    pub value: String,
    /// From which day on.
    pub from: String,
}

/// The hour of a batch, Beijing time.
const HOUR: i8 = 3;

/// The weekday of batches with this word; Monday for a word that the registry does not know.
pub(crate) fn weekday(word: &str) -> Weekday {
    match word {
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => Weekday::Monday,
    }
}

/// The next 03:00 of that weekday after `now` (decisions 10).
pub(crate) fn next_batch(now: Timestamp, on: Weekday) -> Timestamp {
    let today = format::local_date(now);
    let until = (on.to_monday_zero_offset() - today.weekday().to_monday_zero_offset()).rem_euclid(7);
    let on = |days: i8| format::instant(today.saturating_add(jiff::Span::new().days(days)).at(HOUR, 0, 0, 0));
    if on(until) > now { on(until) } else { on(until + 7) }
}

/// Whether the batch at `now` is the last of its month.
pub(crate) fn moment(now: Timestamp, on: Weekday) -> Moment {
    let month = |at| (format::local_date(at).year(), format::local_date(at).month());
    if month(next_batch(now, on)) == month(now) { Moment::Week } else { Moment::MonthEnd }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn batches_go_out_on_mondays_and_the_last_of_a_month_is_its_end() {
        let next = |now: &str| next_batch(at(now), Weekday::Monday);
        let monday = at("2026-11-23T03:00:00+08:00");
        assert_eq!(next("2026-11-23T02:59:59+08:00"), monday);
        assert_eq!(next("2026-11-23T03:00:00+08:00"), at("2026-11-30T03:00:00+08:00"));
        assert_eq!(next("2026-11-22T10:00:00+08:00"), monday);
        let of = |now: &str| moment(at(now), Weekday::Monday);
        assert_eq!((of("2026-11-23T03:00:00+08:00"), of("2026-11-30T03:00:00+08:00")), (Moment::Week, Moment::MonthEnd));
        assert_eq!(of("2026-12-07T03:00:00+08:00"), Moment::Week);
        assert_eq!(of("2026-12-28T09:00:00+08:00"), Moment::MonthEnd, "also when it is late");
        assert_eq!(next_batch(monday, weekday("sunday")), at("2026-11-29T03:00:00+08:00"));
        assert_eq!(next_batch(at("2026-11-25T03:00:00+08:00"), weekday("wednesday")), at("2026-12-02T03:00:00+08:00"));
    }
}
