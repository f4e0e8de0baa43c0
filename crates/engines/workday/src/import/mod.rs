//! Reading calendars: CSV, JSON, iCalendar. Every form becomes the same list of entries, checked in one place.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::calendar::{Notice, Year};
use crate::{DayKind, instant, law};

mod csv;
mod icalendar;
mod json;

pub(crate) use csv::read as csv;
pub(crate) use icalendar::read as icalendar;
pub(crate) use json::read as json;

/// Days in the longest holiday that is believed. The longest so far had ten (Spring Festival 2020, extended).
const LONGEST: usize = 31;

/// Why a calendar was not taken. Nothing of a refused text is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// A line that cannot be read; lines count from 1.
    #[error("line {line}: {why}")]
    Line {
        /// The line.
        line: usize,
        /// What is wrong with it.
        why: &'static str,
    },
    /// JSON that cannot be read, in the words of the reader.
    #[error("not a calendar in JSON: {0}")]
    Json(String),
    /// Nothing in the text names a holiday.
    #[error("no holidays found")]
    Empty,
    /// The same day is a holiday and a make-up day.
    #[error("{0} is both a holiday and a make-up day")]
    Contradiction(Date),
    /// A make-up day on a Monday to Friday, which is worked anyway: a slip in the text.
    #[error("{0} is not a Saturday or Sunday and cannot be a make-up day")]
    MakeupOnWeekday(Date),
    /// A holiday of more than a month: a slip in the text.
    #[error("a holiday from {from} to {to} is too long to be one")]
    TooLong {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    },
    /// A day of another year than the notice's, other than of the December before.
    #[error("{date} does not belong to the notice of {year}")]
    Stray {
        /// Year of the notice.
        year: i16,
        /// The day.
        date: Date,
    },
    /// A year that leaves out a holiday every notice must have (1 January, 1 May, 1 October): it is not the whole year.
    #[error("the calendar of {year} is incomplete: {date} is missing")]
    Incomplete {
        /// The year.
        year: i16,
        /// The day that ought to be there.
        date: Date,
    },
    /// A year outside 2000 to 2099.
    #[error("the year {0} is outside 2000 to 2099")]
    OutOfRange(i16),
}

/// What a text says, before it is checked.
#[derive(Debug, Default)]
struct Draft {
    notices: Vec<(i16, Notice)>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// The year of the notice, where the text tells.
    year: Option<i16>,
    date: Date,
    kind: DayKind,
    name: String,
}

impl Draft {
    /// Adds the days from `from` to `to`, both included.
    fn add(&mut self, year: Option<i16>, from: Date, to: Date, kind: DayKind, name: &str) -> Result<(), ImportError> {
        let days = from.series(jiff::Span::new().days(1)).take_while(|date| *date <= to);
        for (n, date) in days.enumerate() {
            if n == LONGEST {
                return Err(ImportError::TooLong { from, to });
            }
            self.entries.push(Entry { year, date, kind, name: name.to_owned() });
        }
        Ok(())
    }

    /// The years, each checked to be whole.
    fn years(self) -> Result<BTreeMap<i16, Year>, ImportError> {
        let mut years: BTreeMap<i16, Year> = BTreeMap::new();
        for entry in self.entries {
            if entry.kind == DayKind::Makeup && law::by_weekday(entry.date) == DayKind::Workday {
                return Err(ImportError::MakeupOnWeekday(entry.date));
            }
            let year = entry.year.unwrap_or(entry.date.year());
            let december_before = entry.date.month() == 12 && entry.date.year() + 1 == year;
            if entry.date.year() != year && !december_before {
                return Err(ImportError::Stray { year, date: entry.date });
            }
            let earlier = years.entry(year).or_default().days.insert(entry.date, (entry.kind, entry.name));
            if earlier.is_some_and(|(kind, _)| kind != entry.kind) {
                return Err(ImportError::Contradiction(entry.date));
            }
        }
        adopt_lone_decembers(&mut years);
        for (year, notice) in self.notices {
            years.entry(year).or_default().notices.push(notice);
        }
        if years.is_empty() {
            return Err(ImportError::Empty);
        }
        for (year, content) in &years {
            if !instant::YEARS.contains(year) {
                return Err(ImportError::OutOfRange(*year));
            }
            for month in [1, 5, 10] {
                let date = Date::new(*year, month, 1).map_err(|_| ImportError::OutOfRange(*year))?;
                if content.days.get(&date).is_none_or(|(kind, _)| *kind != DayKind::Holiday) {
                    return Err(ImportError::Incomplete { year: *year, date });
                }
            }
        }
        Ok(years)
    }
}

/// Forms without a year for the notice put a holiday of late December into the year before, alone. It belongs to the
/// notice of the year that follows, if that year is there.
fn adopt_lone_decembers(years: &mut BTreeMap<i16, Year>) {
    let lone: Vec<i16> = years
        .iter()
        .filter(|(year, content)| years.contains_key(&(**year + 1)) && content.days.keys().all(|date| date.month() == 12))
        .map(|(year, _)| *year)
        .collect();
    for year in lone {
        if let Some(content) = years.remove(&year) {
            years.entry(year + 1).or_default().days.extend(content.days);
        }
    }
}

/// A date as `2026-02-14`, `2026/2/14` or `20260214`.
fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Date::new(text.get(..4)?.parse().ok()?, text.get(4..6)?.parse().ok()?, text.get(6..)?.parse().ok()?).ok();
    }
    let mut parts = text.split(['-', '/']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
