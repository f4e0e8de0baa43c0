//! A proposal that nobody decided lapses; nothing changes.

use identity::Granted;
use jobs::{Handler, Job, JobError, Outcome};
use journal::Envelope;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::Tx;

use crate::errors::SettingError;
use crate::events::{from_source, person};
use crate::model::{Decision, Refusal, Step};
use crate::permissions::ExpireSetting;
use crate::rows;
use crate::service::Settings;

/// The job's kind.
pub(super) const KIND: &str = "settings.expire";

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Payload {
    number: u32,
}

pub(super) fn payload(number: u32) -> Value {
    json!({ "number": number })
}

pub(super) fn key(number: u32) -> String {
    format!("{KIND}:{number}")
}

impl Settings {
    async fn expire(&self, grant: &Granted<ExpireSetting>, tx: &Tx, number: u32, now: kernel::Timestamp) -> Result<(), SettingError> {
        let Some(stored) = rows::proposal::find(tx, number).await? else { return Ok(()) };
        let by = person(grant.actor()).ok_or(SettingError::NoSuchProposal)?;
        let envelope = from_source(Envelope::live(grant.actor().clone(), None, now), self.0.parts.source);
        match self.take(tx, &envelope, stored, Step::Expire, &Decision { by, at: now, remark: None }).await {
            // Decided meanwhile: nothing is left to do.
            Ok(_) | Err(SettingError::Refused { refusal: Refusal::Decided(_), .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Lets proposals lapse, for the job runner.
pub struct ExpireJob(pub Settings);

#[async_trait::async_trait]
impl Handler for ExpireJob {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        let payload: Payload = job.payload()?;
        let grant = Granted::system("nobody decided in time");
        match self.0.expire(&grant, tx, payload.number, job.now).await {
            Ok(()) => Ok(Outcome::Done),
            Err(SettingError::Store(error)) => Err(JobError::Store(error)),
            Err(error) => Err(JobError::later(error)),
        }
    }
}
