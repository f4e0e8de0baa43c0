//! What falls due for one person in the next seven days (我的一周), day by day, by the calendar.

use std::collections::HashSet;

use cases::model::{ClockName, StateName};
use cases::permissions::{DispatchCase, HandleCase, LeadCase};
use cases::queries::{AT_WORK, Item, QUEUE};
use identity::{Principal, Role};
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::{CaseNumber, KindCode, RequestId, Timestamp, format};
use workday::{Calendar, DayKind};

use crate::errors::SupervisionError;
use crate::model::Order;
use crate::permissions::ReadOrders;
use crate::rows;
use crate::service::Supervision;

/// Days shown, today included.
const DAYS: i32 = 7;

/// Matters read for each of her roles: more than that nobody does in a week, and the lists have the rest.
const MOST: u64 = 300;

/// A clock that ends within the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueClock {
    /// When it ends.
    pub at: Timestamp,
    /// When its light turns yellow.
    pub yellow: Option<Timestamp>,
    /// Which.
    pub clock: ClockName,
    /// Whether the calendar of a year that is not published took part.
    pub provisional: bool,
    /// The case's number.
    pub number: CaseNumber,
    /// Its title or first words; empty where its words are not shown in lists.
    pub headline: String,
    /// Its kind, once it has one.
    pub kind: Option<KindCode>,
    /// It is urgent.
    pub urgent: bool,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekDay {
    /// Which.
    pub date: Date,
    /// What kind of day it is.
    pub kind: DayKind,
    /// The festival that makes it a holiday or a make-up day, as the notice names it.
    pub festival: Option<String>,
    /// The notice of its year is not published yet.
    pub provisional: bool,
    /// Clocks of cases that end on it, in their order.
    pub clocks: Vec<DueClock>,
    /// Stages of orders that end on it and wait for the reader.
    pub orders: Vec<Order>,
}

/// A week of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Seven days, today first.
    pub days: Vec<WeekDay>,
    /// Cases that are past their limit already.
    pub overdue: usize,
    /// There is more than was read.
    pub more: bool,
}

/// Seven days from `today` on, empty.
fn days(today: Date, calendar: &Calendar) -> Vec<WeekDay> {
    let dates = (0..DAYS).map(|n| today.saturating_add(n.days()));
    dates
        .map(|date| WeekDay {
            date,
            kind: calendar.day(date),
            festival: calendar.festival(date).map(str::to_owned),
            provisional: !calendar.is_published(date.year()),
            clocks: Vec::new(),
            orders: Vec::new(),
        })
        .collect()
}

/// The clocks of a case that run out between `now` and `until`. A clock that it borrowed from what was merged into it is its answer's.
fn ends(item: &Item, now: Timestamp, until: Timestamp) -> Vec<DueClock> {
    let case = &item.case;
    let running = case.clocks.all().iter().filter(|clock| clock.ended.is_none() && clock.name != ClockName::Rating);
    let mut ends: Vec<(Timestamp, Option<Timestamp>, ClockName, bool)> =
        running.filter_map(|clock| Some((clock.due?, clock.yellow, clock.name, clock.provisional))).collect();
    if let Some(red) = case.red_at().filter(|red| ends.iter().all(|(at, ..)| at != red)) {
        ends.push((red, case.yellow_at(), ClockName::Final, false));
    }
    let due = |(at, yellow, clock, provisional)| DueClock {
        at,
        yellow,
        clock,
        provisional,
        number: case.intake.number.clone(),
        headline: item.headline(),
        kind: case.kind.clone(),
        urgent: case.urgent,
    };
    ends.into_iter().filter(|(at, ..)| now < *at && *at < until).map(due).collect()
}

impl Supervision {
    /// What falls due for `who` from now to the end of the sixth day after today: of the cases that are hers or her unit's to do,
    /// of those that wait on her desk, and of the orders that wait for her.
    pub async fn week(&self, who: &Principal, request_id: RequestId) -> Result<Week, SupervisionError> {
        let now = self.now();
        let today = format::local_date(now);
        let until = format::instant(today.saturating_add(DAYS.days()).at(0, 0, 0, 0));
        let mut days = days(today, &self.0.cases.calendar());
        let (mut items, mut more) = (Vec::new(), false);
        macro_rules! gather {
            ($permission:ty, $states:expr) => {
                if let Ok(grant) = who.granted::<$permission>(Some(request_id)) {
                    let states: &[StateName] = &$states;
                    let found = self.0.cases.falling_due(&grant, states, until, MOST).await?;
                    more |= found.len() as u64 >= MOST;
                    items.extend(found);
                }
            };
        }
        gather!(HandleCase, AT_WORK);
        gather!(LeadCase, AT_WORK);
        gather!(DispatchCase, QUEUE);
        let (mut seen, mut overdue) = (HashSet::new(), 0);
        let mut clocks = Vec::new();
        for item in items.iter().filter(|item| seen.insert(item.case.id)) {
            overdue += usize::from(item.case.red_at().is_some_and(|red| red <= now));
            clocks.extend(ends(item, now, until));
        }
        clocks.sort_by(|a, b| (a.at, &a.number, a.clock).cmp(&(b.at, &b.number, b.clock)));
        for clock in clocks {
            if let Some(day) = days.iter_mut().find(|day| day.date == format::local_date(clock.at)) {
                day.clocks.push(clock);
            }
        }
        for order in self.orders_due(who, request_id, now, until).await? {
            if let Some(day) = order.due_at.and_then(|at| days.iter_mut().find(|day| day.date == format::local_date(at))) {
                day.orders.push(order);
            }
        }
        Ok(Week { days, overdue, more })
    }

    /// The orders whose stage ends in that time and waits for `who`.
    async fn orders_due(
        &self,
        who: &Principal,
        request_id: RequestId,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<Order>, SupervisionError> {
        let Ok(read) = who.granted::<ReadOrders>(Some(request_id)) else { return Ok(Vec::new()) };
        let (scope, leads, supervises) = (rows::order::covers(read.scopes()), who.is(Role::Lead), who.is(Role::Supervisor));
        let open = self.0.db.read(move |tx| async move { rows::order::open(&tx, scope, MOST).await }).await?;
        let hers = |order: &Order| if order.state.waits_for_lead() { leads } else { supervises };
        let ends = |order: &Order| order.due_at.is_some_and(|at| now < at && at < until);
        Ok(open.into_iter().map(|stored| stored.order).filter(|order| hers(order) && ends(order)).collect())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_week_knows_the_working_days_the_holidays_and_what_is_not_published() {
        let week = days(date(2026, 12, 30), Calendar::shipped());
        let kinds: Vec<(DayKind, bool)> = week.iter().map(|day| (day.kind, day.provisional)).collect();
        let (work, off) = (DayKind::Workday, DayKind::Weekend);
        let expected = [(work, false), (work, false), (DayKind::Holiday, true), (off, true), (off, true), (work, true), (work, true)];
        assert_eq!(kinds, expected);
        let spring = days(date(2026, 2, 13), Calendar::shipped());
        assert_eq!((spring[1].kind, spring[1].festival.as_deref()), (DayKind::Makeup, Some("春节")));
        assert_eq!(spring[2].kind, DayKind::Holiday);
    }
}
