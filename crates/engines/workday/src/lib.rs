#![doc = include_str!("../README.md")]

pub mod batch;
mod calendar;
mod error;
mod import;
mod instant;
mod law;
mod limit;
mod pause;
mod rule;
mod table;

pub use calendar::{Calendar, Change, DayKind, Notice};
pub use error::Error;
pub use import::ImportError;
pub use instant::rfc3339;
pub use limit::Limit;
pub use pause::Pause;
pub use rule::{Day, Deadline, Instants, Mode, Reason, Rule};
