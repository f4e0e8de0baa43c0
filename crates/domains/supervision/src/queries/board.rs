//! The supervision desk: what is lit, by level and by unit, and what waits for a decision.

use std::collections::BTreeMap;

use cases::commands::Answers;
use cases::model::Case;
use identity::Granted;
use kernel::{CaseId, CaseNumber, Timestamp, UnitCode};
use store::{StoreError, Tx};

use crate::errors::SupervisionError;
use crate::model::red::{red_weeks, week_back};
use crate::model::{Level, Order, OrderState, RedWeek};
use crate::permissions::WatchCounty;
use crate::rows;
use crate::rows::matter::Matter;
use crate::service::Supervision;

/// Rows shown; more than that nobody decides in one sitting.
const MOST: u64 = 50;

/// Weeks of red hours shown; as many before them are compared with.
const WEEKS: u16 = 8;

/// Spans read for them at most: a county with more late matters in sixteen weeks needs no chart to know.
const MOST_SPANS: u64 = 20_000;

/// What one unit has near and past its limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLights {
    /// The unit; none: not dispatched yet.
    pub unit: Option<UnitCode>,
    /// What it has to do something about, near its limit or not; none where no unit has it.
    pub open: Option<u64>,
    /// Near the limit.
    pub yellow: u64,
    /// Past the limit, on whatever tier.
    pub red: u64,
    /// How it answered in the last ninety days.
    pub answers: Answers,
}

impl UnitLights {
    fn quiet(unit: Option<UnitCode>, open: Option<u64>) -> Self {
        Self { unit, open, yellow: 0, red: 0, answers: Answers::default() }
    }
}

/// Days that a unit's answers are summed over.
pub(crate) const ANSWER_DAYS: i64 = 90;

/// One reading of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// How many stand on each level.
    pub counts: BTreeMap<Level, u64>,
    /// By unit, in the order of the codes: no ranking.
    pub units: Vec<UnitLights>,
    /// Past their limit, the longest first, each with its open order if there is one.
    pub matters: Vec<(Matter, Option<u32>)>,
    /// The open orders, what runs out first before all others.
    pub orders: Vec<Order>,
    /// Red hours of the last weeks, the oldest first; this week is the last.
    pub weeks: Vec<RedWeek>,
    /// Red hours of as many weeks before those, where they were counted already.
    pub before: Option<u64>,
}

/// Red hours of the last [`WEEKS`] weeks, and of as many before them if anything was counted then.
async fn red_hours(tx: &Tx, now: Timestamp) -> Result<(Vec<RedWeek>, Option<u64>), StoreError> {
    let (_, since) = week_back(now, i64::from(2 * WEEKS) - 1);
    let over = rows::red::since(tx, since, MOST_SPANS).await?.into_iter().map(|span| (span.from, span.to));
    let still = rows::matter::red_since(tx, now, MOST_SPANS).await?.into_iter().map(|from| (from, now));
    let weeks = red_weeks(over.chain(still), now, 2 * WEEKS);
    let (before, last) = weeks.split_at(usize::from(WEEKS));
    let hours: u64 = before.iter().map(|week| week.hours).sum();
    Ok((last.to_vec(), (hours > 0).then_some(hours)))
}

impl Supervision {
    /// The desk.
    pub async fn board(&self, _grant: &Granted<WatchCounty>) -> Result<Board, SupervisionError> {
        let (now, cases) = (self.now(), self.0.cases.clone());
        self.0
            .db
            .read(move |tx| async move {
                let counted = rows::matter::counts(&tx).await?;
                let past = [Level::Red, Level::Tier2, Level::Tier3];
                let matters = rows::matter::lit(&tx, &past, MOST).await?;
                let everything = sea_orm::Condition::all();
                let orders: Vec<Order> = rows::order::open(&tx, everything, MOST).await?.into_iter().map(|stored| stored.order).collect();
                let mut counts = BTreeMap::new();
                let mut units: BTreeMap<Option<String>, (u64, u64)> = BTreeMap::new();
                for ((unit, level), n) in counted {
                    *counts.entry(level).or_default() += n;
                    let lights = units.entry(unit).or_default();
                    *(if level == Level::Yellow { &mut lights.0 } else { &mut lights.1 }) += n;
                }
                let mut lines: BTreeMap<Option<UnitCode>, UnitLights> = BTreeMap::new();
                for (unit, n) in cases.at_work_by_unit(&tx).await? {
                    lines.insert(Some(unit.clone()), UnitLights::quiet(Some(unit), Some(n)));
                }
                for (unit, (yellow, red)) in units {
                    let bad = |_| StoreError::corrupt("supervision_matter", "unit", "a count");
                    let unit: Option<UnitCode> = unit.map(|code| code.parse()).transpose().map_err(bad)?;
                    let open = unit.as_ref().map(|_| 0);
                    let line = lines.entry(unit.clone()).or_insert_with(|| UnitLights::quiet(unit, open));
                    (line.yellow, line.red) = (yellow, red);
                }
                let since = now.checked_sub(jiff::SignedDuration::from_hours(24 * ANSWER_DAYS)).unwrap_or(Timestamp::MIN);
                for (unit, answers) in cases.answered_by_unit(&tx, since).await? {
                    let line = lines.entry(Some(unit.clone())).or_insert_with(|| UnitLights::quiet(Some(unit), Some(0)));
                    line.answers = answers;
                }
                let units = lines.into_values().collect();
                let (weeks, before) = red_hours(&tx, now).await?;
                let of = |case: CaseId| orders.iter().find(|order| order.case == case).map(|order| order.number);
                let matters = matters.into_iter().map(|matter| (of(matter.case), matter)).map(|(order, matter)| (matter, order)).collect();
                Ok(Board { counts, units, matters, orders, weeks, before })
            })
            .await
    }

    /// The case with this number, for whoever issues an order about it.
    pub(crate) async fn case_numbered(&self, number: &CaseNumber) -> Result<Case, SupervisionError> {
        let found = self.0.cases.numbered(number).await?;
        found.ok_or(SupervisionError::NoSuchCase)
    }

    /// Until when an order that is issued at `now` is to be signed for, and to have its plan.
    pub(crate) fn first_deadlines(&self, now: Timestamp) -> (Option<Timestamp>, Option<Timestamp>) {
        let calendar = self.0.cases.calendar_at(now);
        let deadlines = self.deadlines(&calendar, now);
        (deadlines.of(OrderState::Issued, now, now), deadlines.of(OrderState::Acknowledged, now, now))
    }
}
