//! `place_kind_end`: kinds of matters that were closed, shipped ones and the county's own.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};

use super::read;
use crate::model::kinds::{KindEnd, KindLevel};

const TABLE: &str = "place_kind_end";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_kind_end")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub level: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub valid_until: String,
    pub successor: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// All of them, by level and code.
pub(super) async fn all(tx: &Tx) -> Result<Vec<KindEnd>, StoreError> {
    Entity::find().order_by_asc(Column::Level).order_by_asc(Column::Code).all(tx).await?.into_iter().map(KindEnd::try_from).collect()
}

/// Ends a kind; [`StoreError::Stale`] when it has an end already.
pub(super) async fn put(tx: &Tx, end: &KindEnd) -> Result<(), StoreError> {
    let row = ActiveModel {
        level: Set(end.level.code().to_owned()),
        code: Set(end.code.to_string()),
        valid_until: Set(end.until.to_string()),
        successor: Set(end.successor.to_string()),
    };
    let ended = OnConflict::columns([Column::Level, Column::Code]).do_nothing().to_owned();
    let written = Entity::insert(row).on_conflict(ended).exec_without_returning(tx).await?;
    if written == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

impl TryFrom<Model> for KindEnd {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            level: KindLevel::from_code(&row.level).ok_or_else(|| StoreError::corrupt(TABLE, "level", &row.code))?,
            code: read(&row.code, TABLE, "code", &row.code)?,
            until: read(&row.valid_until, TABLE, "valid_until", &row.code)?,
            successor: read(&row.successor, TABLE, "successor", &row.code)?,
        })
    }
}
