//! What the law alone says about a day, for years whose notice is not out yet.

use jiff::civil::{Date, Weekday};

use crate::DayKind;

/// The kind of a day by weekday and by the holidays with a fixed Gregorian date, without any notice.
///
/// Source: 全国年节及纪念日放假办法 (Measures on Holidays for National Annual Festivals and Memorial Days), Article 2,
/// as revised on 2024-11-10 and in force since 2025-01-01: 1 January, 1 and 2 May, 1 to 3 October. Before that
/// 1 May alone (revisions of 2007-12-14, in force 2008-01-01, and of 2013-12-11), and 1 to 3 May until 2007
/// (revision of 1999-09-18). Spring Festival, Qingming, Dragon Boat and Mid-Autumn move with the lunar calendar or the
/// sun and are left to the notice; so are the make-up days and the days off in lieu of Article 6.
/// Weekend: Saturday and Sunday, 国务院关于职工工作时间的规定, Article 7.
pub(crate) fn day_kind(date: Date) -> DayKind {
    let fixed = match (date.month(), date.day()) {
        (1 | 5, 1) | (10, 1..=3) => true,
        (5, 2) => !(2008..2025).contains(&date.year()),
        (5, 3) => date.year() < 2008,
        _ => false,
    };
    if fixed { DayKind::Holiday } else { by_weekday(date) }
}

/// Weekend or workday.
pub(crate) fn by_weekday(date: Date) -> DayKind {
    match date.weekday() {
        Weekday::Saturday | Weekday::Sunday => DayKind::Weekend,
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => DayKind::Workday,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_second_of_may_is_a_holiday_again_since_2025() {
        assert_eq!(day_kind(date(2024, 5, 2)), DayKind::Workday);
        assert_eq!(day_kind(date(2025, 5, 2)), DayKind::Holiday);
        assert_eq!(day_kind(date(2007, 5, 3)), DayKind::Holiday);
        assert_eq!(day_kind(date(2027, 5, 3)), DayKind::Workday);
    }

    #[test]
    fn a_fixed_holiday_on_a_weekend_is_a_holiday() {
        assert_eq!(day_kind(date(2028, 10, 1)), DayKind::Holiday);
        assert_eq!(day_kind(date(2028, 9, 30)), DayKind::Weekend);
    }
}
