//! The public log's leaves and its Merkle tree head (decisions 9 and 10; ADR 0005). Pure functions.
//!
//! A leaf is a *seal*: it says that an event exists and fixes its content, and tells nothing else.
//! Tiles, bundles, checkpoints and proofs will stand on these hashes, which follow RFC 6962 §2.1.

pub mod cbor;

use sha2::{Digest, Sha256};

/// A SHA-256 digest.
pub type Hash = [u8; 32];

/// What a seal commits to: SHA-256(salt ‖ canonical facts). Without the salt nobody can tell what was sealed.
pub fn commit(salt: &[u8; 32], canonical_facts: &[u8]) -> Hash {
    Sha256::new().chain_update(salt).chain_update(canonical_facts).finalize().into()
}

/// The bytes of a seal's leaf: deterministic CBOR (RFC 8949 §4.2) `{1: version, 2: commit}`, 38 bytes, all alike.
pub fn seal_leaf(commit: &Hash) -> Vec<u8> {
    let mut out = cbor::Writer::default();
    out.map(2).uint(1).uint(1).uint(2).bytes(commit);
    out.into_bytes()
}

/// The hash of a leaf: SHA-256(0x00 ‖ leaf) (RFC 6962 §2.1).
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(leaf).finalize().into()
}

fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The right edge of a growing Merkle tree: the roots of its complete subtrees, largest first.
/// It is all that appending needs, at most 64 hashes for any size.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    roots: Vec<Hash>,
}

/// Stored bytes that are no edge of a tree of that size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// Adds a leaf, and returns its position.
    pub fn push(&mut self, leaf: Hash) -> u64 {
        let position = self.size;
        let mut root = leaf;
        // Each trailing one of the size is a complete subtree that the new leaf completes further.
        for _ in 0..position.trailing_ones() {
            if let Some(left) = self.roots.pop() {
                root = node_hash(&left, &root);
            }
        }
        self.roots.push(root);
        self.size += 1;
        position
    }

    /// The root of the tree; of an empty tree SHA-256 of nothing (RFC 6962 §2.1).
    pub fn root(&self) -> Hash {
        let mut roots = self.roots.iter().rev();
        roots.next().map_or_else(|| Sha256::digest([]).into(), |smallest| roots.fold(*smallest, |right, left| node_hash(left, &right)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6962 §2.1 as it is written, by recursion over all leaves.
    fn reference(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [leaf] => *leaf,
            _ => {
                let split = leaves.len().next_power_of_two() / 2;
                node_hash(&reference(&leaves[..split]), &reference(&leaves[split..]))
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
    }

    #[test]
    fn all_seals_look_alike() {
        let seal = seal_leaf(&commit(&[1; 32], b"a"));
        assert_eq!(seal.len(), 38);
        assert_eq!(seal[..6], [0xa2, 0x01, 0x01, 0x02, 0x58, 0x20]);
        assert_eq!(Edge::from_bytes(3, &[0; 32]), Err(NotAnEdge));
    }
}
