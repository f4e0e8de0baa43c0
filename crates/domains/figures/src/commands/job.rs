//! The weekly job.

use jobs::{Handler, Job, JobError, NewJob, Outcome};
use kernel::JobId;
use serde_json::{Value, json};
use store::{StoreError, Tx};

use crate::errors::PublishError;
use crate::service::Figures;

/// The job's kind, and its key: there is one.
const KIND: &str = "figure.batch";

impl Figures {
    /// Sees to it that batches go out: enqueues their job, unless it waits already. For every start of a program that does jobs.
    pub async fn begin(&self) -> Result<(), StoreError> {
        let now = self.now();
        let job = NewJob::new(JobId::new(now, self.0.rng.as_ref()), KIND, json!({}), self.next_batch()).unique(KIND);
        self.0
            .db
            .write(move |tx| {
                let job = job.clone();
                async move { jobs::enqueue(&tx, &job).await }
            })
            .await
    }
}

/// Publishes a batch, for the job runner. What it publishes is a commit of its own, keyed by its day: done twice, it goes out once.
pub struct BatchJob(pub Figures);

#[async_trait::async_trait]
impl Handler for BatchJob {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn prepare(&self, job: &Job) -> Result<Value, JobError> {
        match self.0.publish(job.now).await {
            Ok(_) => Ok(Value::Null),
            Err(PublishError::Store(error)) => Err(JobError::Store(error)),
            Err(error) => Err(JobError::later(error)),
        }
    }

    async fn run(&self, _tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        Ok(Outcome::Again { at: self.0.batch_after(job.now) })
    }
}
