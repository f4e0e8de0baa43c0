//! The published figures (阳光公开): what is said in the public log of each matter, once a week and never of few, the sums that follow
//! from it, and the open board (decisions 10 and 11; ADR 0021).
//!
//! `model` holds the rules, `rows` the tables, `commands` what is published, `queries` what can be read, `pages` and `api` the two faces. Read
//! `model/plan.rs` and `commands/batch.rs` first.

pub mod api;
pub mod commands;
pub mod errors;
mod migrations;
pub mod model;
pub mod pages;
pub mod queries;
mod rows;
mod service;
pub mod words;

pub use errors::PublishError;
pub use migrations::migrations;
pub use service::{Figures, Parts};
