//! What supervision does: by itself when a milestone is reached, and by hand with orders and absences. Each is at most one
//! commit: rows, events, jobs and reminders stand together or not at all.

mod absence;
mod drift;
mod issue;
mod look;
mod run_out;
mod step;
mod tell;

pub(crate) use absence::MOST as MOST_ABSENCES;
pub use absence::{Deputy, NewAbsence};
pub use look::LookJob;
pub use run_out::RunOutJob;
pub use step::{LeadStep, SupervisorStep};

use kernel::text;

use crate::errors::SupervisionError;

/// Longest words of an order.
const LONGEST: usize = 2_000;

/// Words that may be left out, or the fault.
fn optional_words(field: &'static str, words: &str) -> Result<Option<String>, SupervisionError> {
    let words = words.trim();
    if words.is_empty() {
        return Ok(None);
    }
    match text::check(words, LONGEST) {
        Ok(()) => Ok(Some(words.to_owned())),
        Err(error) => Err(SupervisionError::field(field, error.code())),
    }
}

/// Words that must be there.
fn words(field: &'static str, words: &str) -> Result<String, SupervisionError> {
    optional_words(field, words)?.ok_or_else(|| SupervisionError::field(field, "empty"))
}
