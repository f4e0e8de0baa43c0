//! Whatever is changed behind the journal's back, by SQL or on the disk, is found and named (decisions 13), as far as journal and log go:
//! the rows of domains are their own to compare with their events. `make test` tries a few mutations on each database with a fresh
//! printed seed, `make prove` a thousand.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::support::{Dice, Site, full, on_both, publish};
use store::transfer::{self, Kind, Shape};
use tlog::note::Keys;
use tlog::receipt;

/// Columns that prove nothing and from which nothing follows.
const LEFT_OUT: &[(&str, &str, &str)] = &[
    ("log_head", "updated_at", "when the sequencer last ran"),
    ("log_epoch", "began_at", "when the command ran; the leaf has the reason"),
    ("subject_key", "created_at", "when a key was made"),
    ("subject_key", "destroyed_at", "when it was destroyed; that it was is checked by the event of the erasure"),
];

/// Tables that are not ledgered.
const OTHER_TABLES: &[(&str, &str)] =
    &[("seaql_migrations", "which migrations were applied: the program refuses a schema that is not its own")];

/// How many mutations on each database.
fn count() -> usize {
    if full() { 1_000 } else { 25 }
}

/// The columns of each table.
type Columns = BTreeMap<String, Vec<String>>;

/// The tables of the journal, and all of their columns that count, from the schema itself; and the names of all.
async fn ledgered(site: &Site) -> (Vec<Shape>, Columns) {
    let lines = site.db.read(|tx| async move { transfer::dump(&tx, Vec::new()).await }).await.unwrap().1;
    let mut tables = transfer::header(&mut lines.as_slice()).unwrap().tables;
    tables.retain(|table| OTHER_TABLES.iter().all(|(other, _)| *other != table.name));
    let all = tables.iter().map(|table| (table.name.clone(), table.columns.iter().map(|(column, _)| column.clone()).collect())).collect();
    for table in &mut tables {
        table.columns.retain(|(column, _)| LEFT_OUT.iter().all(|(left, of, _)| (*left, *of) != (&*table.name, &**column)));
    }
    (tables, all)
}

/// A site with everything in it that a journal can have: two logs, an erased person, events that wait.
async fn lived_in(site: &Site) {
    for _ in 0..60 {
        site.append(5).await;
    }
    let gone = site.write(2).await;
    site.place(20).await;
    publish(site).await;
    site.back_up().await;
    site.write_many(2).await;
    publish(site).await;
    site.restore().await;
    site.ledger().begin_epoch(&site.clock, "the disk failed").await.unwrap();
    site.erase(&gone).await;
    site.write_many(5).await;
    site.place(3).await;
    publish(site).await;
    assert_eq!(site.doctor().await, Vec::<String>::new());
}

/// A text literal of SQL.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// One row of a table, by the values of its key, as a condition.
async fn a_row(site: &Site, table: &Shape, dice: &mut Dice) -> Option<String> {
    let rows = usize::try_from(site.scalar(&format!("SELECT COUNT(*) FROM {}", table.name)).await).unwrap();
    if rows == 0 {
        return None;
    }
    let key = &table.key[0];
    let kind = table.columns.iter().find(|(column, _)| column == key).unwrap().1;
    let at = dice.below(rows);
    let value = site.text(&format!("SELECT CAST({key} AS TEXT) FROM {} ORDER BY {key} LIMIT 1 OFFSET {at}", table.name)).await;
    Some(match kind {
        Kind::Text => format!("{key} = {}", quoted(&value)),
        Kind::Integer | Kind::Boolean | Kind::Real | Kind::Bytes => format!("{key} = {value}"),
    })
}

/// Another value for a column of this kind.
fn other(site: &Site, column: &str, kind: Kind, dice: &mut Dice) -> String {
    let byte = dice.below(256);
    match (kind, site.db.backend() == store::sea_orm::DbBackend::Postgres) {
        (Kind::Integer, _) => format!("COALESCE({column}, 0) + {}", dice.below(1000) + 1),
        (Kind::Boolean, _) => format!("NOT {column}"),
        (Kind::Real, _) => format!("COALESCE({column}, 0) + 1.5"),
        (Kind::Text, _) => format!("COALESCE({column}, '') || {}", quoted(["x", " ", "0", "真"][dice.below(4)])),
        (Kind::Bytes, true) => format!("COALESCE({column}, ''::bytea) || '\\x{byte:02x}'::bytea"),
        (Kind::Bytes, false) => format!("CAST(COALESCE({column}, x'') || x'{byte:02x}' AS BLOB)"),
    }
}

/// A random statement against a random ledgered table; what it does, and the table.
async fn statement(site: &Site, tables: &[Shape], all: &Columns, dice: &mut Dice) -> Option<(String, String)> {
    let table = dice.of_these(tables);
    let name = &table.name;
    let row = a_row(site, table, dice).await?;
    let (column, kind) = dice.of_these(&table.columns).clone();
    let sql = match dice.below(5) {
        // A cell is changed, emptied, or taken from another row.
        0 => format!("UPDATE {name} SET {column} = {} WHERE {row}", other(site, &column, kind, dice)),
        1 => {
            let from = a_row(site, table, dice).await?;
            format!("UPDATE {name} SET {column} = (SELECT {column} FROM {name} WHERE {from}) WHERE {row}")
        }
        2 => format!("DELETE FROM {name} WHERE {row}"),
        // A row is copied under another key.
        3 => {
            let key = &table.key[0];
            let columns = &all[name];
            let values: Vec<String> = columns
                .iter()
                .map(|column| {
                    let kind = table.columns.iter().find(|(own, _)| own == column).map(|(_, kind)| *kind);
                    let unique = column == key
                        || (name == "journal_event" && ["id", "version"].contains(&&**column))
                        || (name == "journal_log" && column == "seq");
                    match kind {
                        Some(Kind::Integer) if unique => format!("{column} + 100000"),
                        Some(kind) if unique => other(site, column, kind, dice),
                        Some(_) | None => column.clone(),
                    }
                })
                .collect();
            format!("INSERT INTO {name} ({}) SELECT {} FROM {name} WHERE {row}", columns.join(", "), values.join(", "))
        }
        // Two rows change places, as far as the schema lets them.
        _ => {
            let with = a_row(site, table, dice).await?;
            let swap = |column: &str| {
                format!(
                    "{column} = CASE WHEN {row} THEN (SELECT {column} FROM {name} WHERE {with}) ELSE (SELECT {column} FROM {name} WHERE {row}) END"
                )
            };
            let keyed = table.key.contains(&column);
            if keyed {
                return None;
            }
            format!("UPDATE {name} SET {} WHERE {row} OR {with}", swap(&column))
        }
    };
    Some((name.clone(), sql))
}

/// What the tables hold, to see whether a statement changed anything at all, and to bring it back.
async fn kept(site: &Site, tables: &[Shape]) {
    for table in tables {
        site.sql(&format!("CREATE TABLE was_{0} AS SELECT * FROM {0}", table.name)).await;
    }
}

async fn brought_back(site: &Site, table: &str) {
    site.sql(&format!("DELETE FROM {table}")).await;
    site.sql(&format!("INSERT INTO {table} SELECT * FROM was_{table}")).await;
}

/// Whether a table differs from what was kept, in the columns that count.
async fn differs(site: &Site, table: &Shape) -> bool {
    let columns: Vec<&str> = table.columns.iter().map(|(column, _)| column.as_str()).collect();
    let (columns, name) = (columns.join(", "), &table.name);
    let beyond =
        |one: &str, two: &str| format!("SELECT COUNT(*) FROM (SELECT {columns} FROM {one} EXCEPT SELECT {columns} FROM {two}) AS d");
    let was = format!("was_{name}");
    let rows = format!("SELECT (SELECT COUNT(*) FROM {name}) - (SELECT COUNT(*) FROM {was})");
    site.scalar(&beyond(name, &was)).await > 0 || site.scalar(&beyond(&was, name)).await > 0 || site.scalar(&rows).await != 0
}

/// One byte of a random file of the logs, or the file itself; which file, and what it was.
fn on_the_disk(site: &Site, dice: &mut Dice) -> (PathBuf, Vec<u8>) {
    let files: Vec<String> = site.files().into_keys().filter(|name| !name.starts_with('.')).collect();
    let path = site.path("log").join(dice.of_these(&files));
    let was = std::fs::read(&path).unwrap();
    let mut now = was.clone();
    let at = dice.below(now.len());
    match dice.below(4) {
        0 => now.truncate(at),
        1 => now.insert(at, u8::try_from(dice.below(256)).unwrap()),
        _ => now[at] ^= 1 << dice.below(8),
    }
    std::fs::write(&path, now).unwrap();
    (path, was)
}

#[tokio::test]
async fn every_mutation_of_the_journal_and_of_the_log_is_found_and_named() {
    on_both(|site| async move {
        lived_in(&site).await;
        let mut dice = Dice::thrown("tampering");
        let (tables, all) = ledgered(&site).await;
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        assert_eq!(names, ["journal_event", "journal_log", "journal_pending", "log_epoch", "log_head", "log_leaf", "subject_key"]);
        let keys = Keys::new([site.ledger().vkey().clone()]);
        let receipt = site.receipt().await;
        site.append(3).await;
        kept(&site, &tables).await;
        let mut tried: BTreeMap<String, usize> = BTreeMap::new();
        while tried.values().sum::<usize>() < count() {
            match dice.below(8) {
                0 => {
                    let mut changed = receipt.clone();
                    let at = dice.below(changed.len());
                    changed[at] ^= 1 << dice.below(8);
                    assert!(receipt::verify(&changed, &keys).is_err(), "byte {at} of a receipt");
                    *tried.entry("a receipt".to_owned()).or_default() += 1;
                }
                1 | 2 => {
                    let (path, was) = on_the_disk(&site, &mut dice);
                    let name = path.strip_prefix(site.path("log")).unwrap().to_str().unwrap().to_owned();
                    let found = site.doctor().await;
                    assert!(found.iter().any(|line| line.starts_with("log ") && line.contains(&name)), "{name}: {found:?}");
                    std::fs::write(&path, was).unwrap();
                    *tried.entry("files".to_owned()).or_default() += 1;
                }
                _ => {
                    let Some((name, sql)) = statement(&site, &tables, &all, &mut dice).await else { continue };
                    // What the schema itself refuses changed nothing.
                    if site.tried(&sql).await.is_err() {
                        continue;
                    }
                    let table = tables.iter().find(|table| table.name == name).unwrap();
                    if differs(&site, table).await {
                        let found = site.doctor().await;
                        // A row that is gone is named by those that spoke of it.
                        let told = |line: &String| tables.iter().any(|table| line.starts_with(&format!("{} ", table.name)));
                        assert!(found.iter().any(told), "{sql}: {found:?}");
                        *tried.entry(name.clone()).or_default() += 1;
                    }
                    brought_back(&site, &name).await;
                }
            }
        }
        println!("found and named: {tried:?}");
        for table in &tables {
            site.sql(&format!("DROP TABLE was_{}", table.name)).await;
        }
        assert_eq!(site.doctor().await, Vec::<String>::new(), "everything was brought back");
        site
    })
    .await;
}
