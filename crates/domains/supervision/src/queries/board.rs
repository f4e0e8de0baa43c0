//! The supervision desk: what is lit, by level and by unit, and what waits for a decision.

use std::collections::BTreeMap;

use cases::model::Case;
use identity::Granted;
use kernel::{CaseId, CaseNumber, Timestamp, UnitCode};
use store::StoreError;

use crate::errors::SupervisionError;
use crate::model::{Level, Order, OrderState};
use crate::permissions::WatchCounty;
use crate::rows;
use crate::rows::matter::Matter;
use crate::service::Supervision;

/// Rows shown; more than that nobody decides in one sitting.
const MOST: u64 = 50;

/// What one unit has near and past its limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLights {
    /// The unit; none: not dispatched yet.
    pub unit: Option<UnitCode>,
    /// Near the limit.
    pub yellow: u64,
    /// Past the limit, on whatever tier.
    pub red: u64,
}

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
}

impl Supervision {
    /// The desk.
    pub async fn board(&self, _grant: &Granted<WatchCounty>) -> Result<Board, SupervisionError> {
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
                let units = units.into_iter().map(|(unit, (yellow, red))| {
                    let bad = |_| StoreError::corrupt("supervision_matter", "unit", "a count");
                    Ok(UnitLights { unit: unit.map(|code| code.parse()).transpose().map_err(bad)?, yellow, red })
                });
                let units = units.collect::<Result<Vec<_>, StoreError>>()?;
                let of = |case: CaseId| orders.iter().find(|order| order.case == case).map(|order| order.number);
                let matters = matters.into_iter().map(|matter| (of(matter.case), matter)).map(|(order, matter)| (matter, order)).collect();
                Ok(Board { counts, units, matters, orders })
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
