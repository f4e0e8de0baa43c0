//! The rules of a case: states, steps, clocks. Pure: no SQL, HTTP, clock or randomness.

pub mod case;
pub mod clocks;
pub mod event;
pub mod limits;
pub mod on_call;
pub mod state;
pub mod words;

pub use case::{Case, Intake, NotACase};
pub use clocks::{ClockName, ClockState, Clocks, Light, RunningClock, Timing};
pub use event::{CaseEvent, Contacted, Rating, ReopenCause};
pub use limits::Limits;
pub use on_call::Duty;
pub use state::{Refused, State, StateName, StepName};
pub use words::{Channel, ComplexReason, Complexity, ContactHow, Outcome, ReissueProof, Shown};
