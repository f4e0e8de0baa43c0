//! `lianxin backup` and `lianxin restore`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use async_trait::async_trait;
use cases::ChangeError;
use cases::permissions::EraseCase;
use clap::Args;
use identity::Granted;
use kernel::CaseNumber;
use store::Db;

use super::{Again, BackupError, KEEP_DAYS, Plan, ReplayErasures, Request, RestoredSite, backup, copy_keys, restore};
use crate::Migrations;
use crate::cli::{Outcome, Where};
use crate::config::SiteFile;
use crate::keys::Keys;
use crate::wiring::{App, Choices};

/// Copy a site into one encrypted archive, while it serves. The archive holds no keys.
#[derive(Debug, Args)]
pub(crate) struct BackupArgs {
    #[command(flatten)]
    site: Where,
    /// The folder of archives.
    #[arg(value_name = "FOLDER")]
    out: PathBuf,
    /// Also copy the keys, into a new folder of DIR; never where archives lie.
    #[arg(long, value_name = "DIR")]
    with_keys: Option<PathBuf>,
    /// Delete archives of this site that are older than so many days.
    #[arg(long, value_name = "DAYS", default_value_t = KEEP_DAYS)]
    keep_days: u32,
}

impl BackupArgs {
    pub(crate) async fn run(self) -> Outcome {
        let Choices { clock, rng, .. } = Choices::real()?;
        let data = self.site.data;
        let url = SiteFile::load(&data)?.database(&data, self.site.database.as_deref())?;
        let (keys, now) = (Keys::load(&data)?, clock.now());
        let db = Db::open(&url, Arc::clone(&rng)).await?;
        let plan = Plan { db: db.clone(), data: data.clone(), keys, out: self.out.clone(), now, rng, keep_days: self.keep_days };
        let made = backup(plan).await;
        db.close().await;
        let made = made?;
        println!("{}", made.archive.display());
        println!("{} rows, {} files, read back whole", made.manifest.rows.values().sum::<u64>(), made.manifest.files.len());
        for old in &made.deleted {
            println!("deleted {}", old.display());
        }
        if let Some(apart) = &self.with_keys {
            println!("keys: {}", copy_keys(&data, &self.out, apart, now)?.display());
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Make a new site from an archive. The same archive goes into either database.
#[derive(Debug, Args)]
pub(crate) struct RestoreArgs {
    /// The archive.
    #[arg(value_name = "ARCHIVE")]
    archive: PathBuf,
    /// The folder with the keys and the list of the erased.
    #[arg(long, value_name = "DIR")]
    keys: PathBuf,
    /// The data folder of the new site: missing or empty.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The database, when not in the folder: sqlite:PATH or postgres://…, without tables.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

impl RestoreArgs {
    pub(crate) async fn run(self) -> Outcome {
        let rng = Choices::real()?.rng;
        let Self { archive, keys, data, database } = self;
        let restored =
            restore::<Migrations>(Request { archive, keys, data: data.clone(), database: database.clone(), rng }, &ThroughDomains).await?;
        let rows: u64 = restored.manifest.rows.values().sum();
        println!("{}: {rows} rows, {} files, as of {}", data.display(), restored.manifest.files.len(), restored.manifest.made_at);
        println!("{} newer migrations, {} erasures repeated", restored.migrated, restored.erased_again);
        // Archives hold no file of the public log: each is a function of the rows, and is made again.
        let app = App::open(&data, database.as_deref(), Choices::real()?).await?;
        match app.ledger.publish().await {
            Ok(head) => println!("{} leaves of the public log published again", head.size),
            Err(error) => {
                eprintln!("the public log stays as it is: {error}");
                if error.ends_the_log() {
                    eprintln!("This archive is from before what was signed last. Is there a newer one? If not, go on in public:");
                    eprintln!("  lianxin log epoch --data {} --reason 'what was lost, when, how'", data.display());
                }
            }
        }
        app.db.close().await;
        println!("Now run `lianxin doctor --data {}` before you serve.", data.display());
        Ok(ExitCode::SUCCESS)
    }
}

/// Erases again by the commands that erase.
pub(crate) struct ThroughDomains;

#[async_trait]
impl ReplayErasures for ThroughDomains {
    async fn replay(&self, site: RestoredSite<'_>, ids: &[String]) -> Result<Vec<Again>, BackupError> {
        let failed = |id: &str| {
            let id = id.to_owned();
            move |source| BackupError::Replay { id, source }
        };
        let first = ids.first().map_or("", String::as_str);
        let choices = Choices::real().map_err(|error| failed(first)(error.into()))?;
        let app = App::on(site.db.clone(), site.data, site.config.clone(), site.keys.clone(), choices)
            .await
            .map_err(|error| failed(first)(error.into()))?;
        let grant = Granted::<EraseCase>::system("restore");
        let mut again = Vec::with_capacity(ids.len());
        for id in ids {
            let number: CaseNumber = id.parse().map_err(|error: kernel::number::NumberError| failed(id)(error.into()))?;
            again.push(match app.cases.erase(&grant, &number).await {
                Ok(_) => Again::Erased,
                Err(ChangeError::NoSuchCase) => Again::Unknown,
                Err(error) => return Err(failed(id)(error.into())),
            });
        }
        Ok(again)
    }
}
