//! All integration tests in one program: it links once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

mod accounts;
mod advice;
mod alarms;
mod archive;
mod assists;
mod calendar;
mod cast;
mod codes;
mod contract;
mod county;
mod demo;
mod desk;
mod dictionary;
mod figures;
mod idempotency;
mod input;
mod journal;
mod kill;
mod kinds;
mod line;
mod log;
mod looks;
mod loop_;
mod me_too;
mod model;
mod models;
mod nearby;
mod parity;
mod races;
mod residents;
mod routes;
mod scopes;
mod settings;
mod steps;
mod storms;
mod supervision;
mod tampering;
mod warrants;
mod whole;
mod year;
