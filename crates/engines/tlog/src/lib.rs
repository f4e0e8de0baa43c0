//! The public log (公开账本): its leaves, tiles, proofs, signed checkpoints, receipts, and the verifier of all of them
//! (decisions 8 to 12; ADR 0005 and 0013). Pure functions: bytes in, bytes out; no clock, files, network or randomness.
//!
//! - [`leaf`]: what stands in the log. [`cbor`] is the little of deterministic CBOR that it needs.
//! - [`tree`], [`tile`], [`bundle`], [`tiler`]: the Merkle tree of RFC 6962 and the files in which C2SP tlog-tiles serves it.
//! - [`proof`], [`note`], [`checkpoint`], [`witness`]: proofs, signed notes, cosignatures, the witness protocol.
//! - [`epochs`]: the logs of a site whose database was restored, one after the other.
//! - [`succession`]: the keys of a log, one after the other.
//! - [`reader`]: reads a whole log from anywhere, checks it, and names what is wrong.
//! - [`receipt`]: the `.lxr` file that a resident keeps.

pub mod bundle;
pub mod cbor;
pub mod checkpoint;
pub mod epochs;
pub mod leaf;
pub mod note;
pub mod proof;
pub mod reader;
pub mod receipt;
pub mod source;
pub mod succession;
pub mod tile;
pub mod tiler;
pub mod tree;
pub mod witness;

pub use leaf::{commit, seal_leaf};
pub use tree::{Edge, NotAnEdge, leaf_hash};

/// A SHA-256 digest.
pub type Hash = [u8; 32];

/// The examples of the README, compiled and run with the tests of documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
