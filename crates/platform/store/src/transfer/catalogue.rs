//! What the databases say of their tables, keys and numbers: here alone their dialects differ.

use std::sync::Arc;

use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};

use super::TransferError;
use super::form::{Kind, Shape};
use crate::{Db, Tx};

/// Where the migrations that were applied are kept. Compared, never copied: each database has its own.
const MIGRATIONS: &str = "seaql_migrations";

/// The migrations that were applied, sorted; none in a database that was never migrated.
pub async fn migrations(tx: &Tx) -> Result<Vec<String>, TransferError> {
    if !tables(tx).await?.iter().any(|name| name == MIGRATIONS) {
        return Ok(Vec::new());
    }
    let rows = tx.query_all(&Query::select().column(Alias::new("version")).from(Alias::new(MIGRATIONS)).to_owned()).await?;
    let mut names = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?;
    names.sort_unstable();
    Ok(names)
}

/// The names of all tables, the migrations' own among them.
pub async fn tables(tx: &Tx) -> Result<Vec<String>, TransferError> {
    let sql = match tx.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        }
        _ => "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_'",
    };
    let rows = all(tx, sql, []).await?;
    let mut names = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?;
    names.sort_unstable();
    Ok(names)
}

async fn all(tx: &Tx, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<QueryResult>, DbErr> {
    tx.query_all_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await
}

pub(super) async fn shapes(tx: &Tx) -> Result<Vec<Shape>, TransferError> {
    let mut shapes = Vec::new();
    for name in tables(tx).await?.into_iter().filter(|name| name != MIGRATIONS) {
        shapes.push(shape(tx, name).await?);
    }
    Ok(shapes)
}

async fn shape(tx: &Tx, name: String) -> Result<Shape, TransferError> {
    let (columns, key) = match tx.get_database_backend() {
        DbBackend::Postgres => (
            "SELECT column_name::text, data_type::text FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position",
            "SELECT k.column_name::text FROM information_schema.table_constraints c
             JOIN information_schema.key_column_usage k
               ON k.constraint_name = c.constraint_name AND k.table_schema = c.table_schema AND k.table_name = c.table_name
             WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema = 'public' AND c.table_name = $1
             ORDER BY k.ordinal_position",
        ),
        _ => {
            ("SELECT name, type FROM pragma_table_info($1) ORDER BY cid", "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk")
        }
    };
    let mut described = Vec::new();
    for row in all(tx, columns, [name.clone().into()]).await? {
        let (column, word): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        match Kind::from_catalogue(&word) {
            Some(kind) => described.push((column, kind)),
            None => return Err(TransferError::UnknownType { table: name, column, kind: word }),
        }
    }
    let rows = all(tx, key, [name.clone().into()]).await?;
    let key = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?;
    if key.is_empty() {
        return Err(TransferError::NoKey(name));
    }
    let mut shape = Shape { name, columns: described, key, last: None };
    if let Some(serial) = serial(tx, &shape).await? {
        shape.last = serial.last(tx, &shape).await?;
    }
    Ok(shape)
}

/// A table's source of rising numbers.
struct Serial {
    column: String,
    /// PostgreSQL's sequence, quoted as SQL wants it; SQLite has one list for all tables.
    sequence: Option<String>,
}

/// The source of numbers of a table's only key column, if the database gives them.
async fn serial(tx: &Tx, table: &Shape) -> Result<Option<Serial>, TransferError> {
    let [column] = table.key.as_slice() else { return Ok(None) };
    let column = column.clone();
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT pg_get_serial_sequence('public.' || quote_ident($1), $2)";
        let rows = all(tx, sql, [table.name.clone().into(), column.clone().into()]).await?;
        let sequence = rows.first().map(|row| row.try_get_by_index::<Option<String>>(0)).transpose()?.flatten();
        Ok(sequence.map(|sequence| Serial { column, sequence: Some(sequence) }))
    } else {
        let sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1 AND instr(upper(sql), ' AUTOINCREMENT') > 0";
        let gives = !all(tx, sql, [table.name.clone().into()]).await?.is_empty();
        Ok(gives.then_some(Serial { column, sequence: None }))
    }
}

impl Serial {
    /// The highest number given out or present; `None` before the first.
    async fn last(&self, tx: &Tx, table: &Shape) -> Result<Option<i64>, TransferError> {
        let given = match &self.sequence {
            Some(sequence) => all(tx, &format!("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"), []).await?,
            None => all(tx, "SELECT seq FROM sqlite_sequence WHERE name = $1", [table.name.clone().into()]).await?,
        };
        let given = given.first().map(|row| row.try_get_by_index::<i64>(0)).transpose()?.unwrap_or(0);
        let highest = Query::select().expr(Expr::col(Alias::new(&self.column)).max()).from(Alias::new(&table.name)).to_owned();
        let present = tx.query_one(&highest).await?.map(|row| row.try_get_by_index::<Option<i64>>(0)).transpose()?.flatten().unwrap_or(0);
        Ok(Some(std::cmp::max(given, present)).filter(|&last| last > 0))
    }
}

/// Makes the next number follow those of the rows that came in, and those that were given out before and are gone.
pub(super) async fn raise_serial(db: &Db, table: Shape) -> Result<(), TransferError> {
    let table = Arc::new(table);
    db.write(move |tx| {
        let table = Arc::clone(&table);
        async move {
            let Some(serial) = serial(&tx, &table).await? else { return Ok(()) };
            let Some(last) = std::cmp::max(table.last, serial.last(&tx, &table).await?) else { return Ok(()) };
            let name = table.name.clone();
            if let Some(sequence) = serial.sequence {
                all(&tx, "SELECT setval($1::text::regclass, $2, true)", [sequence.into(), last.into()]).await?;
            } else {
                // SQLite's list has no key to conflict on.
                let backend = tx.get_database_backend();
                let clear = Statement::from_sql_and_values(backend, "DELETE FROM sqlite_sequence WHERE name = $1", [name.clone().into()]);
                tx.execute_raw(clear).await?;
                let sql = "INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)";
                tx.execute_raw(Statement::from_sql_and_values(backend, sql, [name.into(), last.into()])).await?;
            }
            Ok(())
        }
    })
    .await
}
