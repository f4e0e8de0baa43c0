//! All rows out of one database and into another, of either sort.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod support;

use std::io::BufReader;

use store::Db;
use store::schema::Table;
use store::sea_orm::{ConnectionTrait, DbErr, Statement, Value};
use store::sea_orm_migration::prelude::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager};
use store::transfer::{self, TransferError};
use support::Bench;

/// One column of each type, one key of each sort.
struct Every;

impl MigrationName for Every {
    fn name(&self) -> &'static str {
        "m00000000_every"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Every {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "every")
            .serial("n")
            .text("word")
            .opt_text("maybe")
            .flag("flag")
            .opt_flag("maybe_flag")
            .opt_real("place")
            .bytes("raw")
            .opt_bytes("maybe_raw")
            .opt_int("big")
            .create(manager)
            .await?;
        Table::new(manager, "pair").key("area").int_key("year").text("order").create(manager).await?;
        Table::new(manager, "nobody").key("id").create(manager).await
    }
}

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(Every)]
    }
}

struct Nothing;

impl MigratorTrait for Nothing {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        Vec::new()
    }
}

async fn dumped(db: &Db) -> String {
    let (_, lines) = db.read(|tx| async move { transfer::dump(&tx, Vec::new()).await }).await.unwrap();
    String::from_utf8(lines).unwrap()
}

async fn loaded(db: &Db, lines: &str) -> Result<transfer::Rows, TransferError> {
    transfer::load(db, BufReader::new(std::io::Cursor::new(lines.to_owned()))).await
}

async fn run(db: &Db, sql: &str, values: impl IntoIterator<Item = Value>) {
    db.admin().execute_raw(Statement::from_sql_and_values(db.backend(), sql, values)).await.unwrap();
}

async fn fill(db: &Db) {
    let words = ["", "水管漏水", "\u{202e}<b>&'\"\\\u{200b}", "line\nline\t\u{7f}", "😀𠮷"];
    for n in 0..600i64 {
        let word = words[usize::try_from(n).unwrap() % words.len()];
        let real = [None, Some(0.1 + 0.2), Some(-0.0), Some(f64::MIN_POSITIVE), Some(121.473_701_234_567_89), Some(31.0)]
            [usize::try_from(n).unwrap() % 6];
        run(
            db,
            "INSERT INTO every (word, maybe, flag, maybe_flag, place, raw, maybe_raw, big) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            [
                word.into(),
                (n % 2 == 0).then(|| word.to_owned()).into(),
                (n % 3 == 0).into(),
                (n % 2 == 1).then_some(n % 3 == 1).into(),
                real.into(),
                vec![u8::try_from(n % 256).unwrap(); usize::try_from(n % 5).unwrap()].into(),
                (n % 7 == 0).then(|| vec![0u8, 255, 10]).into(),
                [None, Some(i64::MIN), Some(i64::MAX)][usize::try_from(n).unwrap() % 3].into(),
            ],
        )
        .await;
        run(
            db,
            "INSERT INTO pair (area, year, \"order\") VALUES ($1, $2, $3)",
            [["甲", "a", "B", "é", "z"][usize::try_from(n).unwrap() % 5].into(), n.into(), "x".into()],
        )
        .await;
    }
    // The last number is given out and gone: it must not come again.
    run(db, "DELETE FROM every WHERE n = $1", [600i64.into()]).await;
}

#[tokio::test]
async fn rows_go_from_either_database_to_either_and_come_back_the_same() {
    let mut bench = Bench::new().await;
    let (a, b, c, d) = (
        bench.sqlite::<Migrator>().await,
        bench.postgres::<Migrator>().await,
        bench.sqlite::<Migrator>().await,
        bench.postgres::<Migrator>().await,
    );
    fill(&a).await;
    let first = dumped(&a).await;
    let rows = transfer::count(first.as_bytes()).unwrap();
    assert_eq!(rows, [("every".to_owned(), 599), ("nobody".to_owned(), 0), ("pair".to_owned(), 600)].into());

    assert_eq!(loaded(&b, &first).await.unwrap(), rows);
    let second = dumped(&b).await;
    assert!(second == first, "SQLite → PostgreSQL");
    loaded(&c, &second).await.unwrap();
    assert!(dumped(&c).await == first, "PostgreSQL → SQLite");
    loaded(&d, &dumped(&c).await).await.unwrap();
    assert!(dumped(&d).await == first, "SQLite → PostgreSQL again");

    for db in [&b, &c] {
        run(db, "INSERT INTO every (word, flag, raw) VALUES ($1, $2, $3)", ["next".into(), true.into(), vec![1u8].into()]).await;
        let row = db.admin().query_one_raw(Statement::from_string(db.backend(), "SELECT max(n) FROM every")).await.unwrap().unwrap();
        assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 601, "the next number follows the last that was given");
    }
    bench.end().await;
}

#[tokio::test]
async fn a_database_with_rows_or_another_schema_is_refused() {
    let mut bench = Bench::new().await;
    let full = bench.sqlite::<Migrator>().await;
    run(&full, "INSERT INTO nobody (id) VALUES ($1)", ["x".into()]).await;
    let lines = dumped(&full).await;
    assert!(matches!(loaded(&full, &lines).await, Err(TransferError::NotEmpty(table)) if table == "nobody"));
    for bare in [bench.sqlite::<Nothing>().await, bench.postgres::<Nothing>().await] {
        assert!(matches!(loaded(&bare, &lines).await, Err(TransferError::OtherSchema(what)) if what.starts_with("m00000000_every")));
    }
    bench.end().await;
}

#[tokio::test]
async fn lines_that_are_not_whole_are_refused_with_their_number() {
    let mut bench = Bench::new().await;
    let db = bench.sqlite::<Migrator>().await;
    run(&db, "INSERT INTO nobody (id) VALUES ($1)", ["x".into()]).await;
    let lines = dumped(&db).await;
    let cut = lines.trim_end().rsplit_once('\n').unwrap().0;
    assert!(matches!(transfer::count(format!("{cut}\n").as_bytes()), Err(TransferError::CutShort)));
    assert!(matches!(transfer::count(&b""[..]), Err(TransferError::CutShort)));
    let wrong = |from: &str, to: &str| match transfer::count(lines.replacen(from, to, 1).as_bytes()) {
        Err(TransferError::Form { line, what }) => (line, what),
        other => (0, format!("{other:?}")),
    };
    assert_eq!(wrong("lianxin rows", "other rows"), (1, "a form that this version does not read".to_owned()));
    assert_eq!(wrong("[\"x\"]", "[7]"), (4, "nobody.id is not of its type".to_owned()));
    assert_eq!(wrong("[\"x\"]\n", ""), (5, "other numbers of rows than were read".to_owned()));
    assert_eq!(wrong("[\"x\"]", "[\"x\",1]").0, 4);
    assert_eq!(wrong("{\"table\":\"every\"}", "{\"table\":\"none\"}").0, 2);
    bench.end().await;
}
