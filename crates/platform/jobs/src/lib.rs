//! Work that happens after a commit (decisions 8, 18; ADR 0010).
//!
//! - [`enqueue`] and [`cancel`] take the transaction of the command: cause and job are committed together, or neither is.
//! - A [`Handler`] does one kind of job. Its changes and the end of the job are one commit, so that each job takes
//!   effect exactly once, however often it is tried.
//! - A [`Runner`] claims what is due, oldest first, tries again with growing pauses, and gives up in the open: a dead
//!   job stays until a person revives or discards it.

mod handler;
mod job;
mod migrations;
mod queue;
mod rows;
mod runner;

pub use handler::{Handler, Handlers, JobError, Outcome};
pub use job::{Health, Job, NewJob, Stuck};
pub use migrations::migrations;
pub use queue::{cancel, cancel_all, discard, enqueue, enqueue_all, health, next_due, replace, revive};
pub use runner::{MOST_ATTEMPTS, Runner, pause_after};
