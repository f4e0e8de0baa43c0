//! Lianxin as one program: configuration, wiring, routes, command line. The only crate that knows all domains.

mod api;
pub mod backup;
pub mod calendar_cli;
pub mod cli;
mod config;
pub mod demo;
pub mod doctor;
pub mod erased;
mod forget;
mod health;
mod init;
mod keys;
pub mod kpi_cli;
mod link;
mod listen;
mod log;
mod log_at;
mod log_cli;
mod log_http;
mod migrate;
pub mod models;
pub mod models_cli;
mod rules;
mod serve;
mod staff;
pub mod text_cli;
pub mod verify_cli;
mod wiring;
mod witness;
mod worker;

pub use config::{ConfigError, SiteFile};
pub use keys::{Keys, KeysError};
pub use migrate::{Migrations, migrate};
pub use serve::router;
pub use wiring::{App, Choices, OpenError};
