//! 我的工作台: what is red, yellow, new, waiting for me. Whoever has no such work is led to what she has.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use kernel::{Timestamp, format};
use serde::Deserialize;
use settings::permissions::ViewSettings;
use web::{Fail, page_with};

use super::desk::{Desk, has_work};
use super::lines::Lines;
use super::turn::Hands;
use crate::errors::ChangeError;
use crate::model::{Case, CaseEvent, Light, Shown, StateName};
use crate::pages::views::Work;
use crate::pages::views::case::Step;
use crate::pages::views::work::{Counts, Group, WorkGroup};
use crate::permissions::{DispatchCase, ReadCase, ReissueCode, SetOnCall};
use crate::queries::{AT_WORK, Item};
use crate::service::Cases;

#[derive(Deserialize)]
pub(super) struct Asked {
    only: Option<String>,
    done: Option<String>,
}

/// Beyond this the day is not to be cleared from one page; the list has the rest.
const MOST: u64 = 200;

/// Stories read for one page to find out who spoke last; the most urgent first.
const STORIES: usize = 40;

pub(super) async fn show(State(cases): State<Cases>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fail> {
    if !has_work(&desk.who) {
        let there = if desk.granted::<DispatchCase>().is_some() {
            "/staff/dispatch"
        } else if desk.granted::<ReadCase>().is_some() {
            "/staff/cases"
        } else if desk.granted::<ReissueCode>().is_some() {
            "/staff/reissue"
        } else if desk.granted::<SetOnCall>().is_some() {
            "/staff/on-call"
        } else if desk.granted::<ViewSettings>().is_some() {
            "/staff/settings"
        } else {
            "/staff/account"
        };
        return Ok(Redirect::to(there).into_response());
    }
    let told = Told { only: asked.only, answered: asked.done.as_deref() == Some("answer"), ..Told::default() };
    render(&cases, &desk, told).await
}

/// What a page of work says besides the work.
#[derive(Default)]
pub(super) struct Told {
    pub status: StatusCode,
    /// Why the last step was refused.
    pub error: Option<String>,
    /// An answer went out.
    pub answered: bool,
    /// The group that is shown alone.
    pub only: Option<String>,
}

/// The work of whoever has some.
pub(super) async fn render(cases: &Cases, desk: &Desk, told: Told) -> Result<Response, Fail> {
    let read = desk.need::<ReadCase>()?;
    let items = cases.most_urgent(&read, &AT_WORK, MOST).await?;
    let more = items.len() as u64 >= MOST;
    let register = cases.places().register();
    let (lines, hands) = (Lines::new(cases, &register, desk.locale(), desk.now), Hands::of(cases, desk));
    let only = told.only.as_deref().and_then(Group::from_code);
    let all = [Group::Overdue, Group::DueSoon, Group::New, Group::Waiting, Group::Running];
    let mut groups: Vec<WorkGroup> = all.map(|group| WorkGroup { group, total: 0, rows: Vec::new() }).into();
    let mut counts = Counts::default();
    let mut stories = 0;
    for item in &items {
        let group = match group_of(&item.case, desk.now) {
            // Only the story knows who spoke last; it is read for the few that were supplemented and are not urgent.
            Group::Running if item.case.course.supplements > 0 && stories < STORIES => {
                stories += 1;
                if resident_spoke_last(cases, &read, item).await? { Group::Waiting } else { Group::Running }
            }
            group => group,
        };
        count(&mut counts, group);
        let Some(kept) = groups.iter_mut().find(|kept| kept.group == group) else { continue };
        kept.total += 1;
        let mut row = lines.row(item, hands.next(&item.case).filter(|step| *step != Step::Resume));
        if group == Group::New {
            row.lamp.light = crate::pages::views::parts::Light::New;
            row.lamp.text = lines.w.lamp_new().into_owned();
        }
        kept.rows.push(row);
    }
    groups.retain(|group| !group.rows.is_empty() && only.is_none_or(|only| only == group.group));
    // One primary button: the first thing to do.
    if let Some(next) = groups.iter_mut().flat_map(|group| &mut group.rows).find_map(|row| row.next.as_mut()) {
        next.primary = true;
    }
    let view = Work {
        now: format::date_time(desk.now, desk.now, desk.locale()),
        notice: told.answered.then(|| lines.w.done_answer().into_owned()),
        error: told.error,
        counts,
        only,
        groups,
        more: more.then(|| "/staff/cases".to_owned()),
    };
    Ok(page_with(told.status, &desk.shell, &view))
}

/// The first group that fits.
fn group_of(case: &Case, now: Timestamp) -> Group {
    match case.clocks.light(now).0 {
        Light::Red => Group::Overdue,
        Light::Yellow => Group::DueSoon,
        Light::Green => match (case.state.name(), case.first_contact_at, case.reopenings) {
            (StateName::Reopened, _, _) | (_, None, 1..) => Group::Waiting,
            (_, None, 0) => Group::New,
            (_, Some(_), _) => Group::Running,
        },
    }
}

fn count(counts: &mut Counts, group: Group) {
    let count = match group {
        Group::Overdue => &mut counts.overdue,
        Group::DueSoon => &mut counts.soon,
        Group::New => &mut counts.new,
        Group::Waiting => &mut counts.waiting,
        Group::Running => &mut counts.running,
    };
    *count += 1;
}

/// Whether the resident added something that nobody has answered since. A note among staff is no answer.
async fn resident_spoke_last(cases: &Cases, read: &identity::Granted<ReadCase>, item: &Item) -> Result<bool, ChangeError> {
    let events = cases.events_of(read, &item.case.intake.number).await?;
    let last = events.iter().rev().find(|event| **event != CaseEvent::Noted { shown: Shown::Internal });
    Ok(last.is_some_and(|event| *event == CaseEvent::Supplemented))
}
