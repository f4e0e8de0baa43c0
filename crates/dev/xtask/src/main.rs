//! `cargo xtask`: checks and generators of the project. It uses none of our crates, so that it is there in seconds and
//! can tell what is wrong with a tree that does not compile.

mod bulk;
mod check;
mod gen_words;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Checks and generators of the project")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write the typed functions of all messages; fails when the two languages disagree.
    Gen,
    /// Look for broken house rules; builds nothing.
    Check,
    /// Fill a database with cases for benches (`crates/dev/bulk`).
    #[command(disable_help_flag = true)]
    Bulk {
        /// Handed on; `--help` lists them.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
}

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let done = match Cli::parse().task {
        Task::Gen => gen_words::run(&root).map_err(|error| error.to_string()),
        Task::Check => check::run(&root).map_err(|error| error.to_string()),
        Task::Bulk { args } => bulk::run(&root, &args),
    };
    match done {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}
