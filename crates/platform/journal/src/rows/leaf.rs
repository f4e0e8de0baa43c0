//! `log_leaf`: the leaves of the public log that are no seals.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect};
use store::{StoreError, Tx, insert_all};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "log_leaf")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub leaf: Vec<u8>,
    /// Of position and leaf, under the journal's key: whoever can only write SQL publishes no figures.
    pub mac: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn insert(tx: &Tx, rows: Vec<Model>) -> Result<(), StoreError> {
    let row = |row: Model| ActiveModel { position: Set(row.position), leaf: Set(row.leaf), mac: Set(row.mac) };
    insert_all(tx, rows.into_iter().map(row).collect()).await
}

/// Leaves after `position`, in order. `position` −1 begins at the first.
pub(crate) async fn after(tx: &Tx, position: i64, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Position.gt(position)).order_by_asc(Column::Position).limit(most).all(tx).await?)
}
