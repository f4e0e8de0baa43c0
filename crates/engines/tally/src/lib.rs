//! The published figures (阳光公开): what they mean, and how anybody computes them from the public log (decisions 10 and 11).
//! Pure functions: leaves in, pairs of integers out; no clock, files, network or randomness.
//!
//! - [`define`]: the definitions in Chinese and English, versioned; [`counts`] is what one case adds to each of them.
//! - [`cube`]: sums by month, area, unit and category, kept up to date case by case; [`interval`]: the bounds beside a share.
//! - [`ledger`]: reads leaves, lets the newest of a case win, and checks tables on the way.
//! - [`cohort`]: one month's file with the tiles that prove it, for those who do not want the whole log.
//! - [`report`]: the figures in the form in which programs tell them to each other, and where two such answers differ.
//! - [`batch`], [`suppress`]: which cases and ratings may go out, and which numbers of a table may be shown.

pub mod batch;
pub mod cohort;
pub mod counts;
pub mod cube;
pub mod define;
pub mod interval;
pub mod ledger;
pub mod report;
pub mod suppress;

pub use counts::Counts;
pub use cube::{Cell, Cube, Slice};
pub use define::Figure;
pub use ledger::Ledger;

/// The examples of the README, compiled and run with the tests of documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
