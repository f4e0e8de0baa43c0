//! What the forms of staff send. Each carries the version that was seen, as a hidden field (decisions 8).

use kernel::FieldFault;
use kernel::text::from_form;
use serde::Deserialize;
use web::Shell;

use crate::commands::{AnswerInput, ContactInput, DispatchInput};
use crate::errors::ChangeError;

/// A field that may be left out or empty.
pub(super) fn given(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

#[derive(Deserialize)]
pub(super) struct Seen {
    pub version: i64,
}

/// Ticked boxes come as pairs of one name, which no struct of serde takes.
#[derive(Default)]
pub(super) struct DispatchForm {
    pub version: i64,
    pub kind: String,
    pub kind_other: String,
    pub unit: String,
    pub unit_other: String,
    pub complexity: String,
    pub complex_reason: String,
    /// Units that help.
    pub assists: Vec<String>,
    /// What they are asked to do.
    pub assist_text: String,
}

impl DispatchForm {
    /// The form behind these pairs; `None` without the version that was seen.
    pub fn of(pairs: Vec<(String, String)>) -> Option<Self> {
        let (mut form, mut version) = (Self::default(), None);
        for (name, value) in pairs {
            match name.as_str() {
                "version" => version = value.parse().ok(),
                "kind" => form.kind = value,
                "kind_other" => form.kind_other = value,
                "unit" => form.unit = value,
                "unit_other" => form.unit_other = value,
                "complexity" => form.complexity = value,
                "complex_reason" => form.complex_reason = value,
                "assist" => form.assists.push(value),
                "assist_text" => form.assist_text = from_form(&value),
                _ => {}
            }
        }
        Some(Self { version: version?, ..form })
    }

    /// What a list says wins over the suggestions above it.
    pub fn kind(&self) -> Option<String> {
        given(&self.kind_other).or_else(|| given(&self.kind))
    }

    pub fn unit(&self) -> Option<String> {
        given(&self.unit_other).or_else(|| given(&self.unit))
    }

    pub fn input(&self) -> DispatchInput {
        DispatchInput {
            kind: self.kind(),
            unit: self.unit(),
            complexity: given(&self.complexity),
            complex_reason: given(&self.complex_reason),
            assists: self.assists.clone(),
            assist_text: given(&self.assist_text),
            ..DispatchInput::default()
        }
    }
}

#[derive(Deserialize)]
pub(super) struct ContactForm {
    pub version: i64,
    #[serde(default)]
    pub how: String,
    #[serde(default)]
    pub secs: String,
    #[serde(default)]
    pub note: String,
}

impl ContactForm {
    pub fn input(&self) -> Result<ContactInput, ChangeError> {
        let seconds = match given(&self.secs) {
            None => None,
            Some(text) => Some(text.parse().map_err(|_| ChangeError::field("secs", "shape"))?),
        };
        Ok(ContactInput { how: self.how.clone(), seconds, note: Some(from_form(&self.note)) })
    }
}

#[derive(Deserialize)]
pub(super) struct StartForm {
    pub version: i64,
    #[serde(default)]
    pub plan: String,
}

#[derive(Deserialize)]
pub(super) struct AnswerForm {
    pub version: i64,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub result: String,
}

impl AnswerForm {
    pub fn input(&self) -> AnswerInput {
        AnswerInput { result: self.result.clone(), text: from_form(&self.text) }
    }
}

#[derive(Deserialize)]
pub(super) struct AlarmForm {
    pub version: i64,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize)]
pub(super) struct NoteForm {
    pub version: i64,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub visibility: String,
}

#[derive(Deserialize)]
pub(super) struct ResumeForm {
    pub version: i64,
    #[serde(default)]
    pub handler: String,
    /// Sent from the dispatch desk, and goes on there.
    #[serde(default)]
    pub desk: String,
}

/// The sentences of a refused form. `text` is the name of its field in the words: an answer or a note, not a report.
pub(super) fn sentences(shell: &Shell, faults: &[FieldFault], text: &'static str) -> String {
    let sentence = |fault: &FieldFault| {
        let field = if fault.field == "text" { text } else { fault.field };
        shell.site.messages.fault(shell.locale(), &FieldFault { field, code: fault.code }).into_owned()
    };
    faults.iter().map(sentence).collect::<Vec<_>>().join(shell.locale().pick("；", "; "))
}
