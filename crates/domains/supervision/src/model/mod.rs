//! The rules of supervision: when somebody is reminded, who that is, what an order may become. Pure: no SQL, HTTP, clock or
//! randomness.

pub mod absence;
pub mod cause;
pub mod milestone;
pub mod order;
pub mod red;
pub mod target;

pub use absence::{Absence, Away};
pub use cause::{Cause, Trigger, answering};
pub use milestone::{Level, Milestone};
pub use order::{NotAnOrder, Order, OrderEvent, OrderState, OrderStep, Refused};
pub use red::{RedSpan, RedWeek};
pub use target::{People, Rung, Told, Why, choose};
