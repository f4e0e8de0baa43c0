//! `identity_attempt`: tries to sign in, by keyed hash of where they came from. Forgotten after minutes.

use kernel::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use store::{StoreError, Tx};

use crate::model::Tally;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub source: String,
    pub window_start: i64,
    pub tries: i64,
    pub next_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// What is known of a source, held until the transaction ends: tries sent at once are counted one after the other, on
/// PostgreSQL at `READ COMMITTED` too. An unknown source has a tally of long ago.
pub(crate) async fn lock(tx: &Tx, source: &str) -> Result<Tally, StoreError> {
    let row = ActiveModel { source: Set(source.to_owned()), window_start: Set(i64::MIN), tries: Set(0), next_at: Set(i64::MIN) };
    // An update that changes nothing takes the lock of the row and returns it as it is.
    let key = OnConflict::column(Column::Source).value(Column::Tries, Expr::col((Entity, Column::Tries))).to_owned();
    let row = Entity::insert(row).on_conflict(key).exec_with_returning(tx).await?;
    Ok(Tally { window_start: row.window_start, count: row.tries, next_at: row.next_at })
}

pub(crate) async fn put(tx: &Tx, source: &str, tally: Tally) -> Result<(), StoreError> {
    let row = ActiveModel {
        source: Set(source.to_owned()),
        window_start: Set(tally.window_start),
        tries: Set(tally.count),
        next_at: Set(tally.next_at),
    };
    let key = OnConflict::column(Column::Source).update_columns([Column::WindowStart, Column::Tries, Column::NextAt]).to_owned();
    Entity::insert(row).on_conflict(key).exec_without_returning(tx).await?;
    Ok(())
}

pub(crate) async fn forget(tx: &Tx, source: &str) -> Result<(), StoreError> {
    Entity::delete_by_id(source.to_owned()).exec(tx).await?;
    Ok(())
}

/// Forgets what began before `before`; how many.
pub(crate) async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    let old = Column::WindowStart.lt(before.as_millisecond());
    Ok(Entity::delete_many().filter(old).exec(tx).await?.rows_affected)
}
