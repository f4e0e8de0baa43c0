//! `figure_waiting`: cases whose facts changed and that must wait until enough others hide them.

use kernel::CaseId;
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use store::{StoreError, Tx, insert_all};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_waiting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn all(tx: &Tx) -> Result<Vec<CaseId>, StoreError> {
    let rows = Entity::find().order_by_asc(Column::Id).all(tx).await?;
    rows.iter().map(|row| row.id.parse().map_err(|_| StoreError::corrupt("figure_waiting", "id", &row.id))).collect()
}

/// Makes those that wait these.
pub(crate) async fn replace(tx: &Tx, waiting: &[CaseId]) -> Result<(), StoreError> {
    Entity::delete_many().exec(tx).await?;
    insert_all(tx, waiting.iter().map(|id| ActiveModel { id: Set(id.to_string()) }).collect()).await
}
