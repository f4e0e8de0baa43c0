//! A fresh database of each sort for a test: a SQLite file, and a scratch database on PostgreSQL where one answers.

use std::future::Future;
use std::sync::Arc;

use kernel::{Rng, SystemRng};
use store::sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use store::sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};
use store::{Db, DbUrl};

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        super::migrations()
    }
}

fn rng() -> Arc<dyn Rng> {
    Arc::new(SystemRng::new().unwrap())
}

async fn open(url: &str) -> Db {
    let db = Db::open(&url.parse::<DbUrl>().unwrap(), rng()).await.unwrap();
    Migrator::up(db.admin(), None).await.unwrap();
    db
}

#[expect(clippy::disallowed_methods, reason = "the documented switch of the tests")]
async fn postgres() -> Option<(String, DatabaseConnection)> {
    let server = std::env::var("TEST_PG_URL").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned());
    let server = server.split('?').next()?.to_owned();
    let connection = Database::connect(&server).await.ok()?;
    Some((server, connection))
}

/// Runs `test` on each database that is there.
pub async fn on_both<F: Future<Output = ()>>(test: impl Fn(Db) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&format!("sqlite:{}", folder.path().join("t.db").display())).await;
    test(db.clone()).await;
    db.close().await;

    let Some((server, admin)) = postgres().await else {
        eprintln!("no PostgreSQL answers: this test ran on SQLite only");
        return;
    };
    let name = format!("lx_scratch_{:016x}", u64::from_be_bytes(rng().bytes()));
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE template0")).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    let db = open(&format!("{base}/{name}")).await;
    test(db.clone()).await;
    db.close().await;
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
}
