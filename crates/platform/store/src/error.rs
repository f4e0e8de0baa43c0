//! What can go wrong while storing.

use kernel::problem::{Kind, Problem};
use sea_orm::{DbErr, SqlErr};

/// A failure of the storage. Callers see a request id, never the chain.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database answered with an error, or not at all.
    #[error("the database failed")]
    Database(#[from] DbErr),
    /// A stored value is not one that we write.
    #[error("{table}.{column} of {row} holds a value we never write")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's key.
        row: String,
    },
    /// Somebody else changed the row after it was read (`WHERE version = …` met no row).
    #[error("the row has changed since it was read")]
    Stale,
    /// A transaction was used or kept after its closure ended.
    #[error("a transaction was used outside its closure")]
    Misused,
    /// The closure panicked; its changes were rolled back.
    #[error("a command panicked")]
    Panicked,
    /// The store is shutting down.
    #[error("the store is closed")]
    Closed,
}

impl StoreError {
    /// A shorthand for [`StoreError::Corrupt`].
    pub fn corrupt(table: &'static str, column: &'static str, row: impl std::fmt::Display) -> Self {
        Self::Corrupt { table, column, row: row.to_string() }
    }
}

impl Problem for StoreError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::Stale => (Kind::Conflict, "store.stale"),
            Self::Database(_) | Self::Closed => (Kind::Unavailable, "store.unavailable"),
            Self::Corrupt { .. } | Self::Misused | Self::Panicked => (Kind::Bug, "internal"),
        }
    }
}

/// Whether running the transaction again may succeed: PostgreSQL's serialization failure and deadlock.
pub(crate) fn may_run_again(error: &DbErr) -> bool {
    matches!(sql_state(error).as_deref(), Some("40001" | "40P01"))
}

/// Whether the error is a broken uniqueness.
pub(crate) fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

fn sql_state(error: &DbErr) -> Option<String> {
    let (DbErr::Conn(runtime) | DbErr::Exec(runtime) | DbErr::Query(runtime)) = error else { return None };
    match runtime {
        sea_orm::RuntimeErr::SqlxError(e) => e.as_database_error()?.code().map(std::borrow::Cow::into_owned),
        sea_orm::RuntimeErr::Internal(_) => None,
    }
}
