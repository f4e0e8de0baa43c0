//! Cohort files (decisions 11): all that is needed to compute one month again and to know that nothing was left out, in one
//! file. It holds every batch with leaves about the month, as the bundles they stand in, and the last batch's table; with the
//! tiles that lead to the signed root. Each table names the batch about the month that was before it, so none can be missing. A browser reads it; the server is asked for nothing else.
//!
//! Deterministic CBOR: `{1: 1, 2: month, 3: checkpoint, 4: [[bundle, bytes] …], 5: [[level, tile, bytes] …]}`.

use std::collections::{BTreeMap, BTreeSet};

use tlog::cbor::{Malformed, Reader, Writer};
use tlog::checkpoint::Believed;
use tlog::epochs;
use tlog::leaf::{BatchTable, Month, MonthRow};
use tlog::note::Keys;
use tlog::reader::{self, Fault};
use tlog::source::Source;
use tlog::tile::{Bundle, FULL, Resource, Tile};

use crate::ledger::{Ledger, Odd};

/// A month computed from its file.
#[derive(Debug, Clone)]
pub struct Cohort {
    /// The month.
    pub month: Month,
    /// The checkpoint that its leaves stand under.
    pub believed: Believed,
    /// The day of the last batch, `YYYY-MM-DD`.
    pub on: String,
    /// The figures: of this month alone; other months are in part in it.
    pub ledger: Ledger,
}

/// Why a cohort file is not believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WrongCohort {
    /// Not a cohort file.
    #[error("this is not a cohort file")]
    NotACohort,
    /// Its bundles do not stand in the signed log.
    #[error(transparent)]
    Log(#[from] Fault),
    /// A batch is not whole, or one was left out.
    #[error("it is not complete: {0}")]
    Incomplete(Odd),
    /// Its last table names another batch as the last about the month, or other cases.
    #[error("it is not complete: its last table speaks of another batch")]
    End,
    /// It has no batch about the month.
    #[error("no batch in it is about {0}")]
    NoBatch(
        /// The month.
        Month,
    ),
}

fn row(table: &BatchTable, month: Month) -> Option<&MonthRow> {
    table.months.iter().find(|row| row.month == month)
}

/// The batches that make up a month's file.
fn about(batches: &[(u64, BatchTable)], month: Month) -> impl Iterator<Item = &(u64, BatchTable)> {
    batches.iter().filter(move |(_, table)| row(table, month).is_some_and(|row| row.leaves > 0))
}

/// Where a batch begins.
fn begin(at: u64, table: &BatchTable) -> u64 {
    at.saturating_sub(table.facts).saturating_sub(table.scores)
}

/// The file of a month, from a log of which `batches` are all tables; `None` when no batch is about the month. Places of tables count from the
/// first event: `before` leaves stand before it in a log that follows another ([`tlog::epochs::before_events`]).
pub fn write(source: &dyn Source, batches: &[(u64, BatchTable)], month: Month, size: u64, before: u64) -> Result<Option<Vec<u8>>, Fault> {
    let full = u64::from(FULL);
    let mut places: BTreeSet<u64> = BTreeSet::new();
    for (at, table) in about(batches, month) {
        places.extend((begin(*at, table) + before) / full..=(at + before) / full);
    }
    if places.is_empty() {
        return Ok(None);
    }
    places.extend(batches.last().map(|(at, _)| (at + before) / full));
    let read = |resource: Resource| source.get(&resource.path()).map_err(|why| Fault::Unreadable { resource, why });
    let mut out = Writer::default();
    out.map(5).uint(1).uint(1).uint(2).uint(month.number().into()).uint(3).bytes(&read(Resource::Checkpoint)?);
    out.uint(4).array(places.len() as u64);
    for index in &places {
        let place = Bundle::at(*index, size).ok_or(Fault::NotInTree { size })?;
        out.array(2).uint(*index).bytes(&reader::bundle(source, place)?);
    }
    let tiles = reader::ladder_of(size, places);
    out.uint(5).array(tiles.len() as u64);
    for tile in tiles {
        out.array(3).uint(tile.level.into()).uint(tile.index).bytes(&reader::tile(source, tile)?.concat());
    }
    Ok(Some(out.into_bytes()))
}

/// Checks a cohort file against the keys of the log, and computes its month.
pub fn read(file: &[u8], keys: &Keys) -> Result<Cohort, WrongCohort> {
    let parts = Parts::read(file).map_err(|Malformed| WrongCohort::NotACohort)?;
    let believed = reader::checkpoint(&parts.files, keys)?;
    let size = believed.checkpoint.head.size;
    // The bundles and tiles are named by their place; how wide they are, the size says.
    let mut files = parts.files;
    for (index, bytes) in parts.bundles.iter().map(|(index, bytes)| (*index, bytes)) {
        let place = Bundle::at(index, size).ok_or(WrongCohort::NotACohort)?;
        files.insert(Resource::Entries(place).path(), bytes.clone());
    }
    for (level, index, bytes) in parts.tiles {
        let place = Tile::at(level, index, size).ok_or(WrongCohort::NotACohort)?;
        files.insert(Resource::Tile(place).path(), bytes);
    }
    let mut leaves = Vec::new();
    // The leaf that began a later log stands before the first event, from which tables count.
    let origin = &believed.checkpoint.origin;
    let before = epochs::before_events(keys.iter().find_map(|key| epochs::of(key.name(), origin)).unwrap_or(0));
    let keep = |at: u64, leaf: &[u8]| leaves.extend(at.checked_sub(before).map(|position| (position, leaf.to_vec())));
    reader::verify_some(&files, keys, parts.bundles.keys().copied(), keep)?;
    let (on, ledger) = compute(&leaves, parts.month)?;
    Ok(Cohort { month: parts.month, believed, on, ledger })
}

/// Feeds a ledger with the batches about the month, and asks whether they make up what the last table says of it.
fn compute(leaves: &[(u64, Vec<u8>)], month: Month) -> Result<(String, Ledger), WrongCohort> {
    let tables: Vec<(u64, BatchTable)> = leaves.iter().filter_map(|(at, leaf)| Some((*at, table(leaf)?))).collect();
    let mut ledger = Ledger::default();
    for (at, table) in about(&tables, month) {
        for (position, leaf) in leaves.iter().filter(|(position, _)| (begin(*at, table)..=*at).contains(position)) {
            ledger.take_bytes(*position, leaf);
        }
    }
    let (at, last) = tables.last().filter(|_| !ledger.batches().is_empty()).ok_or(WrongCohort::NoBatch(month))?;
    let ours = |odd: &&Odd| match odd {
        // Batches about other months alone are not in the file, nor are earlier ones of cases that come again in these.
        Odd::Chain { .. } => false,
        Odd::Month { month: other, .. } | Odd::MonthLeaves { month: other, .. } | Odd::MonthChain { month: other, .. } => *other == month,
        Odd::Facts { .. } | Odd::Scores { .. } | Odd::Torn { .. } | Odd::Order { .. } | Odd::Community { .. } | Odd::Figure { .. } => true,
    };
    if let Some(odd) = ledger.odd().iter().find(ours) {
        return Err(WrongCohort::Incomplete(odd.clone()));
    }
    let (with_facts, newest) = ledger.month(month);
    let said = row(last, month).map(|row| (row.with_facts, if row.leaves > 0 { Some(*at) } else { row.before }));
    if said == Some((with_facts, newest)) { Ok((last.on.clone(), ledger)) } else { Err(WrongCohort::End) }
}

fn table(leaf: &[u8]) -> Option<BatchTable> {
    use tlog::leaf::{Leaf, Table};
    match Leaf::decode(leaf) {
        Ok(Leaf::Table(Table::Batch(table))) => Some(table),
        _ => None,
    }
}

struct Parts {
    month: Month,
    files: BTreeMap<String, Vec<u8>>,
    bundles: BTreeMap<u64, Vec<u8>>,
    tiles: Vec<(u8, u64, Vec<u8>)>,
}

impl Parts {
    fn read(file: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(file);
        if reader.map()? != 5 {
            return Err(Malformed);
        }
        reader.key(1)?;
        reader.key(1)?;
        reader.key(2)?;
        let month = Month::from_number(reader.uint()?).ok_or(Malformed)?;
        reader.key(3)?;
        let files = BTreeMap::from([(Resource::Checkpoint.path(), reader.bytes()?.to_vec())]);
        reader.key(4)?;
        let mut bundles = BTreeMap::new();
        for _ in 0..reader.array()? {
            if reader.array()? != 2 {
                return Err(Malformed);
            }
            bundles.insert(reader.uint()?, reader.bytes()?.to_vec());
        }
        reader.key(5)?;
        let mut tiles = Vec::new();
        for _ in 0..reader.array()? {
            if reader.array()? != 3 {
                return Err(Malformed);
            }
            let level = u8::try_from(reader.uint()?).map_err(|_| Malformed)?;
            tiles.push((level, reader.uint()?, reader.bytes()?.to_vec()));
        }
        reader.end()?;
        Ok(Self { month, files, bundles, tiles })
    }
}
