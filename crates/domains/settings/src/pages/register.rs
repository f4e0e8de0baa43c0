//! 地区和单位: what is in force, what is closed and who took its place; and the forms to rename, merge and open.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::http::SafeForm;
use jiff::civil::Date;
use kernel::{FieldFault, format};
use places::{Amendment, AreaLevel};
use web::{Fail, page_with};

use super::desk::Desk;
use super::fill::Sent;
use super::views::{Choice, ChoiceGroup, RegisterForm, RegisterPage, RegisterRow};
use crate::commands::NewProposal;
use crate::errors::SettingError;
use crate::permissions::{ProposeSetting, ViewSettings};
use crate::service::Settings;
use crate::told::Told;

pub(super) async fn show(State(settings): State<Settings>, desk: Desk) -> Result<Response, Fail> {
    render(&settings, &desk, Sent::new(), &[])
}

pub(super) async fn propose(State(settings): State<Settings>, desk: Desk, SafeForm(sent): SafeForm<Sent>) -> Result<Response, Fail> {
    let grant = desk.need::<ProposeSetting>()?;
    let proposed = match amendment(&sent) {
        Err((field, code)) => Err(SettingError::Invalid(vec![FieldFault { field, code }])),
        Ok(amendment) => {
            let new = NewProposal {
                changes: Vec::new(),
                register: Some(amendment),
                calendar: None,
                words: None,
                effective_on: sent.get("effective_on").cloned(),
                reason: kernel::text::from_form(sent.get("reason").map_or("", String::as_str)),
            };
            settings.propose(&grant, new).await
        }
    };
    match proposed {
        Ok(proposal) => Ok(Redirect::to(&format!("/staff/settings/proposals/{}?done=proposed", proposal.number)).into_response()),
        Err(SettingError::Invalid(faults)) => render(&settings, &desk.at("/staff/settings/register".to_owned()), sent, &faults),
        Err(error) => Err(error.into()),
    }
}

/// What the form means; the field and the code of what cannot be read.
fn amendment(sent: &Sent) -> Result<Amendment, (&'static str, &'static str)> {
    let given = |name: &str| sent.get(name).map_or("", |text| text.trim());
    let (sort, code) = given("which").split_once(':').unwrap_or(("", ""));
    let into = given("into").split_once(':').map_or("", |(_, code)| code);
    let (name, name_en) = (given("name").to_owned(), given("name_en").to_owned());
    let gone = |_| ("code", "closed");
    match (given("step"), sort) {
        ("rename", "unit") => Ok(Amendment::RenameUnit { code: code.parse().map_err(gone)?, name, name_en }),
        ("rename", _) => Ok(Amendment::RenameArea { code: code.parse().map_err(gone)?, name, name_en }),
        ("merge", "unit") => {
            Ok(Amendment::CloseUnit { code: code.parse().map_err(gone)?, successor: into.parse().map_err(|_| ("successor", "closed"))? })
        }
        ("merge", _) => {
            Ok(Amendment::CloseArea { code: code.parse().map_err(gone)?, successor: into.parse().map_err(|_| ("successor", "closed"))? })
        }
        (_, _) => Ok(Amendment::OpenUnit {
            code: given("code").parse().map_err(|_| ("code", "bad_code"))?,
            name,
            name_en,
            kind: given("kind").to_owned(),
            phone: given("phone").to_owned(),
        }),
    }
}

fn render(settings: &Settings, desk: &Desk, sent: Sent, faults: &[FieldFault]) -> Result<Response, Fail> {
    desk.need::<ViewSettings>()?;
    let (register, locale) = (settings.register(), desk.locale());
    let told = Told::new(locale, &register);
    let day = |day: Date| told.day(format::instant(day.at(0, 0, 0, 0)));
    let notes = |from: Option<Date>, until: Option<(Date, String)>| {
        let from = from.map(|from| told.w.register_since(day(from)));
        from.into_iter().chain(until.map(|(until, other)| told.w.register_until(day(until), other))).collect::<Vec<_>>()
    };
    // The county is no row of its own: it never ends.
    let areas = register.areas().iter().filter(|area| area.level != AreaLevel::County).map(|area| {
        let other = area.validity.successor.as_ref().map(|code| told.area(code)).unwrap_or_default();
        RegisterRow {
            name: area.name_in(locale).to_owned(),
            code: area.code.to_string(),
            notes: notes(area.validity.from, area.validity.until.map(|until| (until, other))),
            in_force: register.is_in_force(area),
        }
    });
    let units = register.units().iter().map(|unit| {
        let other = unit.validity.successor.as_ref().map(|code| told.unit(code)).unwrap_or_default();
        RegisterRow {
            name: unit.name_in(locale).to_owned(),
            code: unit.code.to_string(),
            notes: notes(unit.validity.from, unit.validity.until.map(|until| (until, other))),
            in_force: unit.validity.covers(register.day()),
        }
    });
    let (areas, units): (Vec<RegisterRow>, Vec<RegisterRow>) = (areas.collect(), units.collect());
    let in_force = |rows: &[RegisterRow]| rows.iter().filter(|row| row.in_force).count().to_string();
    let options = |sort: &str, rows: &[RegisterRow]| {
        let open = rows.iter().filter(|row| row.in_force);
        open.map(|row| Choice { value: format!("{sort}:{}", row.code), label: row.name.clone(), chosen: false }).collect()
    };
    let sentence = |fault: &FieldFault| desk.shell.site.messages.fault(locale, fault).into_owned();
    let form = desk.granted::<ProposeSetting>().map(|_| RegisterForm {
        groups: vec![
            ChoiceGroup { label: told.w.register_units().into_owned(), options: options("unit", &units) },
            ChoiceGroup { label: told.w.register_areas().into_owned(), options: options("area", &areas) },
        ],
        tomorrow: format::local_date(desk.now).tomorrow().map(|day| day.to_string()).unwrap_or_default(),
        errors: faults.iter().map(sentence).collect(),
        sent: sent.into_iter().collect(),
    });
    let view =
        RegisterPage { heading: told.w.register_heading(told.day(desk.now), in_force(&areas), in_force(&units)), areas, units, form };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page_with(status, &desk.shell, &view))
}
