//! The command line. What a command does stands in its own module; here are its words.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};
use journal::{Actor, Envelope, Journal};
use kernel::Timestamp;

use crate::backup::{BackupArgs, RestoreArgs};
use crate::calendar_cli::CalendarArgs;
use crate::keys::Keys;
use crate::kpi_cli::KpiArgs;
use crate::text_cli::TextArgs;
use crate::verify_cli::VerifyArgs;
use crate::wiring::{App, Choices, OpenError};
use crate::{SiteFile, demo, doctor, forget, init, link, log, log_cli, migrate, serve, witness};

/// Lianxin 连心: matters of residents, from their words to their verdict.
#[derive(Debug, Parser)]
#[command(name = "lianxin", version, propagate_version = true)]
pub struct Cli {
    /// What is logged: `error`, `warn`, `info`, `debug`, or by crate (`info,cases=debug`).
    #[arg(long, global = true, default_value = "info")]
    log: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a site: keys, schema, areas, units, one admin and one organiser by one-time links.
    Init(init::InitArgs),
    /// Serve a site.
    Serve(ServeArgs),
    /// Make a demo site with invented data; the same seed and now give the same bytes.
    Demo(demo::DemoArgs),
    /// Make a one-time link for an account that nobody else can help: the organiser's, or the first ones when theirs have lapsed.
    Link(link::LinkArgs),
    /// Bring the schema of a site up to date.
    Migrate(Where),
    /// Prove that state is the fold of the journal and that nothing was changed behind it. Exit 1 when something is found.
    Doctor(doctor::DoctorArgs),
    /// Copy a site into one encrypted archive, while it serves. The archive holds no keys.
    Backup(BackupArgs),
    /// Make a new site from an archive, in either database.
    Restore(RestoreArgs),
    /// Forget the person behind a case: words and contact go, figures and proofs stay.
    Erase(forget::EraseArgs),
    /// Working days and deadlines.
    Calendar(CalendarArgs),
    /// The public log of a site.
    Log(log_cli::LogArgs),
    /// Cosign the checkpoints of other sites' logs, so that none of them can show two histories. Needs no site.
    Witness(witness::WitnessArgs),
    /// Whether a public log, or a receipt from one, holds.
    Verify(VerifyArgs),
    /// The published figures, from a public log.
    Kpi(KpiArgs),
    /// Sort messages by what people have sorted before.
    Text(TextArgs),
}

/// Which site.
#[derive(Debug, Clone, Args)]
pub(crate) struct Where {
    /// The data folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    /// The database, when not the site's own: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL")]
    pub(crate) database: Option<String>,
}

#[derive(Debug, Args)]
struct ServeArgs {
    #[command(flatten)]
    site: Where,
    /// The address to listen on.
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Serve requests only; another process does the jobs and the sequencing.
    #[arg(long)]
    no_worker: bool,
    /// Serve a demo beyond loopback all the same: its passwords are public.
    #[arg(long)]
    demo_beyond_loopback: bool,
}

/// What a command tells the shell.
pub(crate) type Outcome = Result<ExitCode, Box<dyn std::error::Error + Send + Sync>>;

impl Cli {
    /// Runs the command; what goes wrong is told on standard error, with its causes.
    pub fn run(self) -> ExitCode {
        log::begin(&self.log);
        let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => return told(&error),
        };
        match runtime.block_on(self.command.run()) {
            Ok(code) => code,
            Err(error) => told(error.as_ref()),
        }
    }
}

fn told(error: &dyn std::error::Error) -> ExitCode {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    eprintln!("lianxin: {text}");
    ExitCode::from(2)
}

impl Command {
    async fn run(self) -> Outcome {
        match self {
            Self::Init(args) => init::run(args).await,
            Self::Serve(args) => args.run().await,
            Self::Demo(args) => demo::run(args).await,
            Self::Link(args) => link::run(args).await,
            Self::Migrate(site) => site.migrate().await,
            Self::Doctor(args) => doctor::run(args).await,
            Self::Backup(args) => args.run().await,
            Self::Restore(args) => args.run().await,
            Self::Erase(args) => forget::run(args).await,
            Self::Calendar(args) => Ok(args.run(&mut std::io::stdout().lock())?.into()),
            Self::Log(args) => log_cli::run(args).await,
            Self::Witness(args) => witness::run(args).await,
            Self::Verify(args) => Ok(args.run(&mut std::io::stdout().lock())?.into()),
            Self::Kpi(args) => Ok(args.run(&mut std::io::stdout().lock())?.into()),
            Self::Text(args) => args.run(&mut std::io::stdout(), &mut std::io::stderr()).await,
        }
    }
}

impl Where {
    /// Opens the site.
    pub(crate) async fn open(&self, choices: Choices) -> Result<App, OpenError> {
        App::open(&self.data, self.database.as_deref(), choices).await
    }

    async fn migrate(&self) -> Outcome {
        let config = SiteFile::load(&self.data)?;
        let (url, keys, choices) = (config.database(&self.data, self.database.as_deref())?, Keys::load(&self.data)?, Choices::real()?);
        let db = store::Db::open(&url, Arc::clone(&choices.rng)).await?;
        let waiting = migrate::waiting(&db).await?;
        migrate::migrate(&db).await?;
        println!("{waiting} migrations applied");
        let journal = Journal::new(keys.journal(), choices.rng);
        let envelope = Envelope::live(Actor::System("migrate".to_owned()), None, choices.clock.now());
        let take = move |tx| {
            let (journal, envelope) = (journal.clone(), envelope.clone());
            async move { settings::commands::take_register(&tx, &journal, &envelope).await }
        };
        if db.write(take).await? {
            println!("what the register holds today is in the journal from now on");
        }
        db.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl ServeArgs {
    async fn run(self) -> Outcome {
        let app = self.site.open(Choices::real()?).await?;
        serve::serve(app, self.listen, !self.no_worker, self.demo_beyond_loopback).await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// An instant on the command line, RFC 3339.
pub(crate) fn instant(text: &str) -> Result<Timestamp, String> {
    text.parse().map_err(|_| "not an instant such as 2026-11-23T10:42:00+08:00".to_owned())
}

/// The randomness that belongs to a seed.
pub(crate) fn seeded(seed: u64) -> Arc<dyn kernel::Rng> {
    Arc::new(kernel::SeededRng::new(seed))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_hangs_together() {
        Cli::command().debug_assert();
        // What is logged, and which log: clap knows both as `log`, and must not take the one for the other.
        let words = ["lianxin", "kpi", "recompute", "--log", "some/folder", "--trust-root", "--from", "2025-01", "--to", "2025-02"];
        assert!(Cli::try_parse_from(words).is_ok());
        let key = "county.example/log+5acd012c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";
        assert!(Cli::try_parse_from(["lianxin", "verify", "log", "some/folder", "--key", key]).is_ok());
        assert!(Cli::try_parse_from(["lianxin", "log", "vkey", "--data", "site", "--log", "error"]).is_ok());
        assert!(Cli::try_parse_from(["lianxin", "log", "rotate-key", "--data", "site", "--retire-old"]).is_ok());
        assert!(Cli::try_parse_from(["lianxin", "log", "epoch", "--data", "site", "--reason", "硬盘坏了"]).is_ok());
        assert!(Cli::try_parse_from(["lianxin", "log", "epoch", "--data", "site"]).is_err(), "never without a reason");
    }
}
