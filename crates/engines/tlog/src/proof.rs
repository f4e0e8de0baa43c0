//! Proofs (RFC 6962 §2.1.1 and §2.1.2), made from tiles and checked without them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::reader::{self, Fault};
use crate::source::Source;
use crate::tile::Tile;
use crate::tree::{TreeHead, root_over};
use crate::{Hash, tile};

/// No proof has more hashes: a tree of 2^63 leaves is 63 high.
pub const LONGEST: usize = 63;

/// A proof that does not prove it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the proof does not hold")]
pub struct NotProven;

fn wrap(hashes: &[Hash]) -> Vec<tlog_tiles::Hash> {
    hashes.iter().copied().map(tlog_tiles::Hash).collect()
}

/// Whether the tree of `head` has at `index` a leaf with this hash.
pub fn check_inclusion(proof: &[Hash], head: TreeHead, index: u64, leaf: Hash) -> Result<(), NotProven> {
    if proof.len() > LONGEST {
        return Err(NotProven);
    }
    tlog_tiles::check_record(&wrap(proof), head.size, tlog_tiles::Hash(head.root), index, tlog_tiles::Hash(leaf)).map_err(|_| NotProven)
}

/// Whether the tree of `new` begins with that of `old`. From an empty tree every tree goes on, and the proof is empty.
pub fn check_consistency(proof: &[Hash], old: TreeHead, new: TreeHead) -> Result<(), NotProven> {
    if proof.len() > LONGEST {
        return Err(NotProven);
    }
    if old.size == 0 {
        return if proof.is_empty() && old.root == tlog_tiles::EMPTY_HASH.0 { Ok(()) } else { Err(NotProven) };
    }
    tlog_tiles::check_tree(&wrap(proof), new.size, tlog_tiles::Hash(new.root), old.size, tlog_tiles::Hash(old.root)).map_err(|_| NotProven)
}

/// The proof that the tree of `size` leaves has the one at `index`. Made from tiles as they are: whoever uses it checks it.
pub fn inclusion(source: &dyn Source, size: u64, index: u64) -> Result<Vec<Hash>, Fault> {
    let tiles = Tiles::new(source, size);
    tiles.prove(|reader| tlog_tiles::prove_record(size, index, reader))
}

/// The proof that the tree of `new` leaves begins with that of `old`.
pub fn consistency(source: &dyn Source, old: u64, new: u64) -> Result<Vec<Hash>, Fault> {
    if old == 0 {
        return Ok(Vec::new());
    }
    let tiles = Tiles::new(source, new);
    tiles.prove(|reader| tlog_tiles::prove_tree(new, old, reader))
}

/// Reads single nodes of the tree out of tiles, each tile once.
struct Tiles<'s> {
    source: &'s dyn Source,
    size: u64,
    read: RefCell<BTreeMap<Tile, Vec<Hash>>>,
    /// `tlog_tiles` has no room for our reason; it waits here.
    fault: RefCell<Option<Fault>>,
}

impl<'s> Tiles<'s> {
    fn new(source: &'s dyn Source, size: u64) -> Self {
        Self { source, size, read: RefCell::default(), fault: RefCell::default() }
    }

    fn prove(&self, make: impl FnOnce(&Self) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error>) -> Result<Vec<Hash>, Fault> {
        match make(self) {
            Ok(hashes) => Ok(hashes.into_iter().map(|hash| hash.0).collect()),
            Err(_) => Err(self.fault.take().unwrap_or(Fault::NotInTree { size: self.size })),
        }
    }

    fn node(&self, height: u8, n: u64) -> Result<Hash, Fault> {
        let none = || Fault::NotInTree { size: self.size };
        let (level, within) = (height / 8, height % 8);
        let first = n << within;
        let place = Tile::at(level, first / u64::from(tile::FULL), self.size).ok_or_else(none)?;
        let mut read = self.read.borrow_mut();
        let hashes = match read.entry(place) {
            std::collections::btree_map::Entry::Occupied(there) => there.into_mut(),
            std::collections::btree_map::Entry::Vacant(empty) => empty.insert(reader::tile(self.source, place)?),
        };
        let from = usize::try_from(first % u64::from(tile::FULL)).map_err(|_| none())?;
        let under = hashes.get(from..from + (1 << within)).ok_or_else(none)?;
        Ok(root_over(under.iter().copied()))
    }
}

impl tlog_tiles::HashReader for Tiles<'_> {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        let node = |index: &u64| {
            let (height, n) = tlog_tiles::split_stored_hash_index(*index);
            self.node(height, n).map(tlog_tiles::Hash)
        };
        indexes.iter().map(node).collect::<Result<_, _>>().map_err(|fault| {
            self.fault.replace(Some(fault));
            tlog_tiles::Error::IndexesNotInTree
        })
    }
}
