//! Pieces that several pages share.

use kernel::{FieldFault, Locale};

/// A choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// A choice that is not chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), chosen: false }
    }

    /// Chosen if its value is `value`.
    #[must_use]
    pub fn when(mut self, value: &str) -> Self {
        self.chosen = self.value == value;
        self
    }
}

/// Choices under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChoiceGroup {
    /// The heading.
    pub label: String,
    /// The choices.
    pub options: Vec<Choice>,
}

/// One field that cannot be taken, with the sentence of why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's id on the page.
    pub field: &'static str,
    /// The sentence, in the reader's language.
    pub message: String,
}

/// The errors of a form: a summary above, and each beside its field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// The faults of a refused command, worded by the site.
    pub fn of(faults: &[FieldFault], messages: &web::Messages, locale: Locale) -> Self {
        Self(faults.iter().map(|fault| FieldError { field: fault.field, message: messages.fault(locale, fault).into_owned() }).collect())
    }

    /// One error, for samples.
    pub fn one(field: &'static str, message: impl Into<String>) -> Self {
        Self(vec![FieldError { field, message: message.into() }])
    }

    /// Nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many.
    pub fn count(&self) -> u64 {
        self.0.len() as u64
    }

    /// All of them.
    pub fn all(&self) -> &[FieldError] {
        &self.0
    }

    /// The sentence for a field.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }

    /// Whether a field is at fault.
    pub fn has(&self, field: &str) -> bool {
        self.get(field).is_some()
    }
}

/// What a line of a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Plain text.
    Text,
    /// The password in force.
    Password,
    /// A password to be set.
    NewPassword,
    /// The digits of an authenticator.
    Code,
}

/// One line of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its name and id.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// What stands under the label; may be empty.
    pub hint: String,
    /// What was typed; passwords are never sent back.
    pub value: String,
    /// What it is for.
    pub sort: Sort,
}

impl Input {
    /// A line that is empty.
    pub fn new(name: &'static str, sort: Sort, label: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { name, label: label.into(), hint: hint.into(), value: String::new(), sort }
    }

    /// With what was typed.
    #[must_use]
    pub fn with(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// The digits of an authenticator.
    pub fn is_code(&self) -> bool {
        self.sort == Sort::Code
    }

    /// The type of the element.
    pub fn kind(&self) -> &'static str {
        match self.sort {
            Sort::Password | Sort::NewPassword => "password",
            Sort::Text | Sort::Code => "text",
        }
    }

    /// What the browser may fill in.
    pub fn autocomplete(&self) -> &'static str {
        match self.sort {
            Sort::Text => "off",
            Sort::Password => "current-password",
            Sort::NewPassword => "new-password",
            Sort::Code => "one-time-code",
        }
    }
}

/// Which role, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatForm {
    /// The label.
    pub label: String,
    /// Name of the choice of a role.
    pub role_name: &'static str,
    /// Name of the choice of a place.
    pub place_name: &'static str,
    /// The roles this reader may give or propose.
    pub roles: Vec<Choice>,
    /// The places, by sort.
    pub places: Vec<ChoiceGroup>,
}
