//! What is published: names, and batches.

mod batch;
mod job;
mod name;
mod tables;

pub(crate) use batch::first_of;
pub use job::BatchJob;
pub(crate) use tables::{JUDGED_DAYS, quarter_ending};
