//! What can be read of cases. Each query takes a grant, and its scope goes into the SQL.

mod by_code;
mod detail;
mod examine;
mod hanging;
mod list;

pub use detail::Detail;
pub use list::{Item, ListInput};
