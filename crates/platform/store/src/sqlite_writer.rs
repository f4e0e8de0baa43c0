//! SQLite's one writer (decisions 8). Closures queue; whatever waits, at most 64, runs inside one
//! `BEGIN IMMEDIATE`, each in a savepoint of its own, and shares one durable commit. The writer never
//! waits for company: a prototype showed that waiting only costs.

use std::future::Future;
use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::{DatabaseConnection, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use tokio::sync::{mpsc, oneshot, watch};

use crate::shared::Shared;
use crate::{StoreError, Tx};

/// How many closures share one commit at most.
const MOST_PER_COMMIT: usize = 64;

/// A closure with its answer, the types erased.
pub(crate) trait Job: Send {
    /// Runs the closure; true when its changes are to be kept.
    fn run(&mut self, tx: Tx) -> BoxFuture<'_, bool>;
    /// Says that the closure's changes could not be kept after all.
    fn refuse(&mut self, error: StoreError);
    /// Answers the caller once the commit has succeeded or failed.
    fn answer(self: Box<Self>, commit: Result<(), StoreError>);
}

pub(crate) struct Pending<F, T, E> {
    closure: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Pending<F, T, E> {
    pub(crate) fn new(closure: F, reply: oneshot::Sender<Result<T, E>>) -> Self {
        Self { closure, outcome: None, reply }
    }
}

impl<F, Fut, T, E> Job for Pending<F, T, E>
where
    F: FnMut(Tx) -> Fut + Send,
    Fut: Future<Output = Result<T, E>> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, tx: Tx) -> BoxFuture<'_, bool> {
        Box::pin(async move {
            let ended = AssertUnwindSafe(async { (self.closure)(tx.clone()).await }).catch_unwind().await;
            tx.shut();
            let outcome = ended.map_or_else(|_| Err(E::from(StoreError::Panicked)), |outcome| tx.unless_overlooked(outcome));
            let keep = outcome.is_ok();
            self.outcome = Some(outcome);
            keep
        })
    }

    fn refuse(&mut self, error: StoreError) {
        self.outcome = Some(Err(E::from(error)));
    }

    fn answer(self: Box<Self>, commit: Result<(), StoreError>) {
        let outcome = match (self.outcome, commit) {
            (Some(Err(refused)), _) => Err(refused),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (Some(Ok(_)) | None, Err(failed)) => Err(E::from(failed)),
            (None, Ok(())) => Err(E::from(StoreError::Closed)),
        };
        // The caller may have hung up; the change stands all the same.
        let _ = self.reply.send(outcome);
    }
}

/// Serves the queue until every sender is gone, on a thread of its own: a statement goes to the driver's thread and back, and two
/// threads that wait for nothing else hand over in half the time of a task that a scheduler has to find again.
pub(crate) fn start(
    conn: DatabaseConnection,
    mut queue: mpsc::Receiver<Box<dyn Job>>,
    commits: watch::Sender<u64>,
) -> Result<(), StoreError> {
    let runtime = tokio::runtime::Handle::current();
    let work = move || {
        runtime.block_on(async {
            let mut batch: Vec<Box<dyn Job>> = Vec::with_capacity(MOST_PER_COMMIT);
            while queue.recv_many(&mut batch, MOST_PER_COMMIT).await > 0 {
                serve(&conn, &mut batch, &commits).await;
            }
        });
    };
    let spawned = std::thread::Builder::new().name("sqlite-writer".to_owned()).spawn(work);
    spawned.map(drop).map_err(|error| StoreError::Database(DbErr::Custom(format!("no thread for the writer: {error}"))))
}

async fn serve(conn: &DatabaseConnection, batch: &mut Vec<Box<dyn Job>>, commits: &watch::Sender<u64>) {
    let committed = run_batch(conn, batch).await;
    if let Err(error) = &committed {
        tracing::error!(error = %error, jobs = batch.len(), "a group commit failed");
    }
    commits.send_modify(|n| *n += 1);
    for job in batch.drain(..) {
        job.answer(match &committed {
            Ok(()) => Ok(()),
            Err(error) => Err(StoreError::Database(error.clone())),
        });
    }
}

/// Runs the closures and commits. A transaction that is dropped on the way is rolled back before the connection is used again.
async fn run_batch(conn: &DatabaseConnection, batch: &mut [Box<dyn Job>]) -> Result<(), DbErr> {
    let immediate = TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..TransactionOptions::default() };
    let shared = Shared::new(conn.begin_with_options(immediate).await?);
    let (alone, last) = (batch.len() == 1, batch.len().saturating_sub(1));
    if !alone {
        shared.execute_unprepared("SAVEPOINT job").await?;
    }
    for (nth, job) in batch.iter_mut().enumerate() {
        // The end of a savepoint and the beginning of the next go together; a commit ends the last.
        let next = (nth < last).then_some("RELEASE job; SAVEPOINT job");
        let kept = job.run(Tx::on_writer(shared.clone())).await
            && match shared.end(next).await {
                Ok(()) => true,
                Err(error) => {
                    job.refuse(error.into());
                    false
                }
            };
        if !kept {
            shared.forget().await?;
            if !alone {
                // Undone, the savepoint stands open for the next.
                shared.execute_unprepared("ROLLBACK TO job").await?;
            } else if let Some(whole) = shared.take().await {
                return whole.rollback().await;
            }
        }
    }
    let whole = shared.take().await.ok_or_else(|| DbErr::Custom("a closure took the transaction away".to_owned()))?;
    whole.commit().await
}
