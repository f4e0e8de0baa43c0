//! `figure_batch`: when facts went out, and by which events.

use jiff::civil::Date;
use kernel::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder};
use store::{StoreError, Tx};

use crate::model::Batch;

const TABLE: &str = "figure_batch";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_batch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub on_day: String,
    pub made_at: i64,
    pub through: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Batch {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, row.position);
        Ok(Self {
            table: row.position,
            on: row.on_day.parse().map_err(|_| bad("on_day"))?,
            made_at: Timestamp::from_millisecond(row.made_at).map_err(|_| bad("made_at"))?,
            through: row.through,
        })
    }
}

pub(crate) async fn last(tx: &Tx) -> Result<Option<Batch>, StoreError> {
    Entity::find().order_by_desc(Column::Position).one(tx).await?.map(Batch::try_from).transpose()
}

pub(crate) async fn of_day(tx: &Tx, on: Date) -> Result<Option<Batch>, StoreError> {
    Entity::find().filter(Column::OnDay.eq(on.to_string())).one(tx).await?.map(Batch::try_from).transpose()
}

pub(crate) async fn all(tx: &Tx) -> Result<Vec<Batch>, StoreError> {
    Entity::find().order_by_asc(Column::Position).all(tx).await?.into_iter().map(Batch::try_from).collect()
}

pub(crate) async fn insert(tx: &Tx, batch: &Batch) -> Result<(), StoreError> {
    let row = ActiveModel {
        position: Set(batch.table),
        on_day: Set(batch.on.to_string()),
        made_at: Set(batch.made_at.as_millisecond()),
        through: Set(batch.through),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
