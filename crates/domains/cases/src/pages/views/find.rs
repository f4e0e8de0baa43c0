//! 查进度: number and code.

use kernel::Locale;

use super::parts::{Errors, FieldError};
use crate::words::Words;

/// The form of `GET /find` and of a refused `POST /find`. A wrong code and an unknown number look the same
/// (decisions 4).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Find {
    /// As typed.
    pub number: String,
    /// As typed.
    pub code: String,
    /// What cannot be taken.
    pub errors: Errors,
}

super::page!(Find, "find.html");

impl Find {
    /// Blank, and not found.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let message = Words::of(locale).find_no_match().into_owned();
        vec![
            Self::default(),
            Self {
                number: "261 113 048 271".into(),
                code: "K7QM-2V9D-XH4".into(),
                errors: Errors::new(vec![FieldError { field: "code", message }]),
            },
        ]
    }
}
