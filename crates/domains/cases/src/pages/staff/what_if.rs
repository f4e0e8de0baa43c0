//! 算一算: what an extension or a stop would do to the clocks, before it is proposed. It reads, and changes nothing.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use identity::Granted;
use jiff::civil::Date;
use kernel::{Timestamp, format};
use serde::Deserialize;
use web::{Fail, page_with};
use workday::Limit;

use super::desk::Desk;
use super::forms::given;
use super::lines::Lines;
use super::number;
use super::steps::refusal;
use crate::commands::{Ask, AskExtension, Verb};
use crate::errors::ChangeError;
use crate::model::{Case, ClockName, Limits, NotNow, Proposed, RunningClock, Timing, WhatIf};
use crate::pages::labels::label;
use crate::pages::strip::{limit_words, strip};
use crate::pages::views::WhatIf as View;
use crate::pages::views::what_if::{ClockEffect, Effect, Outlook, Propose};
use crate::permissions::{HandleCase, ReadCase};
use crate::service::Cases;

#[derive(Default, Deserialize)]
pub(super) struct Asked {
    what: Option<String>,
    #[serde(default)]
    days: String,
    #[serde(default)]
    answered_on: String,
}

/// `GET /staff/cases/{number}/what-if`.
pub(super) async fn show(
    State(cases): State<Cases>,
    read: Granted<ReadCase>,
    desk: Desk,
    Path(path): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let case = cases.standing(&read, &number(&path)?).await?;
    let (calendar, limits, register) = (cases.calendar(), cases.limits_of(&case), cases.places().register());
    let timing = Timing::by(&calendar);
    let lines = Lines::new(&cases, &register, desk.locale(), desk.now);
    let outlook = step(&cases, &case, &limits, &asked, desk.now).and_then(|step| match step {
        Some(step) => Ok(Some((step, case.what_if(step, desk.now, &timing, &limits).map_err(|error| not_now(&case, error))?))),
        None => Ok(None),
    });
    let (outlook, status, error) = match outlook {
        Ok(outlook) => (outlook, StatusCode::OK, None),
        Err(error) => {
            let (status, sentence) = refusal(&desk, error, "text")?;
            (None, status, Some(sentence))
        }
    };
    let may_propose = case.pending.is_none() && desk.granted::<HandleCase>().is_some_and(|grant| cases.reaches(grant.scopes(), &case));
    let view = View {
        number: case.intake.number.grouped(),
        number_plain: case.intake.number.to_string(),
        version: case.version,
        strip: strip(&case, &timing, desk.now, desk.locale()),
        earliest: format::local_date(desk.now).to_string(),
        longest: lines.w.what_if_stop_hint(limit_words(limits.stop, lines.w)),
        error,
        outlook: outlook.map(|(step, then)| Outlook {
            headline: headline(&lines, &case, &then),
            clocks: effects(&lines, &case, &then),
            strip: strip(&then, &timing, desk.now, desk.locale()),
            propose: may_propose.then(|| propose(&lines, step)).flatten(),
        }),
        days: asked.days,
        answered_on: asked.answered_on,
    };
    Ok(page_with(status, &desk.shell, &view))
}

/// What is asked: what the form says, or the extension that waits for somebody's word.
fn step(cases: &Cases, case: &Case, limits: &Limits, asked: &Asked, now: Timestamp) -> Result<Option<WhatIf>, ChangeError> {
    match asked.what.as_deref() {
        Some("extend") => {
            let days = asked.days.trim().parse().map_err(|_| ChangeError::field("days", "shape"))?;
            Ok(Some(WhatIf::Extend { by: Limit::WorkingDays(days) }))
        }
        Some("stop") => {
            let answered_at = match given(&asked.answered_on) {
                None => None,
                Some(text) => {
                    let day: Date = text.parse().map_err(|_| ChangeError::field("answered_on", "shape"))?;
                    // Within that day: its close is not in the pause any more.
                    Some(format::instant(day.at(9, 0, 0, 0)).max(now))
                }
            };
            Ok(Some(WhatIf::Stop { until: cases.deadline(now, limits.stop), answered_at }))
        }
        Some(_) | None => Ok(match case.pending.as_ref().map(|pending| &pending.step) {
            Some(Proposed::Extend { to }) => Some(WhatIf::Granted { to: *to }),
            Some(_) | None => None,
        }),
    }
}

fn not_now(case: &Case, error: NotNow) -> ChangeError {
    match error {
        NotNow::Broken(broken) => ChangeError::broken(case, broken),
        NotNow::Refused(refused) => ChangeError::of_fold(&refused, case.version),
    }
}

fn when(lines: &Lines<'_>, at: Option<Timestamp>) -> String {
    at.map_or_else(|| lines.w.what_if_stopped().into_owned(), |at| format::date_time(at, lines.now, lines.locale))
}

fn headline(lines: &Lines<'_>, case: &Case, then: &Case) -> String {
    let due = |case: &Case| case.clocks.get(ClockName::Final).and_then(|clock| clock.due);
    if due(case) == due(then) {
        lines.w.what_if_stays(when(lines, due(case)))
    } else {
        lines.w.what_if_moves(when(lines, due(case)), when(lines, due(then)))
    }
}

/// Length, yellow and red of every clock that runs, as they are and as they would be.
fn effects(lines: &Lines<'_>, case: &Case, then: &Case) -> Vec<ClockEffect> {
    let running = case.clocks.all().iter().filter(|clock| clock.ended.is_none() && clock.name != ClockName::Rating);
    running
        .filter_map(|clock| {
            let after = then.clocks.get(clock.name)?;
            let effect = |what: &str, of: &dyn Fn(&RunningClock) -> String| {
                let (before, after) = (of(clock), of(after));
                Effect { what: what.to_owned(), moved: before != after, before, after }
            };
            let effects = vec![
                effect(&lines.w.what_if_limit(), &|clock| clock.limit().map_or_else(String::new, |limit| limit_words(limit, lines.w))),
                effect(&lines.w.what_if_yellow(), &|clock| when(lines, clock.yellow)),
                effect(&lines.w.what_if_red(), &|clock| when(lines, clock.due)),
            ];
            Some(ClockEffect { clock: lines.clock(clock.name), effects })
        })
        .collect()
}

/// The form that proposes it, with what was typed here.
fn propose(lines: &Lines<'_>, step: WhatIf) -> Option<Propose> {
    let (code, days) = match step {
        WhatIf::Extend { by: Limit::WorkingDays(days) } => (AskExtension::NAME, Some(days.to_string())),
        WhatIf::Stop { .. } => (Ask::NAME, None),
        WhatIf::Extend { by: Limit::Minutes(_) | Limit::Hours(_) | Limit::Days(_) } | WhatIf::Granted { .. } => return None,
    };
    let own = crate::words::Words::find(lines.locale, &format!("field-{code}-text"));
    let text = own.map_or_else(|| label(lines.locale, "field", "text"), std::borrow::Cow::into_owned);
    Some(Propose { code, title: label(lines.locale, "step", code), days, text })
}
