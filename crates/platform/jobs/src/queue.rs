//! Putting work in, taking it back, looking at it. Everything takes the transaction of its caller.

use kernel::{JobId, Timestamp};
use store::{StoreError, Tx};

use crate::job::{Health, NewJob};
use crate::{Handlers, rows};

/// Waiting jobs are counted up to here: a county has a million of them, and `/readyz` asks every few seconds.
const COUNTED: u64 = 10_000;

/// Enqueues `job` with the caller's commit. Where a job with the same key waits already, that one stands as it is.
pub async fn enqueue(tx: &Tx, job: &NewJob) -> Result<(), StoreError> {
    rows::job::insert(tx, std::slice::from_ref(job)).await
}

/// As [`enqueue`], many at once.
pub async fn enqueue_all(tx: &Tx, jobs: &[NewJob]) -> Result<(), StoreError> {
    rows::job::insert(tx, jobs).await
}

/// Enqueues jobs, each in the place of the one that waits under its key, if one does: as [`cancel`] and [`enqueue`] after each other.
/// Every job has a key, and no two have the same.
pub async fn replace(tx: &Tx, jobs: &[NewJob]) -> Result<(), StoreError> {
    rows::job::replace(tx, jobs).await
}

/// Takes back the waiting job with this key, if there is one. A job that is being done at this moment is taken back too: its try ends
/// without effect.
pub async fn cancel(tx: &Tx, unique_key: &str) -> Result<(), StoreError> {
    rows::job::delete_by_keys(tx, &[unique_key.to_owned()]).await
}

/// As [`cancel`], many at once.
pub async fn cancel_all(tx: &Tx, unique_keys: &[String]) -> Result<(), StoreError> {
    rows::job::delete_by_keys(tx, unique_keys).await
}

/// When the next job that `handlers` can do falls due (or may be claimed again), if any waits. Demo histories and
/// tests move their clock to it.
pub async fn next_due(tx: &Tx, handlers: &Handlers) -> Result<Option<Timestamp>, StoreError> {
    let kinds: Vec<_> = handlers.kinds().collect();
    if kinds.is_empty() {
        return Ok(None);
    }
    let (firsts, held) = rows::job::look(tx, &kinds).await?;
    let free = held.map(|(first, _)| Timestamp::from_millisecond(first)).transpose();
    let free = free.map_err(|_| StoreError::corrupt("job", "claimed_until", "the first"))?;
    Ok(firsts.into_iter().map(|first| first.run_at).chain(free).min())
}

/// How the queue stands.
pub async fn health(tx: &Tx, now: Timestamp) -> Result<Health, StoreError> {
    Ok(Health {
        waiting: rows::job::waiting(tx, COUNTED).await?,
        oldest_due: rows::job::oldest_due(tx, now).await?,
        dead: rows::job::dead(tx, 100).await?,
    })
}

/// Lets a dead job be tried again from `at`, with all its tries; false when there is no such dead job.
pub async fn revive(tx: &Tx, id: JobId, at: Timestamp) -> Result<bool, StoreError> {
    rows::job::revive(tx, id, at).await
}

/// Deletes a dead job; false when there is no such dead job.
pub async fn discard(tx: &Tx, id: JobId) -> Result<bool, StoreError> {
    rows::job::discard(tx, id).await
}
