//! What can be read of supervision. Each query takes a grant, or is about the reader herself.

mod beside;
mod board;
mod examine;
mod inbox;
mod order;
mod week;

pub(crate) use beside::Aside;
pub use board::{Board, UnitLights};
pub(crate) use inbox::COUNTED;
pub use inbox::{Digest, Inbox};
pub use order::{OrderEntry, Story};
pub use week::{DueClock, Week, WeekDay};
