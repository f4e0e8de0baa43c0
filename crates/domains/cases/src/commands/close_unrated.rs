//! Closing when the rating window is over: `rating = none`, never "satisfied by default" (domain 4.1 row 22).

use identity::Granted;
use jobs::{Handler, Job, JobError, NewJob, Outcome};
use journal::Actor;
use kernel::{CaseId, JobId, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{StoreError, Tx};

use super::change::Change;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::event::CloseCause;
use crate::model::{CaseEvent, State};
use crate::permissions::CloseUnrated;
use crate::rows;
use crate::service::Cases;

/// The job's kind.
pub(crate) const KIND: &str = "case.close_unrated";

/// The job's payload.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub(crate) case: CaseId,
    pub(crate) until: i64,
}

fn key(case: CaseId, until: i64) -> String {
    format!("{KIND}:{case}:{until}")
}

impl Cases {
    /// Takes back the closing of a window that ended early.
    pub(crate) async fn cancel_close(&self, tx: &Tx, case: CaseId, until: i64) -> Result<(), StoreError> {
        jobs::cancel(tx, &key(case, until)).await.map(|_| ())
    }

    /// Enqueues the closing for the end of the window. A later answer enqueues its own.
    pub(crate) async fn enqueue_close(&self, tx: &Tx, case: CaseId, until: i64, now: Timestamp) -> Result<(), StoreError> {
        let payload = serde_json::to_value(Payload { case, until }).map_err(|_| StoreError::corrupt("job", "payload", case))?;
        let run_at = Timestamp::from_millisecond(until).unwrap_or(now);
        let job = NewJob::new(JobId::new(now, self.rng.as_ref()), KIND, payload, run_at).unique(key(case, until));
        jobs::enqueue(tx, &job).await.map(|_| ())
    }

    /// Closes the case if it still waits for the rating of that window. Runs inside the job's transaction.
    pub(crate) async fn close_unrated(
        &self,
        grant: &Granted<CloseUnrated>,
        tx: &Tx,
        payload: &Payload,
        now: Timestamp,
    ) -> Result<(), ChangeError> {
        let Some(stored) = rows::record::find_by_id(tx, payload.case).await? else { return Ok(()) };
        let mut case = stored.case;
        let State::FeedbackPending { until, .. } = case.state else { return Ok(()) };
        if until.as_millisecond() != payload.until || now < until || case.erased {
            return Ok(());
        }
        let change = Change {
            actor: Actor::clone(grant.actor()),
            request_id: None,
            number: case.intake.number.clone(),
            scope: rows::scope::everything(),
            seen: None,
            once: None,
        };
        let decided = vec![(CaseEvent::Closed { cause: CloseCause::WindowOver }, Private::Nothing)];
        self.commit_steps(tx, &mut case, &change, decided, now).await
    }
}

/// Runs `Cases::close_unrated` for the job runner.
pub struct CloseUnratedJob(pub Cases);

#[async_trait::async_trait]
impl Handler for CloseUnratedJob {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        let payload: Payload = job.payload()?;
        let grant = Granted::system("the rating window is over");
        match self.0.close_unrated(&grant, tx, &payload, job.now).await {
            Ok(()) => Ok(Outcome::Done),
            Err(ChangeError::Store(error)) => Err(JobError::Store(error)),
            Err(error) => Err(JobError::later(error)),
        }
    }
}
