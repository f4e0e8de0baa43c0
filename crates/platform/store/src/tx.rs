//! A transaction as its closure sees it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

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
    /// The transaction of a group of closures on the SQLite writer, inside a savepoint.
    Writer(Shared),
    /// A transaction of its own: any PostgreSQL transaction, any SQLite snapshot.
    Own(DatabaseTransaction),
}

/// The transaction that a group of closures shares. One after the other has it; it is taken away to commit, whoever still holds
/// a clone.
#[derive(Clone)]
pub(crate) struct Shared(Arc<Mutex<Option<DatabaseTransaction>>>);

impl Shared {
    pub(crate) fn new(transaction: DatabaseTransaction) -> Self {
        Self(Arc::new(Mutex::new(Some(transaction))))
    }

    pub(crate) async fn take(&self) -> Option<DatabaseTransaction> {
        self.0.lock().await.take()
    }

    async fn lock(&self) -> Result<MappedMutexGuard<'_, DatabaseTransaction>, DbErr> {
        MutexGuard::try_map(self.0.lock().await, Option::as_mut).map_err(|_| misused())
    }

    pub(crate) async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.lock().await?.execute_unprepared(sql).await
    }
}

fn misused() -> DbErr {
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
        if self.0.open.load(Ordering::Acquire) { Ok(()) } else { Err(misused()) }
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
            Conn::Writer(_) => DbBackend::Sqlite,
            Conn::Own(conn) => conn.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(shared) => shared.lock().await?.execute_raw(statement).await,
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
            Conn::Writer(shared) => shared.lock().await?.query_one_raw(statement).await,
            Conn::Own(conn) => conn.query_one_raw(statement).await,
        })
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.usable()?;
        self.note(match &self.0.conn {
            Conn::Writer(shared) => shared.lock().await?.query_all_raw(statement).await,
            Conn::Own(conn) => conn.query_all_raw(statement).await,
        })
    }
}
