//! The table as rows. Nothing here leaves the crate.

pub(crate) mod job;
