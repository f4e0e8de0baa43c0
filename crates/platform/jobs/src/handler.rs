//! What does the jobs of one kind.

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

use kernel::Timestamp;
use serde_json::Value;
use store::{StoreError, Tx};

use crate::Job;

/// How a try ended well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The job is over.
    Done,
    /// The same job is due again then, as if it were new: for work that repeats.
    Again {
        /// When.
        at: Timestamp,
    },
}

/// How a try ended badly. The text of the error is stored and shown to operators: it holds no personal data.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The storage failed; the job is tried again.
    #[error("storage, while doing a job")]
    Store(#[from] StoreError),
    /// Something else failed that may pass; the job is tried again.
    #[error("a job failed and will be tried again")]
    Later(#[source] Box<dyn Error + Send + Sync>),
    /// No try will ever succeed; the job is given up at once.
    #[error("a job failed for good")]
    Never(#[source] Box<dyn Error + Send + Sync>),
    /// The job was cancelled, or somebody else took it over, while it was being done. Nothing is kept of this try.
    #[error("the job is no longer ours")]
    Lost,
}

impl JobError {
    /// A failure that may pass.
    pub fn later(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Later(cause.into())
    }

    /// A failure that will not pass.
    pub fn never(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Never(cause.into())
    }
}

/// Does the jobs of one kind.
#[async_trait::async_trait]
pub trait Handler: Send + Sync + 'static {
    /// The kind (`case.rating_window`).
    fn kind(&self) -> &'static str;

    /// What must happen outside of a transaction: network, files, hashing. Runs before [`Handler::run`], and again
    /// when the job is tried again: it must be fit to happen twice. Its result is handed to `run`.
    async fn prepare(&self, _job: &Job) -> Result<Value, JobError> {
        Ok(Value::Null)
    }

    /// The change. It is committed together with the end of the job. May run again within one try, like every
    /// closure of a write; nothing in it but rows, journal and jobs.
    async fn run(&self, tx: &Tx, job: &Job, prepared: &Value) -> Result<Outcome, JobError>;
}

/// The handlers of a process, by kind.
#[derive(Clone, Default)]
pub struct Handlers(BTreeMap<&'static str, Arc<dyn Handler>>);

impl Handlers {
    /// With one more; a later handler of the same kind takes its place.
    #[must_use]
    pub fn with(mut self, handler: impl Handler) -> Self {
        self.0.insert(handler.kind(), Arc::new(handler));
        self
    }

    /// With all of `other`.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The kinds that this process can do.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }

    pub(crate) fn find(&self, kind: &str) -> Option<Arc<dyn Handler>> {
        self.0.get(kind).map(Arc::clone)
    }
}

impl std::fmt::Debug for Handlers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
