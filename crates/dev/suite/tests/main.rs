//! All integration tests in one program: it links once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

mod contract;
mod idempotency;
mod input;
mod journal;
mod kill;
mod loop_;
mod parity;
mod scopes;
mod settings;
mod storms;
