//! One way to describe tables, so that both databases get the same columns, nullability and keys
//! (ADR 0004): text with `COLLATE "C"`, instants and counts as 64-bit integers, booleans, bytes.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

#[must_use = "nothing happens until create or extend"]
/// A table being described. Columns are `NOT NULL` unless they are made with an `opt_` method.
pub struct Table {
    name: &'static str,
    statement: TableCreateStatement,
    backend: DbBackend,
    keys: Vec<&'static str>,
}

impl Table {
    /// Begins the description of `name`.
    pub fn new(manager: &SchemaManager<'_>, name: &'static str) -> Self {
        let mut statement = sea_orm_migration::prelude::Table::create();
        statement.table(Alias::new(name));
        Self { name, statement, backend: manager.get_database_backend(), keys: Vec::new() }
    }

    fn column(mut self, name: &'static str, make: impl FnOnce(&mut ColumnDef)) -> Self {
        let mut column = ColumnDef::new(Alias::new(name));
        make(&mut column);
        self.statement.col(&mut column);
        self
    }

    fn text_type(&self) -> &'static str {
        match self.backend {
            DbBackend::Postgres => "text COLLATE \"C\"",
            _ => "text",
        }
    }

    /// A number given by the database, rising; the primary key.
    pub fn serial(self, name: &'static str) -> Self {
        self.column(name, |c| {
            c.big_integer().not_null().auto_increment().primary_key();
        })
    }

    /// A text that is (part of) the primary key.
    pub fn key(mut self, name: &'static str) -> Self {
        self.keys.push(name);
        self.text(name)
    }

    /// A number that is (part of) the primary key.
    pub fn int_key(mut self, name: &'static str) -> Self {
        self.keys.push(name);
        self.int(name)
    }

    /// Text.
    pub fn text(self, name: &'static str) -> Self {
        let kind = self.text_type();
        self.column(name, |c| {
            c.custom(Alias::new(kind)).not_null();
        })
    }

    /// Text or nothing.
    pub fn opt_text(self, name: &'static str) -> Self {
        let kind = self.text_type();
        self.column(name, |c| {
            c.custom(Alias::new(kind)).null();
        })
    }

    /// A 64-bit integer; instants are milliseconds UTC, money is 分.
    pub fn int(self, name: &'static str) -> Self {
        self.column(name, |c| {
            c.big_integer().not_null();
        })
    }

    /// A 64-bit integer or nothing.
    pub fn opt_int(self, name: &'static str) -> Self {
        self.column(name, |c| {
            c.big_integer().null();
        })
    }

    /// True or false.
    pub fn flag(self, name: &'static str) -> Self {
        self.column(name, |c| {
            c.boolean().not_null();
        })
    }

    /// True, false or nothing.
    pub fn opt_flag(self, name: &'static str) -> Self {
        self.column(name, |c| {
            c.boolean().null();
        })
    }

    /// A floating-point number or nothing: coordinates only.
    pub fn opt_real(self, name: &'static str) -> Self {
        self.column(name, |c| {
            c.double().null();
        })
    }

    /// Bytes.
    pub fn bytes(self, name: &'static str) -> Self {
        self.column(name, |c| {
            c.blob().not_null();
        })
    }

    /// Bytes or nothing.
    pub fn opt_bytes(self, name: &'static str) -> Self {
        self.column(name, |c| {
            c.blob().null();
        })
    }

    /// Adds the columns to a table that is there, one statement for each, as SQLite wants it. Only columns that may be empty can be
    /// added: no row has them yet.
    pub async fn extend(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        for column in self.statement.get_columns() {
            let mut column = column.clone();
            let table = sea_orm_migration::prelude::Table::alter().table(Alias::new(self.name)).add_column(&mut column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    /// Creates the table.
    pub async fn create(mut self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        if !self.keys.is_empty() {
            let mut key = Index::create();
            key.name(format!("{}_pk", self.name));
            for column in &self.keys {
                key.col(Alias::new(*column));
            }
            self.statement.primary_key(&mut key);
        }
        manager.create_table(self.statement).await
    }
}

/// An index over columns, unique or not, with an optional condition (`WHERE …`, plain SQL that both databases read).
/// Expression and partial indexes go through here only.
pub async fn index(
    manager: &SchemaManager<'_>,
    name: &str,
    table: &str,
    columns: &str,
    unique: Uniqueness,
    only_where: Option<&str>,
) -> Result<(), DbErr> {
    let unique = match unique {
        Uniqueness::Unique => "UNIQUE ",
        Uniqueness::Plain => "",
    };
    let condition = only_where.map_or_else(String::new, |only| format!(" WHERE {only}"));
    let sql = format!("CREATE {unique}INDEX {name} ON {table} ({columns}){condition}");
    manager.get_connection().execute_unprepared(&sql).await.map(|_| ())
}

/// Whether an index forbids equal rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uniqueness {
    /// No two rows may be equal.
    Unique,
    /// Only for finding.
    Plain,
}
