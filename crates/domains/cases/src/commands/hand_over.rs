//! Somebody leaves: all open cases of a handler go to another handler of the same unit (domain 4.1 row 28; decisions 3).

use std::collections::BTreeMap;

use journal::Envelope;
use kernel::{AccountId, UnitCode};
use store::{StoreError, Tx};

use super::change::Change;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::rows;
use crate::service::Cases;

/// How many open cases a handler has for one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The unit.
    pub unit: UnitCode,
    /// How many.
    pub count: u64,
}

impl Cases {
    /// The open cases of `handler`, counted by unit.
    pub async fn held_by(&self, tx: &Tx, handler: AccountId) -> Result<Vec<Held>, StoreError> {
        let mut counts: BTreeMap<UnitCode, u64> = BTreeMap::new();
        for stored in rows::held::by(tx, handler).await? {
            if let Some(unit) = stored.case.unit() {
                *counts.entry(unit.clone()).or_default() += 1;
            }
        }
        Ok(counts.into_iter().map(|(unit, count)| Held { unit, count }).collect())
    }

    /// Moves all open cases that `from` has for `unit` to `to`, inside the caller's transaction; one event in each case. That
    /// `to` handles cases of the unit is the caller's to know. Returns how many.
    pub async fn hand_over(
        &self,
        tx: &Tx,
        envelope: &Envelope,
        from: AccountId,
        to: AccountId,
        unit: &UnitCode,
    ) -> Result<u64, ChangeError> {
        let mut moved = 0;
        for stored in rows::held::by(tx, from).await? {
            let mut case = stored.case;
            if case.unit() != Some(unit) {
                continue;
            }
            let change = Change {
                actor: envelope.actor.clone(),
                request_id: envelope.request_id,
                number: case.intake.number.clone(),
                scope: rows::scope::everything(),
                seen: None,
                once: None,
            };
            let decided = vec![(CaseEvent::HandedOver { handler: to }, Private::Nothing)];
            self.commit_steps(tx, &mut case, &change, decided, envelope.now).await?;
            moved += 1;
        }
        Ok(moved)
    }
}
