//! Words that come with a step: checked like every text, kept exactly.

use kernel::problem::FieldFault;
use kernel::text;

use crate::errors::ChangeError;

/// Words that may be left out: kept exactly, checked like every text.
pub(super) fn optional_words(field: &'static str, words: Option<String>) -> Result<Option<String>, ChangeError> {
    let words = words.filter(|words| !words.trim().is_empty());
    if let Some(Err(fault)) = words.as_deref().map(|words| text::check(words, text::LONGEST)) {
        return Err(ChangeError::field(field, fault.code()));
    }
    Ok(words)
}

/// Words that must be there.
pub(super) fn words(field: &'static str, words: &str) -> Result<(), ChangeError> {
    text::check(words, text::LONGEST).map_err(|fault| ChangeError::field(field, fault.code()))
}

/// Adds a fault when optional words cannot be taken.
pub(super) fn check_optional(words: Option<&str>, field: &'static str, faults: &mut Vec<FieldFault>) {
    if let Some(Err(fault)) = words.map(|words| text::check_optional(words, text::LONGEST)) {
        faults.push(FieldFault { field, code: fault.code() });
    }
}
