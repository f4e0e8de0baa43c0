//! An order is issued (发督办单): by a supervisor, or by a rule. One about a case is open at a time.

use std::sync::Arc;

use cases::model::Case;
use identity::Granted;
use jobs::NewJob;
use journal::{Envelope, Stream};
use kernel::{AccountId, CaseId, JobId, OrderId, Timestamp, format};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx};

use super::tell::{News, all};
use super::words;
use crate::errors::SupervisionError;
use crate::events::of_order;
use crate::model::{Away, Cause, Order, OrderEvent, People, Rung, Trigger, answering, choose};
use crate::permissions::IssueOrder;
use crate::rows;
use crate::service::Supervision;

/// The job's kind when a stage of an order runs out.
pub(super) const RUN_OUT: &str = "supervision.run_out";

/// Which stage of which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stage {
    pub order: OrderId,
    pub version: i64,
}

fn key(order: OrderId) -> String {
    format!("{RUN_OUT}:{order}")
}

impl Supervision {
    /// Issues an order about the case with this id, with what is demanded. Returns its number.
    pub async fn issue(&self, grant: &Granted<IssueOrder>, case: CaseId, demand: &str) -> Result<u32, SupervisionError> {
        let demand = Arc::new(words("demand", demand)?);
        let now = self.now();
        let (supervision, envelope) = (self.clone(), Arc::new(self.envelope(grant, now)));
        self.0
            .db
            .write(move |tx| {
                let (supervision, envelope, demand) = (supervision.clone(), Arc::clone(&envelope), Arc::clone(&demand));
                async move {
                    let case = supervision.0.cases.watched(&tx, case).await?.ok_or(SupervisionError::NoSuchCase)?;
                    let orders = rows::order::of_case(&tx, case.id).await?;
                    if let Some(open) = orders.iter().find(|stored| stored.order.state.is_open()) {
                        return Err(SupervisionError::OrderOpen { number: open.order.number });
                    }
                    let trigger = Trigger { cause: Cause::Hand, occasion: format!("{}:{}", Cause::Hand.code(), orders.len() + 1) };
                    let people = supervision.concerned(&tx, answering(&case), case.handler(), now).await?.people;
                    let away = Away::of(&rows::absence::on(&tx, format::local_date(now)).await?);
                    supervision.issue_in(&tx, &envelope, &case, trigger, Some(&demand), (&people, &away)).await
                }
            })
            .await
    }

    /// The same inside a transaction: row, event, deadline, reminders, and the supervisor may read the case.
    pub(super) async fn issue_in(
        &self,
        tx: &Tx,
        envelope: &Envelope,
        case: &Case,
        trigger: Trigger,
        demand: Option<&str>,
        (people, away): (&People, &Away),
    ) -> Result<u32, SupervisionError> {
        let now = envelope.now;
        let unit = answering(case).ok_or(SupervisionError::NoUnit)?.clone();
        let number = rows::order::next_number(tx).await?;
        let case_number = case.intake.number.clone();
        let event = OrderEvent::Issued { number, case: case.id, case_number, unit, cause: trigger.cause, occasion: trigger.occasion };
        let calendar = self.0.cases.calendar_at(now);
        let order = Order::begin(&event, now, &self.deadlines(&calendar, now)).map_err(|error| SupervisionError::of_fold(error, 0))?;
        let id = OrderId::new(now, self.0.rng.as_ref());
        rows::order::insert(tx, id, &order).await?;
        self.0.journal.append(tx, envelope, &Stream::of(id), case.subject(), 0, vec![of_order(&event, demand)?]).await?;
        self.await_stage(tx, id, &order, now).await?;
        let told = [choose(Rung::Lead, people, away), choose(Rung::Supervisor, people, away)];
        self.tell_of_order(tx, "supervision.issued", id, &order, all(&told), now).await?;
        self.reading_by_orders(tx, case.id, true, false).await?;
        Ok(number)
    }

    /// A job waits for the end of the stage that the order is in; whatever waited before is taken back.
    pub(super) async fn await_stage(&self, tx: &Tx, id: OrderId, order: &Order, now: Timestamp) -> Result<(), StoreError> {
        jobs::cancel(tx, &key(id)).await?;
        let Some(due) = order.due_at else { return Ok(()) };
        let stage = Stage { order: id, version: order.version };
        let payload = serde_json::to_value(stage).map_err(|_| StoreError::corrupt("job", "payload", id))?;
        let job = NewJob::new(JobId::new(now, self.0.rng.as_ref()), RUN_OUT, payload, due).unique(key(id));
        jobs::enqueue(tx, &job).await?;
        Ok(())
    }

    /// Tells people of an order, each once for each of its versions.
    pub(super) async fn tell_of_order(
        &self,
        tx: &Tx,
        kind: &'static str,
        id: OrderId,
        order: &Order,
        to: Vec<AccountId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let about = order.number.to_string();
        let news = News { kind, about: &about, detail: Some(order.case_number.to_string()), once: format!("{id}:{}", order.version) };
        self.tell(tx, to, &news, now).await.map(drop)
    }
}
