//! A transaction as its closure sees it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use crate::error::{is_duplicate, may_run_again};

/// One transaction. Cheap to clone; dead once the closure that received it has ended.
#[derive(Clone)]
pub struct Tx(Arc<Inner>);

struct Inner {
    conn: Conn,
    open: AtomicBool,
    run_again: AtomicBool,
}

enum Conn {
    /// The single connection of the SQLite writer, inside a savepoint.
    Writer(DatabaseConnection),
    /// A transaction of its own: any PostgreSQL transaction, any SQLite snapshot.
    Own(DatabaseTransaction),
}

impl Tx {
    pub(crate) fn on_writer(conn: DatabaseConnection) -> Self {
        Self::new(Conn::Writer(conn))
    }

    pub(crate) fn own(transaction: DatabaseTransaction) -> Self {
        Self::new(Conn::Own(transaction))
    }

    fn new(conn: Conn) -> Self {
        Self(Arc::new(Inner { conn, open: AtomicBool::new(true), run_again: AtomicBool::new(false) }))
    }

    /// Ends the closure's use; later statements fail with [`crate::StoreError::Misused`].
    pub(crate) fn shut(&self) {
        self.0.open.store(false, Ordering::Release);
    }

    /// Whether a statement failed in a way that calls for running the whole closure again.
    pub(crate) fn wants_again(&self) -> bool {
        self.0.run_again.load(Ordering::Acquire)
    }

    /// The database transaction, when nobody kept a clone.
    pub(crate) fn into_transaction(self) -> Option<DatabaseTransaction> {
        match Arc::into_inner(self.0)?.conn {
            Conn::Own(transaction) => Some(transaction),
            Conn::Writer(_) => None,
        }
    }

    fn usable(&self) -> Result<(), DbErr> {
        if self.0.open.load(Ordering::Acquire) {
            Ok(())
        } else {
            Err(DbErr::Custom("a transaction was used outside its closure".to_owned()))
        }
    }

    fn note<T>(&self, result: Result<T, DbErr>) -> Result<T, DbErr> {
        // In PostgreSQL a duplicate may be a race that SERIALIZABLE reports as 23505 instead of 40001.
        if let Err(error) = &result
            && (may_run_again(error) || (matches!(self.0.conn, Conn::Own(_)) && is_duplicate(error)))
        {
            self.0.run_again.store(true, Ordering::Release);
        }
        result
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        match &self.0.conn {
            Conn::Writer(conn) => conn.get_database_backend(),
            Conn::Own(conn) => conn.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(conn) => conn.execute_raw(statement).await,
            Conn::Own(conn) => conn.execute_raw(statement).await,
        })
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(conn) => conn.execute_unprepared(sql).await,
            Conn::Own(conn) => conn.execute_unprepared(sql).await,
        })
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(conn) => conn.query_one_raw(statement).await,
            Conn::Own(conn) => conn.query_one_raw(statement).await,
        })
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(conn) => conn.query_all_raw(statement).await,
            Conn::Own(conn) => conn.query_all_raw(statement).await,
        })
    }
}
