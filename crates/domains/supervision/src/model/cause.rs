//! Why an order is issued: by a supervisor's own decision, or by a rule (domain 4.1: repeat ≥ 3, negative rating twice,
//! safety risk, a group of ten or more requesters in thirty days; tier 2).

use cases::model::{Case, StateName};
use kernel::{Timestamp, UnitCode};
use serde::{Deserialize, Serialize};

use super::milestone::Level;

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A supervisor decided so.
    Hand,
    /// Overdue for as long as tier 2 says.
    Overdue,
    /// The resident said twice that it is not settled.
    NegativeTwice,
    /// Opened again for the third time.
    Repeat,
    /// Words of danger.
    Safety,
    /// Ten or more people within thirty days.
    Group,
}

impl Cause {
    /// All.
    pub const ALL: [Self; 6] = [Self::Hand, Self::Overdue, Self::NegativeTwice, Self::Repeat, Self::Safety, Self::Group];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Overdue => "overdue",
            Self::NegativeTwice => "negative_twice",
            Self::Repeat => "repeat",
            Self::Safety => "safety",
            Self::Group => "group",
        }
    }

    /// The cause with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }
}

/// A cause with the occasion: the same occasion issues one order, however often it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Why.
    pub cause: Cause,
    /// Names the occasion within the case (`overdue:1795000000000`).
    pub occasion: String,
}

/// Requesters that make a group (domain 4.1).
const GROUP: u32 = 10;

/// Days within which they come (domain 4.1).
const GROUP_DAYS: i64 = 30;

const DAY_SECS: i64 = 86_400;

/// The unit that answers for a case now. A unit that gave it back does not, and one never answers for what is about itself
/// (domain 3.3).
pub fn answering(case: &Case) -> Option<&UnitCode> {
    case.unit().filter(|unit| case.state.name() != StateName::Returned && case.against.as_ref() != Some(unit))
}

/// The orders that the rules ask for, gravest first. `reached` is how far the clocks that run now have gone.
pub fn triggers(case: &Case, reached: Level, now: Timestamp) -> Vec<Trigger> {
    // Who answers for it must be known, and it must not be over.
    if answering(case).is_none() || !case.state.name().is_open() {
        return Vec::new();
    }
    let trigger = |cause: Cause, occasion: String| Trigger { cause, occasion: format!("{}:{occasion}", cause.code()) };
    let mut found = Vec::new();
    if case.urgent {
        found.push(trigger(Cause::Safety, "1".to_owned()));
    }
    if case.reopenings >= 3 {
        found.push(trigger(Cause::Repeat, case.reopenings.to_string()));
    } else if case.reopenings == 2 {
        found.push(trigger(Cause::NegativeTwice, "2".to_owned()));
    }
    let age = now.as_second() - case.intake.received_at.as_second();
    // Itself and those merged into it. Those came after it: while it is no older than that, all came within that time.
    if case.course.absorbed + 1 >= GROUP && age <= GROUP_DAYS * DAY_SECS {
        found.push(trigger(Cause::Group, "1".to_owned()));
    }
    if reached >= Level::Tier2
        && let Some(red) = case.red_at()
    {
        found.push(trigger(Cause::Overdue, red.as_millisecond().to_string()));
    }
    found
}
