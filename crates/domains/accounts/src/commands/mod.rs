//! What can be done, one file per family of verbs. Each command is at most one commit.

mod decide;
mod import;
mod leave;
mod propose;

pub use import::Preview;
pub use leave::Leaving;
pub use propose::Asked;
