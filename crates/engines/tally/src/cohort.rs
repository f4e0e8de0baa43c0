//! Cohort files (decisions 11): all that is needed to compute one month again and to know that nothing was left out, in one
//! file. It holds every batch from the first that lists the month to the last, as the bundles they stand in, and the table before
//! them, which does not list it; with the tiles that lead to the signed root. A browser reads it; the server is asked for nothing else.
//!
//! Deterministic CBOR: `{1: 1, 2: month, 3: checkpoint, 4: [[bundle, bytes] …], 5: [[level, tile, bytes] …]}`.

use std::collections::{BTreeMap, BTreeSet};

use tlog::cbor::{Malformed, Reader, Writer};
use tlog::checkpoint::Believed;
use tlog::leaf::{BatchTable, Month};
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
    /// What stands before its first batch is not in it: a batch of the month may have been left out.
    #[error("it does not show what stands before its first batch")]
    Beginning,
    /// It has no batch that lists the month.
    #[error("no batch in it lists {0}")]
    NoBatch(
        /// The month.
        Month,
    ),
}

/// The batches that make up a month's file: from the first that lists it to the last.
fn batches_of(batches: &[(u64, BatchTable)], month: Month) -> &[(u64, BatchTable)] {
    let first = batches.iter().position(|(_, table)| table.months.iter().any(|row| row.month == month));
    first.and_then(|first| batches.get(first..)).unwrap_or(&[])
}

/// Where a batch begins.
fn begin(at: u64, table: &BatchTable) -> u64 {
    at.saturating_sub(table.facts).saturating_sub(table.scores)
}

/// The file of a month, from a log of which `batches` are all tables; `None` when no batch lists the month.
pub fn write(source: &dyn Source, batches: &[(u64, BatchTable)], month: Month, size: u64) -> Result<Option<Vec<u8>>, Fault> {
    let full = u64::from(FULL);
    let mut places: BTreeSet<u64> = BTreeSet::new();
    let wanted = batches_of(batches, month);
    for (at, table) in wanted {
        places.extend(begin(*at, table) / full..=at / full);
    }
    places.extend(wanted.first().and_then(|(_, first)| first.before).map(|before| before / full));
    if places.is_empty() {
        return Ok(None);
    }
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
    reader::verify_some(&files, keys, parts.bundles.keys().copied(), |at, leaf| leaves.push((at, leaf.to_vec())))?;
    let ledger = compute(&leaves, parts.month)?;
    Ok(Cohort { month: parts.month, believed, ledger })
}

/// Feeds a ledger with the batches found in these leaves, and asks whether they are all of one chain and make up the month.
fn compute(leaves: &[(u64, Vec<u8>)], month: Month) -> Result<Ledger, WrongCohort> {
    let tables: Vec<(u64, BatchTable)> = leaves.iter().filter_map(|(at, leaf)| Some((*at, table(leaf)?))).collect();
    let batches = batches_of(&tables, month);
    let (_, first) = batches.first().ok_or(WrongCohort::NoBatch(month))?;
    if first.before.is_some_and(|before| tables.iter().all(|(at, _)| *at != before)) {
        return Err(WrongCohort::Beginning);
    }
    let mut ledger = Ledger::after(first.before);
    for (at, table) in batches {
        for (position, leaf) in leaves.iter().filter(|(position, _)| (begin(*at, table)..=*at).contains(position)) {
            ledger.take_bytes(*position, leaf);
        }
    }
    // Cases of earlier months were published before this file begins: their rows say nothing here.
    let odd = ledger.odd().iter().find(|odd| !matches!(odd, Odd::Month { month: other, .. } if *other != month));
    match odd {
        Some(odd) => Err(WrongCohort::Incomplete(odd.clone())),
        None => Ok(ledger),
    }
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
