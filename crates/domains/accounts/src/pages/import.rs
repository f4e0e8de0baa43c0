//! 从表格导入账号: look first, then propose.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::SafeForm;
use identity::permissions::ManageAccounts;
use kernel::Kind;
use places::Register;
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::{Desk, place_name, seat_name};
use super::views::Import;
use super::views::import::LineRow;
use crate::commands::Preview;
use crate::errors::ImportFault;
use crate::model::{FileFault, LineFault, seat};
use crate::service::Accounts;
use crate::words::Words;

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    csv: String,
    #[serde(default)]
    step: String,
}

/// Only who may propose for the whole county imports.
fn admin(desk: &Desk) -> Result<identity::Granted<ManageAccounts>, Fail> {
    let grant = desk.need::<ManageAccounts>()?;
    if grant.scopes().is_county() { Ok(grant) } else { Err(Fail::new(Kind::Forbidden, "auth.forbidden")) }
}

pub(super) async fn show(desk: Desk) -> Result<Response, Fail> {
    admin(&desk)?;
    Ok(page(&desk.shell, &Import::default()))
}

pub(super) async fn submit(State(accounts): State<Accounts>, desk: Desk, SafeForm(typed): SafeForm<Typed>) -> Result<Response, Fail> {
    let grant = admin(&desk)?;
    let desk = desk.at("/staff/accounts/import");
    let csv = kernel::text::from_form(&typed.csv);
    if typed.step == "propose" {
        match accounts.import(&grant, &csv).await {
            Ok(_) => return Ok(Redirect::to("/staff/accounts?done=proposed").into_response()),
            // Somebody took a login between looking and proposing: the lines say so again.
            Err(ImportFault::File(_) | ImportFault::Lines(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let w = desk.words();
    let view = match accounts.preview_import(&grant, &csv).await {
        Ok(preview) => Import { lines: lines(&preview, &accounts.places().register(), &desk), csv: typed.csv, error: None },
        Err(ImportFault::File(fault)) => {
            let error = match fault {
                FileFault::NoHead => w.import_fault_no_head(),
                FileFault::Empty => w.import_fault_empty(),
                FileFault::TooMany => w.import_fault_too_many(),
            };
            Import { csv: typed.csv, lines: Vec::new(), error: Some(error.into_owned()) }
        }
        Err(error) => return Err(error.into()),
    };
    let status = if view.is_good() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page_with(status, &desk.shell, &view))
}

fn lines(preview: &Preview, register: &Register, desk: &Desk) -> Vec<LineRow> {
    let (locale, w) = (desk.locale(), desk.words());
    let role = |text: &String| seat::read(text).map_or_else(|| text.clone(), |held| seat_name(&held, register, locale));
    let unit = |code: &kernel::UnitCode| place_name(&identity::Place::Unit(code.clone()), register, locale);
    preview
        .lines
        .iter()
        .map(|line| LineRow {
            line: line.line,
            name: line.person.name.clone(),
            login: line.person.login.clone(),
            unit: line.person.unit.as_ref().map(unit).unwrap_or_default(),
            roles: line.person.roles.iter().map(role).collect::<Vec<_>>().join(locale.pick("；", "; ")),
            faults: line.faults.iter().map(|fault| sentence(*fault, w)).collect(),
        })
        .collect()
}

fn sentence(fault: LineFault, w: Words) -> String {
    match fault {
        LineFault::Columns => w.line_columns(),
        LineFault::Login => w.line_login(),
        LineFault::Twice => w.line_twice(),
        LineFault::Taken => w.line_taken(),
        LineFault::Name => w.line_name(),
        LineFault::Unit => w.line_unit(),
        LineFault::Role => w.line_role(),
        LineFault::Place => w.line_place(),
    }
    .into_owned()
}
