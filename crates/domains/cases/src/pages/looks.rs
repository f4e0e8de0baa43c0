//! Looks in words, for those who were looked at, who looked, and who checks.

use kernel::Locale;
use places::Register;

use crate::model::{Look, LookReason, Seen};
use crate::words::Words;

/// What was seen.
pub(super) fn seen_label(w: Words, seen: Seen) -> String {
    match seen {
        Seen::Text => w.seen_text(),
        Seen::Name => w.seen_name(),
        Seen::Phone => w.seen_phone(),
        Seen::Email => w.seen_email(),
    }
    .into_owned()
}

/// Why.
pub(super) fn reason_label(w: Words, reason: LookReason) -> String {
    match reason {
        LookReason::Call => w.look_call(),
        LookReason::Visit => w.look_visit(),
        LookReason::Verify => w.look_verify(),
        LookReason::Correct => w.look_correct(),
        LookReason::Audit => w.look_audit(),
        LookReason::Sample => w.look_sample(),
        LookReason::Alarm => w.look_alarm(),
    }
    .into_owned()
}

/// Why, also where nobody was asked: the words of a matter are read to handle it.
pub(super) fn why(w: Words, reason: Option<LookReason>) -> String {
    reason.map_or_else(|| w.look_handling().into_owned(), |reason| reason_label(w, reason))
}

/// In which role, and for which unit; never by name.
pub(super) fn who(look: &Look, register: &Register, locale: Locale) -> String {
    let role = look.role.label(locale);
    let unit = look.unit.as_ref().and_then(|unit| register.unit(unit)).map(|unit| unit.name_in(locale));
    unit.map_or_else(|| role.to_owned(), |unit| format!("{role} · {unit}"))
}
