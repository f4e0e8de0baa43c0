//! `place_name`: new names of areas, units and kinds, each from a day on.

use jiff::civil::Date;
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};

use super::read;
use crate::model::{NameChange, Renamed};

const TABLE: &str = "place_name";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_name")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub sort: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: String,
    pub name: String,
    pub name_en: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Writes a new name; of two for the same day the later one holds.
pub(super) async fn put(tx: &Tx, change: &NameChange) -> Result<(), StoreError> {
    let (sort, code) = match &change.of {
        Renamed::Area(code) => ("area", code.to_string()),
        Renamed::Unit(code) => ("unit", code.to_string()),
        Renamed::Category(code) => ("category", code.to_string()),
        Renamed::Kind(code) => ("kind", code.to_string()),
    };
    let row = ActiveModel {
        sort: Set(sort.to_owned()),
        code: Set(code),
        valid_from: Set(change.from.to_string()),
        name: Set(change.name.clone()),
        name_en: Set(change.name_en.clone()),
    };
    let key =
        OnConflict::columns([Column::Sort, Column::Code, Column::ValidFrom]).update_columns([Column::Name, Column::NameEn]).to_owned();
    Entity::insert(row).on_conflict(key).exec_without_returning(tx).await?;
    Ok(())
}

/// All of them, the oldest first.
pub(super) async fn all(tx: &Tx) -> Result<Vec<NameChange>, StoreError> {
    let query = Entity::find().order_by_asc(Column::ValidFrom).order_by_asc(Column::Sort).order_by_asc(Column::Code);
    query.all(tx).await?.into_iter().map(NameChange::try_from).collect()
}

impl TryFrom<Model> for NameChange {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        let of = match row.sort.as_str() {
            "area" => Renamed::Area(read(&row.code, TABLE, "code", &row.code)?),
            "unit" => Renamed::Unit(read(&row.code, TABLE, "code", &row.code)?),
            "category" => Renamed::Category(read(&row.code, TABLE, "code", &row.code)?),
            "kind" => Renamed::Kind(read(&row.code, TABLE, "code", &row.code)?),
            _ => return Err(StoreError::corrupt(TABLE, "sort", &row.code)),
        };
        Ok(Self { of, from: read::<Date>(&row.valid_from, TABLE, "valid_from", &row.code)?, name: row.name, name_en: row.name_en })
    }
}
