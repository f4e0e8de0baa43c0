//! Many rows, some hundreds in a statement.

use sea_orm::{ActiveModelTrait, EntityTrait, Insert, IntoActiveModel, QueryTrait};

use crate::{StoreError, Tx};

/// Rows or keys of one statement, where there may be many. SQLite takes 32,766 values and PostgreSQL 65,535: so many rows of any table
/// of ours stay below both.
pub const ROWS_AT_ONCE: usize = 500;

/// Stores new rows, however many, by [`Tx::later`]: none of them may be there already.
pub async fn insert_all<A>(tx: &Tx, rows: Vec<A>) -> Result<(), StoreError>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        tx.later(&Insert::many(rows.by_ref().take(ROWS_AT_ONCE)).into_query()).await?;
    }
    Ok(())
}
