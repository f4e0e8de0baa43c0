//! Case events as the journal keeps them: public facts in the clear, words and persons under the subject's key.

use journal::{NewEvent, Opened};
use kernel::{CaseId, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::StoreError;

use crate::model::CaseEvent;
use crate::model::event::KIND_VERSION;
use crate::rows::private::Said;

/// The private part of an event.
#[derive(Clone, Default, PartialEq)]
pub enum Private {
    /// None.
    #[default]
    Nothing,
    /// What was said at intake.
    Said(Box<Said>),
    /// A contact as it was corrected.
    Contact(Box<ContactNow>),
    /// A place as it was corrected.
    Place(Box<PlaceNow>),
    /// Words of staff or resident: a plan, a note, a supplement, an answer, a comment on a rating.
    Words(String),
}

impl std::fmt::Debug for Private {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Private(…)")
    }
}

impl Private {
    /// Words, or nothing when there are none.
    pub fn words(text: Option<String>) -> Self {
        text.map_or(Self::Nothing, Self::Words)
    }
}

/// The parts of a contact that were corrected: absent is as before, null is gone.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactNow {
    /// Phone as digits.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "changed")]
    pub phone: Option<Option<String>>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "changed")]
    pub email: Option<Option<String>>,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "changed")]
    pub name: Option<Option<String>>,
}

impl ContactNow {
    /// Puts the correction into what was said.
    pub fn apply(&self, said: &mut Said) {
        for (new, old) in [(&self.phone, &mut said.phone), (&self.email, &mut said.email), (&self.name, &mut said.name)] {
            if let Some(new) = new {
                old.clone_from(new);
            }
        }
    }
}

/// A place in words that was corrected; coordinates of the wrong place go with it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceNow {
    /// In words; as before when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_words: Option<String>,
}

impl PlaceNow {
    /// Puts the correction into what was said.
    pub fn apply(&self, said: &mut Said) {
        if self.place_words.is_some() {
            said.place_words.clone_from(&self.place_words);
        }
        (said.lat, said.lon) = (None, None);
    }
}

mod changed {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde's signature")]
    #[expect(clippy::option_option, reason = "absent, null and a value are three things")]
    pub(super) fn serialize<S: Serializer>(value: &Option<Option<String>>, to: S) -> Result<S::Ok, S::Error> {
        value.as_ref().and_then(Option::as_ref).serialize(to)
    }

    #[expect(clippy::option_option, reason = "absent, null and a value are three things")]
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
        Option::<String>::deserialize(from).map(Some)
    }
}

#[derive(Serialize, Deserialize)]
struct Words {
    text: String,
}

/// An event ready for the journal.
pub(crate) fn to_journal(event: &CaseEvent, private: &Private, occurred_at: Option<Timestamp>) -> Result<NewEvent, StoreError> {
    let bug = |_| StoreError::corrupt("journal_event", "public", event.kind());
    Ok(NewEvent {
        kind: event.kind(),
        kind_version: KIND_VERSION,
        occurred_at,
        public: serde_json::to_value(event).map_err(bug)?,
        private: match private {
            Private::Nothing => Value::Null,
            Private::Said(said) => serde_json::to_value(said).map_err(bug)?,
            Private::Contact(contact) => serde_json::to_value(contact).map_err(bug)?,
            Private::Place(place) => serde_json::to_value(place).map_err(bug)?,
            Private::Words(text) => serde_json::to_value(Words { text: text.clone() }).map_err(bug)?,
        },
        reason: None,
    })
}

/// One event of a case as pages and folds read it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its version in the stream.
    pub version: i64,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: journal::Actor,
    /// What happened.
    pub event: CaseEvent,
    /// The words that go with it; `None` where there are none, or after erasure.
    pub words: Option<String>,
    /// What was said at intake; only with the first entry.
    pub said: Option<Said>,
    /// What was corrected later; only with corrections.
    pub corrected: Option<Corrected>,
}

/// A correction of what was said.
#[derive(Clone, PartialEq)]
pub enum Corrected {
    /// Of the contact.
    Contact(ContactNow),
    /// Of the place.
    Place(PlaceNow),
}

impl std::fmt::Debug for Corrected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Corrected(…)")
    }
}

impl Corrected {
    /// Puts the correction into what was said.
    pub fn apply(&self, said: &mut Said) {
        match self {
            Self::Contact(contact) => contact.apply(said),
            Self::Place(place) => place.apply(said),
        }
    }
}

/// Reads an opened event of the stream of `id`.
pub(crate) fn from_journal(id: CaseId, opened: Opened) -> Result<Entry, StoreError> {
    let bad = |column| StoreError::corrupt("journal_event", column, opened.event.seq);
    if opened.event.kind_version != KIND_VERSION || opened.event.stream != journal::Stream::of(id) {
        return Err(bad("kind_version"));
    }
    let event: CaseEvent = serde_json::from_value(opened.public.clone()).map_err(|_| bad("public"))?;
    if event.kind() != opened.event.kind {
        return Err(bad("kind"));
    }
    let bad_private = |_| bad("private");
    let private = opened.private.clone().filter(|private| *private != Value::Null);
    let (mut words, mut said, mut corrected) = (None, None, None);
    match (&event, private) {
        (_, None) => {}
        (CaseEvent::Submitted { .. }, Some(private)) => said = Some(serde_json::from_value(private).map_err(bad_private)?),
        (CaseEvent::ContactCorrected { .. }, Some(private)) => {
            corrected = Some(Corrected::Contact(serde_json::from_value(private).map_err(bad_private)?));
        }
        (CaseEvent::PlaceCorrected { .. }, Some(private)) => {
            corrected = Some(Corrected::Place(serde_json::from_value(private).map_err(bad_private)?));
        }
        (_, Some(private)) => words = Some(serde_json::from_value::<Words>(private).map_err(bad_private)?.text),
    }
    Ok(Entry { version: opened.event.version, at: opened.event.occurred_at, actor: opened.event.actor, event, words, said, corrected })
}
