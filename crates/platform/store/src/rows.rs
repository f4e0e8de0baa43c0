//! Many rows, some hundreds in a statement.

use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, Insert, IntoActiveModel};

use crate::StoreError;

/// Rows or keys of one statement, where there may be many. SQLite takes 32,766 values and PostgreSQL 65,535: so many rows of any table
/// of ours stay below both.
pub const ROWS_AT_ONCE: usize = 500;

/// Stores new rows, however many. A row that is there already is refused by the database.
pub async fn insert_all<A>(tx: &impl ConnectionTrait, rows: Vec<A>) -> Result<(), StoreError>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        Insert::many(rows.by_ref().take(ROWS_AT_ONCE)).exec_without_returning(tx).await?;
    }
    Ok(())
}
