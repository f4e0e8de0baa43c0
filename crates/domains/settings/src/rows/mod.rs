//! The tables of settings. Entities stay in here; what leaves is the model.

pub(crate) mod proposal;
pub(crate) mod value;
