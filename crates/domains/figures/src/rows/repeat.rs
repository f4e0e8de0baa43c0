//! `figure_repeat`: cases that came again (K7). Found when the later one is seen.

use std::collections::BTreeSet;

use kernel::CaseId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_repeat")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn all(tx: &Tx) -> Result<BTreeSet<CaseId>, StoreError> {
    let rows = Entity::find().all(tx).await?;
    rows.iter().map(|row| row.id.parse().map_err(|_| StoreError::corrupt("figure_repeat", "id", &row.id))).collect()
}

pub(crate) async fn add(tx: &Tx, cases: &BTreeSet<CaseId>) -> Result<(), StoreError> {
    let cases: Vec<&CaseId> = cases.iter().collect();
    let once = OnConflict::column(Column::Id).do_nothing().to_owned();
    for part in cases.chunks(1000) {
        let rows = part.iter().map(|id| ActiveModel { id: Set(id.to_string()) });
        Entity::insert_many(rows).on_conflict(once.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}
