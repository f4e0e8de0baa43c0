//! Cases (诉求): from a resident's words to her own verdict (domain 4.1; decisions 1, 2, 4, 5).
//!
//! `model` holds the rules, `rows` the tables, `commands` what can be done, `queries` what can be read,
//! `pages` and `api` the two faces. Read `model/state.rs` first.

pub mod advice;
pub mod api;
pub mod bulk;
pub mod catalogue;
pub mod commands;
pub mod errors;
pub mod events;
mod migrations;
pub mod model;
pub mod pages;
pub mod permissions;
pub mod ports;
pub mod queries;
mod rows;
mod service;
pub mod words;

pub use errors::ChangeError;
pub use migrations::migrations;
pub use rows::private::Said;
pub use service::{CaseKeys, Cases, Parts};
