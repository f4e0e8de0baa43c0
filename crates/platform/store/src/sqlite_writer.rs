//! SQLite's one writer (decisions 8). Closures queue; whatever waits, at most 64, runs inside one
//! `BEGIN IMMEDIATE`, each in a savepoint of its own, and shares one durable commit. The writer never
//! waits for company: a prototype showed that waiting only costs.

use std::future::Future;
use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use tokio::sync::{mpsc, oneshot, watch};

use crate::{StoreError, Tx};

/// How many closures share one commit at most.
const MOST_PER_COMMIT: usize = 64;

/// A closure with its answer, the types erased.
pub(crate) trait Job: Send {
    /// Runs the closure; true when its changes are to be kept.
    fn run(&mut self, tx: Tx) -> BoxFuture<'_, bool>;
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
            let outcome = ended.unwrap_or_else(|_| Err(E::from(StoreError::Panicked)));
            let keep = outcome.is_ok();
            self.outcome = Some(outcome);
            keep
        })
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

/// Serves the queue until every sender is gone.
pub(crate) async fn serve(conn: DatabaseConnection, mut queue: mpsc::Receiver<Box<dyn Job>>, commits: watch::Sender<u64>) {
    let mut batch: Vec<Box<dyn Job>> = Vec::with_capacity(MOST_PER_COMMIT);
    while queue.recv_many(&mut batch, MOST_PER_COMMIT).await > 0 {
        let committed = run_batch(&conn, &mut batch).await;
        if let Err(error) = &committed {
            tracing::error!(error = %error, jobs = batch.len(), "a group commit failed");
            // Nothing to do about a failing rollback: the next BEGIN will say so.
            let _ = conn.execute_unprepared("ROLLBACK").await;
        }
        commits.send_modify(|n| *n += 1);
        for job in batch.drain(..) {
            job.answer(match &committed {
                Ok(()) => Ok(()),
                Err(error) => Err(StoreError::Database(error.clone())),
            });
        }
    }
}

async fn run_batch(conn: &DatabaseConnection, batch: &mut [Box<dyn Job>]) -> Result<(), DbErr> {
    conn.execute_unprepared("BEGIN IMMEDIATE").await?;
    for job in batch {
        conn.execute_unprepared("SAVEPOINT job").await?;
        if !job.run(Tx::on_writer(conn.clone())).await {
            conn.execute_unprepared("ROLLBACK TO job").await?;
        }
        conn.execute_unprepared("RELEASE job").await?;
    }
    conn.execute_unprepared("COMMIT").await?;
    Ok(())
}
