//! `lianxin kpi recompute`: the published figures once more, from nothing but the public log. Needs no site.

use std::io::{self, Write};

use clap::{Args, Subcommand};
use serde::Serialize;
use tally::cube::{Value, values};
use tally::{Counts, Ledger, Slice};
use tlog::checkpoint::Checkpoint;
use tlog::epochs;
use tlog::leaf::{Month, What};
use tlog::note::{Keys, Note, VKey};
use tlog::reader::{self, Begin, Fault, Unsound};
use tlog::source::{Source, Unreadable};
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
}

#[derive(Debug, Clone, Args)]
struct RecomputeArgs {
    /// The folder with `checkpoint` and `tile/`, or the address of a site's log, `http://…/log`.
    #[arg(long, value_name = "DIR|URL")]
    // Text, because the program's own `--log` has this name too, and clap gives both one type. `LogAt` reads it.
    log: String,
    /// The log's key; not needed where the root is trusted.
    #[arg(long, value_name = "VKEY", required_unless_present = "trust_root")]
    key: Vec<VKey>,
    /// First month, such as 2025-01.
    #[arg(long, value_name = "MONTH", value_parser = month)]
    from: Month,
    /// Last month.
    #[arg(long, value_name = "MONTH", value_parser = month)]
    to: Month,
    /// Do not check signature and hashes: the log was checked before.
    #[arg(long)]
    trust_root: bool,
    /// Answer as one JSON object.
    #[arg(long)]
    json: bool,
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
    /// The log is neither a folder nor an address that this program reads.
    #[error("--log: {0}")]
    Address(String),
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
    verified: bool,
    batch: Option<&'a str>,
    from: String,
    to: String,
    cells: Vec<CellRow<'a>>,
    odd: Vec<String>,
}

#[derive(Serialize)]
struct CellRow<'a> {
    month: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Named<'a>>,
    cases: u64,
    ended: u64,
    /// Whether the cohort could be judged on the day of the batch.
    mature: bool,
    unknown: u64,
    excluded: u64,
    extended: u64,
    stopped_days: u64,
    red_hours: u64,
    figures: Vec<FigureRow>,
}

#[derive(Serialize)]
struct Named<'a> {
    number: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
}

#[derive(Serialize)]
struct FigureRow {
    figure: &'static str,
    n: u64,
    d: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
}

impl FigureRow {
    fn of(value: &Value) -> Self {
        let decimal = |bound: u16| format!("{}.{:04}", bound / 10_000, bound % 10_000);
        Self {
            figure: value.figure.code(),
            n: value.pair.n,
            d: value.pair.d,
            low: value.bounds.map(|bounds| decimal(bounds.low)),
            high: value.bounds.map(|bounds| decimal(bounds.high)),
        }
    }
}

/// A log whose root is trusted: only read.
fn trusted(log: epochs::At<'_>) -> Result<Read, Fault> {
    let unreadable = |why| Fault::Unreadable { resource: Resource::Checkpoint, why };
    let bytes = log.get(&Resource::Checkpoint.path()).map_err(unreadable)?;
    let checkpoint = Note::from_bytes(&bytes).ok().and_then(|note| Checkpoint::parse(note.text()));
    let checkpoint = checkpoint.ok_or_else(|| unreadable(Unreadable::Failed("not a checkpoint".to_owned())))?;
    let mut ledger = Ledger::default();
    reader::leaves(&log, 0, checkpoint.head.size, |at, leaf| ledger.take_bytes(at, leaf))?;
    Ok(Read { checkpoint, ledger })
}

fn verified(log: epochs::At<'_>, keys: &Keys) -> Result<Read, Unsound> {
    let mut ledger = Ledger::default();
    let sound = reader::verify(&log, keys, Begin::Start, |at, leaf| ledger.take_bytes(at, leaf))?;
    Ok(Read { checkpoint: sound.believed.checkpoint, ledger })
}

impl RecomputeArgs {
    fn run(self, out: &mut impl Write) -> Result<Verdict, KpiError> {
        if self.from > self.to {
            return Err(KpiError::Months);
        }
        let site: LogAt = self.log.parse().map_err(KpiError::Address)?;
        // All that a restored site still has stands in its newest log again.
        let newest = epochs::newest(&site).map_err(|why| Fault::Unreadable { resource: Resource::Checkpoint, why })?;
        let log = epochs::At { site: &site, epoch: newest };
        let read = if self.trust_root {
            trusted(log)?
        } else {
            let keys = match succession::follow(&site, &Keys::new(self.key.iter().cloned())) {
                Ok(keys) => keys,
                Err(broken) => {
                    writeln!(out, "{broken}")?;
                    return Ok(Verdict::DoesNotHold);
                }
            };
            match verified(log, &keys) {
                Ok(read) => read,
                Err(unsound) => {
                    write!(out, "{unsound}")?;
                    return Ok(Verdict::DoesNotHold);
                }
            }
        };
        if self.json {
            serde_json::to_writer(&mut *out, &self.answer(&read))?;
            writeln!(out)?;
        } else {
            self.tell(&read, out)?;
        }
        Ok(if read.ledger.odd().is_empty() { Verdict::Holds } else { Verdict::DoesNotHold })
    }

    fn months(&self) -> impl Iterator<Item = Month> {
        std::iter::successors(Some(self.from), |month| Some(month.next())).take_while(|month| *month <= self.to)
    }

    fn answer<'r>(&self, read: &'r Read) -> Answer<'r> {
        let ledger = &read.ledger;
        let named = |what, number: u16| Named { number, code: ledger.named(what, number.into()).map(|change| change.code.as_str()) };
        let mut cells = Vec::new();
        for month in self.months() {
            let whole = Slice::county(month);
            let age_days = ledger.last_batch().and_then(|batch| age_days(month, &batch.on)).unwrap_or(0);
            let cell = |slice: &Slice| {
                let counts: Counts = ledger.cube().sum(slice);
                CellRow {
                    month: month.to_string(),
                    area: slice.area.map(|number| named(What::Area, number)),
                    unit: slice.unit.map(|number| named(What::Unit, number)),
                    cases: counts.cases,
                    ended: counts.ended,
                    mature: counts.is_mature(age_days),
                    unknown: counts.unknown,
                    excluded: counts.excluded(),
                    extended: counts.extended,
                    stopped_days: counts.stopped,
                    red_hours: counts.red_hours,
                    figures: values(&counts).iter().map(FigureRow::of).collect(),
                }
            };
            cells.push(cell(&whole));
            let there = || ledger.cube().cells().map(|(cell, _)| cell).filter(|cell| cell.month == month);
            let areas: std::collections::BTreeSet<u16> = there().map(|cell| cell.area).collect();
            let units: std::collections::BTreeSet<u16> = there().map(|cell| cell.unit).collect();
            cells.extend(areas.into_iter().map(|area| cell(&Slice { area: Some(area), ..whole.clone() })));
            cells.extend(units.into_iter().map(|unit| cell(&Slice { unit: Some(unit), ..whole.clone() })));
        }
        Answer {
            log: &read.checkpoint.origin,
            size: read.checkpoint.head.size,
            verified: !self.trust_root,
            batch: ledger.last_batch().map(|batch| batch.on.as_str()),
            from: self.from.to_string(),
            to: self.to.to_string(),
            cells,
            odd: ledger.odd().iter().map(ToString::to_string).collect(),
        }
    }

    fn tell(&self, read: &Read, out: &mut impl Write) -> io::Result<()> {
        let checked = if self.trust_root { "not checked" } else { "checked" };
        let batch = read.ledger.last_batch().map_or("no batch yet", |batch| batch.on.as_str());
        writeln!(out, "{}: {} leaves, {checked}; figures of the batch of {batch}", read.checkpoint.origin, read.checkpoint.head.size)?;
        for odd in read.ledger.odd() {
            writeln!(out, "{odd}")?;
        }
        for month in self.months() {
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
