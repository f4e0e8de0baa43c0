//! Who is called (decisions 3): the county's list, replaced whole.

use std::sync::Arc;

use identity::Granted;
use journal::{Envelope, NewEvent, Stream};
use kernel::SubjectId;
use kernel::problem::FieldFault;
use serde_json::json;
use store::{StoreError, Tx};

use crate::errors::ChangeError;
use crate::model::Duty;
use crate::permissions::SetOnCall;
use crate::rows;
use crate::service::Cases;

/// The stream of the list.
pub(crate) const STREAM: &str = "on_call";

/// Its events have no private part; the journal still wants a key for one.
const SUBJECT: [u8; 16] = *b"county: on call.";

/// Longest list: more people than that is nobody in particular.
const LONGEST: usize = 20;

impl Cases {
    /// Replaces the list that was read at `seen`. Only those can be on it who may answer an alarm.
    pub async fn set_on_call(&self, grant: &Granted<SetOnCall>, duties: Vec<Duty>, seen: i64) -> Result<(), ChangeError> {
        let available = self.staff.answering().await?;
        let mut faults = Vec::new();
        if duties.len() > LONGEST {
            faults.push(FieldFault { field: "account", code: "too_many" });
        }
        if !duties.iter().all(|duty| available.iter().any(|person| person.account == duty.account)) {
            faults.push(FieldFault { field: "account", code: "unknown" });
        }
        if !duties.iter().all(Duty::is_valid) {
            faults.push(FieldFault { field: "hours", code: "unknown" });
        }
        if !faults.is_empty() {
            return Err(ChangeError::Invalid(faults));
        }
        let (cases, duties, now) = (self.clone(), Arc::new(duties), self.clock.now());
        let envelope = Envelope { source: self.source, ..Envelope::live(grant.actor().clone(), grant.request_id(), now) };
        self.db
            .write(move |tx| {
                let (cases, duties, envelope) = (cases.clone(), Arc::clone(&duties), envelope.clone());
                async move { Ok(cases.store_on_call(&tx, &envelope, &duties, seen).await?) }
            })
            .await
    }

    /// Replaces the list that was read at `seen`, with its event, inside the caller's transaction.
    pub(crate) async fn store_on_call(&self, tx: &Tx, envelope: &Envelope, duties: &[Duty], seen: i64) -> Result<(), StoreError> {
        rows::on_call::replace(tx, duties, seen).await?;
        let event = NewEvent {
            kind: "case.on_call_set",
            kind_version: 1,
            occurred_at: None,
            public: json!({ "duties": duties }),
            private: serde_json::Value::Null,
            reason: None,
        };
        let subject = SubjectId::from_bytes(SUBJECT);
        self.journal.append(tx, envelope, &Stream::of(STREAM), subject, seen, vec![event]).await?;
        Ok(())
    }
}
