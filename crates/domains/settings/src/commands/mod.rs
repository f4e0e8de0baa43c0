//! What can be done to the rules, one file per verb.

mod check;
mod decide;
mod expire;
mod propose;
pub(crate) mod take;

pub use expire::ExpireJob;
pub use propose::{NewCalendar, NewChange, NewProposal, NewWord, NewWords};
pub use take::take_register;
