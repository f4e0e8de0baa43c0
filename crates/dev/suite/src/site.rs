//! A site of one test: a folder, and a database of its own when it is on PostgreSQL. Both go with it.

use std::path::PathBuf;

use sea_orm::ConnectionTrait;
use tempfile::TempDir;

use crate::template::{self, Kind};

/// A copy of the template, not opened yet.
pub struct Site {
    folder: TempDir,
    scratch: Option<(String, String)>,
}

impl Site {
    /// A new copy.
    pub async fn new(kind: Kind) -> Self {
        std::fs::create_dir_all(template::root()).unwrap();
        let folder = tempfile::Builder::new().prefix("w").tempdir_in(template::root()).unwrap();
        let data = folder.path().join("site");
        let scratch = match kind {
            Kind::Sqlite => {
                template::copy(&template::sqlite().await, &data);
                None
            }
            Kind::Postgres => {
                let admin = template::admin().await;
                let (from, made) = template::postgres(&admin).await;
                template::copy(&made, &data);
                let mut name = String::from("lianxin_");
                name.extend(folder.path().file_name().unwrap().to_string_lossy().bytes().map(|b| format!("{b:02x}")));
                admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {from}")).await.unwrap();
                Some((format!("{}/{name}", template::server()), name))
            }
        };
        Self { folder, scratch }
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The database's URL, when it is not in the folder.
    pub fn url(&self) -> Option<&str> {
        self.scratch.as_ref().map(|(url, _)| url.as_str())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let Some((_, name)) = self.scratch.take() else { return };
        // A runtime of its own, because the test's may be ending.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let _ = template::admin().await.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            });
        });
        let _ = dropped.join();
    }
}
