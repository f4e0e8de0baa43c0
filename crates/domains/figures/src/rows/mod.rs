//! The tables of figures as rows. Entities never leave this module; functions take and return model types.

pub(crate) mod batch;
pub(crate) mod case;
pub(crate) mod cell;
pub(crate) mod name;
pub(crate) mod repeat;
pub(crate) mod score;
pub(crate) mod waiting;
