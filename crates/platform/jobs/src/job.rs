//! A job before, during and after.

use kernel::{JobId, Timestamp};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::JobError;

/// A job to be enqueued.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// Its id, made before the closure of the command: a closure may run again.
    pub id: JobId,
    /// Which handler does it (`case.rating_window`).
    pub kind: &'static str,
    /// What the handler needs to know: ids, never personal data.
    pub payload: Value,
    /// Not before this instant.
    pub run_at: Timestamp,
    /// Names the intention (`rating-window:case_0197…`): while a job with this key waits, another is not enqueued.
    pub unique_key: Option<String>,
}

impl NewJob {
    /// A job of `kind` that is due at `run_at`.
    pub fn new(id: JobId, kind: &'static str, payload: Value, run_at: Timestamp) -> Self {
        Self { id, kind, payload, run_at, unique_key: None }
    }

    /// The same job under a key by which it may be cancelled and is not enqueued twice.
    #[must_use]
    pub fn unique(self, key: impl Into<String>) -> Self {
        Self { unique_key: Some(key.into()), ..self }
    }
}

/// A job as its handler sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Its kind.
    pub kind: String,
    /// What was enqueued with it.
    pub payload: Value,
    /// When it was due: the instant to reason with for windows that end.
    pub run_at: Timestamp,
    /// Now, by the runner's clock.
    pub now: Timestamp,
    /// Which try this is, from 1.
    pub attempt: i64,
    /// Its key, when it has one.
    pub unique_key: Option<String>,
}

impl Job {
    /// The payload as `T`. A payload that is not a `T` will never be one: [`JobError::Never`].
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, JobError> {
        serde_json::from_value(self.payload.clone()).map_err(JobError::never)
    }
}

/// A job that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stuck {
    /// Its id.
    pub id: JobId,
    /// Its kind.
    pub kind: String,
    /// When it was due.
    pub run_at: Timestamp,
    /// How often it was tried.
    pub attempts: i64,
    /// What the last try said.
    pub last_error: Option<String>,
}

/// How the queue stands; `doctor` and `/readyz` show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Jobs that wait for their time or their turn; ten thousand stands for that many or more.
    pub waiting: u64,
    /// When the job was due that is in nobody's hands and has waited longest past its time.
    pub oldest_due: Option<Timestamp>,
    /// Jobs that were given up, oldest first, at most 100.
    pub dead: Vec<Stuck>,
}
