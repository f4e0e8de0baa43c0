//! Opening a database, writing to it and reading one snapshot of it.

use std::fmt;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use kernel::Rng;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, IsolationLevel, Statement, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{RwLock, mpsc, oneshot, watch};

use crate::sqlite_writer::{self, Job, Pending};
use crate::{StoreError, Tx};

/// How often PostgreSQL runs a closure: once, and again up to 5 times after a serialization failure (decisions 8).
const TRIES: u32 = 6;

/// Where the data are.
#[derive(Clone, PartialEq, Eq)]
pub enum DbUrl {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL URL; may hold a password, so `Debug` hides it.
    Postgres(String),
}

/// A database URL with a scheme that is neither `sqlite:` nor `postgres:`/`postgresql:`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown database scheme; use sqlite:PATH or postgres://…")]
pub struct UrlError;

impl FromStr for DbUrl {
    type Err = UrlError;
    fn from_str(text: &str) -> Result<Self, UrlError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")).ok_or(UrlError)?;
        if path.is_empty() { Err(UrlError) } else { Ok(Self::Sqlite(PathBuf::from(path))) }
    }
}

impl fmt::Debug for DbUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(_) => f.write_str("postgres://…"),
        }
    }
}

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    readers: DatabaseConnection,
    writer: Writer,
    commits: watch::Sender<u64>,
    rng: Arc<dyn Rng>,
}

enum Writer {
    Sqlite { queue: mpsc::Sender<Box<dyn Job>>, conn: DatabaseConnection },
    Postgres { pool: DatabaseConnection, turn: Arc<RwLock<()>> },
}

impl Db {
    /// Opens the database, creating a SQLite file that is not there. Runs no migration.
    pub async fn open(url: &DbUrl, rng: Arc<dyn Rng>) -> Result<Self, StoreError> {
        let (commits, _) = watch::channel(0);
        match url {
            DbUrl::Sqlite(path) => {
                let conn = sqlite(path, 1, false).await?;
                let readers = sqlite(path, 4, true).await?;
                let (queue, jobs) = mpsc::channel(1024);
                sqlite_writer::start(conn.clone(), jobs, commits.clone())?;
                Ok(Self(Arc::new(Inner { readers, writer: Writer::Sqlite { queue, conn }, commits, rng })))
            }
            DbUrl::Postgres(url) => {
                // Two pools, so that pages never wait behind commands. Writers may not scan tables: under SERIALIZABLE a
                // sequential scan locks the whole relation against every insert, and small tables would always be scanned.
                let mut options = postgres(url, 12);
                // What a snapshot is stands here and not in each one: telling it takes a message there and back.
                let snapshot = [("default_transaction_isolation", "repeatable read"), ("default_transaction_read_only", "on")];
                options.map_sqlx_postgres_opts(move |reader| reader.options(snapshot));
                let readers = Database::connect(options).await?;
                snapshots_are_kept(&readers).await?;
                let mut options = postgres(url, 12);
                options.map_sqlx_postgres_opts(|writer| writer.options([("enable_seqscan", "off")]));
                let pool = Database::connect(options).await?;
                Ok(Self(Arc::new(Inner { readers, writer: Writer::Postgres { pool, turn: Arc::default() }, commits, rng })))
            }
        }
    }

    /// Which database this is, for the few places where the dialects truly differ.
    pub fn backend(&self) -> DbBackend {
        self.0.readers.get_database_backend()
    }

    /// A connection for migrations and maintenance; commands never use it.
    pub fn admin(&self) -> &DatabaseConnection {
        match &self.0.writer {
            Writer::Sqlite { conn, .. } | Writer::Postgres { pool: conn, .. } => conn,
        }
    }

    /// Wakes on every commit of this process; missed commits are folded into one wake.
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.0.commits.subscribe()
    }

    /// Runs `closure` in one transaction and commits it, or leaves nothing behind.
    ///
    /// The closure may run again (PostgreSQL, serialization failure). It runs in a task that the store
    /// owns: dropping the returned future does not cancel it.
    pub async fn write<F, Fut, T, E>(&self, closure: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.write_at(IsolationLevel::Serializable, closure).await
    }

    /// As [`Db::write`], but `READ COMMITTED` on PostgreSQL: for work that is ordered by one locked row
    /// (the sequencer) or claims rows with `SKIP LOCKED` (jobs), and must not conflict with commands.
    pub async fn write_read_committed<F, Fut, T, E>(&self, closure: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.write_at(IsolationLevel::ReadCommitted, closure).await
    }

    async fn write_at<F, Fut, T, E>(&self, isolation: IsolationLevel, closure: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        match &self.0.writer {
            Writer::Sqlite { queue, .. } => {
                let job: Box<dyn Job> = Box::new(Pending::new(closure, reply));
                queue.send(job).await.map_err(|_| StoreError::Closed)?;
            }
            Writer::Postgres { pool, turn } => {
                let (pool, turn) = (pool.clone(), Arc::clone(turn));
                let (commits, rng) = (self.0.commits.clone(), Arc::clone(&self.0.rng));
                spawn(async move {
                    let outcome = write_postgres(&pool, &turn, rng.as_ref(), isolation, closure).await;
                    commits.send_modify(|n| *n += 1);
                    let _ = reply.send(outcome);
                });
            }
        }
        answer.await.unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// Runs `closure` over one snapshot; changes inside it are refused or rolled back.
    pub async fn read<F, Fut, T, E>(&self, closure: F) -> Result<T, E>
    where
        F: FnOnce(Tx) -> Fut + Send + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let readers = self.0.readers.clone();
        let (reply, answer) = oneshot::channel();
        spawn(async move {
            let _ = reply.send(read_snapshot(&readers, closure).await);
        });
        answer.await.unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// Truncates SQLite's write-ahead log. Returns its pages left over, `0` when all was moved. Does nothing on PostgreSQL.
    pub async fn checkpoint(&self) -> Result<i64, StoreError> {
        match &self.0.writer {
            Writer::Sqlite { conn, .. } => {
                let row = conn.query_one_raw(sea_orm::Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)")).await?;
                Ok(row.map(|row| row.try_get_by_index::<i32>(1)).transpose()?.map_or(0, i64::from))
            }
            Writer::Postgres { .. } => Ok(0),
        }
    }

    /// Lets PostgreSQL count its rows anew, after many were written at once: until it does so by itself, minutes later, it plans as if
    /// the tables were empty. Does nothing on SQLite, which plans by its indexes alone.
    pub async fn count_anew(&self) -> Result<(), StoreError> {
        if let Writer::Postgres { pool, .. } = &self.0.writer {
            pool.execute_unprepared("ANALYZE").await?;
        }
        Ok(())
    }

    /// Closes the pools; queued writes are finished first.
    pub async fn close(&self) {
        if let Writer::Sqlite { conn, .. } = &self.0.writer {
            // One last closure through the queue: when it answers, all before it are durable.
            let _ = self.write(|_| async { Ok::<_, StoreError>(()) }).await;
            let _ = self.checkpoint().await;
            let _ = conn.clone().close().await;
        }
        if let Writer::Postgres { pool, .. } = &self.0.writer {
            let _ = pool.clone().close().await;
        }
        let _ = self.0.readers.clone().close().await;
    }
}

/// The store owns its tasks, so that a caller who goes away cancels nothing.
#[expect(clippy::disallowed_methods, reason = "the seam that makes commands survive their callers")]
fn spawn(task: impl Future<Output = ()> + Send + 'static) {
    drop(tokio::spawn(task));
}

fn postgres(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.to_owned());
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(20))
        // Not each time: a connection that answered a moment ago answers.
        .test_before_acquire_if_idle_for(Duration::from_secs(1))
        .sqlx_logging(false);
    options
}

/// Poolers can be told to leave start-up options out (`ignore_startup_parameters`); a page would then read from several moments.
async fn snapshots_are_kept(readers: &DatabaseConnection) -> Result<(), StoreError> {
    let shown = Statement::from_string(DbBackend::Postgres, "SHOW default_transaction_isolation");
    let row = readers.query_one_raw(shown).await?;
    let isolation: Option<String> = row.map(|row| row.try_get_by_index(0)).transpose()?;
    if isolation.as_deref() == Some("repeatable read") {
        return Ok(());
    }
    let what = "the connection lost its start-up options on the way: connect to PostgreSQL itself, or let the pooler pass `options` on";
    Err(DbErr::Custom(what.to_owned()).into())
}

async fn sqlite(path: &std::path::Path, connections: u32, read_only: bool) -> Result<DatabaseConnection, StoreError> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", path.display()));
    options
        .max_connections(connections)
        .min_connections(1)
        .test_before_acquire(false)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(20))
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                .pragma("secure_delete", "ON")
                // KiB; the default of 2,000 holds less than one page of a list with what its index leads to.
                .pragma("cache_size", "-8000")
                .busy_timeout(Duration::from_secs(10))
                .statement_cache_capacity(256);
            if read_only { sqlite.pragma("query_only", "ON") } else { sqlite }
        });
    Ok(Database::connect(options).await?)
}

/// After so many collisions a closure gets the process to itself.
const COLLISIONS: u32 = 2;

/// Runs `closure` until it commits, is refused, or has been run [`TRIES`] times.
///
/// `turn` keeps busy writers from starving one another: PostgreSQL tracks reads by index page, and new rows share the
/// last page, so that under load any two commands may collide. Whoever has collided twice waits until nobody else of
/// this process writes, and then cannot collide but with another process.
async fn write_postgres<F, Fut, T, E>(
    pool: &DatabaseConnection,
    turn: &RwLock<()>,
    rng: &dyn Rng,
    isolation: IsolationLevel,
    mut closure: F,
) -> Result<T, E>
where
    F: FnMut(Tx) -> Fut + Send,
    Fut: Future<Output = Result<T, E>> + Send,
    E: From<StoreError>,
{
    let mut tried = 0;
    loop {
        tried += 1;
        let (beside, alone) = match isolation {
            IsolationLevel::Serializable if tried > COLLISIONS => (None, Some(turn.write().await)),
            IsolationLevel::Serializable => (Some(turn.read().await), None),
            IsolationLevel::RepeatableRead | IsolationLevel::ReadCommitted | IsolationLevel::ReadUncommitted => (None, None),
        };
        let options = TransactionOptions { isolation_level: Some(isolation), ..TransactionOptions::default() };
        let tx = Tx::own(pool.begin_with_options(options).await.map_err(StoreError::from)?);
        let ended = AssertUnwindSafe(closure(tx.clone())).catch_unwind().await;
        tx.shut();
        let mut again = tx.wants_again();
        let ended = ended.map(|outcome| tx.unless_overlooked(outcome));
        let transaction = tx.into_transaction().ok_or(StoreError::Misused)?;
        let refused = match ended {
            Ok(Ok(value)) => match transaction.commit().await {
                Ok(()) => return Ok(value),
                Err(error) => {
                    again = crate::error::may_run_again(&error);
                    E::from(StoreError::Database(error))
                }
            },
            Ok(Err(error)) => {
                transaction.rollback().await.map_err(StoreError::from)?;
                error
            }
            Err(_) => {
                transaction.rollback().await.map_err(StoreError::from)?;
                again = false;
                E::from(StoreError::Panicked)
            }
        };
        if !again || tried >= TRIES {
            return Err(refused);
        }
        drop((beside, alone));
        let pause = 1 + rng.below(8 << tried);
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
}

async fn read_snapshot<F, Fut, T, E>(readers: &DatabaseConnection, closure: F) -> Result<T, E>
where
    F: FnOnce(Tx) -> Fut + Send,
    Fut: Future<Output = Result<T, E>> + Send,
    E: From<StoreError>,
{
    let tx = Tx::own(readers.begin().await.map_err(StoreError::from)?);
    let ended = AssertUnwindSafe(closure(tx.clone())).catch_unwind().await;
    tx.shut();
    let transaction = tx.into_transaction().ok_or(StoreError::Misused)?;
    transaction.rollback().await.map_err(StoreError::from)?;
    ended.unwrap_or_else(|_| Err(E::from(StoreError::Panicked)))
}
