//! 值班: organiser and administrator say who is called when words speak of harm.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::{Granted, SafeForm};
use kernel::Locale;
use serde::Deserialize;
use store::StoreError;
use web::{Fail, page_with};

use super::desk::Desk;
use super::forms::sentences;
use crate::errors::ChangeError;
use crate::model::Duty;
use crate::pages::views::OnCall;
use crate::pages::views::on_call::Place;
use crate::pages::views::parts::Choice;
use crate::permissions::SetOnCall;
use crate::ports::Person;
use crate::service::Cases;

const PATH: &str = "/staff/on-call";

/// Empty places below the list, for those who are added.
const MORE: usize = 2;

#[derive(Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
}

/// One place as it is typed.
#[derive(Clone, Default)]
struct Typed {
    login: String,
    from: String,
    to: String,
}

pub(super) async fn show(
    State(cases): State<Cases>,
    grant: Granted<SetOnCall>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let (duties, version, people) = cases.on_call(&grant).await?;
    let mut typed: Vec<Typed> = duties.iter().map(|duty| shown(duty, &people)).collect();
    typed.resize(typed.len() + MORE, Typed::default());
    let notice = (asked.done.as_deref() == Some("saved")).then(|| desk.words().on_call_saved().into_owned());
    Ok(page_with(StatusCode::OK, &desk.shell, &OnCall { version, places: places(&typed, &people, desk.locale()), notice, error: None }))
}

fn shown(duty: &Duty, people: &[Person]) -> Typed {
    let clock = |minute: u16| if duty.from == duty.to { String::new() } else { format!("{:02}:{:02}", minute / 60, minute % 60) };
    let login = people.iter().find(|person| person.account == duty.account).map(|person| person.login.clone());
    Typed { login: login.unwrap_or_default(), from: clock(duty.from), to: clock(duty.to) }
}

fn places(typed: &[Typed], people: &[Person], locale: Locale) -> Vec<Place> {
    let place = |typed: &Typed| Place {
        people: people
            .iter()
            .map(|person| Choice {
                value: person.login.clone(),
                label: person.name_in(locale).to_owned(),
                chosen: person.login == typed.login,
            })
            .collect(),
        from: typed.from.clone(),
        to: typed.to.clone(),
    };
    typed.iter().map(place).collect()
}

/// The places of the form, top first: each begins with its account.
fn typed(form: &[(String, String)]) -> Vec<Typed> {
    let mut places: Vec<Typed> = Vec::new();
    for (name, value) in form {
        match (name.as_str(), places.last_mut()) {
            ("account", _) => places.push(Typed { login: value.clone(), ..Typed::default() }),
            ("from", Some(place)) => place.from.clone_from(value),
            ("to", Some(place)) => place.to.clone_from(value),
            (_, _) => {}
        }
    }
    places
}

/// `08:30` as minutes of the day.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

fn duties(typed: &[Typed], people: &[Person]) -> Result<Vec<Duty>, ChangeError> {
    typed
        .iter()
        .filter(|place| !place.login.is_empty())
        .map(|place| {
            let known = people.iter().find(|person| person.login == place.login);
            let account = known.ok_or_else(|| ChangeError::field("account", "unknown"))?.account;
            let hours = match (place.from.trim(), place.to.trim()) {
                ("", "") => Some((0, 0)),
                (from, to) => minute(from).zip(minute(to)),
            };
            let (from, to) = hours.ok_or_else(|| ChangeError::field("hours", "unknown"))?;
            Ok(Duty { account, from, to })
        })
        .collect()
}

pub(super) async fn save(
    State(cases): State<Cases>,
    grant: Granted<SetOnCall>,
    desk: Desk,
    SafeForm(form): SafeForm<Vec<(String, String)>>,
) -> Result<Response, Fail> {
    let (_, newest, people) = cases.on_call(&grant).await?;
    let (seen, places_typed) = (form.iter().find(|(name, _)| name == "version").and_then(|(_, value)| value.parse().ok()), typed(&form));
    let result = match duties(&places_typed, &people) {
        Ok(duties) => cases.set_on_call(&grant, duties, seen.unwrap_or(-1)).await,
        Err(error) => Err(error),
    };
    let (status, error, version) = match result {
        Ok(()) => return Ok(Redirect::to(&format!("{PATH}?done=saved")).into_response()),
        Err(ChangeError::Invalid(faults)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, sentences(&desk.shell, &faults, "text"), seen.unwrap_or(newest))
        }
        // What was typed stands beside the newest version: sent again it replaces that one knowingly.
        Err(ChangeError::Store(StoreError::Stale)) => (StatusCode::CONFLICT, desk.words().on_call_stale().into_owned(), newest),
        Err(error) => return Err(error.into()),
    };
    let desk = desk.at(PATH.to_owned());
    let view = OnCall { version, places: places(&places_typed, &people, desk.locale()), notice: None, error: Some(error) };
    Ok(page_with(status, &desk.shell, &view))
}
