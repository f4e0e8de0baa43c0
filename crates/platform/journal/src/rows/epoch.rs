//! `log_epoch`: the first leaf of each log after the first.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder};
use store::{StoreError, Tx};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "log_epoch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub epoch: i64,
    pub leaf: Vec<u8>,
    /// Of epoch and leaf, under the journal's key: whoever can only write SQL begins no log.
    pub mac: Vec<u8>,
    pub began_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn find(tx: &Tx, epoch: i64) -> Result<Option<Model>, StoreError> {
    Ok(Entity::find_by_id(epoch).one(tx).await?)
}

pub(crate) async fn all(tx: &Tx) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().order_by_asc(Column::Epoch).all(tx).await?)
}

pub(crate) async fn insert(tx: &Tx, epoch: i64, leaf: Vec<u8>, mac: [u8; 32], now: Timestamp) -> Result<(), StoreError> {
    let row = ActiveModel { epoch: Set(epoch), leaf: Set(leaf), mac: Set(mac.to_vec()), began_at: Set(now.as_millisecond()) };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
