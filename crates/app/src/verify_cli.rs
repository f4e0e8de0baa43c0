//! `lianxin verify log|receipt`: whether a public log, or a receipt from one, holds. Needs no site and no network.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use tlog::note::{Keys, VKey};
use tlog::reader::{self, From, MOST};
use tlog::receipt;

use crate::log_folder::LogFolder;

/// Whether what a site publishes holds.
#[derive(Debug, Clone, Args)]
pub struct VerifyArgs {
    #[command(subcommand)]
    command: VerifyCommand,
}

#[derive(Debug, Clone, Subcommand)]
enum VerifyCommand {
    /// A whole log: its signature, every leaf, every tile. Exit 1 when something does not hold, and what.
    Log(LogArgs),
    /// A receipt (.lxr), offline. Exit 1 when it does not hold, and which part.
    Receipt(ReceiptArgs),
}

#[derive(Debug, Clone, Args)]
struct LogArgs {
    /// The folder with `checkpoint` and `tile/`.
    #[arg(value_name = "DIR")]
    log: LogFolder,
    /// The log's key, as printed on slips; again for its next key, and for keys of witnesses.
    #[arg(long, value_name = "VKEY", required = true)]
    key: Vec<VKey>,
    /// An older checkpoint that was checked and kept: only what came after it is read, and that it was not rewritten.
    #[arg(long, value_name = "CHECKPOINT")]
    since: Option<PathBuf>,
}

#[derive(Debug, Clone, Args)]
struct ReceiptArgs {
    /// The receipt.
    #[arg(value_name = "FILE")]
    receipt: PathBuf,
    /// The log's key, as printed on slips; again for keys of witnesses.
    #[arg(long, value_name = "VKEY", required = true)]
    key: Vec<VKey>,
}

/// Why there is no verdict.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// A file cannot be read.
    #[error("{path}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The folder cannot be listed.
    #[error("the folder cannot be listed")]
    List(#[source] io::Error),
    /// The verdict cannot be written.
    #[error("the verdict cannot be written")]
    Write(#[from] io::Error),
}

/// The verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not.
    DoesNotHold,
}

impl std::convert::From<Verdict> for std::process::ExitCode {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Holds => Self::SUCCESS,
            Verdict::DoesNotHold => Self::FAILURE,
        }
    }
}

impl VerifyArgs {
    /// Gives the verdict on `out`.
    pub fn run(self, out: &mut impl Write) -> Result<Verdict, VerifyError> {
        match self.command {
            VerifyCommand::Log(args) => args.run(out),
            VerifyCommand::Receipt(args) => args.run(out),
        }
    }
}

fn read(path: PathBuf) -> Result<Vec<u8>, VerifyError> {
    std::fs::read(&path).map_err(|source| VerifyError::File { path, source })
}

impl LogArgs {
    fn run(self, out: &mut impl Write) -> Result<Verdict, VerifyError> {
        let keys = Keys::new(self.key);
        let since = self.since.map(read).transpose()?;
        let from = since.as_deref().map_or(From::Start, From::Since);
        let sound = match reader::verify(&self.log, &keys, from, |_, _| {}) {
            Ok(sound) => sound,
            Err(unsound) => {
                write!(out, "{unsound}")?;
                return Ok(Verdict::DoesNotHold);
            }
        };
        let checkpoint = &sound.believed.checkpoint;
        // Partial files of earlier sizes are still served: each must be the beginning of what stands there now.
        let kept = self.log.resources().map_err(VerifyError::List)?.into_iter();
        let faults: Vec<_> = kept.filter_map(|kept| reader::check_kept(&self.log, checkpoint.head.size, kept).err()).take(MOST).collect();
        for fault in &faults {
            writeln!(out, "{fault}")?;
        }
        if !faults.is_empty() {
            return Ok(Verdict::DoesNotHold);
        }
        writeln!(out, "{}: {} leaves hold, read from leaf {}", checkpoint.origin, checkpoint.head.size, sound.from)?;
        if sound.unknown_forms > 0 {
            writeln!(out, "{} leaves have a form that this version does not know; their place is checked", sound.unknown_forms)?;
        }
        told_witnesses(&sound.believed, out)?;
        Ok(Verdict::Holds)
    }
}

impl ReceiptArgs {
    fn run(self, out: &mut impl Write) -> Result<Verdict, VerifyError> {
        let file = read(self.receipt)?;
        match receipt::verify(&file, &Keys::new(self.key)) {
            Err(wrong) => {
                writeln!(out, "{}: {wrong}", wrong.code())?;
                Ok(Verdict::DoesNotHold)
            }
            Ok(proven) => {
                let checkpoint = &proven.believed.checkpoint;
                writeln!(out, "holds: entry {} of {} in {}", proven.index, checkpoint.head.size, checkpoint.origin)?;
                if let Some(case) = proven.case {
                    writeln!(out, "its facts stand in the log under {case}")?;
                }
                told_witnesses(&proven.believed, out)?;
                Ok(Verdict::Holds)
            }
        }
    }
}

fn told_witnesses(believed: &tlog::checkpoint::Believed, out: &mut impl Write) -> io::Result<()> {
    for cosigned in &believed.witnesses {
        let at = i64::try_from(cosigned.at_secs).ok().and_then(|secs| jiff::Timestamp::from_second(secs).ok());
        writeln!(out, "cosigned by {} at {}", cosigned.witness, at.map_or_else(|| "an unknown time".to_owned(), workday::rfc3339))?;
    }
    if believed.unknown > 0 {
        writeln!(out, "{} signatures by keys that were not given", believed.unknown)?;
    }
    Ok(())
}
