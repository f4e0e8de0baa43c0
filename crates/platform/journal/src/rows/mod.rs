//! The journal's tables as rows. Nothing here leaves the crate.

pub(crate) mod epoch;
pub(crate) mod event;
pub(crate) mod head;
pub(crate) mod leaf;
pub(crate) mod log;
pub(crate) mod pending;
pub(crate) mod subject_key;
