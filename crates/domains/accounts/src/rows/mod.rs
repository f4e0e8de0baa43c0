//! The table as rows. Entities never leave this module.

pub(crate) mod proposal;
