//! 地区、单位和类别: what is in force, what is closed and who took its place; and the forms to rename, merge, open, and give a kind to another
//! unit.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::http::SafeForm;
use jiff::civil::Date;
use kernel::{FieldFault, format};
use places::{Amendment, AreaLevel, CASE_TYPES, COMPLEXITIES, CaseKind, Outline};
use web::{Fail, page_with};

use super::desk::Desk;
use super::fill::Sent;
use super::views::{Choice, ChoiceGroup, KindGroup, RegisterForm, RegisterPage, RegisterRow};
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
    let (into_sort, into) = given("into").split_once(':').unwrap_or(("", ""));
    // A kind of the first level may have the code of one of the second: what was chosen among the others is none of this sort.
    let successor_of = |sort: &str| if into_sort == sort { into } else { "" };
    let (name, name_en) = (given("name").to_owned(), given("name_en").to_owned());
    let gone = |_| ("code", "closed");
    let taken_over = |_| ("successor", "closed");
    let unit = || given("unit").parse().map_err(|_| ("unit", "closed"));
    match (given("step"), sort) {
        ("rename", "unit") => Ok(Amendment::RenameUnit { code: code.parse().map_err(gone)?, name, name_en }),
        ("rename", "category") => Ok(Amendment::RenameCategory { code: code.parse().map_err(gone)?, name, name_en }),
        ("rename", "kind") => Ok(Amendment::RenameKind { code: code.parse().map_err(gone)?, name, name_en }),
        ("rename", _) => Ok(Amendment::RenameArea { code: code.parse().map_err(gone)?, name, name_en }),
        ("merge", "unit") => {
            Ok(Amendment::CloseUnit { code: code.parse().map_err(gone)?, successor: into.parse().map_err(|_| ("successor", "closed"))? })
        }
        ("merge", "category") => Ok(Amendment::CloseCategory {
            code: code.parse().map_err(gone)?,
            successor: successor_of("category").parse().map_err(taken_over)?,
        }),
        ("merge", "kind") => {
            Ok(Amendment::CloseKind { code: code.parse().map_err(gone)?, successor: successor_of("kind").parse().map_err(taken_over)? })
        }
        ("kind_unit", _) => Ok(Amendment::KindUnit { code: code.parse().map_err(gone)?, unit: unit()? }),
        ("open_area", _) => Ok(Amendment::OpenArea {
            code: given("code").parse().map_err(|_| ("code", "bad_code"))?,
            level: given("level").to_owned(),
            parent: given("parent").parse().map_err(|_| ("parent", "closed"))?,
            name,
            name_en,
            // People write 5,200 and 5200 alike.
            residents: given("residents").replace([',', '，'], "").parse().map_err(|_| ("residents", "not_a_number"))?,
            outline: Outline::corners_of_geojson(given("outline")).map_err(|error| ("outline", error.code()))?,
        }),
        ("open_kind", _) => Ok(Amendment::OpenKind {
            code: given("code").parse().map_err(|_| ("code", "bad_code"))?,
            first: given("first").parse().map_err(|_| ("first", "closed"))?,
            name,
            name_en,
            unit: unit()?,
            case_type: given("case_type").to_owned(),
            complexity: given("complexity").to_owned(),
            public_space: given("public_space") == "yes",
            basis: given("basis").to_owned(),
            words: words(given("words")),
        }),
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

/// Words as people list them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(['、', '，', ',', '；', ';', '\n', '\r']).map(str::trim);
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
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
    let kind_row = |kind: &CaseKind| {
        let other = kind.validity.successor.as_ref().map(|code| if kind.second.is_some() { told.kind(code) } else { told.category(code) });
        let handled = kind.second.as_ref().map(|second| told.w.register_kind_unit(told.unit(&second.unit)));
        let days = notes(kind.validity.from, kind.validity.until.map(|until| (until, other.unwrap_or_default())));
        RegisterRow {
            name: kind.name_in(locale).to_owned(),
            code: kind.code.to_string(),
            notes: handled.into_iter().chain(days).collect(),
            in_force: kind.validity.covers(register.day()),
        }
    };
    let kinds: Vec<KindGroup> = register
        .kinds()
        .iter()
        .filter(|kind| kind.second.is_none())
        .map(|first| KindGroup {
            first: kind_row(first),
            kinds: register.kinds().iter().filter(|kind| kind.first() == Some(&first.code)).map(kind_row).collect(),
        })
        .collect();
    let in_force = |rows: &[RegisterRow]| rows.iter().filter(|row| row.in_force).count().to_string();
    let options = |sort: &str, rows: &[RegisterRow]| {
        let open = rows.iter().filter(|row| row.in_force);
        open.map(|row| Choice { value: format!("{sort}:{}", row.code), label: row.name.clone(), chosen: false }).collect::<Vec<_>>()
    };
    let plain = |rows: &[RegisterRow]| {
        let open = rows.iter().filter(|row| row.in_force);
        open.map(|row| Choice { value: row.code.clone(), label: row.name.clone(), chosen: false }).collect::<Vec<_>>()
    };
    let firsts: Vec<RegisterRow> = kinds.iter().map(|group| group.first.clone()).collect();
    let of_kinds: Vec<ChoiceGroup> = kinds
        .iter()
        .map(|group| ChoiceGroup { label: group.first.name.clone(), options: options("kind", &group.kinds) })
        .filter(|group| !group.options.is_empty())
        .collect();
    let list = |list: &str, codes: &[&str]| {
        let word = |code: &&str| Choice { value: (*code).to_owned(), label: told.kind_word(list, code), chosen: false };
        codes.iter().map(word).collect::<Vec<_>>()
    };
    // What new areas may lie in: the county, and what is between it and the communities.
    let wide = register.areas().iter().filter(|area| area.level != AreaLevel::Community && register.is_in_force(area));
    let parents = wide.map(|area| Choice { value: area.code.to_string(), label: area.name_in(locale).to_owned(), chosen: false }).collect();
    let levels = [AreaLevel::Community, AreaLevel::Subdistrict, AreaLevel::Town].map(AreaLevel::code);
    let sentence = |fault: &FieldFault| desk.shell.site.messages.fault(locale, fault).into_owned();
    let form = desk.granted::<ProposeSetting>().map(|_| RegisterForm {
        groups: [
            ChoiceGroup { label: told.w.register_units().into_owned(), options: options("unit", &units) },
            ChoiceGroup { label: told.w.register_areas().into_owned(), options: options("area", &areas) },
            ChoiceGroup { label: told.w.register_categories().into_owned(), options: options("category", &firsts) },
        ]
        .into_iter()
        .chain(of_kinds.iter().cloned())
        .collect(),
        parents,
        levels: levels.map(|level| Choice { value: level.to_owned(), label: told.area_level(level), chosen: false }).to_vec(),
        firsts: plain(&firsts),
        kinds: of_kinds,
        units: plain(&units),
        case_types: list("kind-type", &CASE_TYPES),
        complexities: list("kind-complexity", &COMPLEXITIES),
        tomorrow: format::local_date(desk.now).tomorrow().map(|day| day.to_string()).unwrap_or_default(),
        errors: faults.iter().map(sentence).collect(),
        sent: sent.into_iter().collect(),
    });
    let open_kinds = kinds.iter().flat_map(|group| &group.kinds).filter(|row| row.in_force).count().to_string();
    let heading = told.w.register_heading(told.day(desk.now), in_force(&areas), in_force(&units), open_kinds);
    let view = RegisterPage { heading, areas, units, kinds, form };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page_with(status, &desk.shell, &view))
}
