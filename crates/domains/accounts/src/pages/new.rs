//! 加一个人: an admin proposes, a lead does it herself.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::permissions::ManageAccounts;
use identity::{AccountError, Granted, SafeForm};
use kernel::FieldFault;
use kernel::problem::Problem as _;
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::Desk;
use super::seats::{self, Typed as Seat};
use super::views::New;
use super::views::parts::{Choice, Errors};
use crate::commands::Asked;
use crate::errors::ProposalError;
use crate::model::NewPerson;
use crate::service::Accounts;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    login: String,
    name: String,
    name_en: String,
    unit: String,
    role: String,
    place: String,
    role2: String,
    place2: String,
}

impl Typed {
    fn seats(&self) -> [Seat; 2] {
        let seat = |role: &String, place: &String| Seat { role: role.clone(), place: place.clone() };
        [seat(&self.role, &self.place), seat(&self.role2, &self.place2)]
    }

    fn person(&self) -> Result<NewPerson, ProposalError> {
        let unknown = |_| ProposalError::Invalid(vec![FieldFault { field: "unit", code: "unknown" }]);
        Ok(NewPerson {
            login: self.login.trim().to_owned(),
            name: self.name.trim().to_owned(),
            name_en: Some(self.name_en.trim().to_owned()).filter(|name| !name.is_empty()),
            unit: Some(self.unit.as_str()).filter(|unit| !unit.is_empty()).map(str::parse).transpose().map_err(unknown)?,
            roles: self.seats().iter().filter(|seat| !seat.is_blank()).map(Seat::text).collect(),
        })
    }
}

pub(super) async fn show(State(accounts): State<Accounts>, desk: Desk) -> Result<Response, Fail> {
    let grant = desk.need::<ManageAccounts>()?;
    Ok(page(&desk.shell, &view(&accounts, &desk, &grant, &Typed::default())))
}

pub(super) async fn submit(State(accounts): State<Accounts>, desk: Desk, SafeForm(typed): SafeForm<Typed>) -> Result<Response, Fail> {
    let grant = desk.need::<ManageAccounts>()?;
    let asked = match typed.person() {
        Ok(person) => accounts.ask_for_account(&grant, person).await,
        Err(error) => Err(error),
    };
    let error = match asked {
        Ok(Asked::Done(Some(made))) => return Ok(Redirect::to(&format!("/staff/accounts/{made}?done=made")).into_response()),
        Ok(Asked::Done(None) | Asked::Waits(_)) => return Ok(Redirect::to("/staff/accounts?done=proposed").into_response()),
        Err(error) => error,
    };
    let desk = desk.at("/staff/accounts/new");
    let mut faults = error.fields();
    if matches!(error, ProposalError::Account(AccountError::LoginTaken)) {
        faults.push(FieldFault { field: "login", code: "taken" });
    }
    let errors = Errors::of(&faults, &desk.shell.site.messages, desk.locale());
    let (kind, _) = error.face();
    let status = if errors.is_empty() { web::problem::status(kind) } else { StatusCode::UNPROCESSABLE_ENTITY };
    let error = if errors.is_empty() { Some(desk.sentence(error)?) } else { None };
    Ok(page_with(status, &desk.shell, &New { errors, error, ..view(&accounts, &desk, &grant, &typed) }))
}

fn view(accounts: &Accounts, desk: &Desk, grant: &Granted<ManageAccounts>, typed: &Typed) -> New {
    let (locale, w, register) = (desk.locale(), desk.words(), accounts.places().register());
    let county = grant.scopes().is_county();
    let units = register.units().iter().filter(|unit| county || grant.scopes().units().any(|own| *own == unit.code));
    let [first, second] = typed.seats();
    let seat = |names, label: std::borrow::Cow<'static, str>, typed: &Seat| {
        seats::form(grant, &register, locale, names, label.into_owned(), typed)
    };
    New {
        fields: New::fields(w, &typed.login, &typed.name, &typed.name_en),
        units: units.map(|unit| Choice::new(unit.code.to_string(), unit.name_in(locale)).when(&typed.unit)).collect(),
        seats: vec![seat(("role", "place"), w.new_role_first(), &first), seat(("role2", "place2"), w.new_role_second(), &second)],
        needs_two: county,
        errors: Errors::default(),
        error: None,
    }
}
