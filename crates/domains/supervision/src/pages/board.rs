//! 督办台: how many are near and past their limit, what waits for the supervisor, orders under way, units.

use axum::extract::State;
use axum::response::Response;
use kernel::format;
use web::{Fail, page};

use super::desk::Desk;
use super::labels::Labels;
use super::views::{Board as View, MatterLine, Shares, Tile, UnitLine, WeekBar};
use crate::model::{Level, RedWeek};
use crate::permissions::{IssueOrder, WatchCounty};
use crate::queries::Board;
use crate::service::Supervision;

/// Of fewer answers no share is shown: it would say more of chance than of the unit.
const FEW: u64 = 30;

/// From so many hundredths of stopped time on, the unit's line has a mark.
const MUCH_STOPPED: u64 = 15;

/// In the place of a figure that is not there.
const NOTHING: &str = "–";

pub(super) async fn show(State(supervision): State<Supervision>, desk: Desk) -> Result<Response, Fail> {
    let board = supervision.board(&desk.need::<WatchCounty>()?).await?;
    let labels = Labels { w: desk.words(), locale: desk.locale(), now: desk.now, supervision: &supervision };
    let w = labels.w;
    let n = |level: Level| board.counts.get(&level).copied().unwrap_or(0);
    let past = n(Level::Red) + n(Level::Tier2) + n(Level::Tier3);
    let tile = |light: &'static str, level: Level, hint: std::borrow::Cow<'static, str>| Tile {
        light,
        name: labels.level(level),
        count: format::count(n(level)),
        hint: hint.into_owned(),
    };
    let may_issue = desk.granted::<IssueOrder>().is_some();
    let (register, catalogue) = (supervision.0.cases.places().register(), supervision.0.cases.catalogue());
    let matters = board.matters.iter().map(|(matter, order)| {
        let kind = matter.kind.as_ref().and_then(|code| catalogue.kind(code)).map(|kind| kind.label.in_(labels.locale).to_owned());
        let area = matter.area.as_ref().and_then(|code| register.area(code)).map(|area| area.name_in(labels.locale).to_owned());
        let over = matter.red_at.map_or(0, |red| u64::try_from(desk.now.as_second() - red.as_second()).unwrap_or(0));
        MatterLine {
            number: matter.number.as_str().to_owned(),
            grouped: matter.number.grouped(),
            about: kind.into_iter().chain(area).collect::<Vec<_>>().join(" · "),
            over: w.over_by(format::span(over, labels.locale)),
            unit: matter.unit.as_ref().map_or_else(|| w.no_unit().into_owned(), |unit| labels.unit(unit)),
            why: labels.level(matter.level),
            readable: matter.level >= Level::Tier2,
            order: order.map(|number| number.to_string()),
            may_issue: may_issue && order.is_none() && matter.unit.is_some(),
        }
    });
    let units = board.units.iter().map(|unit| UnitLine {
        name: unit.unit.as_ref().map_or_else(|| w.no_unit().into_owned(), |code| labels.unit(code)),
        open: unit.open.map(format::count),
        bar: unit.open.map(|open| Shares::of(open, unit.yellow, unit.red)),
        yellow: format::count(unit.yellow),
        red: format::count(unit.red),
        in_time: match unit.answers.given {
            0 => NOTHING.to_owned(),
            few if few < FEW => w.few_answers().into_owned(),
            given => format::percent(given - unit.answers.late, given, 1),
        },
        stopped: if unit.answers.ran_ms == 0 {
            NOTHING.to_owned()
        } else {
            format::percent(unit.answers.stopped_ms, unit.answers.ran_ms, 0)
        },
        stopped_much: unit.answers.stopped_ms * 100 > unit.answers.ran_ms * MUCH_STOPPED,
        sent_back: if unit.answers.sent_back == 0 { NOTHING.to_owned() } else { format::count(unit.answers.sent_back) },
    });
    let view = View {
        heading: if past == 0 { w.board_quiet().into_owned() } else { w.board_heading(past) },
        tiles: vec![
            tile("y", Level::Yellow, w.tile_yellow()),
            tile("r", Level::Red, w.tile_red()),
            tile("r", Level::Tier2, w.tile_tier2()),
            tile("r", Level::Tier3, w.tile_tier3()),
        ],
        matters: matters.collect(),
        units: units.collect(),
        orders: board.orders.iter().map(|order| labels.line(order)).collect(),
        weeks: week_bars(&labels, &board.weeks),
        compared: compared(&labels, &board),
    };
    Ok(page(&desk.shell, &view))
}

/// The bars of the red hours; none where no hour was red in any of the weeks.
fn week_bars(labels: &Labels<'_>, weeks: &[RedWeek]) -> Vec<WeekBar> {
    let most = weeks.iter().map(|week| week.hours).max().unwrap_or(0);
    if most == 0 {
        return Vec::new();
    }
    let last = weeks.len().saturating_sub(1);
    let bar = |(nth, week): (usize, &RedWeek)| WeekBar {
        label: if nth == last { labels.w.this_week().into_owned() } else { format::day(week.monday, labels.locale) },
        hours: format::count(week.hours),
        width: week.hours * 100 / most,
        now: nth == last,
    };
    weeks.iter().enumerate().map(bar).collect()
}

/// How the weeks shown compare with as many before them. Only what was counted in both is compared.
fn compared(labels: &Labels<'_>, board: &Board) -> Option<String> {
    let before = board.before?;
    let now: u64 = board.weeks.iter().map(|week| week.hours).sum();
    let percent = format!("{}%", now.abs_diff(before) * 100 / before.max(1));
    Some(if now <= before { labels.w.red_less(percent) } else { labels.w.red_more(percent) })
}
