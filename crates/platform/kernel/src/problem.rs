//! The face of an error: what class it is and its stable code. `web` gives it words and a status.

/// What went wrong, as far as a caller may act on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Not there, or not in the caller's scope: the two look the same. 404.
    NotFound,
    /// The input cannot be taken; the fields are named. 422.
    Invalid,
    /// The state has moved on, or the step is refused in it. 409.
    Conflict,
    /// Signed in, but not allowed. 403.
    Forbidden,
    /// Not signed in. 401.
    Unauthenticated,
    /// The request must say which version it saw (`If-Match`). 428.
    PreconditionRequired,
    /// Too many attempts. 429.
    TooMany,
    /// A passing fault of ours; try again. 503.
    Unavailable,
    /// A fault of ours. 500.
    Bug,
}

/// One field that cannot be taken, with the code of the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The field's name as the caller sent it (`place.area`).
    pub field: &'static str,
    /// Stable code of the reason (`empty`, `too_long`, `unknown`, `bad_phone`, …).
    pub code: &'static str,
}

/// What is to be taken in the place of what was sent: its code, and its name in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    /// The code.
    pub code: String,
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
}

/// An error that can be shown: class, stable code, fields. The code is both the message key and the API contract.
pub trait Problem: std::error::Error {
    /// The class and the code.
    fn face(&self) -> (Kind, &'static str);

    /// The fields at fault; empty unless the class is [`Kind::Invalid`].
    fn fields(&self) -> Vec<FieldFault> {
        Vec::new()
    }

    /// The current state, for a conflict: `(name, version)`.
    fn current(&self) -> Option<(String, i64)> {
        None
    }

    /// What is to be taken in the place of what was sent, where there is such a thing: the successor of what was closed.
    fn instead(&self) -> Option<Box<Instead>> {
        None
    }
}

/// What is shown of a [`Problem`], owned: handlers put it into a response as an extension, and one layer
/// in `web` turns it into problem+json or a page in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The class.
    pub kind: Kind,
    /// The stable code.
    pub code: &'static str,
    /// The fields at fault.
    pub fields: Vec<FieldFault>,
    /// The current state and version, for a conflict.
    pub current: Option<(String, i64)>,
    /// What is to be taken in the place of what was sent.
    pub instead: Option<Box<Instead>>,
}

impl Face {
    /// The face of `problem`.
    pub fn of(problem: &(impl Problem + ?Sized)) -> Self {
        let (kind, code) = problem.face();
        Self { kind, code, fields: problem.fields(), current: problem.current(), instead: problem.instead() }
    }

    /// A face without fields.
    pub fn plain(kind: Kind, code: &'static str) -> Self {
        Self { kind, code, fields: Vec::new(), current: None, instead: None }
    }
}
