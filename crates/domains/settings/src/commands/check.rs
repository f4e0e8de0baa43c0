//! Whether a change may be: each value by itself, and every set that it would lead to.

use std::collections::BTreeSet;

use kernel::Timestamp;
use kernel::problem::FieldFault;
use places::Register;

use crate::errors::SettingError;
use crate::model::rules::conflicts;
use crate::model::{Change, Scope, Setting, Timeline};
use crate::service::place_of;

/// Faults of the changes by themselves: form, range, scope, and whether anything changes at all.
pub(super) fn faults(changes: &[Change], timeline: &Timeline, from: Timestamp, register: &Register) -> Vec<FieldFault> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for change in changes {
        let field = change.key.code();
        let mut fault = |code| found.push(FieldFault { field, code });
        let entry = change.key.entry();
        if entry.form.is_fixed() {
            fault("fixed");
            continue;
        }
        if !entry.scopes.contains(&change.scope.kind()) {
            fault("scope_not_allowed");
        } else if !is_known(&change.scope, register) {
            fault("scope_unknown");
        }
        if !seen.insert((change.key, change.scope.clone())) {
            fault("twice");
        }
        match change.read() {
            Err(misfit) => fault(misfit.code()),
            Ok(None) if change.scope == Scope::County => fault("empty"),
            Ok(value) => {
                let held = timeline.in_force(change.key, &change.scope, from).and_then(|setting| setting.value);
                let held = if change.scope == Scope::County { held.or(Some(entry.default)) } else { held };
                if held == value && timeline.next(change.key, &change.scope, from).is_none() {
                    fault("same");
                }
            }
        }
    }
    found
}

fn is_known(scope: &Scope, register: &Register) -> bool {
    match scope {
        Scope::County => true,
        Scope::Area(code) => register.area(code).is_some(),
        Scope::Unit(code) => register.unit(code).is_some(),
        Scope::Point(code) => register.point(code).is_some(),
    }
}

/// Refuses values that would contradict others, anywhere and at any later instant.
pub(super) fn contradictions(
    timeline: &Timeline,
    more: Vec<Setting>,
    from: Timestamp,
    register: &Register,
) -> Result<Timeline, SettingError> {
    let then = timeline.with(more);
    let scopes: BTreeSet<&Scope> = then.settings().iter().map(|setting| &setting.scope).collect();
    let places: Vec<_> = scopes.into_iter().map(|scope| place_of(scope, register)).collect();
    let mut faults: Vec<FieldFault> = Vec::new();
    for instant in std::iter::once(from).chain(then.changes_after(from)) {
        for place in &places {
            for conflict in conflicts(&then.at_place(instant, place)) {
                let (key, code) = conflict.fault();
                let fault = FieldFault { field: key.code(), code };
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
    }
    if faults.is_empty() { Ok(then) } else { Err(SettingError::Invalid(faults)) }
}
