//! Dates, times and counts as people read them (decisions 5): `11月23日 周一 17:30`, `Mon 23 Nov 17:30`.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, tz};

use crate::Locale;

/// The zone of every clock and page: Asia/Shanghai, UTC+8 without summer time since 1991-09-15.
pub fn zone() -> TimeZone {
    TimeZone::fixed(tz::offset(8))
}

/// The local date and time of an instant.
pub fn local(at: Timestamp) -> DateTime {
    tz::offset(8).to_datetime(at)
}

/// The local date of an instant.
pub fn local_date(at: Timestamp) -> Date {
    local(at).date()
}

/// The instant of a local date and time; clamped at the ends of time.
pub fn instant(at: DateTime) -> Timestamp {
    tz::offset(8).to_timestamp(at).unwrap_or(Timestamp::MAX)
}

/// RFC 3339 with `+08:00`, whole seconds, no bracket: the form of every output.
pub fn rfc3339(at: Timestamp) -> String {
    local(at).strftime("%Y-%m-%dT%H:%M:%S+08:00").to_string()
}

/// `周一` or `Mon`.
pub fn weekday(day: Weekday, locale: Locale) -> &'static str {
    let (zh, en) = match day {
        Weekday::Monday => ("周一", "Mon"),
        Weekday::Tuesday => ("周二", "Tue"),
        Weekday::Wednesday => ("周三", "Wed"),
        Weekday::Thursday => ("周四", "Thu"),
        Weekday::Friday => ("周五", "Fri"),
        Weekday::Saturday => ("周六", "Sat"),
        Weekday::Sunday => ("周日", "Sun"),
    };
    locale.pick(zh, en)
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month(date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("")
}

/// `11月23日` or `23 Nov`.
pub fn day(date: Date, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{}月{}日", date.month(), date.day()),
        Locale::En => format!("{} {}", date.day(), month(date)),
    }
}

/// `2026年11月` or `Nov 2026`.
pub fn year_month(date: Date, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{}年{}月", date.year(), date.month()),
        Locale::En => format!("{} {}", month(date), date.year()),
    }
}

/// `11月23日 周一` or `Mon 23 Nov`.
pub fn date_weekday(date: Date, locale: Locale) -> String {
    let (day, weekday) = (day(date, locale), weekday(date.weekday(), locale));
    match locale {
        Locale::Zh => format!("{day} {weekday}"),
        Locale::En => format!("{weekday} {day}"),
    }
}

/// `11月23日 周一 17:30` or `Mon 23 Nov 17:30`; with the year when it is not `now`'s.
pub fn date_time(at: Timestamp, now: Timestamp, locale: Locale) -> String {
    let at = local(at);
    let (date, clock) = (at.date(), clock(at));
    if date.year() == local(now).year() {
        return format!("{} {clock}", date_weekday(date, locale));
    }
    match locale {
        Locale::Zh => format!("{}年{} {clock}", date.year(), date_weekday(date, locale)),
        Locale::En => format!("{} {} {clock}", date_weekday(date, locale), date.year()),
    }
}

/// `17:30`.
pub fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// `今天 10:48`, `昨天 09:00`, else the date: for timelines.
pub fn near(at: Timestamp, now: Timestamp, locale: Locale) -> String {
    let (then, today) = (local(at), local(now).date());
    if then.date() == today {
        format!("{} {}", locale.pick("今天", "Today"), clock(then))
    } else if then.date().tomorrow().ok() == Some(today) {
        format!("{} {}", locale.pick("昨天", "Yesterday"), clock(then))
    } else if then.date() == today.tomorrow().unwrap_or(today) && then.date() != today {
        format!("{} {}", locale.pick("明天", "Tomorrow"), clock(then))
    } else {
        date_time(at, now, locale)
    }
}

/// A length of time in its two largest useful parts: `6 小时 48 分`, `3 天`, `12 min`.
pub fn span(seconds: u64, locale: Locale) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds % 86_400 / 3_600, seconds % 3_600 / 60);
    let (d, h, m) = match locale {
        Locale::Zh => (" 天", " 小时", " 分"),
        Locale::En => (" d", " h", " min"),
    };
    match (days, hours, minutes) {
        (0, 0, m_) => format!("{m_}{m}"),
        (0, h_, 0) => format!("{h_}{h}"),
        (0, h_, m_) => format!("{h_}{h} {m_}{m}"),
        (d_, 0, _) => format!("{d_}{d}"),
        (d_, h_, _) => format!("{d_}{d} {h_}{h}"),
    }
}

/// A count with thousands: `1,284`.
pub fn count(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Bytes in hexadecimal, as `sha256sum` prints them.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A share in hundredths with `decimals` places, rounded half up: `96.1%`. What is not all never reads as all, and what is not nothing
/// never as nothing. Of nothing it is a dash.
pub fn percent(part: u64, whole: u64, decimals: u32) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let unit = 10u128.pow(decimals);
    let all = 100 * unit;
    let (part, whole) = (u128::from(part), u128::from(whole));
    let mut steps = (part * all * 2 + whole) / (whole * 2);
    if steps >= all && part < whole {
        steps = all - 1;
    } else if steps == 0 && part > 0 {
        steps = 1;
    }
    let (before, after) = (steps / unit, steps % unit);
    if decimals == 0 { format!("{before}%") } else { format!("{before}.{after:0width$}%", width = decimals as usize) }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_and_never_says_all_or_nothing_where_it_is_not() {
        let table = [(961, 1_000, 1, "96.1%"), (1, 3, 1, "33.3%"), (2, 3, 0, "67%"), (9_999, 10_000, 1, "99.9%"), (1, 10_000, 0, "1%")];
        for (part, whole, decimals, text) in table.into_iter().chain([(5, 5, 1, "100.0%"), (0, 5, 0, "0%"), (0, 0, 0, "–")]) {
            assert_eq!(percent(part, whole, decimals), text);
        }
    }

    #[test]
    fn a_due_instant_reads_as_people_say_it() {
        let due: Timestamp = "2026-11-23T17:30:00+08:00".parse().unwrap();
        let now: Timestamp = "2026-11-23T10:42:00+08:00".parse().unwrap();
        assert_eq!(date_time(due, now, Locale::Zh), "11月23日 周一 17:30");
        assert_eq!(date_time(due, now, Locale::En), "Mon 23 Nov 17:30");
        assert_eq!(near(due, now, Locale::Zh), "今天 17:30");
        assert_eq!(rfc3339(due), "2026-11-23T17:30:00+08:00");
        assert_eq!(span(24_480, Locale::Zh), "6 小时 48 分");
        assert_eq!(count(1_284), "1,284");
        assert_eq!(count(12), "12");
    }
}
