//! Writes and reads as closures see them, on both databases.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod support;

use store::schema::Table;
use store::sea_orm::sea_query::{Expr, ExprTrait, Query};
use store::sea_orm::{ConnectionTrait, DbErr, Statement};
use store::sea_orm_migration::prelude::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager};
use store::{Db, StoreError, Tx};
use support::Bench;

struct Words;

impl MigrationName for Words {
    fn name(&self) -> &'static str {
        "m00000000_words"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Words {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "word").key("word").int("n").create(manager).await
    }
}

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(Words)]
    }
}

async fn both() -> (Bench, [Db; 2]) {
    let mut bench = Bench::new().await;
    let dbs = [bench.sqlite::<Migrator>().await, bench.postgres::<Migrator>().await];
    (bench, dbs)
}

async fn later(tx: &Tx, word: &str, n: i64) -> Result<(), StoreError> {
    tx.later(&Query::insert().into_table("word").columns(["word", "n"]).values_panic([word.into(), n.into()]).to_owned()).await
}

async fn sum(tx: &Tx) -> Result<i64, StoreError> {
    let all = Query::select().expr(Expr::cust("CAST(COALESCE(SUM(n), 0) AS BIGINT)")).from("word").to_owned();
    Ok(tx.query_one(&all).await?.unwrap().try_get_by_index(0)?)
}

async fn stored(db: &Db) -> i64 {
    db.read(|tx| async move { sum(&tx).await }).await.unwrap()
}

#[tokio::test]
async fn what_comes_after_sees_it_with_values_of_its_own() {
    let (bench, dbs) = both().await;
    for db in &dbs {
        db.write(|tx| async move {
            later(&tx, "one", 1).await?;
            later(&tx, "two", 2).await?;
            assert_eq!(sum(&tx).await?, 3, "a query");
            later(&tx, "three", 4).await?;
            let numbered = "SELECT n FROM word WHERE word = $1";
            let row = tx.query_one_raw(Statement::from_sql_and_values(tx.get_database_backend(), numbered, ["three".into()])).await?;
            assert_eq!(row.unwrap().try_get_by_index::<i64>(0)?, 4, "values by number");
            later(&tx, "four", 8).await?;
            let more = Query::update().table("word").value("n", 16).and_where(Expr::col("word").eq("four")).to_owned();
            assert_eq!(tx.execute(&more).await?.rows_affected(), 1, "rows of one statement, not of those before it");
            later(&tx, "five", 32).await
        })
        .await
        .unwrap();
        assert_eq!(stored(db).await, 1 + 2 + 4 + 16 + 32);
    }
    bench.end().await;
}

#[tokio::test]
async fn a_closure_that_is_refused_leaves_nothing_and_disturbs_nobody_in_its_commit() {
    let (bench, dbs) = both().await;
    for db in &dbs {
        let writers = (0..40_i64).map(|nth| async move {
            db.write(move |tx| async move {
                later(&tx, &format!("of {nth}"), 1).await?;
                match nth % 4 {
                    // Its last word is there already: only the end of the closure can tell.
                    1 => later(&tx, &format!("of {nth}"), 1_000).await,
                    2 => Err(StoreError::Stale),
                    3 => {
                        // Whoever overlooks the error of a statement that others went with is not kept.
                        later(&tx, &format!("of {nth}"), 1_000).await.ok();
                        sum(&tx).await.ok();
                        later(&tx, &format!("after {nth}"), 1_000).await.ok();
                        Ok(())
                    }
                    _ => Ok(()),
                }
            })
            .await
        });
        let ended = futures::future::join_all(writers).await;
        for (nth, ended) in ended.iter().enumerate() {
            let fits = match nth % 4 {
                0 => ended.is_ok(),
                2 => matches!(ended, Err(StoreError::Stale)),
                _ => matches!(ended, Err(StoreError::Database(_))),
            };
            assert!(fits, "{nth}: {ended:?}");
        }
        assert_eq!(stored(db).await, 10);
    }
    bench.end().await;
}

#[tokio::test]
async fn many_go_in_parts() {
    let (bench, dbs) = both().await;
    for db in &dbs {
        db.write(|tx| async move {
            for n in 0..100 {
                later(&tx, &format!("word {n}"), 1).await?;
            }
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
        assert_eq!(stored(db).await, 100);
    }
    bench.end().await;
}

#[tokio::test]
async fn a_snapshot_is_of_one_moment_and_changes_nothing() {
    let (bench, dbs) = both().await;
    for db in &dbs {
        let add = |word: &'static str| db.write(move |tx| async move { later(&tx, word, 1).await });
        add("before").await.unwrap();
        let (seen, go_on) = (tokio::sync::oneshot::channel(), tokio::sync::oneshot::channel::<()>());
        let read = db.read(move |tx| async move {
            let first = sum(&tx).await?;
            seen.0.send(()).unwrap();
            go_on.1.await.unwrap();
            let second = sum(&tx).await?;
            later(&tx, "smuggled", 1_000).await.ok();
            Ok::<_, StoreError>((first, second))
        });
        let meanwhile = async {
            seen.1.await.unwrap();
            add("meanwhile").await.unwrap();
            go_on.0.send(()).unwrap();
        };
        let (found, ()) = futures::future::join(read, meanwhile).await;
        assert_eq!(found.unwrap(), (1, 1));
        assert_eq!(stored(db).await, 2);
    }
    bench.end().await;
}
