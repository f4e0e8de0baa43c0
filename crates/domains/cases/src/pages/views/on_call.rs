//! 值班: who is called when words speak of harm.

use kernel::Locale;

use super::parts::Choice;

/// One place of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Who, of those who can be chosen.
    pub people: Vec<Choice>,
    /// `08:00`; empty for round the clock.
    pub from: String,
    /// `20:00`.
    pub to: String,
}

/// `GET /staff/on-call`; its form posts `account`, `from`, `to` for each place, top first, and `version`, `csrf` to the same
/// address. A place without an account is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OnCall {
    /// The version of the list that was seen.
    pub version: i64,
    /// The places, with empty ones at the end.
    pub places: Vec<Place>,
    /// It was saved.
    pub notice: Option<String>,
    /// Why it was not.
    pub error: Option<String>,
}

super::page!(OnCall, "on_call.html");

impl OnCall {
    /// Two on the list; an empty list that came back.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let people = |chosen: usize| {
            ["陈分派", "林分派"]
                .iter()
                .enumerate()
                .map(|(n, name)| Choice { chosen: n == chosen, ..Choice::new(format!("a{n}"), *name) })
                .collect::<Vec<_>>()
        };
        let place = |chosen, from: &str, to: &str| Place { people: people(chosen), from: from.into(), to: to.into() };
        let w = crate::words::Words::of(locale);
        let full = Self {
            version: 3,
            places: vec![place(0, "08:00", "20:00"), place(1, "", ""), place(9, "", "")],
            notice: Some(w.on_call_saved().into_owned()),
            error: None,
        };
        let refused =
            Self { places: vec![place(9, "8", "")], notice: None, error: Some(w.fault_hours_unknown().into_owned()), ..full.clone() };
        vec![full, refused]
    }
}
