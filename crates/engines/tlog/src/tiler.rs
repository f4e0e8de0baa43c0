//! Makes tiles and bundles from leaves, in memory of one tile per level. What it writes depends on nothing but the leaves and
//! the sizes at which it is asked: after a crash the same bytes are made again.

use crate::bundle::{self, TooLong};
use crate::reader::Fault;
use crate::source::Source;
use crate::tile::{Bundle, FULL, Resource, Tile};
use crate::tree::{Edge, TreeHead, leaf_hash, root_over};
use crate::{Hash, reader};

/// The writer of a log: push leaves, take what must be written, write it, then sign the head.
#[derive(Debug, Clone, Default)]
pub struct Tiler {
    edge: Edge,
    /// The hashes of the last, incomplete tile of each level.
    levels: Vec<Vec<Hash>>,
    /// The last, incomplete bundle.
    entries: Vec<u8>,
    /// Full tiles and bundles made since the last take.
    made: Vec<(Resource, Vec<u8>)>,
    /// The size at the last take.
    taken: u64,
}

impl Tiler {
    /// Goes on where a log of `size` leaves stands, from its last tiles and bundle. The caller compares [`Tiler::head`] with what
    /// it has signed; the tiles prove nothing by themselves.
    pub fn resume(source: &dyn Source, size: u64) -> Result<Self, Fault> {
        let mut tiler = Self { taken: size, edge: reader::edge_at(source, size)?, ..Self::default() };
        let full = u64::from(FULL);
        let mut count = size;
        let mut level = 0;
        while count > 0 {
            let last = match Tile::at(level, count / full, size) {
                Some(tile) => reader::tile(source, tile)?,
                None => Vec::new(),
            };
            tiler.levels.push(last);
            count /= full;
            level += 1;
        }
        if let Some(last) = Bundle::at(size / full, size) {
            tiler.entries = reader::bundle(source, last)?;
        }
        Ok(tiler)
    }

    /// Size and root as they stand.
    pub fn head(&self) -> TreeHead {
        self.edge.head()
    }

    /// Adds a leaf, and returns its position.
    pub fn push(&mut self, leaf: &[u8]) -> Result<u64, TooLong> {
        bundle::append(&mut self.entries, leaf)?;
        let mut hash = leaf_hash(leaf);
        let position = self.edge.push(hash);
        let mut index = position / u64::from(FULL);
        if (position + 1).is_multiple_of(u64::from(FULL)) {
            self.made.push((Resource::Entries(Bundle { index, width: FULL }), std::mem::take(&mut self.entries)));
        }
        for level in 0..=u8::MAX {
            if self.levels.len() <= usize::from(level) {
                self.levels.push(Vec::new());
            }
            let Some(hashes) = self.levels.get_mut(usize::from(level)) else { break };
            hashes.push(hash);
            if hashes.len() < usize::from(FULL) {
                break;
            }
            let full = std::mem::take(hashes);
            self.made.push((Resource::Tile(Tile { level, index, width: FULL }), full.concat()));
            hash = root_over(full);
            index /= u64::from(FULL);
        }
        Ok(position)
    }

    /// The full tiles and bundles completed since they were last taken: for who adds many leaves at once and does not want to hold
    /// all of them. [`Tiler::take`] still ends the round.
    pub fn take_full(&mut self) -> Vec<(Resource, Vec<u8>)> {
        std::mem::take(&mut self.made)
    }

    /// What must be written since the last take so that a checkpoint of [`Tiler::head`] can be served: full tiles and bundles
    /// that were completed, and the partial ones of this size.
    pub fn take(&mut self) -> Vec<(Resource, Vec<u8>)> {
        let size = self.edge.size();
        let mut written = std::mem::take(&mut self.made);
        if size == self.taken {
            return written;
        }
        let full = u64::from(FULL);
        if let Some(last) = Bundle::at(size / full, size) {
            written.push((Resource::Entries(last), self.entries.clone()));
        }
        let (mut before, mut after) = (self.taken, size);
        for (level, hashes) in (0u8..).zip(&self.levels) {
            if let (true, Some(tile)) = (after > before, Tile::at(level, after / full, size)) {
                written.push((Resource::Tile(tile), hashes.concat()));
            }
            (before, after) = (before / full, after / full);
        }
        self.taken = size;
        written
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::tile::resources;

    #[test]
    fn it_writes_what_the_sizes_ask_for_and_can_go_on_anywhere() {
        let stops = [0u64, 1, 2, 255, 256, 257, 511, 512, 700, 65_535, 65_536, 65_537, 66_000];
        let mut log: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut tiler = Tiler::default();
        for step in stops.windows(2) {
            for n in step[0]..step[1] {
                assert_eq!(tiler.push(&n.to_be_bytes()), Ok(n));
            }
            let written = tiler.take();
            let named: BTreeSet<Resource> = written.iter().map(|(resource, _)| *resource).collect();
            assert_eq!(named, resources(step[0], step[1]).into_iter().collect(), "{step:?}");
            assert_eq!(named.len(), written.len());
            log.extend(written.into_iter().map(|(resource, bytes)| (resource.path(), bytes)));
            let resumed = Tiler::resume(&log, step[1]).unwrap();
            assert_eq!(resumed.head(), tiler.head());
            assert_eq!((&resumed.entries, resumed.taken), (&tiler.entries, tiler.taken));
            assert_eq!(resumed.levels, tiler.levels, "size {}", step[1]);
        }
        assert!(tiler.take().is_empty());
    }
}
