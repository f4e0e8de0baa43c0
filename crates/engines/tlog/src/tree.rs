//! The Merkle tree of RFC 6962 §2.1: hashes of leaves and nodes, and the edge that appending needs.

use crate::Hash;

/// The hash of a leaf: SHA-256(0x00 ‖ leaf) (RFC 6962 §2.1).
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    tlog_tiles::record_hash(leaf).0
}

fn node_hash(left: Hash, right: Hash) -> Hash {
    tlog_tiles::node_hash(tlog_tiles::Hash(left), tlog_tiles::Hash(right)).0
}

/// The size and the root of a log at some moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeHead {
    /// How many leaves.
    pub size: u64,
    /// The root of their tree.
    pub root: Hash,
}

/// The right edge of a growing Merkle tree: the roots of its complete subtrees, largest first.
/// It is all that appending needs, at most 64 hashes for any size.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    roots: Vec<Hash>,
}

/// Stored bytes that are no edge of a tree of that size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the edge of a tree of that size")]
pub struct NotAnEdge;

impl Edge {
    /// The edge of a tree of `size` leaves from its stored bytes.
    pub fn from_bytes(size: u64, bytes: &[u8]) -> Result<Self, NotAnEdge> {
        let (roots, rest) = bytes.as_chunks::<32>();
        let complete = usize::try_from(size.count_ones()).map_err(|_| NotAnEdge)?;
        if rest.is_empty() && roots.len() == complete { Ok(Self { size, roots: roots.to_vec() }) } else { Err(NotAnEdge) }
    }

    /// The stored form.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.roots.concat()
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf by its hash, and returns its position.
    pub fn push(&mut self, leaf: Hash) -> u64 {
        self.push_subtree(leaf, 0)
    }

    /// Adds the root of a complete subtree of 2^`height` leaves, and returns the position of its first leaf. The size must be
    /// a multiple of 2^`height`: that is how whole tiles are taken over without reading the leaves below them.
    pub(crate) fn push_subtree(&mut self, subtree: Hash, height: u32) -> u64 {
        let position = self.size;
        let mut root = subtree;
        // Each trailing one of the size, counted in subtrees, is a complete subtree that the new one completes further.
        for _ in 0..(position >> height).trailing_ones() {
            if let Some(left) = self.roots.pop() {
                root = node_hash(left, root);
            }
        }
        self.roots.push(root);
        self.size += 1 << height;
        position
    }

    /// The root of the tree; of an empty tree SHA-256 of nothing (RFC 6962 §2.1).
    pub fn root(&self) -> Hash {
        let mut roots = self.roots.iter().rev();
        roots.next().map_or(tlog_tiles::EMPTY_HASH.0, |smallest| roots.fold(*smallest, |right, left| node_hash(*left, right)))
    }

    /// Size and root.
    pub fn head(&self) -> TreeHead {
        TreeHead { size: self.size, root: self.root() }
    }
}

/// The root over these hashes, as if each were a leaf's.
pub(crate) fn root_over(hashes: impl IntoIterator<Item = Hash>) -> Hash {
    let mut edge = Edge::default();
    for hash in hashes {
        edge.push(hash);
    }
    edge.root()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6962 §2.1 as it is written, by recursion over all leaves.
    fn reference(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => tlog_tiles::EMPTY_HASH.0,
            [leaf] => *leaf,
            _ => {
                let split = leaves.len().next_power_of_two() / 2;
                node_hash(reference(&leaves[..split]), reference(&leaves[split..]))
            }
        }
    }

    #[test]
    fn the_edge_gives_the_root_of_rfc_6962_at_every_size() {
        let mut edge = Edge::default();
        let mut leaves = Vec::new();
        for n in 0..200u8 {
            assert_eq!(edge.root(), reference(&leaves), "size {n}");
            assert_eq!(Edge::from_bytes(edge.size(), &edge.to_bytes()).as_ref(), Ok(&edge));
            let leaf = leaf_hash(&[n]);
            leaves.push(leaf);
            assert_eq!(edge.push(leaf), u64::from(n));
        }
        assert_eq!(Edge::from_bytes(3, &[0; 32]), Err(NotAnEdge));
    }

    #[test]
    fn whole_subtrees_are_taken_over_at_their_root() {
        let leaves: Vec<Hash> = (0..23u8).map(|n| leaf_hash(&[n])).collect();
        let mut edge = Edge::default();
        for eight in leaves[..16].chunks(8) {
            edge.push_subtree(root_over(eight.iter().copied()), 3);
        }
        for leaf in &leaves[16..] {
            edge.push(*leaf);
        }
        assert_eq!(edge.root(), root_over(leaves));
    }
}
