//! `case_ref_gone`: names in the public log whose facts are to be taken back, because the person was erased.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};
use tlog::leaf::CaseRef;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_ref_gone")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn insert(tx: &Tx, name: CaseRef) -> Result<(), StoreError> {
    Entity::insert(ActiveModel { name: Set(name.to_string()) })
        .on_conflict(OnConflict::column(Column::Name).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

pub(crate) async fn all(tx: &Tx) -> Result<Vec<String>, StoreError> {
    Ok(Entity::find().order_by_asc(Column::Name).all(tx).await?.into_iter().map(|row| row.name).collect())
}

pub(crate) async fn remove(tx: &Tx, names: &[String]) -> Result<(), StoreError> {
    for part in names.chunks(store::ROWS_AT_ONCE) {
        Entity::delete_many().filter(Column::Name.is_in(part)).exec(tx).await?;
    }
    Ok(())
}
