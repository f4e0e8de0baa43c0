//! The effect of a proposal, for whoever decides: old → new, from when, and three receipts that people know.

use kernel::Timestamp;
use workday::Calendar;

use crate::model::effect::examples;
use crate::model::{Example, Key, Proposal, Scope, Status, Timeline, Value};
use crate::service::{Settings, place_of};

/// What one change does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Which parameter.
    pub key: Key,
    /// Where.
    pub scope: Scope,
    /// What holds there without the proposal.
    pub before: Value,
    /// What holds there with it.
    pub after: Value,
    /// For limits: three receipts with the old and the new deadline.
    pub examples: Vec<Example>,
}

/// What a proposal does.
#[derive(Debug, Clone)]
pub struct Effect {
    /// From when: decided, or as it would be if it were approved now.
    pub from: Timestamp,
    /// Each change.
    pub shifts: Vec<Shift>,
    /// What it does to the calendar, if it is about that.
    pub calendar: Option<CalendarEffect>,
}

/// What a proposal does to the working-day calendar.
#[derive(Debug, Clone)]
pub struct CalendarEffect {
    /// The years that it publishes.
    pub years: Calendar,
    /// The days that become another kind of day, in order.
    pub days: Vec<workday::Change>,
    /// The whole calendar as it would be in force.
    pub then: Calendar,
}

impl CalendarEffect {
    /// What `years` do to `known`.
    pub fn of(known: &Calendar, years: Calendar) -> Self {
        let then = known.updated_by(&years);
        Self { days: known.changes_to(&then), years, then }
    }
}

impl Settings {
    /// What `proposal` does, or would do if it were approved at `now`. Only matters received from then on are touched.
    pub fn effect(&self, proposal: &Proposal, now: Timestamp) -> Effect {
        let from = if let Status::Approved { effective_at } = proposal.status { effective_at } else { proposal.effective_at(now) };
        let others = self.timeline().settings().iter().filter(|setting| setting.proposal != proposal.number).cloned().collect();
        let without = Timeline::new(others);
        // What was stored was checked; a value that no longer fits its form changes nothing.
        let decided_at = proposal.decision.as_ref().map_or(now, |decision| decision.at);
        let with = without.with(proposal.would_be(from, decided_at).unwrap_or_default());
        let register = self.register();
        let shifts = proposal
            .body
            .changes()
            .iter()
            .map(|change| {
                let place = place_of(&change.scope, &register);
                let (before, after) = (without.at_place(from, &place).value(change.key), with.at_place(from, &place).value(change.key));
                let examples = match (before, after) {
                    (Value::Limit(old), Value::Limit(new)) => examples(&self.calendar_at(from), from, old, new),
                    _ => Vec::new(),
                };
                Shift { key: change.key, scope: change.scope.clone(), before, after, examples }
            })
            .collect();
        // A stored text that is none of ours changes nothing; doctor names it.
        let years = proposal.body.calendar().and_then(Result::ok);
        let calendar = years.map(|years| CalendarEffect::of(self.calendars().without(proposal.number).get(from), years));
        Effect { from, shifts, calendar }
    }
}
