//! A transaction as its closure sees it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement, StatementBuilder};

use crate::StoreError;
use crate::error::{is_duplicate, may_run_again};
use crate::shared::Shared;

/// One transaction. Cheap to clone; dead once the closure that received it has ended.
#[derive(Clone)]
pub struct Tx(Arc<Inner>);

struct Inner {
    conn: Conn,
    open: AtomicBool,
    run_again: AtomicBool,
    failed: OnceLock<DbErr>,
}

enum Conn {
    /// The transaction of a group of closures on the SQLite writer, inside a savepoint.
    Writer(Shared),
    /// A transaction of its own: any PostgreSQL transaction, any SQLite snapshot.
    Own(DatabaseTransaction),
}

pub(crate) fn misused() -> DbErr {
    DbErr::Custom("a transaction was used outside its closure".to_owned())
}

impl Tx {
    pub(crate) fn on_writer(shared: Shared) -> Self {
        Self::new(Conn::Writer(shared))
    }

    pub(crate) fn own(transaction: DatabaseTransaction) -> Self {
        Self::new(Conn::Own(transaction))
    }

    fn new(conn: Conn) -> Self {
        Self(Arc::new(Inner { conn, open: AtomicBool::new(true), run_again: AtomicBool::new(false), failed: OnceLock::new() }))
    }

    /// Hands over a statement whose answer nobody needs: an insertion, a deletion. It takes effect before whatever the closure does
    /// next, and before its commit.
    ///
    /// On SQLite it waits for the next statement and goes to the driver with it, because each way there and back costs more than most
    /// statements do. So its error may come with that statement, or in place of the closure's result; nobody can tell whose it was, which
    /// is why a statement that may be refused does not go this way.
    pub async fn later(&self, statement: &impl StatementBuilder) -> Result<(), StoreError> {
        self.usable()?;
        match &self.0.conn {
            Conn::Writer(shared) => self.note(shared.later(statement.build(&DbBackend::Sqlite)).await)?,
            Conn::Own(conn) => self.note(conn.execute(statement).await.map(drop))?,
        }
        Ok(())
    }

    /// Ends the closure's use; later statements fail with [`crate::StoreError::Misused`].
    pub(crate) fn shut(&self) {
        self.0.open.store(false, Ordering::Release);
    }

    /// Whether a statement failed in a way that calls for running the whole closure again.
    pub(crate) fn wants_again(&self) -> bool {
        self.0.run_again.load(Ordering::Acquire)
    }

    /// What a closure that writes ended with, or the first error of its statements where it overlooked one. After an error it is not
    /// kept, whatever it made of it: PostgreSQL has undone everything by then, and says so to nobody when it is asked to commit.
    pub(crate) fn unless_overlooked<T, E: From<StoreError>>(&self, outcome: Result<T, E>) -> Result<T, E> {
        match (outcome, self.0.failed.get()) {
            (Ok(_), Some(failed)) => Err(E::from(StoreError::Database(failed.clone()))),
            (outcome, _) => outcome,
        }
    }

    /// The database transaction, when nobody kept a clone.
    pub(crate) fn into_transaction(self) -> Option<DatabaseTransaction> {
        match Arc::into_inner(self.0)?.conn {
            Conn::Own(transaction) => Some(transaction),
            Conn::Writer(_) => None,
        }
    }

    fn usable(&self) -> Result<(), DbErr> {
        if self.0.open.load(Ordering::Acquire) { Ok(()) } else { Err(misused()) }
    }

    fn note<T>(&self, result: Result<T, DbErr>) -> Result<T, DbErr> {
        if let Err(error) = &result {
            // In PostgreSQL a duplicate may be a race that SERIALIZABLE reports as 23505 instead of 40001.
            if may_run_again(error) || (matches!(self.0.conn, Conn::Own(_)) && is_duplicate(error)) {
                self.0.run_again.store(true, Ordering::Release);
            }
            let _ = self.0.failed.set(error.clone());
        }
        result
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        match &self.0.conn {
            Conn::Writer(_) => DbBackend::Sqlite,
            Conn::Own(conn) => conn.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(shared) => shared.execute(statement).await,
            Conn::Own(conn) => conn.execute_raw(statement).await,
        })
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(shared) => shared.execute_unprepared(sql).await,
            Conn::Own(conn) => conn.execute_unprepared(sql).await,
        })
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(shared) => shared.query_one(statement).await,
            Conn::Own(conn) => conn.query_one_raw(statement).await,
        })
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(shared) => shared.query_all(statement).await,
            Conn::Own(conn) => conn.query_all_raw(statement).await,
        })
    }
}
