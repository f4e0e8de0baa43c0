//! `lianxin kpi`: the published figures once more, from nothing but the public log; and whether a site shows the same.

use std::io::{self, Write};

use clap::{Args, Subcommand};
use serde::Serialize;
use tally::cube::values;
use tally::report::{self, FigureRow, Row};
use tally::{Ledger, Slice};
use tlog::checkpoint::Checkpoint;
use tlog::epochs;
use tlog::leaf::Month;
use tlog::note::{Keys, VKey};
use tlog::reader::{self, Begin, Fault, Unsound};
use tlog::source::Source as _;
use tlog::succession;
use tlog::tile::Resource;

use crate::log_at::LogAt;
use crate::verify_cli::Verdict;

/// The published figures.
#[derive(Debug, Clone, Args)]
pub struct KpiArgs {
    #[command(subcommand)]
    command: KpiCommand,
}

#[derive(Debug, Clone, Subcommand)]
enum KpiCommand {
    /// Compute them again from a public log. Exit 1 when the log does not hold, or a table does not add up.
    Recompute(RecomputeArgs),
    /// Compute them again and lay them beside what a site shows. Exit 1, and where, when they differ.
    Compare(CompareArgs),
}

#[derive(Debug, Clone, Args)]
struct Months {
    /// First month, such as 2025-01; the first of the log when left out.
    #[arg(long, value_name = "MONTH", value_parser = month)]
    from: Option<Month>,
    /// Last month; the last of the log when left out.
    #[arg(long, value_name = "MONTH", value_parser = month)]
    to: Option<Month>,
}

/// Months that follow each other.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: Month,
    to: Month,
}

/// Which log, how it is checked, and which months of it.
#[derive(Debug, Clone, Args)]
struct FromLog {
    /// The folder with `checkpoint` and `tile/`, or the address of a site's log, `http://…/log`.
    #[arg(long, value_name = "DIR|URL")]
    // Text, because the program's own `--log` has this name too, and clap gives both one type. `LogAt` reads it.
    log: String,
    /// The log's key. Without one all leaves must still make up the root that the checkpoint names, but whose root it is nobody checks.
    #[arg(long, value_name = "VKEY")]
    key: Vec<VKey>,
    #[command(flatten)]
    months: Months,
    /// Do not check signature and hashes: the log was checked before.
    #[arg(long)]
    trust_root: bool,
}

#[derive(Debug, Clone, Args)]
struct RecomputeArgs {
    #[command(flatten)]
    of: FromLog,
    /// Answer as one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Args)]
struct CompareArgs {
    #[command(flatten)]
    of: FromLog,
    /// The site whose board is compared, `http://…`.
    #[arg(long, value_name = "URL")]
    server: String,
}

/// What a site says, as far as it is compared.
#[derive(serde::Deserialize)]
struct Board {
    batch: Option<String>,
    cells: Vec<Row>,
}

impl CompareArgs {
    fn run(self, out: &mut impl Write) -> Result<Verdict, KpiError> {
        let site: LogAt = self.server.parse().map_err(KpiError::Server)?;
        let Some(read) = self.of.read(out)? else { return Ok(Verdict::DoesNotHold) };
        let span = self.of.months.of(&read.ledger)?;
        let board = shown(&site, span)?;
        let mut lines: Vec<String> = read.ledger.odd().iter().map(ToString::to_string).collect();
        let batch = read.ledger.last_batch().map(|batch| batch.on.clone());
        if batch != board.batch {
            let day = |batch: &Option<String>| batch.clone().unwrap_or_else(|| "no batch".to_owned());
            lines.push(format!("the log ends with the batch of {}, the site shows {}", day(&batch), day(&board.batch)));
        }
        let own = rows(span, &read);
        lines.extend(report::differences(&own, &board.cells).into_iter().map(|line| format!("{line} (log and site)")));
        for line in &lines {
            writeln!(out, "{line}")?;
        }
        if lines.is_empty() {
            let (batch, Span { from, to }) = (batch.as_deref().unwrap_or("none"), span);
            writeln!(out, "{} rows of the batch of {batch} are the same, {from} to {to}{}", own.len(), self.of.trust().remark())?;
            return Ok(Verdict::Holds);
        }
        Ok(Verdict::DoesNotHold)
    }
}

/// What a site shows of these months.
fn shown(site: &LogAt, span: Span) -> Result<Board, KpiError> {
    let months: Vec<Month> = span.all().collect();
    let mut all = Board { batch: None, cells: Vec::new() };
    for part in months.chunks(figures::api::MOST_MONTHS) {
        let (Some(from), Some(to)) = (part.first(), part.last()) else { continue };
        let path = format!("api/v1/figures?from={from}&to={to}");
        let told = site.get(&path).map_err(|why| KpiError::Server(format!("{path}: {why}")))?;
        let board: Board = serde_json::from_slice(&told)?;
        all.batch = board.batch;
        all.cells.extend(board.cells);
    }
    Ok(all)
}

fn month(text: &str) -> Result<Month, &'static str> {
    text.parse().map_err(|_| "not a month such as 2026-11")
}

/// Days from the end of a month to the day of a batch.
fn age_days(month: Month, on: &str) -> Option<i64> {
    let on: jiff::civil::Date = on.parse().ok()?;
    let first: jiff::civil::Date = format!("{month}-01").parse().ok()?;
    Some(first.last_of_month().until(on).ok()?.get_days().into())
}

/// Why there are no figures.
#[derive(Debug, thiserror::Error)]
pub enum KpiError {
    /// The months are the wrong way round.
    #[error("--from is after --to")]
    Months,
    /// Neither command line nor log names a month.
    #[error("the log says nothing of any month yet: name them with --from and --to")]
    NoMonth,
    /// The log is neither a folder nor an address that this program reads.
    #[error("--log: {0}")]
    Address(String),
    /// The site cannot be asked.
    #[error("--server: {0}")]
    Server(String),
    /// A file of the log cannot be read.
    #[error("the log")]
    Log(#[from] Fault),
    /// The answer cannot be written.
    #[error("the answer cannot be written")]
    Write(#[from] io::Error),
    /// The answer cannot be put into JSON.
    #[error("the answer cannot be put into JSON")]
    Json(#[from] serde_json::Error),
}

impl KpiArgs {
    /// Answers on `out`.
    pub fn run(self, out: &mut impl Write) -> Result<Verdict, KpiError> {
        match self.command {
            KpiCommand::Recompute(args) => args.run(out),
            KpiCommand::Compare(args) => args.run(out),
        }
    }
}

/// A log that was read.
struct Read {
    checkpoint: Checkpoint,
    ledger: Ledger,
}

/// The answer in JSON. `area` and `unit` are absent for the whole county, and for all units.
#[derive(Serialize)]
struct Answer<'a> {
    log: &'a str,
    size: u64,
    /// Whether all leaves were found to make up the root.
    verified: bool,
    /// Whether a key that was given signed the root.
    signature: bool,
    batch: Option<&'a str>,
    from: String,
    to: String,
    cells: Vec<Row>,
    odd: Vec<String>,
}

/// Tables count places from the first event, whichever log it is: the leaf that began a later one stands before it.
fn take(ledger: &mut Ledger, before: u64, at: u64, leaf: &[u8]) {
    if let Some(position) = at.checked_sub(before) {
        ledger.take_bytes(position, leaf);
    }
}

/// Lets `reader` give each leaf of the log to a ledger, and answer with the checkpoint that they stand under.
fn counted<E>(log: epochs::At<'_>, reader: impl FnOnce(&mut dyn FnMut(u64, &[u8])) -> Result<Checkpoint, E>) -> Result<Read, E> {
    let mut ledger = Ledger::default();
    let before = epochs::before_events(log.epoch);
    let checkpoint = reader(&mut |at, leaf| take(&mut ledger, before, at, leaf))?;
    Ok(Read { checkpoint, ledger })
}

/// A log whose root is trusted: only read.
fn trusted(log: epochs::At<'_>) -> Result<Read, Fault> {
    counted(log, |take| {
        let checkpoint = reader::unsigned_checkpoint(&log)?;
        reader::leaves(&log, 0, checkpoint.head.size, take)?;
        Ok(checkpoint)
    })
}

/// What was read, or on `out` why the log does not hold.
fn told(read: Result<Read, Unsound>, out: &mut impl Write) -> Result<Option<Read>, KpiError> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(unsound) => {
            write!(out, "{unsound}")?;
            Ok(None)
        }
    }
}

impl Months {
    /// The months that are meant: of the log, where the command line does not say.
    fn of(&self, ledger: &Ledger) -> Result<Span, KpiError> {
        let months = || ledger.cube().cells().map(|(cell, _)| cell.month);
        let from = self.from.or_else(|| months().min()).or(self.to).ok_or(KpiError::NoMonth)?;
        let to = self.to.or_else(|| months().max()).unwrap_or(from);
        if from > to { Err(KpiError::Months) } else { Ok(Span { from, to }) }
    }
}

impl Span {
    fn all(self) -> impl Iterator<Item = Month> {
        std::iter::successors(Some(self.from), |month| Some(month.next())).take_while(move |month| *month <= self.to)
    }
}

/// What a reader of a log takes for granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// The root, and that the leaves make it up.
    Root,
    /// The root alone.
    Checkpoint,
    /// The key that was given.
    Key,
}

impl Trust {
    fn word(self) -> &'static str {
        match self {
            Self::Root => "not checked",
            Self::Checkpoint => "checked against its own root, without a key",
            Self::Key => "checked",
        }
    }

    fn remark(self) -> &'static str {
        match self {
            Self::Root => "; the log was not checked",
            Self::Checkpoint => "; without --key nobody checked who signed",
            Self::Key => "",
        }
    }
}

fn rows(span: Span, read: &Read) -> Vec<Row> {
    let ledger = &read.ledger;
    let name = |what, number: u16| ledger.named(what, number.into()).map(|change| change.code.clone());
    let age = |month| ledger.last_batch().and_then(|batch| age_days(month, &batch.on)).unwrap_or(0);
    report::rows(ledger.cube(), span.all(), name, age)
}

impl FromLog {
    /// Reads the log, or says on `out` why it does not hold.
    fn read(&self, out: &mut impl Write) -> Result<Option<Read>, KpiError> {
        if self.months.from.zip(self.months.to).is_some_and(|(from, to)| from > to) {
            return Err(KpiError::Months);
        }
        let site: LogAt = self.log.parse().map_err(KpiError::Address)?;
        // All that a restored site still has stands in its newest log again.
        let newest = epochs::newest(&site).map_err(|why| Fault::Unreadable { resource: Resource::Checkpoint, why })?;
        let log = epochs::At { site: &site, epoch: newest };
        match self.trust() {
            Trust::Root => return Ok(Some(trusted(log)?)),
            Trust::Checkpoint => return told(counted(log, |take| Ok(reader::consistent(&log, take)?.believed.checkpoint)), out),
            Trust::Key => {}
        }
        let keys = match succession::follow(&site, &Keys::new(self.key.iter().cloned())) {
            Ok(keys) => keys,
            Err(broken) => {
                writeln!(out, "{broken}")?;
                return Ok(None);
            }
        };
        told(counted(log, |take| Ok(reader::verify(&log, &keys, Begin::Start, take)?.believed.checkpoint)), out)
    }

    fn trust(&self) -> Trust {
        match (self.trust_root, self.key.is_empty()) {
            (true, _) => Trust::Root,
            (false, true) => Trust::Checkpoint,
            (false, false) => Trust::Key,
        }
    }
}

impl RecomputeArgs {
    fn run(self, out: &mut impl Write) -> Result<Verdict, KpiError> {
        let Some(read) = self.of.read(out)? else { return Ok(Verdict::DoesNotHold) };
        let span = self.of.months.of(&read.ledger)?;
        if self.json {
            serde_json::to_writer(&mut *out, &self.answer(&read, span))?;
            writeln!(out)?;
        } else {
            self.tell(&read, span, out)?;
        }
        Ok(if read.ledger.odd().is_empty() { Verdict::Holds } else { Verdict::DoesNotHold })
    }

    fn answer<'r>(&self, read: &'r Read, span: Span) -> Answer<'r> {
        let ledger = &read.ledger;
        Answer {
            log: &read.checkpoint.origin,
            size: read.checkpoint.head.size,
            verified: !self.of.trust_root,
            signature: self.of.trust() == Trust::Key,
            batch: ledger.last_batch().map(|batch| batch.on.as_str()),
            from: span.from.to_string(),
            to: span.to.to_string(),
            cells: rows(span, read),
            odd: ledger.odd().iter().map(ToString::to_string).collect(),
        }
    }

    fn tell(&self, read: &Read, span: Span, out: &mut impl Write) -> io::Result<()> {
        let checked = self.of.trust().word();
        let batch = read.ledger.last_batch().map_or("no batch yet", |batch| batch.on.as_str());
        writeln!(out, "{}: {} leaves, {checked}; figures of the batch of {batch}", read.checkpoint.origin, read.checkpoint.head.size)?;
        for odd in read.ledger.odd() {
            writeln!(out, "{odd}")?;
        }
        for month in span.all() {
            let counts = read.ledger.cube().sum(&Slice::county(month));
            writeln!(out, "\n{month}: {} cases, {} of them ended, {} excluded", counts.cases, counts.ended, counts.excluded())?;
            for value in values(&counts) {
                let row = FigureRow::of(&value);
                let bounds = row.low.zip(row.high).map_or_else(String::new, |(low, high)| format!("  {low} to {high}"));
                writeln!(out, "  {:4} {:>9} / {:<9}{bounds}  {}", row.figure, row.n, row.d, value.figure.definition().en.title)?;
            }
        }
        Ok(())
    }
}
