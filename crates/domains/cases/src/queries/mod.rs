//! What can be read of cases. Each query takes a grant, and its scope goes into the SQL.

mod alarms;
mod assists;
mod by_code;
mod desk;
mod detail;
mod examine;
mod examine_leave;
mod figures;
mod hanging;
mod list;
mod looks;
mod nearby;
mod receipts;
mod reissue;
mod warrants;

pub use alarms::Alarm;
pub use assists::{AssistNote, Assisted};
pub use desk::QUEUE;
pub use detail::{Detail, Shows};
pub use figures::Derived;
pub use list::{AT_WORK, Item, Line, ListInput};
pub(crate) use nearby::by_month;
pub use nearby::{Nearby, Spot};
pub use receipts::{Kept, ReceiptOf, Sealed};
