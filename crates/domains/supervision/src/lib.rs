//! Supervision (督办): a case near or past its limit reminds, in three tiers, somebody who is there; what is grave becomes an
//! order that ends in a result (domain 4.1, 5.6; decisions 3; ADR 0016).
//!
//! `model` holds the rules, `rows` the tables, `commands` what can be done, `queries` what can be read, `pages` the screens,
//! `api` the same for programs.
//! Read `model/milestone.rs`, `model/target.rs` and `model/order.rs` first.

pub mod api;
pub mod commands;
pub mod errors;
mod events;
mod migrations;
pub mod model;
pub mod pages;
pub mod permissions;
pub mod queries;
mod rows;
mod service;
pub mod words;

pub use errors::SupervisionError;
pub use migrations::migrations;
pub use service::{Parts, Supervision};
