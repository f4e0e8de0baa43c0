//! The rules of a case: states, steps, clocks. Pure: no SQL, HTTP, clock or randomness.

pub mod again;
pub mod case;
pub mod clocks;
pub mod event;
pub mod facts;
pub mod limits;
pub mod look;
pub mod on_call;
pub mod proposal;
pub mod retention;
pub mod rules;
pub mod state;
mod table;
pub mod warrant;
pub mod what_if;
pub mod words;

pub use case::{Case, ClassContest, Course, Intake, NotACase, Timer};
pub use clocks::{ClockName, ClockState, Clocks, Light, Ran, RunningClock, Timing};
pub use event::{CaseEvent, Contacted, Link, LinkHow, Rating, ReopenCause};
pub use limits::Limits;
pub use look::Look;
pub use on_call::Duty;
pub use proposal::{Need, Proposal, ProposalEnd, Proposed, ProposedName};
pub use retention::Retention;
pub use rules::Broken;
pub use state::{Holder, Refused, State, StateName, StepName};
pub use warrant::{Sample, Warrant, WarrantEvent, WarrantState};
pub use what_if::{NotNow, WhatIf};
pub use words::{
    Channel, ComplexReason, Complexity, ContactHow, DeferReason, Door, ExclusionReason, LookReason, Outcome, RefusalReason, ReissueProof,
    ReturnReason, SealReason, Seen, Shown, WarrantReason,
};
