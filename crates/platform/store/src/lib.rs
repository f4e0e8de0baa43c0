//! Where things are kept: SQLite in a file, or PostgreSQL, behind one schema and one SQL.
//!
//! All writes go through [`Db::write`], all page reads through [`Db::read`]. Both take a closure over a
//! [`Tx`]; a write's closure may run again, so there is nothing in it but rows, journal and jobs
//! (no network, files, password hashing, templates). Both run in a task of their own: a client that
//! hangs up cancels neither.

mod db;
mod error;
mod rows;
pub mod schema;
mod shared;
mod sqlite_writer;
pub mod transfer;
mod tx;

pub use db::{Db, DbUrl, UrlError};
pub use error::StoreError;
pub use tx::Tx;

pub use rows::{ROWS_AT_ONCE, insert_all};

pub use sea_orm;
pub use sea_orm_migration;
