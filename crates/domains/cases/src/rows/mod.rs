//! The tables of cases as rows. Entities never leave this module; functions take and return model types.

pub(crate) mod alarm;
pub(crate) mod assist;
pub(crate) mod counter;
pub(crate) mod escalation;
pub(crate) mod gone;
pub(crate) mod held;
pub(crate) mod idempotency;
pub(crate) mod lists;
pub(crate) mod look;
pub(crate) mod on_call;
pub(crate) mod private;
pub(crate) mod published;
pub(crate) mod record;
pub(crate) mod retention;
pub(crate) mod sample;
pub(crate) mod scope;
pub(crate) mod warrant;
