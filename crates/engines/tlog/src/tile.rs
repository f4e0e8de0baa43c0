//! Where things stand in a log that is served as files (C2SP tlog-tiles): `checkpoint`, `tile/<L>/<N>[.p/<W>]` and
//! `tile/entries/<N>[.p/<W>]`. Which of them exist is a pure function of the size of the tree.

use std::fmt::Write;

use crate::Hash;

/// Hashes in a full tile, entries in a full bundle.
pub const FULL: u16 = 256;

/// A tile: up to 256 consecutive hashes of one level. At level 0 they are hashes of leaves, above it roots of full tiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// The level, 0 to 7 for any tree that can be counted.
    pub level: u8,
    /// Its place within the level.
    pub index: u64,
    /// How many hashes, 1 to 256; below 256 it is partial.
    pub width: u16,
}

/// A bundle of entries: the leaves under one tile of level 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bundle {
    /// Its place; its first entry has position 256 × index.
    pub index: u64,
    /// How many entries, 1 to 256.
    pub width: u16,
}

/// What a log serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resource {
    /// The signed head. The only one that changes.
    Checkpoint,
    /// Hashes.
    Tile(Tile),
    /// Leaves.
    Entries(Bundle),
}

/// The highest level of a tile: a tree of 2^64 leaves has eight.
const TOP: u8 = 7;

/// How many hashes `level` has in a tree of `size` leaves.
fn count(level: u8, size: u64) -> u64 {
    size.checked_shr(u32::from(level) * 8).unwrap_or(0)
}

fn width_of(index: u64, count: u64) -> Option<u16> {
    let first = index.checked_mul(u64::from(FULL))?;
    u16::try_from(count.checked_sub(first)?.min(u64::from(FULL))).ok().filter(|width| *width > 0)
}

impl Tile {
    /// The tile at this place of a tree of `size` leaves, full or partial; `None` where the tree has none.
    pub fn at(level: u8, index: u64, size: u64) -> Option<Self> {
        Some(Self { level, index, width: width_of(index, count(level, size))? })
    }

    /// The same tile when it is full.
    #[must_use]
    pub fn full(self) -> Self {
        Self { width: FULL, ..self }
    }

    /// Whether all its hashes are there.
    pub fn is_full(self) -> bool {
        self.width == FULL
    }
}

impl Bundle {
    /// The bundle at this place of a tree of `size` leaves; `None` where the tree has none.
    pub fn at(index: u64, size: u64) -> Option<Self> {
        Some(Self { index, width: width_of(index, size)? })
    }

    /// The bundle and the place in it of the leaf at `position`, in a tree of `size` leaves.
    pub fn of(position: u64, size: u64) -> Option<(Self, usize)> {
        if position >= size {
            return None;
        }
        let within = usize::try_from(position % u64::from(FULL)).ok()?;
        Some((Self::at(position / u64::from(FULL), size)?, within))
    }
}

impl Resource {
    /// Its path below the log's prefix.
    pub fn path(self) -> String {
        match self {
            Self::Checkpoint => "checkpoint".to_owned(),
            Self::Tile(tile) => numbered(&format!("tile/{}", tile.level), tile.index, tile.width),
            Self::Entries(bundle) => numbered("tile/entries", bundle.index, bundle.width),
        }
    }

    /// What stands at this path, if the path is well formed: exactly one path names a resource.
    pub fn parse(path: &str) -> Option<Self> {
        if path == "checkpoint" {
            return Some(Self::Checkpoint);
        }
        let (kind, rest) = path.strip_prefix("tile/")?.split_once('/')?;
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, width.parse().ok().filter(|width| (1..FULL).contains(width))?),
            None => (rest, FULL),
        };
        let index = number.split('/').try_fold(0u64, |index, part| {
            let three: u64 = part.strip_prefix('x').unwrap_or(part).parse().ok()?;
            index.checked_mul(1000)?.checked_add(three)
        })?;
        let resource = if kind == "entries" {
            Self::Entries(Bundle { index, width })
        } else {
            Self::Tile(Tile { level: kind.parse().ok().filter(|level| *level <= TOP)?, index, width })
        };
        // Leading zeroes, a forgotten x, a sign: whatever was written otherwise is not a path of ours.
        (resource.path() == path).then_some(resource)
    }

    /// The `Content-Type` under which C2SP tlog-tiles has it served.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Checkpoint => "text/plain; charset=utf-8",
            Self::Tile(_) | Self::Entries(_) => "application/octet-stream",
        }
    }

    /// Whether its bytes can never change, so that caches may keep it for ever.
    pub fn is_immutable(self) -> bool {
        !matches!(self, Self::Checkpoint)
    }

    /// The full form of a partial tile or bundle: where a reader looks when a partial one has been cleaned away.
    pub(crate) fn full(self) -> Self {
        match self {
            Self::Checkpoint => self,
            Self::Tile(tile) => Self::Tile(tile.full()),
            Self::Entries(bundle) => Self::Entries(Bundle { width: FULL, ..bundle }),
        }
    }
}

impl std::fmt::Display for Resource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.path())
    }
}

/// `N` in groups of three digits, all but the last with an `x`, so that no directory holds more than 3,000 names.
fn numbered(prefix: &str, index: u64, width: u16) -> String {
    let mut groups = vec![index % 1000];
    let mut rest = index / 1000;
    while rest > 0 {
        groups.push(rest % 1000);
        rest /= 1000;
    }
    let mut path = prefix.to_owned();
    for (place, group) in groups.iter().enumerate().rev() {
        let x = if place == 0 { "" } else { "x" };
        // Writing to a String cannot fail.
        let _ = write!(path, "/{x}{group:03}");
    }
    if width < FULL {
        let _ = write!(path, ".p/{width}");
    }
    path
}

/// Every tile and bundle that a log must write when it grows from `old` to `new` leaves, bundles first. Partial ones of `old`
/// stay where they are: earlier checkpoints need them.
pub fn resources(old: u64, new: u64) -> Vec<Resource> {
    let mut written = Vec::new();
    if new <= old {
        return written;
    }
    let full = u64::from(FULL);
    written.extend((old / full..=new / full).filter_map(|index| Bundle::at(index, new)).map(Resource::Entries));
    for level in 0..=TOP {
        let (before, after) = (count(level, old), count(level, new));
        if after > before {
            written.extend((before / full..=after / full).filter_map(|index| Tile::at(level, index, new)).map(Resource::Tile));
        }
    }
    written
}

/// The hashes in a tile's bytes; `None` when they are not `width` hashes.
pub fn hashes(bytes: &[u8], width: u16) -> Option<&[Hash]> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    (rest.is_empty() && hashes.len() == usize::from(width)).then_some(hashes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_specification() {
        let path = |level, index, width| Resource::Tile(Tile { level, index, width }).path();
        assert_eq!(path(0, 0, FULL), "tile/0/000");
        assert_eq!(path(2, 1_234_067, FULL), "tile/2/x001/x234/067");
        assert_eq!(path(1, 999, 17), "tile/1/999.p/17");
        assert_eq!(path(0, 1000, 1), "tile/0/x001/000.p/1");
        assert_eq!(Resource::Entries(Bundle { index: 273, width: 112 }).path(), "tile/entries/273.p/112");
    }

    #[test]
    fn one_path_one_resource() {
        for path in ["checkpoint", "tile/0/000", "tile/7/x001/x234/067.p/255", "tile/entries/273.p/112", "tile/entries/x018/000"] {
            assert_eq!(Resource::parse(path).map(Resource::path).as_deref(), Some(path));
        }
        for path in [
            "",
            "checkpoint/",
            "/checkpoint",
            "tile/00/000",
            "tile/8/000",
            "tile/0/00",
            "tile/0/+01",
            "tile/0/001/067",
            "tile/0/x000/067",
            "tile/0/067.p/0",
            "tile/0/067.p/256",
            "tile/0/067.p/01",
            "tile/entries/x999/x999/x999/x999/x999/x999/x999/999",
            "tile/data/000",
            "tile/0/../../etc",
        ] {
            assert_eq!(Resource::parse(path), None, "{path}");
        }
    }

    #[test]
    fn a_tree_of_70000_has_the_tiles_that_the_specification_names() {
        let all = resources(0, 70_000);
        let tiles = |level, full| all.iter().filter(move |r| matches!(r, Resource::Tile(t) if t.level == level && t.is_full() == full));
        assert_eq!((tiles(0, true).count(), tiles(1, true).count(), tiles(2, true).count()), (273, 1, 0));
        assert_eq!(tiles(0, false).collect::<Vec<_>>(), [&Resource::Tile(Tile { level: 0, index: 273, width: 112 })]);
        assert_eq!(tiles(1, false).collect::<Vec<_>>(), [&Resource::Tile(Tile { level: 1, index: 1, width: 17 })]);
        assert_eq!(tiles(2, false).collect::<Vec<_>>(), [&Resource::Tile(Tile { level: 2, index: 0, width: 1 })]);
        assert_eq!(all.iter().filter(|r| matches!(r, Resource::Entries(_))).count(), 274);
        let at_256: Vec<_> = resources(0, 256).into_iter().map(Resource::path).collect();
        assert_eq!(at_256, ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
        assert_eq!(resources(256, 257).into_iter().map(Resource::path).collect::<Vec<_>>(), ["tile/entries/001.p/1", "tile/0/001.p/1"]);
        assert!(resources(9, 9).is_empty());
    }
}
