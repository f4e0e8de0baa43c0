//! The tables of supervision as rows. Entities never leave this module; functions take and return model types.

pub(crate) mod absence;
pub(crate) mod matter;
pub(crate) mod order;
pub(crate) mod red;
