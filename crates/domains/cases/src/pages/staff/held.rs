//! 待放行: what one source sent beyond its limit. A dispatcher looks and releases, one by one or many at once.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::{Granted, SafeForm};
use kernel::CaseNumber;
use serde::Deserialize;
use web::{Fail, page_with};

use super::desk::{COUNTED, Desk, up_to};
use super::lines::Lines;
use crate::Said;
use crate::pages::views::Held;
use crate::pages::views::held::HeldRow;
use crate::permissions::{DispatchCase, ReadCase};
use crate::queries::{Item, ListInput, QUEUE};
use crate::service::Cases;

const PATH: &str = "/staff/dispatch/held";

/// Characters of a text that are shown: enough to tell a matter from noise.
const BEGINNING: usize = 120;

#[derive(Default, Deserialize)]
pub(super) struct Asked {
    /// Where to go on.
    after: Option<String>,
    /// `all`: every box of the page is ticked.
    chosen: Option<String>,
    /// How many were just released.
    released: Option<usize>,
}

pub(super) async fn show(
    State(cases): State<Cases>,
    _may: Granted<DispatchCase>,
    read: Granted<ReadCase>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    render(&cases, &read, &desk, asked, StatusCode::OK).await
}

async fn render(cases: &Cases, read: &Granted<ReadCase>, desk: &Desk, asked: Asked, status: StatusCode) -> Result<Response, Fail> {
    let filter = ListInput {
        states: QUEUE.iter().map(|state| state.code().to_owned()).collect(),
        held: Some(true),
        after: asked.after.clone(),
        ..ListInput::default()
    };
    let page = cases.list(read, &filter).await?;
    let register = cases.places().register();
    let lines = Lines::new(cases, &register, desk.locale(), desk.now);
    let chosen = asked.chosen.as_deref() == Some("all");
    let here = |query: &str| match (&asked.after, query) {
        (None, "") => PATH.to_owned(),
        (None, query) => format!("{PATH}?{query}"),
        (Some(after), "") => format!("{PATH}?after={after}"),
        (Some(after), query) => format!("{PATH}?after={after}&{query}"),
    };
    let view = Held {
        count: up_to(cases.count_held(read, COUNTED + 1).await?),
        rows: page.rows.iter().map(|item| row(&lines, item, chosen)).collect(),
        older: page.next.map(|next| format!("{PATH}?after={next}")),
        all: here("chosen=all"),
        none: here(""),
        notice: asked.released.map(|count| lines.w.held_done(count.to_string())),
        error: (status == StatusCode::UNPROCESSABLE_ENTITY).then(|| lines.w.held_nothing_chosen().into_owned()),
    };
    Ok(page_with(status, &desk.shell, &view))
}

fn row(lines: &Lines<'_>, item: &Item, chosen: bool) -> HeldRow {
    let (case, said) = (&item.case, item.said.as_ref());
    let reach = match said {
        Some(said) if said.phone.is_some() => lines.w.held_left_phone(),
        Some(said) if said.email.is_some() => lines.w.held_left_mail(),
        Some(_) | None => lines.w.held_left_nothing(),
    };
    let area = case.area.as_ref().and_then(|code| lines.register.area(code)).map(|area| area.name_in(lines.locale).to_owned());
    let from: Vec<String> = [lines.channel(case.intake.channel), reach.into_owned()]
        .into_iter()
        .chain(area)
        .chain([lines.ago(case.intake.received_at)])
        .collect();
    HeldRow {
        value: format!("{}-{}", case.intake.number, case.version),
        number_plain: case.intake.number.to_string(),
        title: lines.title(case, said),
        text: beginning(said),
        from: from.join(" · "),
        chosen,
    }
}

fn beginning(said: Option<&Said>) -> String {
    let text = said.map_or("", |said| &said.text);
    let mut short: String = text.chars().take(BEGINNING).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The ticked boxes: `261123719306-2` is a number and the version that was seen.
fn ticked(form: &[(String, String)]) -> Vec<(CaseNumber, i64)> {
    form.iter()
        .filter(|(name, _)| name == "case")
        .filter_map(|(_, value)| {
            let (number, seen) = value.rsplit_once('-')?;
            Some((number.parse().ok()?, seen.parse().ok()?))
        })
        .collect()
}

pub(super) async fn release(
    State(cases): State<Cases>,
    grant: Granted<DispatchCase>,
    read: Granted<ReadCase>,
    desk: Desk,
    SafeForm(form): SafeForm<Vec<(String, String)>>,
) -> Result<Response, Fail> {
    let chosen = ticked(&form);
    if chosen.is_empty() {
        let desk = desk.at(PATH.to_owned());
        return render(&cases, &read, &desk, Asked::default(), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let released = cases.release_many(&grant, &chosen).await?;
    Ok(Redirect::to(&format!("{PATH}?released={released}")).into_response())
}
