//! All integration tests in one program: it links once.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

mod accounts;
mod contract;
mod idempotency;
mod input;
mod journal;
mod kill;
mod loop_;
mod parity;
mod scopes;
mod storms;
