//! Between a request and a grant.
//!
//! Every route stands behind [`gate`], a layer that finds out once who asks, and refuses what another site sends. The
//! extractors read what it found: [`crate::Principal`] and `Option<Principal>`, [`Session`], [`crate::Granted`], [`Channel`],
//! [`FormToken`], [`SafeForm`], [`KeptForm`]. A route outside of the gate refuses everything.
//!
//! Refusals are a status and a [`kernel::Face`] in the response's extensions; a layer in `web` gives them words.

pub mod code_cookie;
pub mod cookie;
pub mod csrf;
pub(crate) mod device;
mod extract;
mod form;
mod gate;

pub use extract::{Channel, Session, refusal};
pub use form::{FormToken, KeptForm, SafeForm};
pub use gate::{Caller, Door, gate};
