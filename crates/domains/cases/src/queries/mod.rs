//! What can be read of cases. Each query takes a grant, and its scope goes into the SQL.

mod alarms;
mod by_code;
mod desk;
mod detail;
mod examine;
mod hanging;
mod list;
mod receipts;
mod reissue;

pub use alarms::Alarm;
pub use desk::QUEUE;
pub use detail::Detail;
pub use list::{Item, ListInput};
pub use receipts::{Kept, ReceiptOf, Sealed};
