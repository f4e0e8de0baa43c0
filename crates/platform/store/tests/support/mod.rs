//! Databases for tests: SQLite files, and scratch databases on PostgreSQL where one answers.

use std::sync::Arc;

use kernel::{Rng, SystemRng};
use store::sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use store::sea_orm_migration::prelude::MigratorTrait;
use store::{Db, DbUrl};

fn rng() -> Arc<dyn Rng> {
    Arc::new(SystemRng::new().unwrap())
}

/// Fresh databases, removed at the end.
pub struct Bench {
    folder: tempfile::TempDir,
    server: Option<(String, DatabaseConnection)>,
    scratch: Vec<String>,
    open: Vec<Db>,
}

impl Bench {
    #[expect(clippy::disallowed_methods, reason = "the documented switch of the tests")]
    pub async fn new() -> Self {
        let server = std::env::var("TEST_PG_URL").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned());
        let server = server.split('?').next().unwrap().to_owned();
        let admin = Database::connect(&server).await.ok();
        if admin.is_none() {
            eprintln!("no PostgreSQL answers: this test runs on SQLite only");
        }
        Self { folder: tempfile::tempdir().unwrap(), server: admin.map(|admin| (server, admin)), scratch: Vec::new(), open: Vec::new() }
    }

    async fn open<M: MigratorTrait>(&mut self, url: &str) -> Db {
        let db = Db::open(&url.parse::<DbUrl>().unwrap(), rng()).await.unwrap();
        M::up(db.admin(), None).await.unwrap();
        self.open.push(db.clone());
        db
    }

    pub async fn sqlite<M: MigratorTrait>(&mut self) -> Db {
        let path = self.folder.path().join(format!("{}.db", self.open.len()));
        self.open::<M>(&format!("sqlite:{}", path.display())).await
    }

    /// A database on PostgreSQL, or another SQLite file where no server answers.
    pub async fn postgres<M: MigratorTrait>(&mut self) -> Db {
        let Some((server, admin)) = &self.server else { return self.sqlite::<M>().await };
        let name = format!("lx_scratch_{:016x}", u64::from_be_bytes(rng().bytes()));
        admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE template0")).await.unwrap();
        let url = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        self.scratch.push(name);
        self.open::<M>(&url).await
    }

    pub async fn end(self) {
        for db in self.open {
            db.close().await;
        }
        if let Some((_, admin)) = self.server {
            for name in self.scratch {
                admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
            }
        }
    }
}
