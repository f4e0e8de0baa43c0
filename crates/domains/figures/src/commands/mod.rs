//! What is published: names, and batches.

mod batch;
mod job;
mod name;

pub use job::BatchJob;
