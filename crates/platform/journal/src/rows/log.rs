//! `journal_log`: which event has which position.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect};
use store::{StoreError, Tx};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "journal_log")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub seq: i64,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn insert(tx: &Tx, placed: &[(i64, i64)]) -> Result<(), StoreError> {
    // SQLite takes 32,766 values in one statement; 500 rows keep well below on both.
    for part in placed.chunks(500) {
        let rows = part.iter().map(|&(position, seq)| ActiveModel { position: Set(position), seq: Set(seq) });
        Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Positions after `position` with their `seq`s, in order. `position` −1 begins at the first.
pub(crate) async fn after(tx: &Tx, position: i64, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Position.gt(position)).order_by_asc(Column::Position).limit(most).all(tx).await?)
}
