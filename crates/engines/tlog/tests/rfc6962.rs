//! The vectors of the reference implementation of RFC 6962 (google/certificate-transparency, merkletree tests).

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use tlog::proof::{check_consistency, check_inclusion};
use tlog::tree::TreeHead;
use tlog::{Edge, Hash, leaf_hash};

const LEAVES: [&str; 8] = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn hash(hex: &str) -> Hash {
    bytes(hex).try_into().unwrap()
}

fn head(size: usize) -> TreeHead {
    TreeHead { size: size as u64, root: hash(ROOTS[size - 1]) }
}

#[test]
fn roots() {
    let mut edge = Edge::default();
    for (leaf, root) in LEAVES.iter().zip(ROOTS) {
        edge.push(leaf_hash(&bytes(leaf)));
        assert_eq!(edge.root(), hash(root));
    }
}

#[test]
fn inclusion() {
    // (leaf, from 1; size; path)
    let vectors: [(usize, usize, &[&str]); 5] = [
        (1, 1, &[]),
        (
            1,
            8,
            &[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            6,
            8,
            &[
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (3, 3, &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        (
            2,
            5,
            &[
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (leaf, size, path) in vectors {
        let path: Vec<Hash> = path.iter().map(|hex| hash(hex)).collect();
        let at = leaf as u64 - 1;
        let hashed = leaf_hash(&bytes(LEAVES[leaf - 1]));
        assert_eq!(check_inclusion(&path, head(size), at, hashed), Ok(()), "leaf {leaf} of {size}");
        assert!(check_inclusion(&path, head(size), at + 1, hashed).is_err());
        assert!(check_inclusion(&path, head(size), at, [0; 32]).is_err());
        let longer = [path.as_slice(), &[[0; 32]]].concat();
        assert!(check_inclusion(&longer, head(size), at, hashed).is_err());
        if let Some((_, shorter)) = path.split_last() {
            assert!(check_inclusion(shorter, head(size), at, hashed).is_err());
        }
    }
}

#[test]
fn consistency() {
    let vectors: [(usize, usize, &[&str]); 4] = [
        (1, 1, &[]),
        (
            1,
            8,
            &[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            6,
            8,
            &[
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (
            2,
            5,
            &[
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (old, new, proof) in vectors {
        let proof: Vec<Hash> = proof.iter().map(|hex| hash(hex)).collect();
        assert_eq!(check_consistency(&proof, head(old), head(new)), Ok(()), "{old} to {new}");
        let wrong = TreeHead { root: [0; 32], ..head(old) };
        assert!(check_consistency(&proof, wrong, head(new)).is_err());
        for at in 0..proof.len() {
            let mut changed = proof.clone();
            changed[at][0] ^= 1;
            assert!(check_consistency(&changed, head(old), head(new)).is_err());
        }
    }
    let empty = TreeHead { size: 0, root: Edge::default().root() };
    assert_eq!(check_consistency(&[], empty, head(8)), Ok(()));
    assert!(check_consistency(&[], head(8), empty).is_err());
    assert!(check_consistency(&[], head(8), head(5)).is_err());
}
