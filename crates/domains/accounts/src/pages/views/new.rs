//! 加一个人.

use kernel::Locale;

use super::parts::{Choice, Errors, Input, SeatForm, Sort};
use crate::words::Words;

/// `GET /staff/accounts/new` and a refused `POST`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// Login and names.
    pub fields: Vec<Input>,
    /// The units to choose from.
    pub units: Vec<Choice>,
    /// The roles.
    pub seats: Vec<SeatForm>,
    /// It takes a second person.
    pub needs_two: bool,
    /// What cannot be taken.
    pub errors: Errors,
    /// Why nothing was done, where it is no line's fault.
    pub error: Option<String>,
}

super::page!(New, "new.html");

impl New {
    /// The lines of the form, with what was typed.
    pub fn fields(w: Words, login: &str, name: &str, name_en: &str) -> Vec<Input> {
        vec![
            Input::new("login", Sort::Text, w.new_login(), w.new_login_hint()).with(login),
            Input::new("name", Sort::Text, w.new_name(), "").with(name),
            Input::new("name_en", Sort::Text, w.new_name_en(), "").with(name_en),
        ]
    }

    /// Blank, and refused.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let blank = Self {
            fields: Self::fields(w, "", "", ""),
            units: vec![Choice::new("a", locale.pick("槐荫社区", "Huaiyin"))],
            seats: vec![super::samples::seat(locale)],
            needs_two: true,
            errors: Errors::default(),
            error: None,
        };
        let refused = Self {
            fields: Self::fields(w, "lina", locale.pick("李娜", "Li Na"), ""),
            needs_two: false,
            errors: Errors::one("login", w.fault_login_taken()),
            ..blank.clone()
        };
        vec![blank, refused]
    }
}
