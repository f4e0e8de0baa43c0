//! 事项: every case one may see, filtered, by pages; an entered number leads straight to its case.

use std::borrow::Cow;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use identity::Granted;
use kernel::{AreaCode, CaseNumber, UnitCode, format};
use places::AreaLevel;
use serde::Deserialize;
use web::{Fail, page};

use super::desk::{COUNTED, Desk, up_to};
use super::lines::Lines;
use crate::errors::ChangeError;
use crate::model::StateName;
use crate::pages::views::List;
use crate::pages::views::list::View;
use crate::pages::views::parts::{Choice, ChoiceGroup};
use crate::permissions::ReadCase;
use crate::queries::ListInput;
use crate::service::Cases;

/// Left out, a filter is as at the start (open cases); sent empty, it is off.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    state: Option<String>,
    light: Option<String>,
    unit: Option<String>,
    area: Option<String>,
    after: Option<String>,
    q: Option<String>,
    /// The step just taken on a case that is out of one's sight now.
    done: Option<String>,
}

/// States that one can filter by: those in which a case stays.
const STATES: [StateName; 15] = [
    StateName::Triage,
    StateName::Dispatched,
    StateName::Returned,
    StateName::Accepted,
    StateName::InProgress,
    StateName::AwaitingResident,
    StateName::Deferred,
    StateName::Merged,
    StateName::Split,
    StateName::Referred,
    StateName::NotAccepted,
    StateName::FeedbackPending,
    StateName::Reopened,
    StateName::Withdrawn,
    StateName::Closed,
];

/// Rows of one page.
const ROWS: u16 = 50;

fn open_states() -> Vec<String> {
    StateName::ALL.iter().filter(|state| state.is_open()).map(|state| state.code().to_owned()).collect()
}

/// A code of a filter, or `None` when it is off; a text that is no code is refused by name.
fn code<T: std::str::FromStr + ToString>(text: Option<&str>, field: &'static str) -> Result<Option<String>, ChangeError> {
    match text.filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => text.parse::<T>().map(|code| Some(code.to_string())).map_err(|_| ChangeError::field(field, "unknown")),
    }
}

impl Asked {
    fn whole(&self) -> bool {
        [&self.state, &self.light, &self.unit, &self.area].into_iter().all(Option::is_none)
    }

    fn input(&self) -> Result<ListInput, ChangeError> {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let states = match &self.state {
            None => open_states(),
            Some(state) if state.is_empty() => Vec::new(),
            Some(state) => vec![state.clone()],
        };
        Ok(ListInput {
            states,
            light: given(&self.light),
            unit: code::<UnitCode>(self.unit.as_deref(), "unit")?,
            area: code::<AreaCode>(self.area.as_deref(), "area")?,
            kind: None,
            held: None,
            after: given(&self.after),
            size: Some(ROWS),
        })
    }

    /// The address of this list, with `after` or from the beginning. All values have passed [`Asked::input`].
    fn address(&self, after: Option<&str>) -> String {
        let pairs = [("state", &self.state), ("light", &self.light), ("unit", &self.unit), ("area", &self.area)];
        let kept = pairs.into_iter().filter_map(|(name, value)| value.as_deref().map(|value| format!("{name}={value}")));
        let query: Vec<String> = kept.chain(after.map(|after| format!("after={after}"))).collect();
        if query.is_empty() { "/staff/cases".to_owned() } else { format!("/staff/cases?{}", query.join("&")) }
    }
}

pub(super) async fn show(
    State(cases): State<Cases>,
    read: Granted<ReadCase>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let sought = asked.q.as_deref().map(str::trim).filter(|q| !q.is_empty());
    if let Some(Ok(number)) = sought.map(str::parse::<CaseNumber>) {
        return Ok(Redirect::to(&format!("/staff/cases/{number}")).into_response());
    }
    let input = asked.input()?;
    let ways = ways(&desk);
    let mut counted = vec![input.clone()];
    for (_, way) in &ways {
        counted.push(way.input()?);
    }
    let (rows, counts) = cases.list_beside(&read, &input, &counted, COUNTED + 1).await?;
    let total = counts.first().copied().unwrap_or(0);
    let (register, w) = (cases.places().register(), desk.words());
    let lines = Lines::new(&cases, &register, desk.locale(), desk.now);
    let choice = |value: &str, label: String, chosen: Option<&String>| Choice {
        value: value.to_owned(),
        label,
        chosen: chosen.is_some_and(|chosen| chosen == value),
    };
    let units: Vec<UnitCode> = if read.scopes().is_county() {
        register.units().iter().map(|unit| unit.code.clone()).collect()
    } else {
        read.scopes().units().cloned().collect()
    };
    let lights = [("green", w.light_green()), ("yellow", w.light_yellow()), ("red", w.light_red())];
    let whole = asked.whole();
    let view = List {
        heading: if whole { w.list_heading_open(up_to(total)) } else { w.list_heading_found(up_to(total)) },
        now: format::date_time(desk.now, desk.now, desk.locale()),
        views: views(ways, counts.into_iter().skip(1), &asked),
        states: STATES.iter().map(|state| choice(state.code(), lines.state(*state), asked.state.as_ref())).collect(),
        lights: lights.into_iter().map(|(code, label)| choice(code, label.into_owned(), asked.light.as_ref())).collect(),
        units: units.iter().map(|unit| choice(unit.as_str(), lines.unit(unit), asked.unit.as_ref())).collect(),
        areas: if read.scopes().is_county() { areas(&register, &desk, asked.area.as_deref()) } else { Vec::new() },
        filtered: !whole,
        rows: rows.rows.iter().map(|item| lines.row(item, None)).collect(),
        total: up_to(total),
        first: asked.after.is_some().then(|| asked.address(None)),
        next: rows.next.as_deref().map(|next| asked.address(Some(next))),
        notice: sought.map(|_| w.find_number().into_owned()),
        done: asked.done.as_deref().and_then(|done| super::case::notice(desk.locale(), done)),
    };
    Ok(page(&desk.shell, &view))
}

/// Ready-made ways of looking.
fn ways(desk: &Desk) -> [(Cow<'static, str>, Asked); 5] {
    let w = desk.words();
    [
        (w.all_open(), Asked::default()),
        (w.light_yellow(), Asked { light: Some("yellow".to_owned()), ..Asked::default() }),
        (w.light_red(), Asked { light: Some("red".to_owned()), ..Asked::default() }),
        (w.staff_state_feedback_pending(), Asked { state: Some("FeedbackPending".to_owned()), ..Asked::default() }),
        (w.staff_state_closed(), Asked { state: Some("Closed".to_owned()), ..Asked::default() }),
    ]
}

/// The same with their counts, in their order.
fn views(ways: [(Cow<'static, str>, Asked); 5], counts: impl Iterator<Item = u64>, asked: &Asked) -> Vec<View> {
    let here = asked.address(None);
    let view = |((label, way), count): ((Cow<'static, str>, Asked), u64)| {
        let href = way.address(None);
        View { current: href == here, href, label: label.into_owned(), count: Some(up_to(count)) }
    };
    ways.into_iter().zip(counts).map(view).collect()
}

/// Subdistricts and towns, each with its communities; one may also choose the whole.
fn areas(register: &places::Register, desk: &Desk, chosen: Option<&str>) -> Vec<ChoiceGroup> {
    let choice = |area: &places::Area| Choice {
        value: area.code.to_string(),
        label: area.name_in(desk.locale()).to_owned(),
        chosen: chosen == Some(area.code.as_str()),
    };
    let wide = register.areas().iter().filter(|area| matches!(area.level, AreaLevel::Subdistrict | AreaLevel::Town));
    wide.map(|area| ChoiceGroup {
        label: area.name_in(desk.locale()).to_owned(),
        options: std::iter::once(area).chain(register.children(&area.code)).map(choice).collect(),
    })
    .collect()
}
