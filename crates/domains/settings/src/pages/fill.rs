//! From the model to the views: lines, histories, the form.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::{AccountId, FieldFault, Timestamp, format};
use places::WordChange;
use store::StoreError;
use web::Site;
use workday::{Calendar, DayKind};

use super::views::{CalendarPreview, Choice, Control, DayChange, Field, Form, Group, Held, Line, Row, WordRow, WordsChanged, YearRow};
use crate::commands::{NewChange, NewProposal};
use crate::model::key::Use;
use crate::model::{Calendars, Form as ValueForm, Key, LimitUnit, Proposal, Scope, ScopeKind, Setting, Status, Theme, Timeline, Value};
use crate::ports::OpenMatters;
use crate::queries::{CalendarEffect, Effect};
use crate::told::Told;

/// The rules as groups of rows at `now`. `waiting` are the parameters that a proposal waits for.
pub(super) fn groups(timeline: &Timeline, now: Timestamp, told: Told<'_>, waiting: &[Key]) -> Vec<Group> {
    Theme::ALL
        .iter()
        .map(|theme| Group {
            code: theme.code(),
            name: told.theme(*theme),
            rows: Key::ALL
                .iter()
                .filter(|key| key.entry().theme == *theme)
                .map(|key| row(*key, timeline, now, told, waiting.contains(key)))
                .collect(),
        })
        .collect()
}

fn row(key: Key, timeline: &Timeline, now: Timestamp, told: Told<'_>, waiting: bool) -> Row {
    let scoped = timeline.scopes_of(key).into_iter().filter_map(|scope| {
        let value = timeline.in_force(key, &scope, now)?.value?;
        Some(told.w.value_at(told.scope(&scope), told.value(key, value)))
    });
    Row {
        code: key.code(),
        name: told.name(key),
        why: told.why(key),
        source: told.source(key),
        value: told.value(key, timeline.at(now).value(key)),
        since: timeline.in_force(key, &Scope::County, now).map(|setting| told.since(setting.effective_at)),
        next: timeline
            .next(key, &Scope::County, now)
            .and_then(|setting| setting.value.map(|value| told.w.value_from(told.since(setting.effective_at), told.value(key, value)))),
        scoped: scoped.collect(),
        earlier: history(key, timeline, now, told),
        waiting,
        later: key.entry().used == Use::Later,
    }
}

/// Everything that was and will be, the newest first; what ships stands last.
pub(super) fn history(key: Key, timeline: &Timeline, now: Timestamp, told: Told<'_>) -> Vec<Held> {
    let holds = |setting: &Setting| timeline.in_force(key, &setting.scope, now) == Some(setting);
    let decided = timeline.settings().iter().rev().filter(|setting| setting.key == key);
    let mut held: Vec<Held> = decided
        .map(|setting| {
            let value = setting.value.map_or_else(|| told.w.as_the_county().into_owned(), |value| told.value(key, value));
            Held {
                from: told.since(setting.effective_at),
                value: if setting.scope == Scope::County { value } else { told.w.value_at(told.scope(&setting.scope), value) },
                now: holds(setting),
                coming: setting.effective_at > now,
                told: None,
                proposal: Some(setting.proposal),
            }
        })
        .collect();
    held.push(Held {
        from: told.w.from_the_beginning().into_owned(),
        value: told.value(key, key.entry().default),
        now: timeline.in_force(key, &Scope::County, now).is_none(),
        ..Held::default()
    });
    held
}

/// A proposal in a line. `effect` says what it changes.
pub(super) fn line(proposal: &Proposal, effect: &Effect, told: Told<'_>, names: &[(AccountId, String)], now: Timestamp) -> Line {
    let open = proposal.status == Status::Open;
    let when = |at| format::date_time(at, now, told.locale);
    Line {
        number: proposal.number,
        what: in_words(proposal, effect, told),
        status: told.status(proposal.status),
        open,
        who: told.w.proposed_by(told.person(&proposal.proposed_by, names), when(proposal.proposed_at)),
        when: match proposal.status {
            Status::Open => told.w.waits_until(when(proposal.expires_at)),
            Status::Approved { effective_at } => told.w.holds_from(told.since(effective_at)),
            Status::Refused | Status::Withdrawn | Status::Expired => {
                proposal.decision.as_ref().map(|decision| when(decision.at)).unwrap_or_default()
            }
        },
    }
}

/// What a proposal changes, in a sentence.
pub(super) fn in_words(proposal: &Proposal, effect: &Effect, told: Told<'_>) -> String {
    if let Some(calendar) = &effect.calendar {
        let years: Vec<String> = calendar.years.years().map(|year| year.to_string()).collect();
        return told.w.calendar_proposal(years.join(told.locale.pick("、", ", ")));
    }
    if let Some(change) = proposal.body.words() {
        return told.word_change(change);
    }
    proposal.body.amendment().map_or_else(|| shifts_in_words(effect, told), |amendment| told.amendment(amendment))
}

/// Words that come and go.
pub(super) fn words(change: &WordChange, told: Told<'_>) -> WordsChanged {
    WordsChanged {
        come: change
            .add
            .iter()
            .map(|new| WordRow { word: new.word.clone(), means: told.means(&new.means), ..WordRow::default() })
            .collect(),
        go: change.end.clone(),
    }
}

/// Beyond this the matters that move are not counted.
const MOVES_COUNTED: u64 = 1_000;

/// What publishing would change: each day, and how many deadlines of open matters move.
pub(super) async fn calendar_effect(
    effect: &CalendarEffect,
    matters: &dyn OpenMatters,
    told: Told<'_>,
) -> Result<CalendarPreview, StoreError> {
    let found = matters.moved_by(&effect.then, MOVES_COUNTED).await?;
    let number = format::count(found.count);
    let moves = match (found.count, found.complete) {
        (0, true) => told.w.calendar_moves_none().into_owned(),
        (count, true) => told.w.calendar_moves(count, number),
        (count, false) => told.w.calendar_moves(count, format!("{number}+")),
    };
    let day = |change: &workday::Change| DayChange {
        day: told.date(change.date),
        before: told.day_kind(change.before),
        after: told.day_kind(change.after),
        festival: effect.then.festival(change.date).unwrap_or_default().to_owned(),
    };
    Ok(CalendarPreview {
        years: effect.years.years().map(|year| year_row(year, &effect.then, None, told)).collect(),
        summary: told.w.calendar_days_change(effect.days.len() as u64, effect.days.len().to_string()),
        days: effect.days.iter().map(day).collect(),
        moves,
    })
}

/// The published years at `now`, the newest first.
pub(super) fn years(calendars: &Calendars, now: Timestamp, told: Told<'_>) -> Vec<YearRow> {
    let calendar = calendars.get(now);
    let mut rows: Vec<YearRow> = calendar
        .years()
        .map(|year| {
            let since = calendars.published_by(year, now).map(|change| told.since(change.effective_at));
            year_row(year, calendar, since, told)
        })
        .collect();
    rows.reverse();
    rows
}

fn year_row(year: i16, calendar: &Calendar, since: Option<String>, told: Told<'_>) -> YearRow {
    let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(|day| day.year() == year);
    let kinds: Vec<DayKind> = days.map(|day| calendar.day(day)).collect();
    let count = |kind: DayKind| kinds.iter().filter(|day| **day == kind).count().to_string();
    let working = kinds.iter().filter(|kind| kind.is_working()).count().to_string();
    YearRow {
        year: year.to_string(),
        notices: calendar.notices(year).iter().map(|notice| told.notice(notice)).collect(),
        days: told.w.calendar_year_days(working, count(DayKind::Holiday), count(DayKind::Makeup)),
        version: calendar.version(year),
        since,
    }
}

/// `求助几天答复：5 个工作日 → 4 个工作日`, several joined.
fn shifts_in_words(effect: &Effect, told: Told<'_>) -> String {
    let one = |shift: &crate::queries::Shift| {
        let (before, after) = (told.value(shift.key, shift.before), told.value(shift.key, shift.after));
        let name = if shift.scope == Scope::County {
            told.name(shift.key)
        } else {
            told.w.value_at(told.scope(&shift.scope), told.name(shift.key))
        };
        told.w.shift(name, before, after)
    };
    effect.shifts.iter().map(one).collect::<Vec<_>>().join(told.locale.pick("；", "; "))
}

/// The parameters that a proposal touches.
pub(super) fn keys_of(proposal: &Proposal) -> Vec<Key> {
    proposal.body.changes().iter().map(|change| change.key).collect()
}

/// What a form sent: names are parameter codes.
pub(super) type Sent = HashMap<String, String>;

/// The parameters whose values stand in the form of `key`.
pub(super) fn fields_of(key: Key) -> Vec<Key> {
    if key.together().is_empty() { vec![key] } else { key.together().to_vec() }
}

fn given<'a>(sent: &'a Sent, name: &str) -> &'a str {
    sent.get(name).map_or("", |text| text.trim())
}

/// A limit is typed as a number and a unit.
fn typed_value(key: Key, sent: &Sent) -> String {
    let text = given(sent, key.code());
    match key.entry().form {
        ValueForm::Limit { units, .. } if !text.is_empty() => {
            let unit = given(sent, &format!("{}.unit", key.code()));
            let known = units.iter().find(|known| known.code() == unit).or(units.first());
            format!("{text}{}", known.map_or("", |unit| unit.code()))
        }
        ValueForm::Limit { .. } | ValueForm::Count { .. } | ValueForm::Hundredths { .. } | ValueForm::Switch | ValueForm::Choice(_) => {
            text.to_owned()
        }
    }
}

/// The proposal that a form means: the fields that differ from what holds; if none does, the field of the page itself,
/// so that the refusal names it.
pub(super) fn proposal_of(key: Key, sent: &Sent, timeline: &Timeline, now: Timestamp) -> NewProposal {
    let scope = Some(given(sent, "scope")).filter(|scope| !scope.is_empty() && *scope != "county");
    let change = |key: Key| NewChange {
        parameter: key.code().to_owned(),
        scope: scope.map(str::to_owned),
        value: Some(typed_value(key, sent)).filter(|value| !value.is_empty()),
    };
    let county = timeline.at(now);
    let differs = |key: &Key| scope.is_some() || typed_value(*key, sent) != county.value(*key).to_string();
    let mut changes: Vec<NewChange> = fields_of(key).into_iter().filter(differs).map(change).collect();
    // For a narrower place only what is typed is meant; an empty field of a group stays as it is.
    if changes.len() > 1 {
        changes.retain(|change| change.value.is_some());
    }
    if changes.is_empty() {
        changes.push(change(key));
    }
    NewProposal {
        changes,
        register: None,
        calendar: None,
        words: None,
        effective_on: Some(given(sent, "effective_on").to_owned()),
        reason: kernel::text::from_form(sent.get("reason").map_or("", String::as_str)),
    }
}

/// The form of `key`, fresh or with what was sent and what is wrong with it.
pub(super) fn form(
    key: Key,
    timeline: &Timeline,
    now: Timestamp,
    told: Told<'_>,
    sent: Option<&Sent>,
    faults: &[FieldFault],
    site: &Site,
) -> Form {
    let sentence = |fault: &FieldFault| site.messages.fault(told.locale, fault).into_owned();
    let of = |field: &str| faults.iter().find(|fault| fault.field == field).map(sentence);
    let keys = fields_of(key);
    let county = timeline.at(now);
    let fields: Vec<Field> = keys
        .iter()
        .map(|key| {
            let typed = sent.map_or_else(|| county.value(*key).to_string(), |sent| typed_value(*key, sent));
            let (typed, control) = control(*key, typed, told);
            let error = of(key.code()).map(|error| match told.range(*key) {
                Some(range) if faults.iter().any(|fault| fault.field == key.code() && fault.code == "beyond_range") => {
                    told.w.fault_with_range(error, range)
                }
                Some(_) | None => error,
            });
            Field { code: key.code(), label: told.name(*key), hint: told.range(*key), typed, control, error }
        })
        .collect();
    let known = |field: &str| keys.iter().any(|key| key.code() == field) || field == "effective_on" || field == "reason";
    Form {
        fields,
        scopes: scopes(key, told, sent.map_or("", |sent| given(sent, "scope"))),
        effective_on: sent.map(|sent| given(sent, "effective_on").to_owned()).unwrap_or_default(),
        today: format::local_date(now).to_string(),
        day_error: of("effective_on"),
        reason: sent.and_then(|sent| sent.get("reason").cloned()).unwrap_or_default(),
        reason_error: of("reason"),
        errors: faults.iter().filter(|fault| !known(fault.field)).map(sentence).collect(),
    }
}

fn control(key: Key, typed: String, told: Told<'_>) -> (String, Control) {
    let choice = |value: &str, label: String, typed: &str| Choice { value: value.to_owned(), label, chosen: value == typed };
    match key.entry().form {
        ValueForm::Limit { units, .. } => {
            let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
            let unit = typed.get(digits.len()..).unwrap_or("").to_owned();
            let label = |unit: LimitUnit| match unit {
                LimitUnit::Minutes => told.w.unit_minutes(),
                LimitUnit::Hours => told.w.unit_hours(),
                LimitUnit::WorkingDays => told.w.unit_working_days(),
                LimitUnit::Days => told.w.unit_days(),
            };
            let units = units.iter().map(|known| choice(known.code(), label(*known).into_owned(), &unit)).collect();
            // What is no number at all comes back as it was typed.
            (if digits.is_empty() { typed } else { digits }, Control::Limit(units))
        }
        ValueForm::Count { .. } => (typed, Control::Number),
        ValueForm::Hundredths { .. } => (typed, Control::Decimal),
        ValueForm::Switch => {
            let words = [Value::Switch(true), Value::Switch(false)];
            let choices = words.map(|value| choice(&value.to_string(), told.value(key, value), &typed)).into();
            (typed, Control::Choice(choices))
        }
        ValueForm::Choice(words) => {
            let choices = words.iter().map(|word| choice(word, told.choice(word), &typed)).collect();
            (typed, Control::Choice(choices))
        }
    }
}

fn scopes(key: Key, told: Told<'_>, chosen: &str) -> Vec<Choice> {
    let (locale, register) = (told.locale, told.register);
    let kinds = key.entry().scopes;
    if kinds.len() < 2 {
        return Vec::new();
    }
    let choice = |scope: Scope, label: String| {
        let value = scope.to_string();
        Choice { chosen: value == chosen, value, label }
    };
    let mut choices = vec![choice(Scope::County, told.w.whole_county().into_owned())];
    if kinds.contains(&ScopeKind::Area) {
        // The county itself stands first in the register, and here already.
        choices.extend(register.areas().iter().skip(1).map(|area| choice(Scope::Area(area.code.clone()), area.name_in(locale).to_owned())));
    }
    if kinds.contains(&ScopeKind::Unit) {
        choices.extend(register.units().iter().map(|unit| choice(Scope::Unit(unit.code.clone()), unit.name_in(locale).to_owned())));
    }
    if kinds.contains(&ScopeKind::Point) {
        choices.extend(register.points().iter().map(|point| choice(Scope::Point(point.code.clone()), point.name_in(locale).to_owned())));
    }
    choices
}
