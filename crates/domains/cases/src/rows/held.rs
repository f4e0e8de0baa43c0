//! What one handler still has in hand.

use kernel::AccountId;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use store::{StoreError, Tx};

use super::record::{Column, Entity, Stored};
use crate::model::StateName;

/// The open cases that `handler` answers for, oldest first. Those of erased people are left out: nothing is added to them.
pub(crate) async fn by(tx: &Tx, handler: AccountId) -> Result<Vec<Stored>, StoreError> {
    let open = StateName::ALL.iter().filter(|state| state.is_open()).map(|state| state.code());
    let hers = Column::Handler.eq(handler.to_string()).and(Column::State.is_in(open)).and(Column::Erased.eq(false));
    let rows = Entity::find().filter(hers).order_by_asc(Column::ReceivedAt).order_by_asc(Column::Id).all(tx).await?;
    rows.into_iter().map(Stored::try_from).collect()
}
