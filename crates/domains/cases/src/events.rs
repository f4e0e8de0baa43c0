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
    let (words, said) = match (&event, opened.private.clone()) {
        (_, None | Some(Value::Null)) => (None, None),
        (CaseEvent::Submitted { .. }, Some(private)) => (None, Some(serde_json::from_value(private).map_err(|_| bad("private"))?)),
        (_, Some(private)) => (Some(serde_json::from_value::<Words>(private).map_err(|_| bad("private"))?.text), None),
    };
    Ok(Entry { version: opened.event.version, at: opened.event.occurred_at, actor: opened.event.actor, event, words, said })
}
