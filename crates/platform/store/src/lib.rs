//! Where things are kept: SQLite in a file, or PostgreSQL, behind one schema and one SQL.
//!
//! All writes go through [`Db::write`], all page reads through [`Db::read`]. Both take a closure over a
//! [`Tx`]; a write's closure may run again, so there is nothing in it but rows, journal and jobs
//! (no network, files, password hashing, templates). Both run in a task of their own: a client that
//! hangs up cancels neither.

mod db;
mod error;
pub mod schema;
mod sqlite_writer;
pub mod transfer;
mod tx;

pub use db::{Db, DbUrl, UrlError};
pub use error::StoreError;
pub use tx::Tx;

/// Rows or keys of one statement, where there may be many. SQLite takes 32,766 values and PostgreSQL 65,535: so many rows of any table
/// of ours stay below both.
pub const ROWS_AT_ONCE: usize = 500;

pub use sea_orm;
pub use sea_orm_migration;
