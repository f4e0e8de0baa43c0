//! Reads a whole log from any [`Source`], in memory that does not grow with it, and names what is wrong.

use std::collections::{BTreeMap, BTreeSet};

use crate::Hash;
use crate::bundle;
use crate::checkpoint::{self, Believed, Checkpoint, Disbelief};
use crate::leaf::{Leaf, NotALeaf};
use crate::note::{Keys, Note};
use crate::proof;
use crate::source::{Source, Unreadable};
use crate::tile::{self, Bundle, FULL, Resource, Tile};
use crate::tree::{Edge, TreeHead, leaf_hash, root_over};

/// Something wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A file that must be there could not be had.
    #[error("{resource} {why}")]
    Unreadable {
        /// Which.
        resource: Resource,
        /// Why.
        why: Unreadable,
    },
    /// A tile or bundle of the wrong length, or cut within an entry.
    #[error("{resource} is not as long as it must be")]
    Shape {
        /// Which.
        resource: Resource,
    },
    /// The checkpoint cannot be believed.
    #[error("{0} {1}")]
    Checkpoint(
        /// Which of two.
        Which,
        /// Why.
        Disbelief,
    ),
    /// A leaf is not the one that was signed.
    #[error("entry {position} in {bundle} is not the one that was signed")]
    Entry {
        /// Its position.
        position: u64,
        /// Where it stands.
        bundle: Resource,
    },
    /// A hash in a tile is not the one that was signed.
    #[error("hash {place} in {tile} is not the one that was signed")]
    Tile {
        /// The tile.
        tile: Resource,
        /// Its place there, from 0.
        place: usize,
    },
    /// The leaves and tiles do not make up the signed root.
    #[error("the {size} leaves do not make up the root that was signed")]
    Root {
        /// The size of the checkpoint.
        size: u64,
    },
    /// The log is smaller than it was: something was taken back.
    #[error("the log has {now} leaves and had {before}: it was rolled back")]
    RolledBack {
        /// Leaves in the older checkpoint.
        before: u64,
        /// Leaves now.
        now: u64,
    },
    /// The log does not begin with what an older checkpoint of it had.
    #[error("the log does not go on from its {before} leaves: the past was rewritten")]
    Rewritten {
        /// Leaves in the older checkpoint.
        before: u64,
    },
    /// The older checkpoint is of another log, or of an earlier epoch of this one.
    #[error("the older checkpoint is of {before}, the log is {now} now: a new log began")]
    NewLog {
        /// Origin of the older checkpoint.
        before: String,
        /// Origin now.
        now: String,
    },
    /// A leaf that has no form of ours.
    #[error("entry {position} {why}")]
    Leaf {
        /// Its position.
        position: u64,
        /// What is wrong.
        why: NotALeaf,
    },
    /// A place beyond the tree.
    #[error("there is no such place in a tree of {size} leaves")]
    NotInTree {
        /// Leaves of the tree.
        size: u64,
    },
}

/// Which checkpoint a fault is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one the log serves.
    Now,
    /// The older one that was given.
    Since,
}

impl std::fmt::Display for Which {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Now => "checkpoint",
            Self::Since => "the older checkpoint",
        })
    }
}

/// Where to begin.
#[derive(Debug, Clone, Copy)]
pub enum Begin<'c> {
    /// At the first leaf.
    Start,
    /// After an older signed checkpoint, kept from an earlier check: its leaves are believed, what follows is read.
    After(&'c [u8]),
}

/// A log that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    /// Its checkpoint.
    pub believed: Believed,
    /// The first leaf that was read.
    pub from: u64,
    /// Leaves of a form that this program is too old to know; their place in the tree is checked.
    pub unknown_forms: u64,
}

/// A log that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsound {
    /// What is wrong, in the order found; at most [`MOST`].
    pub faults: Vec<Fault>,
    /// How many more were found.
    pub more: u64,
}

impl std::fmt::Display for Unsound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{fault}")?;
        }
        if self.more > 0 {
            writeln!(f, "and {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for Unsound {}

/// Most faults that are listed.
pub const MOST: usize = 100;

#[derive(Debug, Default)]
struct Faults {
    listed: Vec<Fault>,
    more: u64,
}

impl Faults {
    fn add(&mut self, fault: Fault) {
        if self.listed.len() < MOST {
            self.listed.push(fault);
        } else {
            self.more += 1;
        }
    }

    fn extend(&mut self, other: Self) {
        self.more += other.more;
        other.listed.into_iter().for_each(|fault| self.add(fault));
    }
}

impl From<Faults> for Unsound {
    fn from(faults: Faults) -> Self {
        Self { faults: faults.listed, more: faults.more }
    }
}

/// The bytes of a resource; of its full form when the partial one has been cleaned away.
fn get(source: &dyn Source, resource: Resource) -> Result<(Vec<u8>, Resource), Fault> {
    let found = match source.get(&resource.path()) {
        Err(Unreadable::Missing) if resource.full() != resource => {
            source.get(&resource.full().path()).map(|bytes| (bytes, resource.full()))
        }
        other => other.map(|bytes| (bytes, resource)),
    };
    found.map_err(|why| Fault::Unreadable { resource, why })
}

/// The hashes of a tile, as many as its width; nothing is proved by them.
pub fn tile(source: &dyn Source, tile: Tile) -> Result<Vec<Hash>, Fault> {
    let (bytes, found) = get(source, Resource::Tile(tile))?;
    let served = if let Resource::Tile(served) = found { served.width } else { tile.width };
    let hashes = tile::hashes(&bytes, served).ok_or(Fault::Shape { resource: found })?;
    Ok(hashes.iter().take(tile.width.into()).copied().collect())
}

/// The bytes of a bundle, cut to its width.
pub fn bundle(source: &dyn Source, bundle: Bundle) -> Result<Vec<u8>, Fault> {
    let (mut bytes, found) = get(source, Resource::Entries(bundle))?;
    let shape = || Fault::Shape { resource: found };
    let mut keep = 0;
    let mut there = 0u16;
    for entry in bundle::entries(&bytes) {
        let entry = entry.map_err(|_| shape())?;
        there = there.checked_add(1).ok_or_else(shape)?;
        if there <= bundle.width {
            keep += 2 + entry.len();
        }
    }
    let served = if let Resource::Entries(served) = found { served.width } else { bundle.width };
    if there != served {
        return Err(shape());
    }
    bytes.truncate(keep);
    Ok(bytes)
}

/// The hashes of each level that no full tile covers yet, lowest level first.
fn rims(source: &dyn Source, size: u64) -> Result<Vec<Vec<Hash>>, Fault> {
    let full = u64::from(FULL);
    let mut rims = Vec::new();
    let (mut level, mut count) = (0, size);
    while count > 0 {
        rims.push(match Tile::at(level, count / full, size) {
            Some(last) => tile(source, last)?,
            None => Vec::new(),
        });
        count /= full;
        level += 1;
    }
    Ok(rims)
}

/// The largest subtrees stand on the left, so the highest level comes first.
fn edge_of(rims: &[Vec<Hash>]) -> Edge {
    let mut edge = Edge::default();
    let mut height = 8 * u32::try_from(rims.len()).unwrap_or(0);
    for hashes in rims.iter().rev() {
        height = height.saturating_sub(8);
        for hash in hashes {
            edge.push_subtree(*hash, height);
        }
    }
    edge
}

/// The edge of the tree of the first `size` leaves, read from its tiles. Compare its root with a signed one.
pub fn edge_at(source: &dyn Source, size: u64) -> Result<Edge, Fault> {
    Ok(edge_of(&rims(source, size)?))
}

/// Whether a log may go on from a head that was signed to another: not smaller, the tiles make up both roots, and the one is a
/// beginning of the other. What a sequencer asks before it signs, with the highest head that it keeps outside its database
/// (decisions 9).
pub fn goes_on(source: &dyn Source, before: TreeHead, now: TreeHead) -> Result<(), Fault> {
    if now.size < before.size {
        return Err(Fault::RolledBack { before: before.size, now: now.size });
    }
    if edge_at(source, before.size)?.root() != before.root {
        return Err(Fault::Rewritten { before: before.size });
    }
    if edge_at(source, now.size)?.root() != now.root {
        return Err(Fault::Root { size: now.size });
    }
    // Tiles of two levels could contradict each other; a proof made of them cannot.
    let proof = proof::consistency(source, before.size, now.size)?;
    proof::check_consistency(&proof, before, now).map_err(|_| Fault::Rewritten { before: before.size })
}

/// Reads leaves `from` to `to` (not included) in order, without any check but of their lengths: for those who trust the root,
/// because they checked it before or made it themselves.
pub fn leaves(source: &dyn Source, from: u64, to: u64, mut each: impl FnMut(u64, &[u8])) -> Result<(), Fault> {
    for index in from / u64::from(FULL)..to.div_ceil(u64::from(FULL)) {
        let Some(place) = Bundle::at(index, to) else { break };
        let bytes = bundle(source, place)?;
        for (position, entry) in (index * u64::from(FULL)..).zip(bundle::entries(&bytes).flatten()) {
            if position >= from {
                each(position, entry);
            }
        }
    }
    Ok(())
}

/// The checkpoint that a log serves, checked.
pub fn checkpoint(source: &dyn Source, keys: &Keys) -> Result<Believed, Fault> {
    let (bytes, _) = get(source, Resource::Checkpoint)?;
    checkpoint::open(&bytes, keys).map_err(|why| Fault::Checkpoint(Which::Now, why))
}

/// The checkpoint that a log serves, as it stands there: nobody's signature is asked for.
pub fn unsigned_checkpoint(source: &dyn Source) -> Result<Checkpoint, Fault> {
    let (bytes, _) = get(source, Resource::Checkpoint)?;
    let note = Note::from_bytes(&bytes).ok();
    note.and_then(|note| Checkpoint::parse(note.text())).ok_or(Fault::Checkpoint(Which::Now, Disbelief::NotACheckpoint))
}

/// As [`verify`] from the start, for who has no key: every leaf and tile make up the root that stands in the checkpoint, and whose root it
/// is remains open.
pub fn consistent(source: &dyn Source, each: impl FnMut(u64, &[u8])) -> Result<Sound, Unsound> {
    let checkpoint = unsigned_checkpoint(source).map_err(alone)?;
    whole(source, Believed { checkpoint, witnesses: Vec::new(), unknown: 0 }, Start::default(), each)
}

/// Checks a whole log: the signature of its checkpoint, every leaf's form and place, every tile, and that they make up the
/// signed root. `each` sees every leaf that is read, before the verdict: what it gathers counts only if the log is [`Sound`].
pub fn verify(source: &dyn Source, keys: &Keys, from: Begin<'_>, each: impl FnMut(u64, &[u8])) -> Result<Sound, Unsound> {
    let believed = checkpoint(source, keys).map_err(alone)?;
    let head = believed.checkpoint.head;
    let mut start = Start::default();
    if let Begin::After(note) = from {
        let before = checkpoint::open(note, keys).map_err(|why| alone(Fault::Checkpoint(Which::Since, why)))?.checkpoint;
        if before.origin != believed.checkpoint.origin {
            return Err(alone(Fault::NewLog { before: before.origin, now: believed.checkpoint.origin }));
        }
        if before.head.size > head.size {
            return Err(alone(Fault::RolledBack { before: before.head.size, now: head.size }));
        }
        let rims = rims(source, before.head.size).map_err(alone)?;
        start = Start { edge: edge_of(&rims), rims };
        if start.edge.root() != before.head.root {
            return Err(alone(Fault::Rewritten { before: before.head.size }));
        }
    }
    whole(source, believed, start, each)
}

fn alone(fault: Fault) -> Unsound {
    Unsound { faults: vec![fault], more: 0 }
}

/// Reads what is behind `start` and compares it with the root that is believed.
fn whole(source: &dyn Source, believed: Believed, start: Start, mut each: impl FnMut(u64, &[u8])) -> Result<Sound, Unsound> {
    let (head, from) = (believed.checkpoint.head, start.edge.size());
    let mut check = Check::new(source, head.size, start);
    for index in from / u64::from(FULL)..head.size.div_ceil(u64::from(FULL)) {
        check.bundle(index, &mut each);
    }
    let unknown_forms = check.unknown_forms;
    let faults = check.verdict(head.root);
    if faults.listed.is_empty() { Ok(Sound { believed, from, unknown_forms }) } else { Err(faults.into()) }
}

#[derive(Debug, Default)]
struct Start {
    edge: Edge,
    rims: Vec<Vec<Hash>>,
}

/// A hash as the entries have it, and as the tiles of level 0 have it. Which of the two is right is known when the root is.
#[derive(Debug, Clone, Copy)]
struct Both {
    entries: Hash,
    tiles: Hash,
}

/// One pass over a log.
struct Check<'s> {
    source: &'s dyn Source,
    size: u64,
    from: u64,
    by_entries: Edge,
    by_tiles: Edge,
    /// For each level, the hashes since its last full tile.
    levels: Vec<Vec<Both>>,
    /// What is wrong whichever is right.
    faults: Faults,
    /// What is wrong if the entries are right, and if the tiles of level 0 are.
    if_entries: Faults,
    if_tiles: Faults,
    unknown_forms: u64,
}

impl<'s> Check<'s> {
    fn new(source: &'s dyn Source, size: u64, start: Start) -> Self {
        let both = |hash| Both { entries: hash, tiles: hash };
        let mut levels: Vec<Vec<Both>> = start.rims.into_iter().map(|rim| rim.into_iter().map(both).collect()).collect();
        // Level 0 begins again with the bundle that the old size stands in: it is read whole.
        if let Some(lowest) = levels.first_mut() {
            lowest.clear();
        }
        Self {
            source,
            size,
            from: start.edge.size(),
            by_tiles: start.edge.clone(),
            by_entries: start.edge,
            levels,
            faults: Faults::default(),
            if_entries: Faults::default(),
            if_tiles: Faults::default(),
            unknown_forms: 0,
        }
    }

    fn bundle(&mut self, index: u64, each: &mut impl FnMut(u64, &[u8])) {
        let (Some(place), Some(tile_place)) = (Bundle::at(index, self.size), Tile::at(0, index, self.size)) else { return };
        let first = index * u64::from(FULL);
        let bytes = bundle(self.source, place).map_err(|fault| self.faults.add(fault)).ok();
        let hashes = tile(self.source, tile_place).map_err(|fault| self.faults.add(fault)).ok();
        let mut entries = bytes.as_deref().map(bundle::entries);
        for at in 0..usize::from(place.width) {
            let position = first + at as u64;
            let entry = entries.as_mut().and_then(Iterator::next).and_then(Result::ok);
            let stored = hashes.as_ref().and_then(|hashes| hashes.get(at).copied());
            let own = entry.map(leaf_hash);
            // Where one of the two could not be read, the other stands for both: the file is named already.
            let Some((entries, tiles)) = own.or(stored).zip(stored.or(own)) else { continue };
            if entries != tiles {
                self.if_tiles.add(Fault::Entry { position, bundle: Resource::Entries(place) });
                self.if_entries.add(Fault::Tile { tile: Resource::Tile(tile_place), place: at });
            }
            if position >= self.from {
                self.by_entries.push(entries);
                self.by_tiles.push(tiles);
                if let Some(entry) = entry {
                    match Leaf::decode(entry) {
                        Ok(_) => {}
                        Err(NotALeaf::UnknownForm(_)) => self.unknown_forms += 1,
                        Err(why) => self.faults.add(Fault::Leaf { position, why }),
                    }
                    each(position, entry);
                }
            }
            self.rise(0, Both { entries, tiles });
        }
    }

    /// Takes a hash into its level; a level that is full goes up as one hash, after comparing it with its tile.
    fn rise(&mut self, level: usize, hash: Both) {
        if self.levels.len() <= level {
            self.levels.push(Vec::new());
        }
        let Some(hashes) = self.levels.get_mut(level) else { return };
        hashes.push(hash);
        if hashes.len() == usize::from(FULL) {
            let full = std::mem::take(hashes);
            let above =
                Both { entries: root_over(full.iter().map(|both| both.entries)), tiles: root_over(full.iter().map(|both| both.tiles)) };
            self.compare(level, &full, true);
            self.rise(level + 1, above);
        }
    }

    /// Compares a tile above level 0 with what stands below it.
    fn compare(&mut self, level: usize, hashes: &[Both], full: bool) {
        let Ok(number) = u8::try_from(level) else { return };
        if level == 0 || hashes.is_empty() {
            return;
        }
        let done = self.by_entries.size() >> (8 * level);
        let index = if full { done.saturating_sub(1) / u64::from(FULL) } else { done / u64::from(FULL) };
        let Some(place) = Tile::at(number, index, self.size) else { return };
        match tile(self.source, place) {
            Err(fault) => self.faults.add(fault),
            Ok(stored) => {
                for (at, (stored, both)) in stored.iter().zip(hashes).enumerate() {
                    let fault = || Fault::Tile { tile: Resource::Tile(place), place: at };
                    if *stored != both.entries {
                        self.if_entries.add(fault());
                    }
                    if *stored != both.tiles {
                        self.if_tiles.add(fault());
                    }
                }
            }
        }
    }

    fn verdict(mut self, root: Hash) -> Faults {
        for level in 1..self.levels.len() {
            let rim = std::mem::take(self.levels.get_mut(level).unwrap_or(&mut Vec::new()));
            self.compare(level, &rim, false);
        }
        let mut faults = self.faults;
        if self.by_entries.root() == root && self.by_entries.size() == self.size {
            faults.extend(self.if_entries);
        } else if self.by_tiles.root() == root && self.by_tiles.size() == self.size {
            faults.extend(self.if_tiles);
        } else {
            faults.add(Fault::Root { size: self.size });
            faults.extend(self.if_tiles);
        }
        faults
    }
}

/// Checks some bundles of a log by their places, given in order, without reading the others: each is led through its tiles up to
/// the signed root. `each` sees the leaves of a bundle once it is known to be right. For cohort files, and for readers who
/// want one month.
pub fn verify_some(
    source: &dyn Source,
    keys: &Keys,
    bundles: impl IntoIterator<Item = u64>,
    mut each: impl FnMut(u64, &[u8]),
) -> Result<Believed, Fault> {
    let believed = checkpoint(source, keys)?;
    let head = believed.checkpoint.head;
    let rims = rims(source, head.size)?;
    if edge_of(&rims).root() != head.root {
        return Err(Fault::Root { size: head.size });
    }
    let mut ladder = Ladder { source, size: head.size, rims, trusted: BTreeMap::new() };
    for index in bundles {
        let place = Bundle::at(index, head.size).ok_or(Fault::NotInTree { size: head.size })?;
        let bytes = bundle(source, place)?;
        let first = index * u64::from(FULL);
        let hashes: Vec<Hash> = bundle::entries(&bytes).flatten().map(leaf_hash).collect();
        if !ladder.holds(0, index, &hashes)? {
            return Err(Fault::Entry { position: first, bundle: Resource::Entries(place) });
        }
        for (position, entry) in (first..).zip(bundle::entries(&bytes).flatten()) {
            each(position, entry);
        }
    }
    Ok(believed)
}

/// Tiles known to be right, because they make up the signed root: the rims, and whatever was led up to them.
struct Ladder<'s> {
    source: &'s dyn Source,
    size: u64,
    rims: Vec<Vec<Hash>>,
    trusted: BTreeMap<(u8, u64), Vec<Hash>>,
}

impl Ladder<'_> {
    /// Whether these are the hashes of the tile at this place.
    fn holds(&mut self, level: u8, index: u64, hashes: &[Hash]) -> Result<bool, Fault> {
        let place = Tile::at(level, index, self.size).ok_or(Fault::NotInTree { size: self.size })?;
        if !place.is_full() {
            return Ok(self.rims.get(usize::from(level)).is_some_and(|rim| rim == hashes));
        }
        let root = root_over(hashes.iter().copied());
        let (above, at) = (index / u64::from(FULL), usize::try_from(index % u64::from(FULL)).unwrap_or(usize::MAX));
        Ok(hashes.len() == usize::from(FULL) && self.tile(level + 1, above)?.get(at) == Some(&root))
    }

    fn tile(&mut self, level: u8, index: u64) -> Result<Vec<Hash>, Fault> {
        if let Some(hashes) = self.trusted.get(&(level, index)) {
            return Ok(hashes.clone());
        }
        let place = Tile::at(level, index, self.size).ok_or(Fault::NotInTree { size: self.size })?;
        let hashes = tile(self.source, place)?;
        if !self.holds(level, index, &hashes)? {
            return Err(Fault::Tile { tile: Resource::Tile(place), place: 0 });
        }
        self.trusted.insert((level, index), hashes.clone());
        Ok(hashes)
    }
}

/// The tiles that [`verify_some`] reads for these bundles in a log of `size` leaves, each once.
pub fn ladder_of(size: u64, bundles: impl IntoIterator<Item = u64>) -> Vec<Tile> {
    let mut tiles: BTreeSet<Tile> = BTreeSet::new();
    for level in 0..=7u8 {
        let count = size.checked_shr(8 * u32::from(level)).unwrap_or(0);
        tiles.extend(Tile::at(level, count / u64::from(FULL), size));
    }
    for mut index in bundles {
        for level in 1..=7u8 {
            index /= u64::from(FULL);
            tiles.extend(Tile::at(level, index, size));
        }
    }
    tiles.into_iter().collect()
}

/// Checks a file that a log keeps, such as a partial tile of an earlier checkpoint, against the log as it stands, which
/// [`verify`] has found sound and which has `size` leaves.
pub fn check_kept(source: &dyn Source, size: u64, resource: Resource) -> Result<(), Fault> {
    match resource {
        Resource::Checkpoint => Ok(()),
        Resource::Tile(kept) => {
            let now = Tile::at(kept.level, kept.index, size).filter(|now| now.width >= kept.width).ok_or(Fault::NotInTree { size })?;
            let (kept_hashes, now_hashes) = (exactly(source, resource, |source| tile(source, kept))?, tile(source, now)?);
            match kept_hashes.iter().zip(&now_hashes).position(|(kept, now)| kept != now) {
                Some(place) => Err(Fault::Tile { tile: resource, place }),
                None => Ok(()),
            }
        }
        Resource::Entries(kept) => {
            let now = Bundle::at(kept.index, size).filter(|now| now.width >= kept.width).ok_or(Fault::NotInTree { size })?;
            let (kept_bytes, now_bytes) = (exactly(source, resource, |source| bundle(source, kept))?, bundle(source, now)?);
            let differs = bundle::entries(&kept_bytes).zip(bundle::entries(&now_bytes)).position(|(kept, now)| kept != now);
            match differs {
                Some(at) => Err(Fault::Entry { position: kept.index * u64::from(FULL) + at as u64, bundle: resource }),
                None => Ok(()),
            }
        }
    }
}

/// Reads with no stand-in for a missing partial file: the file itself is in question.
fn exactly<T>(source: &dyn Source, resource: Resource, read: impl FnOnce(&dyn Source) -> Result<T, Fault>) -> Result<T, Fault> {
    source.get(&resource.path()).map_err(|why| Fault::Unreadable { resource, why })?;
    read(source)
}
