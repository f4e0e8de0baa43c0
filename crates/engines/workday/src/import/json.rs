//! Calendars in JSON: this crate's own form, or the wide-spread one with a list of days.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Draft, ImportError};
use crate::DayKind;
use crate::calendar::{Notice, Year};

#[derive(Deserialize)]
#[serde(untagged)]
enum Document {
    Years { years: Vec<YearForm> },
    List(Vec<YearForm>),
    One(YearForm),
}

#[derive(Deserialize)]
struct YearForm {
    year: i16,
    #[serde(default)]
    notices: Vec<Notice>,
    /// Addresses of the notices, in the wide-spread form.
    #[serde(default)]
    papers: Vec<String>,
    #[serde(default)]
    holidays: Vec<Range>,
    #[serde(default)]
    makeup: Vec<OneDay>,
    #[serde(default)]
    days: Vec<ListedDay>,
}

#[derive(Deserialize)]
struct Range {
    from: Date,
    #[serde(default)]
    to: Option<Date>,
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
struct OneDay {
    date: Date,
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
struct ListedDay {
    date: Date,
    #[serde(default)]
    name: String,
    #[serde(rename = "isOffDay")]
    is_off_day: bool,
}

pub(crate) fn read(text: &str) -> Result<BTreeMap<i16, Year>, ImportError> {
    let document = serde_json::from_str(text).map_err(|e| ImportError::Json(e.to_string()))?;
    let years = match document {
        Document::Years { years } | Document::List(years) => years,
        Document::One(year) => vec![year],
    };
    let mut draft = Draft::default();
    for form in years {
        let year = form.year;
        let papers = form.papers.into_iter().map(|title| Notice { issued: None, title });
        draft.notices.extend(form.notices.into_iter().chain(papers).map(|notice| (year, notice)));
        for range in form.holidays {
            draft.add(Some(year), range.from, range.to.unwrap_or(range.from), DayKind::Holiday, &range.name)?;
        }
        for day in form.makeup {
            draft.add(Some(year), day.date, day.date, DayKind::Makeup, &day.name)?;
        }
        for day in form.days {
            let kind = if day.is_off_day { DayKind::Holiday } else { DayKind::Makeup };
            draft.add(Some(year), day.date, day.date, kind, &day.name)?;
        }
    }
    draft.years()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::Calendar;
    use jiff::civil::date;

    const OWN: &str = r#"{"years": [{"year": 2027,
        "notices": [{"issued": "2026-11-03", "title": "关于2027年部分节假日安排的通知"}],
        "holidays": [{"from": "2027-01-01", "to": "2027-01-03", "name": "元旦"}, {"from": "2027-05-01", "to": "2027-05-05", "name": "劳动节"},
                     {"from": "2027-10-01", "to": "2027-10-07", "name": "国庆节"}],
        "makeup": [{"date": "2027-05-08", "name": "劳动节"}]}]}"#;
    const LISTED: &str = r#"{"year": 2027, "papers": ["https://www.gov.cn/"], "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": true}, {"name": "劳动节", "date": "2027-05-01", "isOffDay": true},
        {"name": "劳动节", "date": "2027-05-08", "isOffDay": false}, {"name": "国庆节", "date": "2027-10-01", "isOffDay": true}]}"#;

    #[test]
    fn our_own_form() {
        let read = Calendar::from_json(OWN).unwrap();
        assert_eq!(read.notices(2027)[0].issued, Some(date(2026, 11, 3)));
        assert_eq!(read.day(date(2027, 5, 4)), DayKind::Holiday);
        assert_eq!(read.day(date(2027, 5, 8)), DayKind::Makeup);
    }

    #[test]
    fn a_list_of_days_alone_or_in_a_list() {
        for text in [LISTED.to_owned(), format!("[{LISTED}]")] {
            let read = Calendar::from_json(&text).unwrap();
            assert_eq!(read.notices(2027)[0].title, "https://www.gov.cn/");
            assert_eq!(read.day(date(2027, 10, 1)), DayKind::Holiday);
            assert_eq!(read.day(date(2027, 5, 8)), DayKind::Makeup);
        }
    }

    #[test]
    fn anything_else_is_refused() {
        assert!(matches!(Calendar::from_json("{}"), Err(ImportError::Json(_))));
        assert!(matches!(Calendar::from_json("[]"), Err(ImportError::Empty)));
        assert!(matches!(Calendar::from_json(r#"{"year": 2027}"#), Err(ImportError::Empty)));
    }
}
