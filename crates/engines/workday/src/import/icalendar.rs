//! Calendars in iCalendar (RFC 5545), as phones subscribe to them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Draft, ImportError, date};
use crate::DayKind;
use crate::calendar::Year;

/// What is known of the event being read.
#[derive(Default)]
struct Event {
    from: Option<Date>,
    /// The day after the last (`DTEND` is exclusive).
    end: Option<Date>,
    summary: String,
    special: Option<DayKind>,
}

pub(crate) fn read(text: &str) -> Result<BTreeMap<i16, Year>, ImportError> {
    let mut draft = Draft::default();
    let mut event: Option<Event> = None;
    for (line, content) in unfolded(text) {
        let Some((head, value)) = content.split_once(':') else { continue };
        let name = head.split(';').next().unwrap_or(head).to_ascii_uppercase();
        let day = || value.get(..8).and_then(date).ok_or(ImportError::Line { line, why: "not a date" });
        match (name.as_str(), event.as_mut()) {
            ("BEGIN", _) if value.eq_ignore_ascii_case("VEVENT") => event = Some(Event::default()),
            ("END", _) if value.eq_ignore_ascii_case("VEVENT") => {
                let done = event.take().unwrap_or_default();
                let from = done.from.ok_or(ImportError::Line { line, why: "an event without DTSTART" })?;
                let last = done.end.and_then(|end| end.yesterday().ok()).unwrap_or(from).max(from);
                let (name, by_name) = named(&done.summary);
                if let Some(kind) = done.special.or(by_name) {
                    draft.add(None, from, last, kind, name)?;
                }
            }
            ("DTSTART", Some(event)) => event.from = Some(day()?),
            ("DTEND", Some(event)) => event.end = Some(day()?),
            ("SUMMARY", Some(event)) => event.summary = value.replace('\\', ""),
            ("X-APPLE-SPECIAL-DAY", Some(event)) => {
                event.special = match value.trim() {
                    "WORK-HOLIDAY" => Some(DayKind::Holiday),
                    "ALTERNATE-WORKDAY" => Some(DayKind::Makeup),
                    _ => None,
                }
            }
            _ => {}
        }
    }
    draft.years()
}

/// The festival without its mark, and what the mark says. 班 goes first: 调休上班 and 假期补班 are worked.
fn named(summary: &str) -> (&str, Option<DayKind>) {
    let kind = if summary.contains('班') {
        Some(DayKind::Makeup)
    } else if summary.contains(['休', '假']) {
        Some(DayKind::Holiday)
    } else {
        None
    };
    let name = summary.split(['（', '(', ' ', '　']).next().unwrap_or(summary);
    (name, kind)
}

/// Content lines with folded ones joined (a line that begins with a blank continues the one before), numbered.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (n, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, last))) => last.push_str(rest),
            (Some(_), None) | (None, Some(_) | None) => lines.push((n + 1, line.trim_end().to_owned())),
        }
    }
    lines
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::Calendar;
    use jiff::civil::date;
    use std::fmt::Write as _;

    fn calendar(events: &[(&str, &str, &str)]) -> String {
        let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (from, end, rest) in events {
            write!(text, "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{from}\r\n").unwrap();
            if !end.is_empty() {
                write!(text, "DTEND;VALUE=DATE:{end}\r\n").unwrap();
            }
            write!(text, "{rest}\r\nEND:VEVENT\r\n").unwrap();
        }
        text + "END:VCALENDAR\r\n"
    }

    #[test]
    fn holidays_make_up_days_and_observances() {
        let text = calendar(&[
            ("20261231", "20270104", "SUMMARY:元旦（休）"),
            ("20270109", "", "SUMMARY:元旦（班）"),
            ("20270405", "", "SUMMARY:清明"),
            ("20270501", "20270506", "SUMMARY:劳动\r\n 节 假期"),
            ("20270508", "20270509", "SUMMARY:劳动节 假期补班"),
            ("20271001", "20271008", "SUMMARY:国庆节\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY"),
        ]);
        let read = Calendar::from_icalendar(&text).unwrap();
        assert_eq!(read.years().collect::<Vec<_>>(), [2027]);
        assert_eq!(read.day(date(2026, 12, 31)), DayKind::Holiday);
        assert_eq!(read.day(date(2027, 1, 3)), DayKind::Holiday);
        assert_eq!(read.day(date(2027, 1, 4)), DayKind::Workday);
        assert_eq!(read.day(date(2027, 1, 9)), DayKind::Makeup);
        assert_eq!(read.day(date(2027, 4, 5)), DayKind::Workday);
        assert_eq!(read.day(date(2027, 5, 5)), DayKind::Holiday);
        assert_eq!(read.day(date(2027, 5, 8)), DayKind::Makeup);
        assert_eq!(read.festival(date(2027, 5, 8)), Some("劳动节"));
        assert_eq!(read.day(date(2027, 10, 7)), DayKind::Holiday);
    }

    #[test]
    fn a_holiday_without_end_is_refused() {
        let text = calendar(&[("20270101", "20280101", "SUMMARY:元旦（休）")]);
        let too_long = ImportError::TooLong { from: date(2027, 1, 1), to: date(2027, 12, 31) };
        assert_eq!(Calendar::from_icalendar(&text).unwrap_err(), too_long);
    }

    #[test]
    fn part_of_a_year_is_refused() {
        let text = calendar(&[("20270101", "20270104", "SUMMARY:元旦（休）")]);
        let missing = ImportError::Incomplete { year: 2027, date: date(2027, 5, 1) };
        assert_eq!(Calendar::from_icalendar(&text).unwrap_err(), missing);
        assert_eq!(Calendar::from_icalendar("BEGIN:VCALENDAR\nEND:VCALENDAR\n").unwrap_err(), ImportError::Empty);
    }
}
