//! `lianxin log`: the public log of a site.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use ledger::Succession;

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
    /// Print the key by which everybody checks this site's log and receipts, and below it those that it had before, newest first. They are
    /// public: put the first on slips and walls.
    Vkey {
        /// The data folder.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
    },
    /// Give the log another key. Old and new sign together, and a public link that both have signed leads from the one to the other, until
    /// `--retire-old`. Restart `serve` after each.
    RotateKey {
        #[command(flatten)]
        site: Where,
        /// The key before signs no more: slips and witnesses have the new one, or it is in the wrong hands.
        #[arg(long)]
        retire_old: bool,
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

/// Why the keys stay as they are.
#[derive(Debug, thiserror::Error)]
enum NotRotated {
    #[error("the key before still signs: end that with --retire-old first")]
    StillTwo,
    #[error("there is one key: nothing to retire")]
    OnlyOne,
}

async fn rotate(site: Where, retire_old: bool) -> Outcome {
    let choices = Choices::real()?;
    let keys = Keys::load(&site.data)?;
    let next = if retire_old {
        keys.without_log_before().ok_or(NotRotated::OnlyOne)?
    } else {
        keys.with_next_log(choices.rng.as_ref()).ok_or(NotRotated::StillTwo)?
    };
    // A site that cannot sign now must be looked at first; and the head must be signed by whichever key stays.
    let app = site.open(choices).await?;
    let sound = app.ledger.publish().await;
    app.db.close().await;
    sound?;
    next.replace(&Keys::folder(&site.data))?;
    let app = site.open(Choices::real()?).await?;
    let signed = app.ledger.publish().await;
    app.db.close().await;
    let head = signed?;
    println!("{}", app.ledger.vkey());
    if retire_old {
        println!("signs alone from {} leaves on", head.size);
    } else {
        println!("signs beside the old key from {} leaves on; /log/keys leads from the old one to it", head.size);
        println!("Print it on slips, tell the witnesses, copy the keys (backup --with-keys), then: log rotate-key --retire-old");
    }
    println!("Restart `serve`: until then it signs as before.");
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn run(args: LogArgs) -> Outcome {
    match args.command {
        LogCommand::Vkey { data } => {
            let (keys, origin) = (Keys::load(&data)?, SiteFile::load(&data)?.origin());
            let (now, before) = (keys.log(&origin)?, keys.log_before(&origin)?);
            for key in Succession::open(&Keys::folder(&data), &now, before.as_ref())?.keys(now.vkey()) {
                println!("{key}");
            }
            Ok(ExitCode::SUCCESS)
        }
        LogCommand::RotateKey { site, retire_old } => rotate(site, retire_old).await,
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
