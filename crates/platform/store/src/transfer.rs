//! All rows of all tables as lines of text and back: the form of backups, the same for both databases,
//! so that a site may also move from SQLite to PostgreSQL.
//!
//! ```text
//! {"form":"lianxin rows","version":1,"migrations":["m2026…"],"tables":[{"name":"mark","columns":[["n","integer"],["word","text"]],"key":["n"],"last":7}]}
//! {"table":"mark"}
//! [1,"水管"]
//! [7,null]
//! {"rows":{"mark":2}}
//! ```
//!
//! Tables come in the order of their names, rows in the order of their primary keys (bytewise, as both databases
//! sort them), so that equal databases give equal lines. Integers and booleans are JSON's own; a real number is a
//! text that reads back to the same bits; bytes are `{"b64":"…"}`. The last line makes a cut visible.
//! Derived tables that a database keeps for itself (SQLite's virtual tables and their shadows) are left out.

mod catalogue;
mod form;

use std::io::{self, BufRead, Write};
use std::sync::Arc;

use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait, DbErr};
use tokio::sync::mpsc;

pub use self::catalogue::{migrations, tables};
use self::catalogue::{raise_serial, shapes};
use self::form::{Cell, Part, parse, push_json, push_row};
pub use self::form::{Header, Kind, Rows, Shape, count, header};
use crate::{Db, StoreError, Tx};

/// Rows read at once.
const PAGE: u64 = 256;
/// Bytes of lines gathered before they are written, or read before they are inserted.
const CHUNK: usize = 1 << 18;

/// Why rows could not be copied.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The database failed.
    #[error("the database failed while rows were copied")]
    Store(#[from] StoreError),
    /// Reading or writing the lines failed.
    #[error("the lines could not be read or written")]
    Io(#[from] io::Error),
    /// A line is not one that we write.
    #[error("line {line}: {what}")]
    Form {
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        what: String,
    },
    /// The last line is missing.
    #[error("the lines end before their end")]
    CutShort,
    /// A column has a type that our schema does not know.
    #[error("{table}.{column} has the type {kind}, which is none of ours")]
    UnknownType {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The database's word for its type.
        kind: String,
    },
    /// A table cannot be read in pages.
    #[error("table {0} has no primary key")]
    NoKey(String),
    /// The database does not have the schema that the lines were written under.
    #[error("the database has another schema than the lines: {0}")]
    OtherSchema(String),
    /// The database already holds rows.
    #[error("the database is not empty: {0} has rows")]
    NotEmpty(String),
}

impl From<DbErr> for TransferError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// Writes all rows that `tx` sees; returns how many there are, and `out`. Call it inside [`Db::read`], so that all
/// of it is one snapshot. Holds a page of rows at a time; `out` is written on a thread of its own.
pub async fn dump<W: Write + Send + 'static>(tx: &Tx, mut out: W) -> Result<(Rows, W), TransferError> {
    let (sender, mut chunks) = mpsc::channel::<Vec<u8>>(2);
    let writing = tokio::task::spawn_blocking(move || {
        while let Some(chunk) = chunks.blocking_recv() {
            out.write_all(&chunk)?;
        }
        Ok::<_, io::Error>(out)
    });
    let read = send_rows(tx, sender).await;
    // A writer that failed is why the reader could not go on: its reason comes first.
    let out = writing.await.map_err(io::Error::other)??;
    Ok((read?, out))
}

async fn send_rows(tx: &Tx, to: mpsc::Sender<Vec<u8>>) -> Result<Rows, TransferError> {
    let header = Header::new(migrations(tx).await?, shapes(tx).await?);
    let mut chunk = Vec::with_capacity(CHUNK + CHUNK / 4);
    push_json(&mut chunk, &header)?;
    let mut rows = Rows::new();
    for table in &header.tables {
        push_json(&mut chunk, &serde_json::json!({ "table": table.name }))?;
        let count = rows.entry(table.name.clone()).or_default();
        let mut after: Option<Vec<Cell>> = None;
        loop {
            let page = page(tx, table, after.take()).await?;
            for row in &page {
                push_row(&mut chunk, row)?;
                *count += 1;
                if chunk.len() >= CHUNK {
                    send(&to, std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK + CHUNK / 4))).await?;
                }
            }
            match page.last() {
                Some(last) if page.len() as u64 == PAGE => after = Some(key_of(table, last)),
                Some(_) | None => break,
            }
        }
    }
    push_json(&mut chunk, &serde_json::json!({ "rows": rows }))?;
    send(&to, chunk).await?;
    Ok(rows)
}

async fn send(to: &mpsc::Sender<Vec<u8>>, chunk: Vec<u8>) -> Result<(), TransferError> {
    to.send(chunk).await.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe).into())
}

fn key_of(table: &Shape, row: &[Cell]) -> Vec<Cell> {
    let cell = |name: &String| table.columns.iter().zip(row).find(|((column, _), _)| column == name).map(|(_, cell)| cell.clone());
    table.key.iter().filter_map(cell).collect()
}

async fn page(tx: &Tx, table: &Shape, after: Option<Vec<Cell>>) -> Result<Vec<Vec<Cell>>, TransferError> {
    let mut select = Query::select();
    select.from(Alias::new(&table.name)).limit(PAGE);
    for (column, _) in &table.columns {
        select.column(Alias::new(column));
    }
    for column in &table.key {
        select.order_by(Alias::new(column), Order::Asc);
    }
    if let Some(after) = after {
        let key = Expr::tuple(table.key.iter().map(|column| Expr::col(Alias::new(column))));
        // A key is never NULL; any kind binds it.
        let last = Expr::tuple(after.into_iter().map(|cell| Expr::val(cell.bind(Kind::Text))));
        select.and_where(key.gt(last));
    }
    let rows = tx.query_all(&select).await?;
    rows.iter().map(|row| table.columns.iter().enumerate().map(|(index, (_, kind))| Ok(Cell::read(row, index, *kind)?)).collect()).collect()
}

/// Reads lines into a database that has the schema of the first line ([`header`]) and no rows; returns how many rows
/// each table received. Not one transaction: after a failure the database is to be thrown away.
pub async fn load<R: BufRead + Send + 'static>(db: &Db, input: R) -> Result<Rows, TransferError> {
    let (sender, mut parts) = mpsc::channel::<Part>(2);
    let reading =
        tokio::task::spawn_blocking(move || parse(input, |part| sender.blocking_send(part).map_err(|_| io::ErrorKind::BrokenPipe.into())));
    let mut tables = Vec::new();
    let mut inserted = Ok(());
    while let Some(part) = parts.recv().await {
        inserted = match part {
            Part::Header(header) => {
                tables.clone_from(&header.tables);
                check_target(db, header).await
            }
            Part::Rows { table, rows } => match tables.get(table) {
                Some(table) => insert(db, table, rows).await,
                None => Ok(()),
            },
        };
        if inserted.is_err() {
            break;
        }
    }
    drop(parts);
    let read = reading.await.map_err(io::Error::other)?;
    inserted?;
    let rows = read?;
    for table in tables {
        raise_serial(db, table).await?;
    }
    db.count_anew().await?;
    Ok(rows)
}

/// Whether `db` has exactly the migrations and columns of `header`, and no rows.
async fn check_target(db: &Db, header: Header) -> Result<(), TransferError> {
    db.read(move |tx| async move {
        let here = migrations(&tx).await?;
        if here != header.migrations {
            return Err(TransferError::OtherSchema(first_difference(&header.migrations, &here)));
        }
        let shapes = shapes(&tx).await?;
        let names = |tables: &[Shape]| tables.iter().map(|table| table.name.clone()).collect::<Vec<_>>();
        if names(&shapes) != names(&header.tables) {
            return Err(TransferError::OtherSchema(first_difference(&names(&header.tables), &names(&shapes))));
        }
        for (here, there) in shapes.iter().zip(&header.tables) {
            let sorted = |table: &Shape| {
                let mut columns: Vec<_> = table.columns.iter().map(|(name, kind)| format!("{}.{name} {kind:?}", table.name)).collect();
                columns.sort_unstable();
                columns
            };
            if sorted(here) != sorted(there) {
                return Err(TransferError::OtherSchema(first_difference(&sorted(there), &sorted(here))));
            }
            let any = Query::select().expr(Expr::val(1)).from(Alias::new(&here.name)).limit(1).to_owned();
            if tx.query_one(&any).await?.is_some() {
                return Err(TransferError::NotEmpty(here.name.clone()));
            }
        }
        Ok(())
    })
    .await
}

fn first_difference(there: &[String], here: &[String]) -> String {
    let missing = there.iter().find(|name| !here.contains(name)).map(|name| format!("{name} is only in the lines"));
    let surplus = here.iter().find(|name| !there.contains(name)).map(|name| format!("{name} is only in the database"));
    missing.or(surplus).unwrap_or_else(|| "another order".to_owned())
}

async fn insert(db: &Db, table: &Shape, rows: Vec<Vec<Cell>>) -> Result<(), TransferError> {
    let mut insert = Query::insert();
    insert.into_table(Alias::new(&table.name)).columns(table.columns.iter().map(|(name, _)| Alias::new(name)));
    for row in rows {
        let cells = row.into_iter().zip(&table.columns).map(|(cell, (_, kind))| Expr::val(cell.bind(*kind)));
        insert.values(cells).map_err(|error| StoreError::Database(DbErr::Custom(error.to_string())))?;
    }
    let insert = Arc::new(insert);
    db.write(move |tx| {
        let insert = Arc::clone(&insert);
        async move { Ok(tx.execute(&*insert).await.map(|_| ())?) }
    })
    .await
}
