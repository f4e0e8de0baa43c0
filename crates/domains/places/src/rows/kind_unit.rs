//! `place_kind_unit`: other units for kinds of matters, each from a day on.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};

use super::read;
use crate::model::kinds::KindUnit;

const TABLE: &str = "place_kind_unit";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_kind_unit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    pub unit: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// All of them, the oldest first.
pub(super) async fn all(tx: &Tx) -> Result<Vec<KindUnit>, StoreError> {
    let query = Entity::find().order_by_asc(Column::ValidFrom).order_by_asc(Column::Code);
    query.all(tx).await?.into_iter().map(KindUnit::try_from).collect()
}

/// Writes another unit; of two for the same day the later one holds.
pub(super) async fn put(tx: &Tx, change: &KindUnit) -> Result<(), StoreError> {
    let row =
        ActiveModel { code: Set(change.code.to_string()), valid_from: Set(change.from.to_string()), unit: Set(change.unit.to_string()) };
    let key = OnConflict::columns([Column::Code, Column::ValidFrom]).update_columns([Column::Unit]).to_owned();
    Entity::insert(row).on_conflict(key).exec_without_returning(tx).await?;
    Ok(())
}

impl TryFrom<Model> for KindUnit {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            code: read(&row.code, TABLE, "code", &row.code)?,
            from: read(&row.valid_from, TABLE, "valid_from", &row.code)?,
            unit: read(&row.unit, TABLE, "unit", &row.code)?,
        })
    }
}
