//! `journal_log`: which event has which position.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect};
use store::{StoreError, Tx, insert_all};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "journal_log")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub seq: i64,
    /// The first six bytes of the leaf's hash, as a number: by what the holder of a receipt asks for its position.
    pub leaf_start: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Rows of position, `seq` and beginning of the leaf's hash.
pub(crate) async fn insert(tx: &Tx, placed: &[(i64, i64, i64)]) -> Result<(), StoreError> {
    let row = |&(position, seq, leaf_start): &(i64, i64, i64)| ActiveModel {
        position: Set(position),
        seq: Set(seq),
        leaf_start: Set(leaf_start),
    };
    insert_all(tx, placed.iter().map(row).collect()).await
}

/// Positions after `position` with their `seq`s, in order. `position` −1 begins at the first.
pub(crate) async fn after(tx: &Tx, position: i64, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Position.gt(position)).order_by_asc(Column::Position).limit(most).all(tx).await?)
}

/// The positions of events, by `seq`; of those that have one.
pub(crate) async fn of_seqs(tx: &Tx, seqs: &[i64]) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Seq.is_in(seqs.iter().copied())).all(tx).await?)
}

/// The positions of leaves whose hash begins so, in order.
pub(crate) async fn that_begin_with(tx: &Tx, leaf_start: i64) -> Result<Vec<i64>, StoreError> {
    let found = Entity::find().select_only().column(Column::Position).filter(Column::LeafStart.eq(leaf_start));
    Ok(found.order_by_asc(Column::Position).into_tuple().all(tx).await?)
}
