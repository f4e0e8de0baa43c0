//! The shipped calendar against an independent table of the same years, on every date.
//!
//! The table is not part of the project. Where `LIANXIN_DATA` names a folder with `cn_workdays.csv`
//! (`date,is_workday,name,kind`), it is compared; elsewhere the test says that it did not run.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]
#![expect(clippy::disallowed_methods, reason = "where comparison data lies is no configuration of the program")]

use jiff::civil::{Date, date};
use workday::{Calendar, DayKind};

#[test]
fn every_date_of_2020_to_2026_is_equal() {
    let Some(folder) = std::env::var_os("LIANXIN_DATA") else {
        println!("not compared: LIANXIN_DATA is not set");
        return;
    };
    let path = std::path::Path::new(&folder).join("cn_workdays.csv");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("not compared: {} is not there", path.display());
        return;
    };
    let shipped = Calendar::shipped();
    let mut next = date(2020, 1, 1);
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let day: Date = fields[0].parse().unwrap();
        assert_eq!(day, next, "the table has every date once");
        next = day.tomorrow().unwrap();
        let kind = match fields[3] {
            "workday" => DayKind::Workday,
            "weekend" => DayKind::Weekend,
            "statutory_holiday" => DayKind::Holiday,
            "makeup_workday" => DayKind::Makeup,
            other => unreachable!("{other}"),
        };
        assert_eq!((shipped.day(day), shipped.is_working(day)), (kind, fields[1] == "1"), "{day}");
        // A notice that merges two festivals names both; the table picks one.
        let festival = shipped.festival(day).unwrap_or("");
        assert!(festival.contains(fields[2].trim_end_matches("调休上班").trim_end_matches('节')), "{day} {festival}");
    }
    assert_eq!(next, date(2027, 1, 1));
    let imported = Calendar::from_csv(&text).unwrap();
    assert_eq!(imported.changes_to(shipped), []);
    assert!((2020..=2026).all(|year| imported.version(year) == shipped.version(year)));
    println!("compared 2557 dates");
}

#[test]
fn each_year_works_as_many_days_as_the_notices_leave() {
    let shipped = Calendar::shipped();
    let years = (2020..=2026).map(|y| shipped.working_days(date(y, 1, 1), date(y, 12, 31))).collect::<Vec<_>>();
    // Counted from the notices: weekdays, less weekdays off, plus weekend days worked.
    assert_eq!(years, [249, 250, 249, 249, 251, 248, 248]);
}
