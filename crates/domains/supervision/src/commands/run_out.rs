//! A stage of an order runs out: whoever should have acted, the supervisor and the organiser are told, and the order says so.

use identity::Granted;
use jobs::{Handler, Job, JobError, Outcome};
use journal::Stream;
use kernel::{Timestamp, format};
use serde_json::Value;
use store::Tx;

use super::issue::{RUN_OUT, Stage};
use super::tell::all;
use crate::errors::SupervisionError;
use crate::events::of_order;
use crate::model::{Away, OrderEvent, Rung, choose};
use crate::permissions::Watching;
use crate::rows;
use crate::service::Supervision;

impl Supervision {
    async fn run_out(&self, grant: &Granted<Watching>, tx: &Tx, stage: Stage, now: Timestamp) -> Result<(), SupervisionError> {
        let Some(stored) = rows::order::find_by_id(tx, stage.order).await? else { return Ok(()) };
        let (id, mut order) = (stored.id, stored.order);
        // Somebody has acted meanwhile.
        if order.version != stage.version || !order.state.is_open() {
            return Ok(());
        }
        let Some(case) = self.0.cases.watched(tx, order.case).await? else { return Ok(()) };
        let calendar = self.0.cases.calendar_at(order.issued_at);
        let (seen, event) = (order.version, OrderEvent::RanOut);
        order.apply(&event, now, &self.deadlines(&calendar, order.issued_at)).map_err(|error| SupervisionError::of_fold(error, seen))?;
        rows::order::save(tx, id, &order, seen).await?;
        let envelope = self.envelope(grant, now);
        self.0.journal.append(tx, &envelope, &Stream::of(id), case.subject(), seen, vec![of_order(&event, None)?]).await?;
        let people = self.concerned(tx, Some(&order.unit), None, now).await?.people;
        let away = Away::of(&rows::absence::on(tx, format::local_date(now)).await?);
        let first = if order.state.waits_for_lead() { Rung::Lead } else { Rung::Supervisor };
        let told = [first, Rung::Supervisor, Rung::Organiser].map(|rung| choose(rung, &people, &away));
        self.tell_of_order(tx, "supervision.ran_out", id, &order, all(&told), now).await?;
        Ok(())
    }
}

/// Marks stages that ran out, for the job runner.
pub struct RunOutJob(pub Supervision);

#[async_trait::async_trait]
impl Handler for RunOutJob {
    fn kind(&self) -> &'static str {
        RUN_OUT
    }

    async fn run(&self, tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        let stage: Stage = job.payload()?;
        let grant = Granted::system("a stage of an order ran out");
        match self.0.run_out(&grant, tx, stage, job.now).await {
            Ok(()) => Ok(Outcome::Done),
            Err(SupervisionError::Store(error)) => Err(JobError::Store(error)),
            Err(error) => Err(JobError::later(error)),
        }
    }
}
