//! What can be read: proposals, their effect, and whether the tables are the fold of the journal.

mod effect;
mod examine;
mod proposals;

pub use effect::{CalendarEffect, Effect, Shift};
pub use proposals::ProposalList;
