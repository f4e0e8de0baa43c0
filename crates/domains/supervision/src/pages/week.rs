//! 我的一周: what falls due for the reader, day by day, with the days that are not worked.

use axum::extract::State;
use axum::response::Response;
use cases::pages::clock_name;
use cases::words::Words as CaseWords;
use kernel::{Locale, format};
use web::{Fail, page};
use workday::DayKind;

use super::desk::Desk;
use super::labels::Labels;
use super::views::{DueLine, Week as View, WeekDayBox};
use crate::queries::{DueClock, WeekDay};
use crate::service::Supervision;

pub(super) async fn show(State(supervision): State<Supervision>, desk: Desk) -> Result<Response, Fail> {
    let week = supervision.week(&desk.who, desk.request_id()).await?;
    let labels = Labels { w: desk.words(), locale: desk.locale(), now: desk.now, supervision: &supervision };
    let today = format::local_date(desk.now);
    let days: Vec<WeekDayBox> = week.days.iter().map(|day| day_box(&labels, day, day.date == today)).collect();
    let due: usize = days.iter().map(|day| day.lines.len()).sum();
    let w = labels.w;
    let view = View {
        heading: if due == 0 { w.week_none().into_owned() } else { w.week_heading(due as u64) },
        overdue: (week.overdue > 0).then(|| w.week_overdue(week.overdue as u64)),
        provisional: week.days.iter().any(|day| day.provisional),
        more: week.more,
        days,
    };
    Ok(page(&desk.shell, &view))
}

fn day_box(labels: &Labels<'_>, day: &WeekDay, today: bool) -> WeekDayBox {
    let w = labels.w;
    let named = day.festival.as_deref().filter(|_| labels.locale == Locale::Zh);
    let (off, note) = match day.kind {
        DayKind::Workday => (false, None),
        DayKind::Weekend => (true, Some(w.day_weekend().into_owned())),
        DayKind::Holiday => (true, Some(named.map_or_else(|| w.day_holiday().into_owned(), |name| w.day_festival(name)))),
        DayKind::Makeup => (false, Some(w.day_makeup().into_owned())),
    };
    let clocks = day.clocks.iter().map(|clock| clock_line(labels, clock));
    let orders = day.orders.iter().map(|order| DueLine {
        light: "y",
        light_text: w.week_order().into_owned(),
        time: order.due_at.map_or_else(String::new, |at| format::clock(format::local(at))),
        href: format!("/staff/orders/{}", order.number),
        title: w.order_number(order.number.to_string()),
        about: format!("{} · {} · {}", labels.state(order.state), labels.unit(&order.unit), w.of_case(order.case_number.grouped())),
        urgent: false,
    });
    let mut lines: Vec<DueLine> = clocks.chain(orders).collect();
    lines.sort_by(|a, b| a.time.cmp(&b.time));
    WeekDayBox {
        anchor: format!("d{}", day.date),
        weekday: format::weekday(day.date.weekday(), labels.locale).to_owned(),
        day: if day.date.day() == 1 { format!("{}/{}", day.date.month(), day.date.day()) } else { day.date.day().to_string() },
        name: if today {
            w.week_today(format::date_weekday(day.date, labels.locale))
        } else {
            format::date_weekday(day.date, labels.locale)
        },
        today,
        off,
        note,
        count: if lines.is_empty() { w.week_day_none().into_owned() } else { w.week_count(lines.len() as u64) },
        lines,
    }
}

fn clock_line(labels: &Labels<'_>, clock: &DueClock) -> DueLine {
    let near = clock.yellow.is_some_and(|yellow| yellow <= labels.now);
    let catalogue = labels.supervision.0.cases.catalogue();
    let kind = clock.kind.as_ref().and_then(|code| catalogue.kind(code));
    let kind = kind.map(|kind| kind.label.in_(labels.locale).to_owned());
    let name = clock_name(CaseWords::of(labels.locale), clock.clock);
    let provisional = clock.provisional.then(|| labels.w.week_provisional_mark().into_owned());
    DueLine {
        light: if near { "y" } else { "g" },
        light_text: if near { labels.w.level_yellow() } else { labels.w.level_none() }.into_owned(),
        time: format::clock(format::local(clock.at)),
        href: format!("/staff/cases/{}", clock.number),
        title: if clock.headline.is_empty() { clock.number.grouped() } else { clock.headline.clone() },
        about: [Some(name), kind, Some(clock.number.grouped()), provisional].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        urgent: clock.urgent,
    }
}
