//! What is published: names, and batches.

mod batch;
mod job;
mod name;

pub(crate) use batch::first_of;
pub use job::BatchJob;
