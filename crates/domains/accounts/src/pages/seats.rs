//! The choices of a role and its place.

use identity::permissions::ManageAccounts;
use identity::{Granted, Held, Role};
use kernel::Locale;
use places::Register;

use super::views::parts::{Choice, ChoiceGroup, SeatForm};
use crate::model::{Seat, seat};
use crate::words::Words;

/// Which role and where, as it was sent.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub(super) role: String,
    pub(super) place: String,
}

impl Typed {
    /// Nothing was chosen.
    pub(super) fn is_blank(&self) -> bool {
        self.role.is_empty() && self.place.is_empty()
    }

    /// As it stands in a file: `handler@unit:housing`.
    pub(super) fn text(&self) -> String {
        format!("{}@{}", self.role, self.place)
    }

    /// The role and its place, if there are such.
    pub(super) fn held(&self) -> Option<Held> {
        seat::read(&self.text())
    }
}

/// The form for one role: what the grant may give, with what was typed.
pub(super) fn form(
    grant: &Granted<ManageAccounts>,
    register: &Register,
    locale: Locale,
    names: (&'static str, &'static str),
    label: String,
    typed: &Typed,
) -> SeatForm {
    let w = Words::of(locale);
    let county = grant.scopes().is_county();
    let roles = Role::ALL.iter().filter(|role| match Seat::of(**role) {
        None => false,
        Some(Seat::Unit) => true,
        Some(Seat::County | Seat::Point | Seat::Grid) => county,
    });
    let roles = roles.map(|role| Choice::new(role.code(), role.label(locale)).when(&typed.role)).collect();
    let mine = |code: &kernel::UnitCode| county || grant.scopes().units().any(|own| own == code);
    let units = register.units().iter().filter(|unit| mine(&unit.code));
    let units = units.map(|unit| Choice::new(format!("unit:{}", unit.code), unit.name_in(locale)).when(&typed.place)).collect();
    let mut places = vec![ChoiceGroup { label: w.places_units().into_owned(), options: units }];
    if county {
        let whole = Choice::new("county", w.place_county()).when(&typed.place);
        places.insert(0, ChoiceGroup { label: w.place_county().into_owned(), options: vec![whole] });
        let areas = register.areas().iter().flat_map(|area| {
            [(Role::PointStaff, "point"), (Role::GridWorker, "grid")].map(|(role, kind)| {
                let label = format!("{}（{}）", area.name_in(locale), role.label(locale));
                Choice::new(format!("{kind}:{}", area.code), label).when(&typed.place)
            })
        });
        places.push(ChoiceGroup { label: w.places_areas().into_owned(), options: areas.collect() });
    }
    SeatForm { label, role_name: names.0, place_name: names.1, roles, places }
}
