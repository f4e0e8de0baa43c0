//! The tables as rows. Entities never leave this module; what it returns are types of ours.

pub(crate) mod account;
pub(crate) mod attempt;
pub(crate) mod grant;
pub(crate) mod known;
pub(crate) mod link;
pub(crate) mod recovery;
pub(crate) mod session;

use kernel::Timestamp;
use store::StoreError;

fn instant(table: &'static str, column: &'static str, row: &str, ms: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|_| StoreError::corrupt(table, column, row))
}
