//! `journal_pending`: events that wait for their position.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, QueryTrait};
use store::{StoreError, Tx, insert_all};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "journal_pending")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// Why the sequencer will not take it; a person must look.
    pub refused: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn insert(tx: &Tx, seqs: &[i64]) -> Result<(), StoreError> {
    insert_all(tx, seqs.iter().map(|seq| ActiveModel { seq: Set(*seq), refused: Set(None) }).collect()).await
}

/// The oldest that may be taken.
pub(crate) async fn waiting(tx: &Tx, most: u64) -> Result<Vec<i64>, StoreError> {
    let rows = Entity::find().filter(Column::Refused.is_null()).order_by_asc(Column::Seq).limit(most).all(tx).await?;
    Ok(rows.into_iter().map(|row| row.seq).collect())
}

pub(crate) async fn all(tx: &Tx) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().order_by_asc(Column::Seq).all(tx).await?)
}

pub(crate) async fn remove(tx: &Tx, seqs: &[i64]) -> Result<(), StoreError> {
    tx.later(&Entity::delete_many().filter(Column::Seq.is_in(seqs.iter().copied())).into_query()).await
}

pub(crate) async fn refuse(tx: &Tx, seq: i64, reason: &str) -> Result<(), StoreError> {
    Entity::update_many().col_expr(Column::Refused, Expr::value(reason)).filter(Column::Seq.eq(seq)).exec(tx).await?;
    Ok(())
}
