//! `case_on_call`: the list of who is called, as one row, so that it is replaced whole.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use store::{StoreError, Tx};

use crate::model::Duty;

const TABLE: &str = "case_on_call";

/// The one row.
const COUNTY: &str = "county";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_on_call")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub version: i64,
    pub duties: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// The list and its version; version 0 before it was ever set.
pub(crate) async fn read(tx: &Tx) -> Result<(Vec<Duty>, i64), StoreError> {
    let Some(row) = Entity::find_by_id(COUNTY).one(tx).await? else { return Ok((Vec::new(), 0)) };
    let duties = serde_json::from_str(&row.duties).map_err(|_| StoreError::corrupt(TABLE, "duties", COUNTY))?;
    Ok((duties, row.version))
}

/// Replaces the list that was read at `seen`; [`StoreError::Stale`] when somebody was faster.
pub(crate) async fn replace(tx: &Tx, duties: &[Duty], seen: i64) -> Result<(), StoreError> {
    let text = serde_json::to_string(duties).map_err(|_| StoreError::corrupt(TABLE, "duties", COUNTY))?;
    let row = ActiveModel { id: Set(COUNTY.to_owned()), version: Set(seen + 1), duties: Set(text) };
    let written = if seen == 0 {
        let first = OnConflict::column(Column::Id).do_nothing().to_owned();
        Entity::insert(row).on_conflict(first).exec_without_returning(tx).await?
    } else {
        Entity::update_many().set(row).filter(Column::Id.eq(COUNTY).and(Column::Version.eq(seen))).exec(tx).await?.rows_affected
    };
    if written == 1 { Ok(()) } else { Err(StoreError::Stale) }
}
