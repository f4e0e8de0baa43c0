//! `lianxin-drive`: takes messages through the whole loop of a running server and reads each one again.
//!
//! It knows nothing but the public API: a resident files the message, a dispatcher dispatches it, a handler of the unit accepts it, calls back,
//! starts and answers, the resident rates. Every twentieth resident says "not solved" first, and the case must come back. At the end every
//! acknowledged case is read again and compared byte for byte with what was sent, because the one promise that may never break is that an
//! acknowledged matter is still there, unchanged.
//!
//! The exit code is 0 only if nothing was lost, altered or refused and everything acknowledged was closed; 1 otherwise; 2 for a wrong command line.

mod accounts;
mod acknowledged;
mod api;
mod county;
mod input;
mod judge;
mod lifecycle;
mod protocol;
mod report;
mod timing;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::acknowledged::Ledger;
use crate::api::Api;
use crate::lifecycle::Drive;
use crate::report::Totals;

/// Drives messages through the whole loop of a running Lianxin server, over its public API.
#[derive(Debug, Parser)]
#[command(name = "lianxin-drive", version)]
struct Arguments {
    /// Address of the server, for example <http://127.0.0.1:8080>; plain HTTP, so a loopback address.
    #[arg(long)]
    server: String,
    /// The `demo-accounts.json` that `lianxin demo` wrote.
    #[arg(long, required_unless_present = "verify_only")]
    accounts: Option<PathBuf>,
    /// Messages, one JSON object `{id, title, body, reply?}` per line; other fields are ignored.
    #[arg(long, required_unless_present = "verify_only")]
    input: Option<PathBuf>,
    /// How many cases are on their way at once.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=1024))]
    concurrency: u16,
    /// Print one JSON object instead of text.
    #[arg(long)]
    json: bool,
    /// Append every acknowledged step to this file as it happens (for tests that kill the server).
    #[arg(long, value_name = "FILE")]
    acknowledged_out: Option<PathBuf>,
    /// File nothing; read again what an earlier drive wrote with `--acknowledged-out` and say what is missing.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["input", "acknowledged_out"])]
    verify_only: Option<PathBuf>,
}

/// Why a drive could not begin.
#[derive(Debug, thiserror::Error)]
enum SetupError {
    #[error(transparent)]
    Accounts(#[from] accounts::AccountsError),
    #[error(transparent)]
    Input(#[from] input::InputError),
    #[error(transparent)]
    Ledger(#[from] acknowledged::LedgerError),
    #[error(transparent)]
    Api(#[from] api::ApiError),
    #[error(transparent)]
    County(#[from] county::CountyError),
    #[error("give --accounts and --input, or --verify-only")]
    NothingToDo,
}

// One thread: the client shares the machine with the server it measures, and a thousand requests a second need no second core.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let report = run(&arguments).await.unwrap_or_else(|error| {
        eprintln!("lianxin-drive: {error}");
        Report { totals: Totals::not_begun(), accepted: false }
    });
    if arguments.json {
        println!("{}", report.totals.to_json());
    } else {
        println!("{}", report.totals);
    }
    if report.accepted { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Report {
    totals: Totals,
    accepted: bool,
}

async fn run(arguments: &Arguments) -> Result<Report, SetupError> {
    let concurrency = usize::from(arguments.concurrency);
    if let Some(path) = &arguments.verify_only {
        let api = Api::new(&arguments.server, None)?;
        let totals = judge::read_again(&api, acknowledged::read(path)?, concurrency).await;
        return Ok(Report { accepted: totals.nothing_missing(), totals });
    }
    let (Some(accounts), Some(input)) = (&arguments.accounts, &arguments.input) else {
        return Err(SetupError::NothingToDo);
    };
    let accounts = accounts::read(accounts)?;
    let messages = input::read(input)?;
    let ledger = arguments.acknowledged_out.as_deref().map(Ledger::append_to).transpose()?;
    let api = Api::new(&arguments.server, Some(&accounts.channel))?;
    let county = county::meet(&api, &accounts).await?;
    let totals = Drive::new(&api, &county, ledger.as_ref()).all(&messages, concurrency).await;
    Ok(Report { accepted: totals.everything_closed(), totals })
}
