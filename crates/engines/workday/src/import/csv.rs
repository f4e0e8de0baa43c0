//! Calendars in CSV: this crate's own form, or one row per day. The header decides.

use std::collections::BTreeMap;

use super::{Draft, ImportError, date};
use crate::calendar::{Notice, Year};
use crate::{DayKind, law};

pub(crate) fn read(text: &str) -> Result<BTreeMap<i16, Year>, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut rows =
        text.lines().enumerate().map(|(n, line)| (n + 1, line.trim())).filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).map(
            |(line, text)| fields(text).map(|fields| (line, fields)).ok_or(ImportError::Line { line, why: "unclosed quotation mark" }),
        );
    let (line, header) = rows.next().ok_or(ImportError::Empty)??;
    let column = |name: &str| header.iter().position(|field| field.trim().eq_ignore_ascii_case(name));
    if let (Some(year), Some(kind), Some(from)) = (column("year"), column("kind"), column("from")) {
        let columns = Facts { year, kind, from, to: column("to"), text: column("text") };
        facts(rows, &columns)?.years()
    } else if let (Some(date), Some(worked)) = (column("date"), column("is_workday")) {
        let columns = PerDay { date, worked, name: column("name"), kind: column("kind") };
        per_day(rows, &columns)?.years()
    } else {
        Err(ImportError::Line { line, why: "the header must have year, kind, from, or date and is_workday" })
    }
}

struct Facts {
    year: usize,
    kind: usize,
    from: usize,
    to: Option<usize>,
    text: Option<usize>,
}

type Row = Result<(usize, Vec<String>), ImportError>;

fn facts(rows: impl Iterator<Item = Row>, columns: &Facts) -> Result<Draft, ImportError> {
    let mut draft = Draft::default();
    for row in rows {
        let (line, fields) = row?;
        let bad = |why| ImportError::Line { line, why };
        let field = |column: Option<usize>| column.and_then(|c| fields.get(c)).map_or("", |field| field.trim());
        let year: i16 = field(Some(columns.year)).parse().map_err(|_| bad("year is not a number"))?;
        let (from, to, text) = (field(Some(columns.from)), field(columns.to), field(columns.text));
        let kind = field(Some(columns.kind));
        if kind == "notice" {
            let issued = if from.is_empty() { None } else { Some(date(from).ok_or(bad("from is not a date"))?) };
            draft.notices.push((year, Notice { issued, title: text.to_owned() }));
            continue;
        }
        let from = date(from).ok_or(bad("from is not a date"))?;
        let to = if to.is_empty() { from } else { date(to).ok_or(bad("to is not a date"))? };
        if to < from {
            return Err(bad("to is before from"));
        }
        let kind = match kind {
            "holiday" => DayKind::Holiday,
            "makeup" => DayKind::Makeup,
            _ => return Err(bad("kind is not notice, holiday or makeup")),
        };
        draft.add(Some(year), from, to, kind, text)?;
    }
    Ok(draft)
}

struct PerDay {
    date: usize,
    worked: usize,
    name: Option<usize>,
    kind: Option<usize>,
}

fn per_day(rows: impl Iterator<Item = Row>, columns: &PerDay) -> Result<Draft, ImportError> {
    let mut draft = Draft::default();
    for row in rows {
        let (line, fields) = row?;
        let bad = |why| ImportError::Line { line, why };
        let field = |column: Option<usize>| column.and_then(|c| fields.get(c)).map_or("", |field| field.trim());
        let day = date(field(Some(columns.date))).ok_or(bad("date is not a date"))?;
        let worked = match field(Some(columns.worked)) {
            "1" | "true" | "True" | "是" => true,
            "0" | "false" | "False" | "否" => false,
            _ => return Err(bad("is_workday is not 0 or 1")),
        };
        let name = field(columns.name);
        // A weekend inside a festival's days is told from a plain one by its kind, or its name where there is no kind.
        let festive = match columns.kind {
            Some(kind) => field(Some(kind)).contains("holiday"),
            None => !name.is_empty(),
        };
        match (law::by_weekday(day), worked) {
            (DayKind::Weekend, true) => draft.add(None, day, day, DayKind::Makeup, name)?,
            (DayKind::Workday | DayKind::Holiday | DayKind::Makeup, false) => draft.add(None, day, day, DayKind::Holiday, name)?,
            (DayKind::Weekend, false) if festive => draft.add(None, day, day, DayKind::Holiday, name)?,
            (DayKind::Weekend, false) | (DayKind::Workday | DayKind::Holiday | DayKind::Makeup, true) => {}
        }
    }
    Ok(draft)
}

/// The fields of one line (RFC 4180 without line breaks inside fields); `None` when a quotation mark is not closed.
fn fields(line: &str) -> Option<Vec<String>> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let field = fields.last_mut()?;
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => field.push(c),
        }
    }
    (!quoted).then_some(fields)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::Calendar;
    use jiff::civil::date;
    use std::fmt::Write as _;

    #[test]
    fn one_row_per_day_is_read_too() {
        let shipped = Calendar::shipped();
        let mut table = String::from("\u{feff}date,is_workday,name,kind\r\n");
        let days =
            date(2022, 12, 1).series(jiff::Span::new().days(1)).take_while(|d| d.year() < 2024 || (d.year() == 2024 && d.month() < 12));
        for day in days {
            let kind = match shipped.day(day) {
                DayKind::Workday => "workday",
                DayKind::Weekend => "weekend",
                DayKind::Holiday => "statutory_holiday",
                DayKind::Makeup => "makeup_workday",
            };
            let worked = i32::from(shipped.is_working(day));
            write!(table, "{day},{worked},{},{kind}\r\n", shipped.festival(day).unwrap_or("")).unwrap();
        }
        let read = Calendar::from_csv(&table).unwrap();
        assert_eq!(read.years().collect::<Vec<_>>(), [2023, 2024]);
        for year in [2023, 2024] {
            assert_eq!(read.version(year), shipped.version(year));
        }
        assert_eq!(read.day(date(2022, 12, 31)), DayKind::Holiday);
    }

    #[test]
    fn quotation_marks_and_commas() {
        assert_eq!(fields(r#"a,"b,""c""",d"#).unwrap(), ["a", r#"b,"c""#, "d"]);
        assert_eq!(fields(r#"a,"b"#), None);
    }

    #[test]
    fn slips_are_named_by_line() {
        let refused = |rows: &str| Calendar::from_csv(&format!("year,kind,from,to,text\n{rows}")).unwrap_err();
        let line = |line, why| ImportError::Line { line, why };
        assert_eq!(refused("2027,holiday,2027-01-32,,元旦"), line(2, "from is not a date"));
        assert_eq!(refused("2027,holiday,2027-01-03,2027-01-01,元旦"), line(2, "to is before from"));
        assert_eq!(refused("# 注\n2027,festival,2027-01-01,,元旦"), line(3, "kind is not notice, holiday or makeup"));
        assert_eq!(refused("2027,makeup,2027-01-04,,元旦"), ImportError::MakeupOnWeekday(date(2027, 1, 4)));
        assert_eq!(refused("2027,holiday,2028-01-01,,元旦"), ImportError::Stray { year: 2027, date: date(2028, 1, 1) });
        assert_eq!(refused("2027,holiday,2027-01-01,,元旦"), ImportError::Incomplete { year: 2027, date: date(2027, 5, 1) });
        assert_eq!(refused("2027,holiday,2027-01-02,,元旦\n2027,makeup,2027-01-02,,元旦"), ImportError::Contradiction(date(2027, 1, 2)));
        assert_eq!(refused("2027,notice,,,通知"), ImportError::Incomplete { year: 2027, date: date(2027, 1, 1) });
        assert_eq!(Calendar::from_csv("# nothing\n").unwrap_err(), ImportError::Empty);
        assert!(matches!(Calendar::from_csv("a,b\n1,2\n").unwrap_err(), ImportError::Line { line: 1, .. }));
    }
}
