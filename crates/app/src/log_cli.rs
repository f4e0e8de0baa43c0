//! `lianxin log`: the public log of a site.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::cli::{Outcome, Where};
use crate::config::SiteFile;
use crate::keys::Keys;
use crate::wiring::Choices;

#[derive(Debug, Args)]
pub(crate) struct LogArgs {
    #[command(subcommand)]
    command: LogCommand,
}

#[derive(Debug, Subcommand)]
enum LogCommand {
    /// Print the key by which everybody checks this site's log and receipts. It is public: put it on slips and walls.
    Vkey {
        /// The data folder.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
    },
    /// Leave a log behind that cannot go on, because the database was restored from before what it had signed, and begin the next. In
    /// public and for good: its first leaf holds the last checkpoint and the reason. A site whose log goes on refuses.
    Epoch {
        #[command(flatten)]
        site: Where,
        /// Why, for everybody to read for all times: what was lost, when, how. No names, no numbers of people.
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

/// As a page's notice: a leaf holds far more, and nobody would read it.
const LONGEST_REASON: usize = 2_000;

/// Why no other log is begun.
#[derive(Debug, thiserror::Error)]
#[error("--reason is 1 to {LONGEST_REASON} characters, without control characters")]
struct NoReason;

pub(crate) async fn run(args: LogArgs) -> Outcome {
    match args.command {
        LogCommand::Vkey { data } => {
            let origin = SiteFile::load(&data)?.origin();
            println!("{}", Keys::load(&data)?.log(&origin)?.vkey());
            Ok(ExitCode::SUCCESS)
        }
        LogCommand::Epoch { site, reason } => {
            kernel::text::check(&reason, LONGEST_REASON).map_err(|_| NoReason)?;
            let app = site.open(Choices::real()?).await?;
            let begun = app.ledger.begin_epoch(app.clock.as_ref(), &reason).await;
            app.db.close().await;
            let begun = begun?;
            println!("{} begins, {} leaves published", begun.origin, begun.head.size);
            println!("{} had signed {} leaves and stays as it is", begun.before, begun.signed.size);
            println!("Tell the witnesses and whoever follows the log. The key on slips stays the same.");
            Ok(ExitCode::SUCCESS)
        }
    }
}
