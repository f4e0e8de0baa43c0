//! What one member of staff has in hand: cases that go to somebody else when she leaves, and proposals of hers.

use kernel::AccountId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{Condition, QueryOrder};
use store::{StoreError, Tx};

use super::record::{Column, Entity, Stored};
use crate::model::StateName;

/// The states in which somebody works on a case by name: those of row 28 (改派). Later ones wait for the resident, and whoever
/// hands a reopened case on names somebody anew.
const IN_HAND: [StateName; 4] = [StateName::Accepted, StateName::InProgress, StateName::AwaitingResident, StateName::Deferred];

/// The cases that `handler` works on, oldest first. Those of erased people are left out: nothing is added to them.
pub(crate) async fn by(tx: &Tx, handler: AccountId) -> Result<Vec<Stored>, StoreError> {
    let in_hand = IN_HAND.iter().map(|state| state.code());
    read(tx, Column::Handler.eq(handler.to_string()).and(Column::State.is_in(in_hand)).into()).await
}

/// The cases on which a proposal of `account` waits, oldest first.
pub(crate) async fn proposed_by(tx: &Tx, account: AccountId) -> Result<Vec<Stored>, StoreError> {
    // The id stands somewhere in the proposal; whether as its proposer, the model knows.
    let mut found = read(tx, Column::Pending.contains(account.to_string()).into()).await?;
    found.retain(|stored| stored.case.pending.as_ref().is_some_and(|pending| pending.by == Some(account)));
    Ok(found)
}

async fn read(tx: &Tx, those: Condition) -> Result<Vec<Stored>, StoreError> {
    let rows = Entity::find().filter(those).filter(Column::Erased.eq(false));
    let rows = rows.order_by_asc(Column::ReceivedAt).order_by_asc(Column::Id).all(tx).await?;
    rows.into_iter().map(Stored::try_from).collect()
}
