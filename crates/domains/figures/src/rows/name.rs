//! `figure_name`: what the numbers in leaves mean, as it was last said in public.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};
use tlog::leaf::What;

use crate::model::Said;

const TABLE: &str = "figure_name";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_name")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub what: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub number: i64,
    pub value: String,
    pub from_on: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn all(tx: &Tx) -> Result<Vec<Said>, StoreError> {
    let read = |row: Model| {
        let bad = |column| StoreError::corrupt(TABLE, column, format!("{}/{}", row.what, row.code));
        Ok(Said {
            what: What::ALL.iter().copied().find(|what| what.code() == row.what).ok_or_else(|| bad("what"))?,
            number: u32::try_from(row.number).map_err(|_| bad("number"))?,
            code: row.code,
            value: row.value,
            from: row.from_on,
        })
    };
    Entity::find().all(tx).await?.into_iter().map(read).collect()
}

pub(crate) async fn put(tx: &Tx, said: &[Said]) -> Result<(), StoreError> {
    let keys = [Column::What, Column::Code];
    let again = OnConflict::columns(keys).update_columns([Column::Number, Column::Value, Column::FromOn]).to_owned();
    for part in said.chunks(store::ROWS_AT_ONCE) {
        let rows = part.iter().map(|said| ActiveModel {
            what: Set(said.what.code().to_owned()),
            code: Set(said.code.clone()),
            number: Set(said.number.into()),
            value: Set(said.value.clone()),
            from_on: Set(said.from.clone()),
        });
        Entity::insert_many(rows).on_conflict(again.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}
