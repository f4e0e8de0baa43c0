//! The rules of a county (规矩): effective-dated parameters, proposed by one and approved by another, with history,
//! reasons and a preview of the effect (domain 1.12, appendix B; decisions 3).
//!
//! `model` holds the registry and the rules, `rows` the tables, `commands` what can be done, `queries` what can be read,
//! `pages` and `api` the two faces. Read `model/key.rs` and `model/timeline.rs` first.

pub mod api;
pub mod commands;
pub mod errors;
mod events;
mod migrations;
pub mod model;
pub mod pages;
pub mod permissions;
pub mod ports;
pub mod queries;
mod rows;
mod service;
mod told;
pub mod words;

pub use errors::SettingError;
pub use migrations::migrations;
pub use service::{Parts, Settings};
