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

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

use crate::{Db, StoreError, Tx};

/// The form's name and version, first on the first line.
const FORM: (&str, u32) = ("lianxin rows", 1);
/// Where the migrations that were applied are kept. Compared, never copied: each database has its own.
const MIGRATIONS: &str = "seaql_migrations";
/// Rows read at once.
const PAGE: u64 = 256;
/// Rows written by one statement at most.
const ROWS_PER_INSERT: usize = 500;
/// Values bound by one statement at most: below SQLite's 32,766 and PostgreSQL's 65,535.
const VALUES_PER_INSERT: usize = 30_000;
/// Bytes of lines gathered before they are written, or read before they are inserted.
const CHUNK: usize = 1 << 18;

/// Why rows could not be copied.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The database failed.
    #[error("the database failed while rows were copied: {0}")]
    Store(#[from] StoreError),
    /// Reading or writing the lines failed.
    #[error("the lines could not be read or written: {0}")]
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

/// How many rows each table has.
pub type Rows = BTreeMap<String, u64>;

/// The types of our columns, whatever a database calls them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Text.
    Text,
    /// A 64-bit integer.
    Integer,
    /// True or false.
    Boolean,
    /// A 64-bit floating-point number.
    Real,
    /// Bytes.
    Bytes,
}

impl Kind {
    /// What the schema helper's types are called in either catalogue.
    fn from_catalogue(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "text" => Some(Self::Text),
            "bigint" | "integer" => Some(Self::Integer),
            "boolean" => Some(Self::Boolean),
            "double" | "double precision" => Some(Self::Real),
            "blob" | "bytea" => Some(Self::Bytes),
            _ => None,
        }
    }
}

/// A table as the first line describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Its name.
    pub name: String,
    /// Its columns with their types, in their order.
    pub columns: Vec<(String, Kind)>,
    /// The columns of its primary key.
    pub key: Vec<String>,
    /// The highest number the database ever gave out here, where it gives numbers and has done so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<i64>,
}

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    form: String,
    version: u32,
    /// The migrations that were applied, sorted.
    pub migrations: Vec<String>,
    /// The tables, sorted by name.
    pub tables: Vec<Shape>,
}

/// A value on its way.
#[derive(Debug, Clone, PartialEq)]
enum Cell {
    Null,
    Text(String),
    Integer(i64),
    Boolean(bool),
    Real(f64),
    Bytes(Vec<u8>),
}

impl Cell {
    fn read(row: &QueryResult, index: usize, kind: Kind) -> Result<Self, DbErr> {
        Ok(match kind {
            Kind::Text => row.try_get_by_index::<Option<String>>(index)?.map(Self::Text),
            Kind::Integer => row.try_get_by_index::<Option<i64>>(index)?.map(Self::Integer),
            Kind::Boolean => row.try_get_by_index::<Option<bool>>(index)?.map(Self::Boolean),
            Kind::Real => row.try_get_by_index::<Option<f64>>(index)?.map(Self::Real),
            Kind::Bytes => row.try_get_by_index::<Option<Vec<u8>>>(index)?.map(Self::Bytes),
        }
        .unwrap_or(Self::Null))
    }

    /// As a statement binds it; PostgreSQL wants to know of what type a NULL is.
    fn bind(self, kind: Kind) -> Value {
        match self {
            Self::Text(text) => text.into(),
            Self::Integer(n) => n.into(),
            Self::Boolean(flag) => flag.into(),
            Self::Real(n) => n.into(),
            Self::Bytes(bytes) => bytes.into(),
            Self::Null => match kind {
                Kind::Text => None::<String>.into(),
                Kind::Integer => None::<i64>.into(),
                Kind::Boolean => None::<bool>.into(),
                Kind::Real => None::<f64>.into(),
                Kind::Bytes => None::<Vec<u8>>.into(),
            },
        }
    }

    fn write(&self, line: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Null => line.write_all(b"null"),
            Self::Text(text) => Ok(serde_json::to_writer(line, text)?),
            Self::Integer(n) => write!(line, "{n}"),
            Self::Boolean(flag) => write!(line, "{flag}"),
            Self::Real(n) => write!(line, "\"{n:?}\""),
            Self::Bytes(bytes) => write!(line, "{{\"b64\":\"{}\"}}", STANDARD.encode(bytes)),
        }
    }

    fn parse(value: serde_json::Value, kind: Kind) -> Option<Self> {
        use serde_json::Value as Json;
        match (kind, value) {
            (_, Json::Null) => Some(Self::Null),
            (Kind::Text, Json::String(text)) => Some(Self::Text(text)),
            (Kind::Integer, Json::Number(n)) => n.as_i64().map(Self::Integer),
            (Kind::Boolean, Json::Bool(flag)) => Some(Self::Boolean(flag)),
            (Kind::Real, Json::String(text)) => text.parse().ok().map(Self::Real),
            (Kind::Bytes, Json::Object(object)) if object.len() == 1 => {
                STANDARD.decode(object.get("b64")?.as_str()?).ok().map(Self::Bytes)
            }
            _ => None,
        }
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
    let header = Header { form: FORM.0.to_owned(), version: FORM.1, migrations: migrations(tx).await?, tables: shapes(tx).await? };
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

fn push_json(chunk: &mut Vec<u8>, value: &impl Serialize) -> Result<(), TransferError> {
    serde_json::to_writer(&mut *chunk, value).map_err(io::Error::from)?;
    chunk.push(b'\n');
    Ok(())
}

fn push_row(chunk: &mut Vec<u8>, row: &[Cell]) -> io::Result<()> {
    for (index, cell) in row.iter().enumerate() {
        chunk.push(if index == 0 { b'[' } else { b',' });
        cell.write(chunk)?;
    }
    chunk.extend_from_slice(b"]\n");
    Ok(())
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
    rows.iter()
        .map(|row| table.columns.iter().enumerate().map(|(index, (_, kind))| Ok(Cell::read(row, index, *kind)?)).collect())
        .collect()
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
    Ok(rows)
}

/// The first line alone: what a database must look like before [`load`].
pub fn header(input: &mut impl BufRead) -> Result<Header, TransferError> {
    let mut line = Vec::new();
    if input.read_until(b'\n', &mut line)? == 0 {
        return Err(TransferError::CutShort);
    }
    let form = |what: &str| TransferError::Form { line: 1, what: what.to_owned() };
    let header: Header = serde_json::from_slice(&line).map_err(|_| form("not the first line of a copy"))?;
    if (header.form.as_str(), header.version) == FORM { Ok(header) } else { Err(form("a form that this version does not read")) }
}

/// Reads all lines without a database: whether they are whole and well formed, and how many rows they hold.
pub fn count(input: impl BufRead) -> Result<Rows, TransferError> {
    parse(input, |_| Ok(()))
}

enum Part {
    Header(Header),
    /// Rows of the table at that place of the header.
    Rows {
        table: usize,
        rows: Vec<Vec<Cell>>,
    },
}

/// Rows of one table that wait to be handed over together.
#[derive(Default)]
struct Batch {
    rows: Vec<Vec<Cell>>,
    bytes: usize,
}

impl Batch {
    fn is_full(&self, columns: usize) -> bool {
        self.bytes >= CHUNK || self.rows.len() >= ROWS_PER_INSERT.min(VALUES_PER_INSERT / columns.max(1))
    }
}

fn parse(mut input: impl BufRead, mut take: impl FnMut(Part) -> io::Result<()>) -> Result<Rows, TransferError> {
    let header = header(&mut input)?;
    let tables = header.tables.clone();
    take(Part::Header(header))?;
    let mut rows: Rows = tables.iter().map(|table| (table.name.clone(), 0)).collect();
    let mut current: Option<(usize, &Shape)> = None;
    let mut batch = Batch::default();
    let mut text = Vec::new();
    for line in 2.. {
        text.clear();
        if input.read_until(b'\n', &mut text)? == 0 {
            return Err(TransferError::CutShort);
        }
        let form = |what: &str| TransferError::Form { line, what: what.to_owned() };
        match serde_json::from_slice(&text).map_err(|_| form("not JSON"))? {
            serde_json::Value::Array(values) => {
                let (place, table) = current.ok_or_else(|| form("a row before its table"))?;
                if values.len() != table.columns.len() {
                    return Err(form("a row with another number of columns than its table"));
                }
                let cells = values.into_iter().zip(&table.columns).map(|(value, (column, kind))| {
                    Cell::parse(value, *kind).ok_or_else(|| form(&format!("{}.{column} is not of its type", table.name)))
                });
                batch.rows.push(cells.collect::<Result<_, _>>()?);
                batch.bytes += text.len();
                *rows.entry(table.name.clone()).or_default() += 1;
                if batch.is_full(table.columns.len()) {
                    take(Part::Rows { table: place, rows: std::mem::take(&mut batch).rows })?;
                }
            }
            serde_json::Value::Object(object) => {
                if let Some((place, _)) = current
                    && !batch.rows.is_empty()
                {
                    take(Part::Rows { table: place, rows: std::mem::take(&mut batch).rows })?;
                }
                if let Some(name) = object.get("table").and_then(serde_json::Value::as_str) {
                    let found = tables.iter().enumerate().find(|(_, table)| table.name == name);
                    current = Some(found.ok_or_else(|| form("a table that the first line does not name"))?);
                    continue;
                }
                let told: Rows = object
                    .get("rows")
                    .and_then(|rows| Rows::deserialize(rows).ok())
                    .ok_or_else(|| form("neither a table nor the end"))?;
                if told != rows {
                    return Err(form("other numbers of rows than were read"));
                }
                return if input.fill_buf()?.is_empty() { Ok(rows) } else { Err(form("something follows the end")) };
            }
            serde_json::Value::Null
            | serde_json::Value::Bool(_)
            | serde_json::Value::Number(_)
            | serde_json::Value::String(_) => return Err(form("neither a row nor a table")),
        }
    }
    Err(TransferError::CutShort)
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

async fn shapes(tx: &Tx) -> Result<Vec<Shape>, TransferError> {
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
        _ => (
            "SELECT name, type FROM pragma_table_info($1) ORDER BY cid",
            "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk",
        ),
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
    match tx.get_database_backend() {
        DbBackend::Postgres => {
            let sql = "SELECT pg_get_serial_sequence('public.' || quote_ident($1), $2)";
            let rows = all(tx, sql, [table.name.clone().into(), column.clone().into()]).await?;
            let sequence = rows.first().map(|row| row.try_get_by_index::<Option<String>>(0)).transpose()?.flatten();
            Ok(sequence.map(|sequence| Serial { column, sequence: Some(sequence) }))
        }
        _ => {
            let sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1 AND instr(upper(sql), ' AUTOINCREMENT') > 0";
            let gives = !all(tx, sql, [table.name.clone().into()]).await?.is_empty();
            Ok(gives.then_some(Serial { column, sequence: None }))
        }
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
async fn raise_serial(db: &Db, table: Shape) -> Result<(), TransferError> {
    let table = Arc::new(table);
    db.write(move |tx| {
        let table = Arc::clone(&table);
        async move {
            let Some(serial) = serial(&tx, &table).await? else { return Ok(()) };
            let Some(last) = std::cmp::max(table.last, serial.last(&tx, &table).await?) else { return Ok(()) };
            let name = table.name.clone();
            match serial.sequence {
                Some(sequence) => {
                    all(&tx, "SELECT setval($1::text::regclass, $2, true)", [sequence.into(), last.into()]).await?;
                }
                None => {
                    // SQLite's list has no key to conflict on.
                    let backend = tx.get_database_backend();
                    let clear = Statement::from_sql_and_values(backend, "DELETE FROM sqlite_sequence WHERE name = $1", [name.clone().into()]);
                    tx.execute_raw(clear).await?;
                    let sql = "INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)";
                    tx.execute_raw(Statement::from_sql_and_values(backend, sql, [name.into(), last.into()])).await?;
                }
            }
            Ok(())
        }
    })
    .await
}
