//! `lianxin log`: the public log of a site.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::cli::Outcome;
use crate::config::SiteFile;
use crate::keys::Keys;

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
}

pub(crate) fn run(args: LogArgs) -> Outcome {
    match args.command {
        LogCommand::Vkey { data } => {
            let origin = SiteFile::load(&data)?.origin();
            println!("{}", Keys::load(&data)?.log(&origin)?.vkey());
            Ok(ExitCode::SUCCESS)
        }
    }
}
