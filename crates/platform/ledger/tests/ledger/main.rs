//! The log of a site on both databases, in one program.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

mod epochs;
mod rotation;
mod self_check;
mod support;
mod tampering;
mod witnessing;
