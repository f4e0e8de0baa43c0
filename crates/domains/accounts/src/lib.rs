//! Staff accounts and their own security (domain 3.2, accounts and configuration; decisions 3, 4): signing in and out,
//! authenticators, sessions, rights that one proposes and another approves, leaving by a list of what is handed over.
//!
//! Who somebody is and what she may do is `identity`'s; here is what people do about it. `model` holds the rules of a
//! proposal and of an import, `commands` what can be done, `pages` the screens. What a leaver still has to do other domains
//! know: they tell it by the port [`ports::Duties`].

pub mod commands;
mod errors;
mod migrations;
pub mod model;
pub mod pages;
pub mod ports;
pub mod queries;
mod rows;
mod service;
pub mod words;

pub use errors::{ImportFault, LeaveError, ProposalError};
pub use migrations::migrations;
pub use service::{Accounts, Parts};
