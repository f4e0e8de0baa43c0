//! How the answer's deadline was counted, day by day: the same strip for residents and for staff.

use jiff::civil::Date;
use kernel::{Locale, Timestamp, format};
use workday::{Limit, Reason};

use super::views::parts::{DayCell, DayKind, Strip};
use crate::model::{Case, ClockName, Timing};
use crate::words::Words;

/// `5 个工作日`, `24 小时`.
pub(in crate::pages) fn limit_words(limit: Limit, w: Words) -> String {
    match limit {
        Limit::WorkingDays(n) => w.limit_days(n.to_string()),
        Limit::Hours(n) => w.limit_hours(n.to_string()),
        Limit::Minutes(n) => w.limit_minutes(n.to_string()),
        Limit::Days(n) => w.limit_calendar_days(n.to_string()),
    }
}

/// Most cells of a strip; a longer limit shows its first and last days.
const CELLS: usize = 21;

/// How the answer's deadline was counted, day by day.
pub(in crate::pages) fn strip(case: &Case, timing: &Timing<'_>, now: Timestamp, locale: Locale) -> Option<Strip> {
    let clock = case.clocks.get(ClockName::Final)?;
    let limit = clock.limit()?;
    let deadline = timing.rule().due(clock.start, limit, &clock.pauses).ok()?;
    let due = deadline.due?;
    let w = Words::of(locale);
    let mut counted = 0;
    let mut cells: Vec<DayCell> = deadline
        .days
        .iter()
        .map(|day| {
            let last = format::local_date(due) == day.date;
            counted += u32::from(day.counted);
            let (kind, note) = match day.reason {
                Reason::StartDay if case.reopenings > 0 => (DayKind::Start, w.cell_again().into_owned()),
                Reason::StartDay => (DayKind::Start, w.cell_start().into_owned()),
                Reason::Weekend => (DayKind::Skipped, w.cell_weekend().into_owned()),
                Reason::Holiday => (DayKind::Skipped, w.cell_holiday().into_owned()),
                Reason::Pause => (DayKind::Paused, w.cell_pause().into_owned()),
                Reason::Counted | Reason::Makeup | Reason::Rolled if last => {
                    (DayKind::Due, w.cell_due(counted.to_string(), format::clock(format::local(due))))
                }
                Reason::Counted | Reason::Makeup | Reason::Rolled => (DayKind::Counted, w.cell_counted(counted.to_string())),
            };
            DayCell { weekday: format::weekday(day.date.weekday(), locale).to_owned(), day: day_of(day.date), note, kind }
        })
        .collect();
    if cells.len() > CELLS {
        let tail = cells.split_off(cells.len() - CELLS / 3);
        cells.truncate(CELLS - CELLS / 3 - 1);
        let more = w.cell_more().into_owned();
        cells.push(DayCell { weekday: more.clone(), day: more.clone(), note: more, kind: DayKind::Skipped });
        cells.extend(tail);
    }
    let words = limit_words(limit, w);
    Some(Strip {
        rule: if case.reopenings > 0 { w.strip_rule_again(words) } else { w.strip_rule(case.case_type.label(locale), words) },
        due: format::date_time(due, now, locale),
        cells,
        remark: None,
        provisional: deadline.provisional,
    })
}

/// `13`; the first of a month names it.
fn day_of(date: Date) -> String {
    if date.day() == 1 { format!("{}/{}", date.month(), date.day()) } else { date.day().to_string() }
}
