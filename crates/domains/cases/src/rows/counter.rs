//! `case_counter`: how many numbers of a day are taken. A process takes blocks of 64 in a transaction of
//! its own (decisions 4), so no command ever waits for this row; gaps are fine.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use store::{StoreError, Tx};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_counter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: String,
    pub next: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Takes `count` numbers of `day`; the first of them.
pub(crate) async fn take(tx: &Tx, day: jiff::civil::Date, count: i64) -> Result<i64, StoreError> {
    let day = day.to_string();
    let once = OnConflict::column(Column::Day).do_nothing().to_owned();
    tx.later(&Entity::insert(ActiveModel { day: Set(day.clone()), next: Set(0) }).on_conflict(once).into_query()).await?;
    let more = Expr::col(Column::Next).add(count);
    tx.later(&Entity::update_many().col_expr(Column::Next, more).filter(Column::Day.eq(&*day)).into_query()).await?;
    let row = Entity::find_by_id(day.clone()).one(tx).await?.ok_or_else(|| StoreError::corrupt("case_counter", "day", day))?;
    Ok(row.next - count)
}
