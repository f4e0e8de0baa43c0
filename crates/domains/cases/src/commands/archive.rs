//! Archiving (domain 4.1 row 31): what closed long enough ago loses its person, and its figures stay. Only what is closed is
//! archived: every other end closes by itself or by somebody's word first (ADR 0020).
//!
//! One job of the whole site, every night. A commit archives at most [`CHUNK`] cases, so that no other write waits long; then
//! the same job is due again at once, behind whatever else is due.

use identity::Granted;
use jiff::ToSpan;
use jobs::{Handler, Job, JobError, NewJob, Outcome};
use kernel::{CaseId, JobId, Timestamp, format};
use serde_json::{Value, json};
use store::{StoreError, Tx};

use super::change::Change;
use crate::catalogue::CaseType;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{CaseEvent, Retention};
use crate::permissions::RunTimer;
use crate::rows;
use crate::service::Cases;

/// The job's kind, and its key: there is one.
const KIND: &str = "case.archive";

/// Most cases that one commit archives.
const CHUNK: usize = 10;

/// The hour of the night, Beijing time, before the backup is made: what was forgotten is not in it.
const HOUR: i8 = 1;

fn next_night(now: Timestamp) -> Timestamp {
    let tonight = format::instant(format::local_date(now).at(HOUR, 0, 0, 0));
    if tonight > now { tonight } else { tonight + 24.hours() }
}

impl Cases {
    /// Sees to it that archiving goes on: enqueues its job, unless it waits already. For every start of a program that does jobs.
    pub async fn begin_archiving(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let job = NewJob::new(JobId::new(now, self.rng.as_ref()), KIND, json!({}), next_night(now)).unique(KIND);
        self.db
            .write(move |tx| {
                let job = job.clone();
                async move { jobs::enqueue(&tx, &job).await }
            })
            .await
    }

    /// The cases that are due now, at most [`CHUNK`].
    async fn due_for_archive(&self, tx: &Tx, now: Timestamp) -> Result<Vec<CaseId>, StoreError> {
        let kept = Retention::of(&self.settings().at(now));
        let mut due = Vec::new();
        for case_type in CaseType::ALL {
            let bounds = (kept.over_before(case_type, false, now), kept.over_before(case_type, true, now));
            let room = CHUNK.saturating_sub(due.len()) as u64;
            if room > 0 {
                due.extend(rows::retention::due(tx, case_type, bounds, now, room).await?);
            }
        }
        Ok(due)
    }

    /// Archives what is due, at most [`CHUNK`]; whether there may be more.
    async fn archive_some(&self, grant: &Granted<RunTimer>, tx: &Tx, now: Timestamp) -> Result<bool, ChangeError> {
        let due = self.due_for_archive(tx, now).await?;
        let mut archived = 0;
        for id in &due {
            let mut case = match rows::record::find_by_id(tx, *id).await {
                Ok(Some(stored)) => stored.case,
                // Broken: doctor names it, and the others go on.
                Ok(None) | Err(StoreError::Corrupt { .. }) => continue,
                Err(error) => return Err(error.into()),
            };
            let change = Change::of_system(grant.actor().clone(), &case);
            self.commit_steps(tx, &mut case, &change, vec![(CaseEvent::Archived, Private::Nothing)], now).await?;
            self.forget_person(tx, &case, now).await?;
            archived += 1;
        }
        Ok(archived > 0 && due.len() == CHUNK)
    }
}

/// Archives what has been kept long enough, for the job runner.
pub struct ArchiveJob(pub Cases);

#[async_trait::async_trait]
impl Handler for ArchiveJob {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        let grant = Granted::system("kept as long as the rules say");
        match self.0.archive_some(&grant, tx, job.now).await {
            Ok(more) => Ok(Outcome::Again { at: if more { job.now } else { next_night(job.now) } }),
            Err(ChangeError::Store(error)) => Err(JobError::Store(error)),
            Err(error) => Err(JobError::later(error)),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn it_runs_once_a_night() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(next_night(at("2026-11-23T00:59:59+08:00")), at("2026-11-23T01:00:00+08:00"));
        assert_eq!(next_night(at("2026-11-23T01:00:00+08:00")), at("2026-11-24T01:00:00+08:00"));
    }
}
