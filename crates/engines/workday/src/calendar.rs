//! The working-day calendar: which day is worked, by which notice.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::instant::{self, DAYS};
use crate::table::{Count, Table};
use crate::{ImportError, import, law};

/// What kind of day a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// An ordinary working day (工作日).
    Workday,
    /// A Saturday or Sunday off (周末).
    Weekend,
    /// A day off by the notice, whether the festival itself or a day moved to it (节假日).
    Holiday,
    /// A Saturday or Sunday worked by the notice (调休上班).
    Makeup,
}

impl DayKind {
    /// Whether offices work on such a day.
    pub fn is_working(self) -> bool {
        match self {
            Self::Workday | Self::Makeup => true,
            Self::Weekend | Self::Holiday => false,
        }
    }
}

/// Where a year's days come from: a notice of the General Office of the State Council.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Notice {
    /// Date of issue (成文日期); `None` when the import did not say.
    #[serde(default)]
    pub issued: Option<Date>,
    /// Number and title, or the address the import names.
    pub title: String,
}

/// A day whose kind differs between two calendars: the preview of an import, and the days whose clocks must be recomputed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The day.
    pub date: Date,
    /// What it was.
    pub before: DayKind,
    /// What it becomes.
    pub after: DayKind,
}

/// Working-day calendars of the years 2000 to 2099, some published, the others provisional.
///
/// A published year follows its notice. Any other year has its weekends and the holidays with a fixed Gregorian date
/// (全国年节及纪念日放假办法, Article 2), which [`crate::Mode`] allows or refuses to count on.
#[derive(Debug, Clone)]
pub struct Calendar {
    years: BTreeMap<i16, Year>,
    table: Table,
}

/// What one year's notice says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Year {
    pub notices: Vec<Notice>,
    /// Holidays and make-up days with the name of the festival; also days of the December before.
    pub days: BTreeMap<Date, (DayKind, String)>,
}

static SHIPPED: LazyLock<Calendar> = LazyLock::new(|| {
    // The file is part of the program and a test reads it. Should it ever fail, a calendar without any year is the
    // honest fallback: strict mode refuses, provisional mode says so.
    Calendar::from_csv(include_str!("../data/holidays.csv")).unwrap_or_else(|_| Calendar::unpublished())
});

impl Calendar {
    /// The calendar that comes with the program: 2020 to 2026, with the notice of each year (`data/holidays.csv`).
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// A calendar without any published year.
    pub fn unpublished() -> Self {
        Self::of(BTreeMap::new())
    }

    /// Reads CSV: the form of `data/holidays.csv` (`year,kind,from,to,text`), or a table with one row per day
    /// (`date,is_workday` and, if present, `name` and `kind`). Only the years of the text are published.
    pub fn from_csv(text: &str) -> Result<Self, ImportError> {
        import::csv(text).map(Self::of)
    }

    /// Reads JSON: `{"years": [{"year", "notices": [{"issued", "title"}], "holidays": [{"from", "to", "name"}],
    /// "makeup": [{"date", "name"}]}]}`, or the wide-spread form `{"year", "papers", "days": [{"date", "name",
    /// "isOffDay"}]}`, singly or in a list.
    pub fn from_json(text: &str) -> Result<Self, ImportError> {
        import::json(text).map(Self::of)
    }

    /// Reads iCalendar (RFC 5545) with all-day events. An event is a make-up day when its summary has 班, a holiday
    /// when it has 休 or 假, or as `X-APPLE-SPECIAL-DAY` says; other events (observances) are passed over.
    pub fn from_icalendar(text: &str) -> Result<Self, ImportError> {
        import::icalendar(text).map(Self::of)
    }

    /// Reads any of the three forms, told apart by how the text begins.
    pub fn from_text(text: &str) -> Result<Self, ImportError> {
        let begin = text.trim_start_matches('\u{feff}').trim_start();
        if begin.get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
            Self::from_icalendar(text)
        } else if begin.starts_with(['{', '[']) {
            Self::from_json(begin)
        } else {
            Self::from_csv(text)
        }
    }

    /// Only those of its published years that `keep` names.
    #[must_use]
    pub fn only(&self, keep: impl Fn(i16) -> bool) -> Self {
        Self::of(self.years.iter().filter(|(year, _)| keep(**year)).map(|(year, content)| (*year, content.clone())).collect())
    }

    /// This calendar with the years of `newer` in place of its own.
    #[must_use]
    pub fn updated_by(&self, newer: &Self) -> Self {
        let mut years = self.years.clone();
        years.extend(newer.years.clone());
        Self::of(years)
    }

    /// This calendar with `notices` as the source of `year`, for imports that do not name it. No effect on days.
    #[must_use]
    pub fn with_notices(mut self, year: i16, notices: Vec<Notice>) -> Self {
        if let Some(known) = self.years.get_mut(&year) {
            known.notices = notices;
        }
        self
    }

    /// The days on which `newer` differs, in order.
    pub fn changes_to(&self, newer: &Self) -> Vec<Change> {
        let kinds = |day| Some((self.table.kind(day)?, newer.table.kind(day)?));
        (0..DAYS)
            .filter_map(|day| kinds(day).map(|(before, after)| (day, before, after)))
            .filter(|(_, before, after)| before != after)
            .map(|(day, before, after)| Change { date: instant::date(day), before, after })
            .collect()
    }

    /// The published years, ascending.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.years.keys().copied()
    }

    /// Whether `year` is published.
    pub fn is_published(&self, year: i16) -> bool {
        self.years.contains_key(&year)
    }

    /// The notices `year` rests on, the amending ones last; empty for a provisional year.
    pub fn notices(&self, year: i16) -> &[Notice] {
        self.years.get(&year).map_or(&[], |year| &year.notices)
    }

    /// A short text that names exactly this content of `year`, such as `cn-2026-1f0c7a52d3b4e869`: equal texts, equal
    /// days. `cn-2027-provisional` for a year that is not published.
    pub fn version(&self, year: i16) -> String {
        if !self.is_published(year) {
            return format!("cn-{year}-provisional");
        }
        // FNV-1a, 64 bits: a fingerprint against mix-ups, not against forgery; the signed log does that.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let first = Date::new(year, 1, 1).ok().and_then(instant::index).unwrap_or(DAYS);
        let after = Date::new(year + 1, 1, 1).ok().and_then(instant::index).unwrap_or(DAYS);
        for kind in (first..after).filter_map(|day| self.table.kind(day)) {
            let letter = match kind {
                DayKind::Workday => b'd',
                DayKind::Weekend => b'e',
                DayKind::Holiday => b'h',
                DayKind::Makeup => b'm',
            };
            hash = (hash ^ u64::from(letter)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        format!("cn-{year}-{hash:016x}")
    }

    /// The kind of `date`. Outside 2000 to 2099, as for any unpublished year, what the law alone says.
    pub fn day(&self, date: Date) -> DayKind {
        instant::index(date).and_then(|day| self.table.kind(day)).unwrap_or_else(|| law::day_kind(date))
    }

    /// Whether offices work on `date`.
    pub fn is_working(&self, date: Date) -> bool {
        self.day(date).is_working()
    }

    /// The festival that makes `date` a holiday or a make-up day, as the notice names it.
    pub fn festival(&self, date: Date) -> Option<&str> {
        let named = |year: i16| self.years.get(&year)?.days.get(&date).map(|(_, name)| name.as_str());
        // The notice of the next year may have taken this December day.
        named(date.year() + 1).or_else(|| named(date.year()))
    }

    /// Working days from `first` to `last`, both included.
    pub fn working_days(&self, first: Date, last: Date) -> usize {
        match (instant::index(first), instant::index(last)) {
            (Some(first), Some(last)) => {
                let rank = |day| self.table.rank(Count::Working, day);
                rank(last + 1).saturating_sub(rank(first))
            }
            (Some(_) | None, None) | (None, Some(_)) => 0,
        }
    }

    /// The first working day after `date`; `None` outside 2000 to 2099.
    pub fn next_working_day(&self, date: Date) -> Option<Date> {
        let next = instant::index(date)? + 1;
        (next..DAYS).find(|day| self.table.kind(*day).is_some_and(DayKind::is_working)).map(instant::date)
    }

    /// The years whose calendar ought to be here on `today` and is not: this year, and from 1 December the next.
    ///
    /// The notices of 2020 to 2026 were issued between 25 October and 8 December of the year before.
    pub fn missing(&self, today: Date) -> Vec<i16> {
        let last = if today.month() == 12 { today.year() + 1 } else { today.year() };
        (today.year()..=last).filter(|year| !self.is_published(*year)).collect()
    }

    /// The published years in the form of `data/holidays.csv`, which [`Calendar::from_csv`] reads back.
    pub fn to_csv(&self) -> String {
        let mut out = String::from("year,kind,from,to,text\n");
        let mut row = |year: i16, kind: &str, from: Option<Date>, to: Option<Date>, text: &str| {
            let [from, to] = [from, to].map(|date| date.map(|date| date.to_string()).unwrap_or_default());
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{year},{kind},{from},{to},\"{}\"", text.replace('"', "\"\""));
        };
        for (year, content) in &self.years {
            for notice in &content.notices {
                row(*year, "notice", notice.issued, None, &notice.title);
            }
            let mut days = content.days.iter().peekable();
            while let Some((from, (kind, name))) = days.next() {
                let mut to = *from;
                if *kind != DayKind::Holiday {
                    row(*year, "makeup", Some(*from), None, name);
                    continue;
                }
                while let Some((next, _)) =
                    days.next_if(|(next, same)| to.tomorrow().is_ok_and(|t| t == **next) && same.0 == *kind && same.1 == *name)
                {
                    to = *next;
                }
                row(*year, "holiday", Some(*from), Some(to), name);
            }
        }
        out
    }

    pub(crate) fn table(&self) -> &Table {
        &self.table
    }

    fn of(years: BTreeMap<i16, Year>) -> Self {
        let days = (0..DAYS).map(|day| {
            let date = instant::date(day);
            let published = years.contains_key(&date.year());
            let named = |year: i16| years.get(&year)?.days.get(&date).map(|(kind, _)| *kind);
            let by_rule = if published { law::by_weekday(date) } else { law::day_kind(date) };
            (named(date.year() + 1).or_else(|| named(date.year())).unwrap_or(by_rule), published)
        });
        let table = Table::new(days);
        Self { years, table }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_shipped_calendar_has_seven_years_with_their_notices() {
        let shipped = Calendar::shipped();
        assert_eq!(shipped.years().collect::<Vec<_>>(), (2020..=2026).collect::<Vec<_>>());
        assert_eq!(shipped.notices(2020).len(), 2);
        for year in shipped.years() {
            let notice = &shipped.notices(year)[0];
            assert!(notice.title.contains(&format!("{year}年部分节假日安排的通知")));
            assert!(notice.title.starts_with("国办发明电〔"));
            assert_eq!(notice.issued.unwrap().year(), year - 1);
        }
    }

    #[test]
    fn a_december_day_may_belong_to_the_next_years_notice() {
        let shipped = Calendar::shipped();
        assert_eq!(shipped.day(date(2022, 12, 31)), DayKind::Holiday);
        assert_eq!(shipped.festival(date(2022, 12, 31)), Some("元旦"));
        assert_eq!(shipped.day(date(2022, 12, 30)), DayKind::Workday);
    }

    #[test]
    fn a_year_without_notice_has_weekends_and_fixed_holidays() {
        let shipped = Calendar::shipped();
        assert!(!shipped.is_published(2027));
        assert_eq!(shipped.day(date(2027, 1, 1)), DayKind::Holiday);
        assert_eq!(shipped.day(date(2027, 1, 2)), DayKind::Weekend);
        // Spring Festival 2027 begins on 6 February; only the notice can say so.
        assert_eq!(shipped.day(date(2027, 2, 8)), DayKind::Workday);
        assert_eq!(shipped.day(date(1998, 10, 1)), DayKind::Holiday);
        assert_eq!(shipped.version(2027), "cn-2027-provisional");
    }

    #[test]
    fn the_alarm_begins_on_the_first_of_december() {
        let shipped = Calendar::shipped();
        assert!(shipped.missing(date(2026, 11, 30)).is_empty());
        assert_eq!(shipped.missing(date(2026, 12, 1)), [2027]);
        assert_eq!(shipped.missing(date(2027, 1, 1)), [2027]);
        assert!(shipped.missing(date(2025, 12, 31)).is_empty());
    }

    #[test]
    fn an_update_replaces_whole_years_and_says_what_moved() {
        let shipped = Calendar::shipped();
        let csv = "year,kind,from,to,text\n2027,holiday,2027-01-01,2027-01-03,元旦\n2027,holiday,2027-02-05,,春节\n\
                   2027,makeup,2027-02-13,,春节\n2027,holiday,2027-05-01,2027-05-02,劳动节\n2027,holiday,2027-10-01,2027-10-03,国庆节\n";
        let updated = shipped.updated_by(&Calendar::from_csv(csv).unwrap());
        assert!(updated.is_published(2027) && updated.is_published(2026));
        let moved: Vec<_> = shipped.changes_to(&updated).into_iter().map(|c| (c.date, c.before, c.after)).collect();
        assert_eq!(
            moved,
            [
                (date(2027, 1, 2), DayKind::Weekend, DayKind::Holiday),
                (date(2027, 1, 3), DayKind::Weekend, DayKind::Holiday),
                (date(2027, 2, 5), DayKind::Workday, DayKind::Holiday),
                (date(2027, 2, 13), DayKind::Weekend, DayKind::Makeup),
            ]
        );
        assert_eq!(shipped.version(2026), updated.version(2026));
        assert_ne!(shipped.version(2027), updated.version(2027));
    }

    #[test]
    fn the_three_forms_are_told_apart_by_their_beginning() {
        let csv = Calendar::shipped().only(|year| year == 2026).to_csv();
        assert_eq!(Calendar::from_text(&csv).unwrap().years().collect::<Vec<_>>(), [2026]);
        assert_eq!(Calendar::from_text(&format!("\u{feff}{csv}")).unwrap().version(2026), Calendar::shipped().version(2026));
        let days = r#"{"date": "2027-01-01", "isOffDay": true}, {"date": "2027-05-01", "isOffDay": true}, {"date": "2027-10-01", "isOffDay": true}"#;
        let json = format!("\n {{\"year\": 2027, \"days\": [{days}]}}");
        assert_eq!(Calendar::from_text(&json).unwrap().years().collect::<Vec<_>>(), [2027]);
        assert_eq!(Calendar::from_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n").unwrap_err(), ImportError::Empty);
        assert!(Calendar::from_text("节假日").is_err(), "a text in any language is refused, and none breaks the reader");
    }

    #[test]
    fn the_written_form_reads_back_the_same() {
        let shipped = Calendar::shipped();
        let again = Calendar::from_csv(&shipped.to_csv()).unwrap();
        assert_eq!(again.years, shipped.years);
        assert_eq!(again.changes_to(shipped), []);
        for year in 2020..=2026 {
            assert_eq!(again.version(year), shipped.version(year));
        }
    }

    #[test]
    fn working_days_are_counted_and_found() {
        let shipped = Calendar::shipped();
        let one_by_one = (0..DAYS).map(instant::date).filter(|d| d.year() == 2026 && shipped.is_working(*d)).count();
        assert_eq!(shipped.working_days(date(2026, 1, 1), date(2026, 12, 31)), one_by_one);
        assert_eq!(shipped.working_days(date(2026, 2, 14), date(2026, 2, 24)), 2);
        assert_eq!(shipped.working_days(date(2026, 2, 24), date(2026, 2, 14)), 0);
        assert_eq!(shipped.next_working_day(date(2026, 2, 14)), Some(date(2026, 2, 24)));
        assert_eq!(shipped.next_working_day(date(2099, 12, 31)), None);
    }
}
