//! The rules: where a role is held, how a proposal ends, what a file of accounts says. Pure.

pub mod device;
pub mod import;
pub mod proposal;
pub mod seat;

pub use device::Device;
pub use import::{FileFault, LineFault, Listed};
pub use proposal::{NewPerson, Proposal, Refused, State, Step, What};
pub use seat::Seat;
