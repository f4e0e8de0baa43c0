//! The program `lianxin`.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    lianxin::cli::Cli::parse().run()
}
