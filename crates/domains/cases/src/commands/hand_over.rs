//! Somebody leaves (domain 4.1 row 28; decisions 3): the cases that she works on go to another handler of the same unit, her
//! proposals are taken back, and nobody calls her any more.

use std::collections::BTreeMap;

use journal::Envelope;
use kernel::{AccountId, UnitCode};
use store::{StoreError, Tx};

use super::change::Change;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Case, CaseEvent, ProposalEnd};
use crate::rows;
use crate::service::Cases;

/// How many cases a handler works on for one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The unit.
    pub unit: UnitCode,
    /// How many.
    pub count: u64,
}

impl Cases {
    /// The cases that `handler` works on, counted by unit.
    pub async fn held_by(&self, tx: &Tx, handler: AccountId) -> Result<Vec<Held>, StoreError> {
        let mut counts: BTreeMap<UnitCode, u64> = BTreeMap::new();
        for stored in rows::held::by(tx, handler).await? {
            if let Some(unit) = stored.case.unit() {
                *counts.entry(unit.clone()).or_default() += 1;
            }
        }
        Ok(counts.into_iter().map(|(unit, count)| Held { unit, count }).collect())
    }

    /// Moves all cases that `from` works on for `unit` to `to`, inside the caller's transaction; one event in each case. That
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
            let change = following(envelope, &case);
            let decided = vec![(CaseEvent::Reassigned { handler: to }, Private::Nothing)];
            self.commit_steps(tx, &mut case, &change, decided, envelope.now).await?;
            moved += 1;
        }
        Ok(moved)
    }

    /// Takes back what `account` has proposed and takes it from the list of who is called, inside the caller's transaction.
    pub async fn relieve(&self, tx: &Tx, envelope: &Envelope, account: AccountId) -> Result<(), ChangeError> {
        for stored in rows::held::proposed_by(tx, account).await? {
            let mut case = stored.case;
            let change = following(envelope, &case);
            let decided = Self::without_proposal(&case, ProposalEnd::TakenBack, envelope.now);
            self.commit_steps(tx, &mut case, &change, decided, envelope.now).await?;
        }
        let (mut duties, seen) = rows::on_call::read(tx).await?;
        let before = duties.len();
        duties.retain(|duty| duty.account != account);
        if duties.len() < before {
            self.store_on_call(tx, envelope, &duties, seen).await?;
        }
        Ok(())
    }
}

/// A step that follows from somebody's leaving, by whoever lets her go.
fn following(envelope: &Envelope, case: &Case) -> Change {
    Change { request_id: envelope.request_id, ..Change::of_system(envelope.actor.clone(), case) }
}
