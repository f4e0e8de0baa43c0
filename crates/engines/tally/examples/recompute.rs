//! Measures what decisions 11 promise: all figures of a log recomputed from what is public.
//!
//! ```text
//! cargo run --release -p tally --example recompute -- make FOLDER [CASES]
//! cargo run --release -p tally --example recompute -- read FOLDER [--trust-root]
//! ```
//!
//! `make` writes a year of an invented county, batch by batch under the rules of `tally::batch`; the same bytes every time.

#[path = "../../tlog/examples/folder/mod.rs"]
mod folder;

use std::collections::BTreeMap;
use std::path::PathBuf;

use folder::Folder;
use tally::batch::{Moment, Place, Thresholds, Waiting};
use tally::{Ledger, Slice, batch, cohort};
use tlog::checkpoint::Checkpoint;
use tlog::leaf::{
    BatchTable, CaseRef, CaseType, Complexity, Contact, Exclusion, Facts, FactsLeaf, Leaf, Lights, Month, MonthRow, Plan, Score, Standing,
    Table, commit,
};
use tlog::note::{Keys, LogKey};
use tlog::reader::{self, Begin};
use tlog::tiler::Tiler;

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", folder] => make(&Folder(PathBuf::from(folder)), 500_000),
        ["make", folder, cases] => make(&Folder(PathBuf::from(folder)), cases.parse()?),
        ["read", folder] => read(&Folder(PathBuf::from(folder)), false),
        ["read", folder, "--trust-root"] => read(&Folder(PathBuf::from(folder)), true),
        _ => Err("make FOLDER [CASES] | read FOLDER [--trust-root]".into()),
    }
}

fn key() -> Result<LogKey, Failed> {
    Ok(LogKey::from_seed("county.example/log", &[1; 32])?)
}

/// Chance that is the same every time (xorshift64*).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, most: u64) -> u64 {
        (self.next() >> 33) % most
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        of.get(usize::try_from(self.below(of.len() as u64)).ok()?).copied()
    }
}

const WEEKS: u64 = 52;

fn make(folder: &Folder, cases: u64) -> Result<(), Failed> {
    let (mut chance, mut tiler) = (Chance(0x9e37_79b9_7f4a_7c15), Tiler::default());
    let mut known: BTreeMap<CaseRef, (Facts, bool)> = BTreeMap::new();
    let mut open: Vec<CaseRef> = Vec::new();
    let (mut waiting_cases, mut waiting_scores) = (Vec::new(), Vec::new());
    let mut months: BTreeMap<Month, MonthRow> = BTreeMap::new();
    let (mut seals, mut before) = (0u64, None);
    for week in 0..WEEKS {
        let month = Month::new(2025, u8::try_from(1 + week * 12 / WEEKS)?).ok_or("no month")?;
        for _ in 0..cases * (week + 1) / WEEKS - cases * week / WEEKS {
            let mut case = [0; 16];
            case[..8].copy_from_slice(&chance.next().to_be_bytes());
            case[8..].copy_from_slice(&chance.next().to_be_bytes());
            let case = CaseRef(case);
            known.insert(case, (filed(month, &mut chance).ok_or("nothing to pick")?, true));
            open.push(case);
        }
        let mut still = Vec::new();
        for case in std::mem::take(&mut open) {
            let Some((facts, new)) = known.get_mut(&case) else { continue };
            let ended = go_on(facts, &mut chance).ok_or("nothing to pick")?;
            if facts.asked && ended && chance.below(100) < 42 {
                let satisfaction = u8::try_from(1 + chance.below(5))?;
                let (month, area, unit, case_type) = (facts.month, facts.area, facts.unit, facts.case_type);
                waiting_scores.push(Score { month, area, unit, case_type, contacted: true, solved: satisfaction > 2, satisfaction });
            }
            let place = if *new { Place::New { area: facts.area } } else { Place::Known { area: facts.area } };
            waiting_cases.push(Waiting { case, place });
            if !ended {
                still.push(case);
            }
            for _ in 0..3 + chance.below(4) {
                seals += 1;
                tiler.push(&tlog::seal_leaf(&commit(&[7; 32], &seals.to_be_bytes())))?;
            }
        }
        open = still;
        waiting_cases.sort_unstable_by_key(|waiting: &Waiting| waiting.case);
        waiting_cases.dedup_by_key(|waiting| waiting.case);
        let moment = if week % 4 == 3 { Moment::MonthEnd } else { Moment::Week };
        let out = batch::cases(&waiting_cases, moment, Thresholds::default());
        let (scores, scores_wait) = batch::scores(&waiting_scores, moment, Thresholds::default());
        let entered = out.enters.len() as u64;
        for (case, area) in &out.enters {
            let Some((facts, new)) = known.get_mut(case) else { continue };
            facts.area = *area;
            let row = months.entry(facts.month).or_insert_with(|| empty_row(facts.month));
            row.leaves += 1;
            row.with_facts += u64::from(std::mem::take(new));
            tiler.push(&Leaf::Facts(FactsLeaf { case: *case, known: Some((*facts, [0x5e; 32])) }).encode()?)?;
        }
        for score in &scores {
            months.entry(score.month).or_insert_with(|| empty_row(score.month)).leaves += 1;
            tiler.push(&Leaf::Score(*score).encode()?)?;
        }
        let rows = months.values().copied().collect();
        let table = BatchTable {
            on: format!("2025-{:02}-{:02}", 1 + week * 12 / WEEKS, 1 + week % 4 * 7),
            facts: entered,
            scores: scores.len() as u64,
            months: rows,
            before,
        };
        before = Some(tiler.push(&Leaf::Table(Table::Batch(table)).encode()?)?);
        for row in months.values_mut() {
            if std::mem::take(&mut row.leaves) > 0 {
                row.before = before;
            }
        }
        (waiting_cases, waiting_scores) = (out.waits, scores_wait);
        folder.write(tiler.take())?;
    }
    let checkpoint = Checkpoint { origin: "county.example/log".to_owned(), head: tiler.head() };
    folder.put("checkpoint", &checkpoint.sign(&[&key()?])?)?;
    println!("{cases} cases, {} leaves, {seals} of them seals", tiler.head().size);
    Ok(())
}

fn empty_row(month: Month) -> MonthRow {
    MonthRow { month, with_facts: 0, waiting: 0, sealed: None, leaves: 0, before: None }
}

fn filed(month: Month, chance: &mut Chance) -> Option<Facts> {
    let mut small = |most: u64| u16::try_from(1 + chance.below(most)).ok();
    let (area, unit, category) = (small(30)?, small(40)?, small(15)?);
    let complex = chance.below(10) == 0;
    Some(Facts {
        area,
        unit,
        category,
        case_type: chance.pick(CaseType::ALL)?,
        complexity: if complex { Complexity::Complex } else { Complexity::General },
        parameters: 3,
        limit: if complex { 15 } else { 5 },
        dispatches: 1,
        returns: u8::from(chance.below(12) == 0),
        exclusion: if chance.below(300) == 0 { chance.pick(Exclusion::ALL)? } else { Exclusion::None },
        ..Facts::received(month)
    })
}

/// A week passes; returns whether the case has ended.
fn go_on(facts: &mut Facts, chance: &mut Chance) -> Option<bool> {
    let at_first = facts.contact == Contact::None;
    if at_first {
        facts.contact = chance.pick(&[Contact::Within1h, Contact::Within4h, Contact::Within4h, Contact::Within24h, Contact::Later])?;
        facts.plan = if facts.complexity == Complexity::Complex { chance.pick(&[Plan::InTime, Plan::Late])? } else { Plan::Open };
    }
    let closes = u16::try_from(1 + chance.below(5)).ok()?;
    facts.closes += closes;
    facts.stopped += u16::from(chance.below(20) == 0);
    facts.lights = if facts.closes < facts.limit {
        Lights { green: facts.lights.green + closes, ..facts.lights }
    } else {
        Lights { red: facts.lights.red + closes, red_hours: facts.lights.red_hours + 9 * u32::from(closes), ..facts.lights }
    };
    if at_first || chance.below(3) == 0 {
        return Some(false);
    }
    facts.asked = true;
    facts.standing = chance.pick(&[Standing::Solved, Standing::Solved, Standing::Solved, Standing::Silent, Standing::Disputed])?;
    facts.reopenings = u8::from(chance.below(15) == 0);
    Some(true)
}

#[expect(clippy::disallowed_methods, reason = "a measurement looks at the machine's clock")]
fn read(folder: &Folder, trust_root: bool) -> Result<(), Failed> {
    let began = std::time::Instant::now();
    let keys = Keys::new([key()?.vkey().clone()]);
    let mut ledger = Ledger::default();
    let size = if trust_root {
        let size = reader::checkpoint(folder, &keys)?.checkpoint.head.size;
        reader::leaves(folder, 0, size, |at, leaf| ledger.take_bytes(at, leaf))?;
        size
    } else {
        reader::verify(folder, &keys, Begin::Start, |at, leaf| ledger.take_bytes(at, leaf))?.believed.checkpoint.head.size
    };
    for odd in ledger.odd() {
        println!("{odd}");
    }
    let months = Month::new(2025, 1).zip(Month::new(2025, 12)).ok_or("no months")?;
    let county = Slice { months: months.0..=months.1, area: None, unit: None, category: None };
    for value in ledger.cube().figures(&county) {
        println!("{:4} {:>9} / {:>9}  {:?}", value.figure.code(), value.pair.n, value.pair.d, value.bounds);
    }
    if let Some(file) = cohort::write(folder, ledger.batches(), months.0, size, 0)? {
        println!("file of {}: {} bytes, {} cases", months.0, file.len(), ledger.cube().sum(&Slice::county(months.0)).cases);
    }
    let cells = ledger.cube().cells().count();
    let peak = std::fs::read_to_string("/proc/self/status")?.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("").to_owned();
    println!("{} cases, {size} leaves, {cells} cells, {:.1} s, {peak}", ledger.cases(), began.elapsed().as_secs_f64());
    Ok(())
}
