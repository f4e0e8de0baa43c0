//! One account: its roles, and what may be done about it.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::permissions::{ManageAccounts, ViewAccounts};
use identity::{AccountError, Identity, SafeForm};
use kernel::problem::Problem;
use kernel::{AccountId, FieldFault, format};
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::{Desk, account, place_name};
use super::people::signin_words;
use super::seats::{self, Typed as Seat};
use super::views::Person;
use super::views::parts::Errors;
use super::views::person::RoleRow;
use crate::commands::Asked as Outcome;
use crate::errors::ProposalError;
use crate::model::seat;
use crate::service::Accounts;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    role: String,
    #[serde(default)]
    place: String,
}

#[derive(Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    held: String,
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

pub(super) async fn show(
    State(accounts): State<Accounts>,
    desk: Desk,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let w = desk.words();
    let mut view = view(&accounts, &desk, account(&id)?, &Seat::default()).await?;
    view.notice = match asked.done.as_str() {
        "made" => Some(w.done_made().into_owned()),
        "given" => Some(w.done_given().into_owned()),
        "ended" => Some(w.done_ended().into_owned()),
        "proposed" => Some(w.done_proposed().into_owned()),
        _ => None,
    };
    Ok(page(&desk.shell, &view))
}

/// `POST /staff/accounts/{id}/roles`.
pub(super) async fn give(
    State(accounts): State<Accounts>,
    desk: Desk,
    Path(id): Path<String>,
    SafeForm(typed): SafeForm<Typed>,
) -> Result<Response, Fail> {
    let (grant, id) = (desk.need::<ManageAccounts>()?, account(&id)?);
    let typed = Seat { role: typed.role, place: typed.place };
    let asked = match typed.held() {
        Some(held) => accounts.ask_for_role(&grant, id, held).await,
        None => Err(ProposalError::Invalid(vec![FieldFault { field: "role", code: "missing" }])),
    };
    match asked {
        Ok(Outcome::Done(_)) => Ok(Redirect::to(&format!("/staff/accounts/{id}?done=given")).into_response()),
        Ok(Outcome::Waits(_)) => Ok(Redirect::to(&format!("/staff/accounts/{id}?done=proposed")).into_response()),
        Err(error) => again(&accounts, desk, id, &typed, error).await,
    }
}

/// `POST /staff/accounts/{id}/roles/end`.
pub(super) async fn end(
    State(accounts): State<Accounts>,
    State(identity): State<Identity>,
    desk: Desk,
    Path(id): Path<String>,
    SafeForm(which): SafeForm<Which>,
) -> Result<Response, Fail> {
    let (grant, id) = (desk.need::<ManageAccounts>()?, account(&id)?);
    let ended = match seat::read(&which.held) {
        Some(held) => identity.end_role(&grant, id, held).await,
        None => Err(AccountError::NotHeld),
    };
    match ended {
        Ok(()) => Ok(Redirect::to(&format!("/staff/accounts/{id}?done=ended")).into_response()),
        Err(error) => again(&accounts, desk, id, &Seat::default(), error).await,
    }
}

/// `POST /staff/accounts/{id}/reset`.
pub(super) async fn reset(
    State(accounts): State<Accounts>,
    desk: Desk,
    Path(id): Path<String>,
    SafeForm(Nothing {}): SafeForm<Nothing>,
) -> Result<Response, Fail> {
    let (grant, id) = (desk.need::<ManageAccounts>()?, account(&id)?);
    match accounts.ask_for_reset(&grant, id).await {
        Ok(_) => Ok(Redirect::to(&format!("/staff/accounts/{id}?done=proposed")).into_response()),
        Err(error) => again(&accounts, desk, id, &Seat::default(), error).await,
    }
}

/// The page again, with what was refused and what was chosen.
pub(super) async fn again<E: Problem>(accounts: &Accounts, desk: Desk, id: AccountId, typed: &Seat, error: E) -> Result<Response, Fail> {
    let desk = desk.at(format!("/staff/accounts/{id}"));
    let errors = Errors::of(&error.fields(), &desk.shell.site.messages, desk.locale());
    let (kind, _) = error.face();
    let status = if errors.is_empty() { web::problem::status(kind) } else { StatusCode::UNPROCESSABLE_ENTITY };
    let error = if errors.is_empty() { Some(desk.sentence(error)?) } else { None };
    let view = view(accounts, &desk, id, typed).await?;
    Ok(page_with(status, &desk.shell, &Person { errors, error, ..view }))
}

async fn view(accounts: &Accounts, desk: &Desk, id: AccountId, typed: &Seat) -> Result<Person, Fail> {
    let grant = desk.need::<ViewAccounts>()?;
    let found = accounts.identity().account(&grant, id).await?;
    let (locale, w, register) = (desk.locale(), desk.words(), accounts.places().register());
    let manage = desk.granted::<ManageAccounts>().filter(|_| found.closed_at.is_none() && desk.who.account() != id);
    let county = manage.as_ref().is_some_and(|grant| grant.scopes().is_county());
    let roles = found.roles.iter().map(|held| RoleRow {
        value: seat::text_of(held),
        label: held.role.label(locale).to_owned(),
        place: place_name(&held.place, &register, locale),
    });
    let label = w.role_give().into_owned();
    let seat = match &manage {
        Some(grant) => seats::form(grant, &register, locale, ("role", "place"), label, typed),
        None => super::views::parts::SeatForm { label, role_name: "role", place_name: "place", roles: Vec::new(), places: Vec::new() },
    };
    Ok(Person {
        id: id.to_string(),
        name: Accounts::name_in(&found, locale).to_owned(),
        login: found.login.clone(),
        unit: found.unit.as_ref().map(|code| place_name(&identity::Place::Unit(code.clone()), &register, locale)).unwrap_or_default(),
        signin: signin_words(&found, w),
        created: format::near(found.created_at, desk.now, locale),
        closed: found.closed_at.map(|at| format::near(at, desk.now, locale)),
        roles: roles.collect(),
        may_manage: manage.is_some(),
        may_reset: county && found.has_totp,
        needs_two: county,
        seat,
        errors: Errors::default(),
        notice: None,
        error: None,
    })
}
