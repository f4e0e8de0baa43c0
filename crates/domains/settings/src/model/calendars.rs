//! The working-day calendar as the county decides it: what ships, and every approved change with the instant from which it
//! holds. Like a parameter it is asked by an instant, so that what was computed once is computed the same for ever.
//!
//! What ships is never changed either, not even by a newer program: deadlines of years ago were computed with it, and
//! `doctor` computes them again. A new year comes by import (ADR 0019).

use std::sync::Arc;

use jiff::civil::Date;
use kernel::{Timestamp, text};
use workday::{Calendar, ImportError, Notice};

/// Years ahead of the present that an import may publish. A notice is issued in the year before its own.
const YEARS_AHEAD: i16 = 2;

/// Longest title of a notice that is typed, in characters.
const LONGEST_TITLE: usize = 200;

/// Years that were published, or published anew, by one approval.
#[derive(Debug, Clone)]
pub struct CalendarChange {
    /// The years, each whole.
    pub years: Calendar,
    /// From when they hold.
    pub effective_at: Timestamp,
    /// When it was approved. Of two for the same instant the one approved later holds.
    pub approved_at: Timestamp,
    /// The number of the proposal.
    pub proposal: u32,
}

/// All calendars that ever held. Never changes; an approval makes another one.
#[derive(Debug, Clone)]
pub struct Calendars {
    shipped: Arc<Calendar>,
    changes: Vec<CalendarChange>,
    /// What holds from each change on.
    steps: Vec<(Timestamp, Arc<Calendar>)>,
}

impl Calendars {
    /// What ships, with these changes in any order.
    pub fn new(mut changes: Vec<CalendarChange>) -> Self {
        changes.sort_by_key(|change| (change.effective_at, change.approved_at, change.proposal));
        let shipped = Arc::new(Calendar::shipped().clone());
        let mut now = Arc::clone(&shipped);
        let mut steps = Vec::with_capacity(changes.len());
        for change in &changes {
            now = Arc::new(now.updated_by(&change.years));
            steps.push((change.effective_at, Arc::clone(&now)));
        }
        Self { shipped, changes, steps }
    }

    /// The calendar in force at `instant`.
    pub fn get(&self, instant: Timestamp) -> &Arc<Calendar> {
        let passed = self.steps.partition_point(|(from, _)| *from <= instant);
        let last = passed.checked_sub(1).and_then(|last| self.steps.get(last));
        last.map_or(&self.shipped, |(_, calendar)| calendar)
    }

    /// The calendar that will be in force when everything decided has taken effect.
    pub fn newest(&self) -> &Arc<Calendar> {
        self.steps.last().map_or(&self.shipped, |(_, calendar)| calendar)
    }

    /// Whether the approval of this proposal is among the changes.
    pub fn knows(&self, proposal: u32) -> bool {
        self.changes.iter().any(|change| change.proposal == proposal)
    }

    /// The change that published `year` as it holds at `instant`; `None` for what ships.
    pub fn published_by(&self, year: i16, instant: Timestamp) -> Option<&CalendarChange> {
        self.changes.iter().rfind(|change| change.effective_at <= instant && change.years.is_published(year))
    }

    /// The same without one proposal: what would hold if it had not been approved.
    #[must_use]
    pub fn without(&self, proposal: u32) -> Self {
        Self::new(self.changes.iter().filter(|change| change.proposal != proposal).cloned().collect())
    }
}

impl Default for Calendars {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// Why a text publishes nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UploadFault {
    /// There is no text.
    #[error("no calendar was given")]
    Missing,
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] ImportError),
    /// Every year in it is past, too far ahead, or published with the same days and the same source.
    #[error("nothing in it is new")]
    Same,
    /// It does not say by which notice the days of this year are off, and nobody typed it.
    #[error("the notice of {0} is not named")]
    NoNotice(i16),
    /// The typed title cannot be one.
    #[error("not the title of a notice")]
    Title,
}

impl UploadFault {
    /// The field, and the code of its fault.
    pub fn face(&self) -> (&'static str, &'static str) {
        match self {
            Self::Missing => ("calendar", "empty"),
            Self::Unreadable(error) => ("calendar", import_code(error)),
            Self::Same => ("calendar", "same"),
            Self::NoNotice(_) => ("notice", "empty"),
            Self::Title => ("notice", "title"),
        }
    }
}

fn import_code(error: &ImportError) -> &'static str {
    match error {
        ImportError::Line { .. } | ImportError::Json(_) => "unreadable",
        ImportError::Empty => "no_holidays",
        ImportError::Contradiction(_) => "contradiction",
        ImportError::MakeupOnWeekday(_) => "makeup_on_weekday",
        ImportError::TooLong { .. } => "holiday_too_long",
        ImportError::Stray { .. } => "stray_day",
        ImportError::Incomplete { .. } => "incomplete",
        ImportError::OutOfRange(_) => "year_out_of_range",
    }
}

/// The years of `words` (CSV, JSON or iCalendar) that are new against `known` on `today`, with `notice` as the source of
/// those that name none. Past years are passed over: no clock that still runs needs them, and feeds repeat them.
pub fn read_upload(words: &str, notice: Option<Notice>, known: &Calendar, today: Date) -> Result<Calendar, UploadFault> {
    if words.trim().is_empty() {
        return Err(UploadFault::Missing);
    }
    if let Some(notice) = &notice
        && text::check(&notice.title, LONGEST_TITLE).is_err()
    {
        return Err(UploadFault::Title);
    }
    let read = Calendar::from_text(words)?;
    let span = today.year()..=today.year() + YEARS_AHEAD;
    let mut read = read.only(|year| span.contains(&year));
    if let Some(notice) = notice {
        let unnamed: Vec<i16> = read.years().filter(|year| read.notices(*year).is_empty()).collect();
        for year in unnamed {
            read = read.with_notices(year, vec![notice.clone()]);
        }
    }
    let then = known.updated_by(&read);
    let says_more = |year: i16| !read.notices(year).is_empty() && read.notices(year) != known.notices(year);
    let is_new = |year: i16| !known.is_published(year) || known.version(year) != then.version(year) || says_more(year);
    let new = read.only(is_new);
    if new.years().next().is_none() {
        return Err(UploadFault::Same);
    }
    if let Some(year) = new.years().find(|year| new.notices(*year).is_empty()) {
        return Err(UploadFault::NoNotice(year));
    }
    // What is stored is the canonical form: it must read back as what was previewed.
    Ok(Calendar::from_csv(&new.to_csv())?)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use jiff::civil::date;

    use super::*;

    const CSV: &str = "year,kind,from,to,text\n2027,holiday,2027-01-01,2027-01-03,元旦\n2027,holiday,2027-02-05,2027-02-11,春节\n\
                       2027,makeup,2027-02-13,,春节\n2027,holiday,2027-05-01,2027-05-05,劳动节\n2027,holiday,2027-10-01,2027-10-07,国庆节\n";

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn notice() -> Notice {
        Notice { issued: Some(date(2026, 11, 25)), title: "关于2027年部分节假日安排的通知".to_owned() }
    }

    fn today() -> Date {
        date(2026, 11, 28)
    }

    #[test]
    fn a_year_holds_from_its_instant_and_what_was_before_keeps_the_old_calendar() {
        let years = read_upload(CSV, Some(notice()), Calendar::shipped(), today()).unwrap();
        let change = |effective: &str, approved: &str, proposal, years: &Calendar| CalendarChange {
            years: years.clone(),
            effective_at: at(effective),
            approved_at: at(approved),
            proposal,
        };
        let from = "2026-11-28T10:00:10+08:00";
        let calendars = Calendars::new(vec![change(from, "2026-11-28T10:00:00+08:00", 1, &years)]);
        assert!(!calendars.get(at("2026-11-28T10:00:09+08:00")).is_published(2027));
        assert!(calendars.get(at(from)).is_published(2027) && calendars.get(at(from)).is_published(2026));
        assert!(calendars.knows(1) && !calendars.knows(2));
        assert_eq!(calendars.published_by(2027, at(from)).unwrap().proposal, 1);
        assert!(calendars.published_by(2026, at(from)).is_none(), "it ships");
        assert!(!calendars.without(1).newest().is_published(2027));
        // Of two for the same instant the one approved later holds.
        let other = Calendar::from_csv(&CSV.replace("2027-02-11", "2027-02-12")).unwrap();
        let both = [change(from, "2026-11-28T10:00:00+08:00", 2, &other), change(from, "2026-11-28T09:00:00+08:00", 1, &years)];
        for changes in [both.to_vec(), both.iter().rev().cloned().collect()] {
            assert_eq!(Calendars::new(changes).get(at(from)).version(2027), other.version(2027));
        }
    }

    #[test]
    fn only_what_is_new_is_proposed_and_every_year_names_its_notice() {
        let known = Calendar::shipped();
        assert_eq!(read_upload(CSV, None, known, today()).unwrap_err(), UploadFault::NoNotice(2027));
        let feed = format!("{}{}", known.to_csv(), CSV.split_once('\n').unwrap().1);
        let new = read_upload(&feed, Some(notice()), known, today()).unwrap();
        assert_eq!(new.years().collect::<Vec<_>>(), [2027], "years that are the same are passed over");
        assert_eq!(new.notices(2027), [notice()]);
        assert_eq!(read_upload(&known.to_csv(), None, known, today()).unwrap_err(), UploadFault::Same);
        let again = known.updated_by(&new);
        assert_eq!(read_upload(CSV, None, &again, today()).unwrap_err(), UploadFault::Same);
        let old = known.to_csv().replace("2024-02-10", "2024-02-11");
        assert_eq!(read_upload(&old, None, known, today()).unwrap_err(), UploadFault::Same, "a past year is left alone");
        assert_eq!(read_upload(" \n", None, known, today()).unwrap_err(), UploadFault::Missing);
        let long = Notice { issued: None, title: "长".repeat(201) };
        assert_eq!(read_upload(CSV, Some(long), known, today()).unwrap_err(), UploadFault::Title);
        let part = "year,kind,from,to,text\n2027,holiday,2027-01-01,,元旦\n";
        assert_eq!(read_upload(part, None, known, today()).unwrap_err().face(), ("calendar", "incomplete"));
    }

    #[test]
    fn a_notice_with_a_line_break_is_refused_and_not_stored_broken() {
        let days = r#"{"date": "2027-01-01", "isOffDay": true}, {"date": "2027-05-01", "isOffDay": true}, {"date": "2027-10-01", "isOffDay": true}"#;
        let json = format!(r#"{{"year": 2027, "papers": ["a\nb"], "days": [{days}]}}"#);
        assert!(matches!(read_upload(&json, None, Calendar::shipped(), today()), Err(UploadFault::Unreadable(_))));
    }
}
