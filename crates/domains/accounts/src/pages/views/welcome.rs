//! 设置密码, by a one-time link.

use kernel::Locale;

use super::parts::Errors;
use crate::words::Words;

/// The form of `GET /welcome/{token}` and of a refused `POST` (field `password`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Welcome {
    /// The secret part of the link: the address of the form.
    pub token: String,
    /// Whose password it sets.
    pub account: String,
    /// What cannot be taken.
    pub errors: Errors,
}

super::page!(Welcome, "welcome.html");

impl Welcome {
    /// Blank, and refused.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let blank = Self { token: "x".into(), account: "admin".into(), errors: Errors::default() };
        vec![blank.clone(), Self { errors: Errors::one("password", Words::of(locale).fault_password_too_short()), ..blank }]
    }
}
