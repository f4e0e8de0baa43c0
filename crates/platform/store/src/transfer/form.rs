//! The form of the lines, written and read.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sea_orm::{DbErr, QueryResult, Value};
use serde::{Deserialize, Serialize};

use super::{CHUNK, TransferError};

/// The form's name and version, first on the first line.
const FORM: (&str, u32) = ("lianxin rows", 1);
/// Values bound by one statement at most: below SQLite's 32,766 and PostgreSQL's 65,535.
const VALUES_PER_INSERT: usize = 30_000;

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
    pub(super) fn from_catalogue(word: &str) -> Option<Self> {
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

impl Header {
    pub(super) fn new(migrations: Vec<String>, tables: Vec<Shape>) -> Self {
        Self { form: FORM.0.to_owned(), version: FORM.1, migrations, tables }
    }
}

/// A value on its way.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Null,
    Text(String),
    Integer(i64),
    Boolean(bool),
    Real(f64),
    Bytes(Vec<u8>),
}

impl Cell {
    pub(super) fn read(row: &QueryResult, index: usize, kind: Kind) -> Result<Self, DbErr> {
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
    pub(super) fn bind(self, kind: Kind) -> Value {
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
            (Kind::Bytes, Json::Object(object)) if object.len() == 1 => STANDARD.decode(object.get("b64")?.as_str()?).ok().map(Self::Bytes),
            _ => None,
        }
    }
}

pub(super) fn push_json(chunk: &mut Vec<u8>, value: &impl Serialize) -> Result<(), TransferError> {
    serde_json::to_writer(&mut *chunk, value).map_err(io::Error::from)?;
    chunk.push(b'\n');
    Ok(())
}

pub(super) fn push_row(chunk: &mut Vec<u8>, row: &[Cell]) -> io::Result<()> {
    for (index, cell) in row.iter().enumerate() {
        chunk.push(if index == 0 { b'[' } else { b',' });
        cell.write(chunk)?;
    }
    chunk.extend_from_slice(b"]\n");
    Ok(())
}

/// The first line alone: what a database must look like before `load`.
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

pub(super) enum Part {
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
        self.bytes >= CHUNK || self.rows.len() >= crate::ROWS_AT_ONCE.min(VALUES_PER_INSERT / columns.max(1))
    }
}

pub(super) fn parse(mut input: impl BufRead, mut take: impl FnMut(Part) -> io::Result<()>) -> Result<Rows, TransferError> {
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
                let told: Rows =
                    object.get("rows").and_then(|rows| Rows::deserialize(rows).ok()).ok_or_else(|| form("neither a table nor the end"))?;
                if told != rows {
                    return Err(form("other numbers of rows than were read"));
                }
                return if input.fill_buf()?.is_empty() { Ok(rows) } else { Err(form("something follows the end")) };
            }
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) | serde_json::Value::String(_) => {
                return Err(form("neither a row nor a table"));
            }
        }
    }
    Err(TransferError::CutShort)
}
