//! All integration tests in one program: it links once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

mod accounts;
mod alarms;
mod calendar;
mod cast;
mod codes;
mod contract;
mod county;
mod demo;
mod desk;
mod idempotency;
mod input;
mod journal;
mod kill;
mod loop_;
mod model;
mod parity;
mod residents;
mod routes;
mod scopes;
mod settings;
mod steps;
mod storms;
mod whole;
