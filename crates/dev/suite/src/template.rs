//! The template of all worlds: a demo county without cases, made once per schema and seed file.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::Duration;

use kernel::Timestamp;
use lianxin::demo::{DemoArgs, make};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

/// When every world begins: the Monday of the mock screens.
pub const NOW: &str = "2026-11-23T10:42:00+08:00";

/// Where worlds are built: memory where there is some, else the temporary folder.
pub fn root() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    base.join("lianxin-suite")
}

/// Names the template by what it is made of: this very program. Another build makes another template.
fn stamp() -> String {
    let own = std::env::current_exe().unwrap();
    let meta = std::fs::metadata(&own).unwrap();
    let mut hasher = DefaultHasher::new();
    (own, meta.len(), meta.modified().unwrap()).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn args(data: PathBuf, database: Option<String>) -> DemoArgs {
    DemoArgs { data, database, cases: 0, seed: 7, now: Some(NOW.parse::<Timestamp>().unwrap()), untouched: false }
}

/// The folder of the SQLite template, made by whoever comes first.
pub async fn sqlite() -> PathBuf {
    let made = root().join(format!("sqlite-{}", stamp()));
    if !made.join("site.toml").exists() {
        std::fs::create_dir_all(root()).unwrap();
        let draft = tempfile::tempdir_in(root()).unwrap();
        let data = draft.path().join("site");
        make(&args(data.clone(), None)).await.unwrap();
        // Somebody else may have been faster; then theirs is as good.
        let _ = std::fs::rename(&data, &made);
    }
    made
}

/// The server's base URL, without a database.
pub fn server() -> String {
    #[expect(clippy::disallowed_methods, reason = "the one setting of the tests")]
    let told = std::env::var("TEST_PG_URL").ok();
    let url = told.unwrap_or_else(|| "postgres://postgres@127.0.0.1:5432/postgres".to_owned());
    let (base, _) = url.rsplit_once('/').expect("TEST_PG_URL names a database");
    base.to_owned()
}

/// A connection for making and dropping databases.
pub async fn admin() -> DatabaseConnection {
    let mut options = sea_orm::ConnectOptions::new(format!("{}/postgres", server()));
    options.max_connections(1).sqlx_logging(false).connect_timeout(Duration::from_secs(10));
    Database::connect(options).await.expect("no PostgreSQL for the tests: set TEST_PG_URL")
}

/// The name of the PostgreSQL template and the folder that belongs to it.
pub async fn postgres(admin: &DatabaseConnection) -> (String, PathBuf) {
    let name = format!("lianxin_tpl_{}", stamp());
    let folder = root().join(&name);
    // One at a time makes it, whichever process comes first.
    admin.execute_unprepared("SELECT pg_advisory_lock(72416)").await.unwrap();
    if !folder.join("site.toml").exists() {
        std::fs::create_dir_all(root()).unwrap();
        let _ = std::fs::remove_dir_all(&folder);
        admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}")).await.unwrap();
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        let draft = tempfile::tempdir_in(root()).unwrap();
        let data = draft.path().join("site");
        make(&args(data.clone(), Some(format!("{}/{name}", server())))).await.unwrap();
        std::fs::rename(&data, &folder).unwrap();
    }
    admin.execute_unprepared("SELECT pg_advisory_unlock(72416)").await.unwrap();
    (name, folder)
}

/// Copies a folder with its files.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
