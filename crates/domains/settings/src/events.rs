//! Events of proposals as the journal keeps them. All of it is public but the actor's name, which stands in no event:
//! nothing is encrypted, and the subject is the site.

use journal::{Actor, Envelope, NewEvent, Opened, Source, Stream, site_subject};
use kernel::{RuleChangeId, SubjectId};
use serde_json::json;
use store::StoreError;

use crate::model::{Fold, Person, SettingEvent};

/// The version of the payload's form.
const KIND_VERSION: i64 = 1;

/// Whose personal data the events hold: nobody's.
pub(crate) fn subject() -> SubjectId {
    site_subject()
}

/// The stream of a proposal.
pub(crate) fn stream(id: RuleChangeId) -> Stream {
    Stream::of(id)
}

/// The actor as the model names people; residents propose nothing.
pub(crate) fn person(actor: &Actor) -> Option<Person> {
    match actor {
        Actor::Account(id) => Some(Person::Account(*id)),
        Actor::System(reason) => Some(Person::System(reason.clone())),
        Actor::Resident => None,
    }
}

/// The stored form of a person.
pub(crate) fn actor(person: &Person) -> Actor {
    match person {
        Person::Account(id) => Actor::Account(*id),
        Person::System(reason) => Actor::System(reason.clone()),
    }
}

/// An event ready for the journal.
pub(crate) fn to_journal(event: &SettingEvent, reason: Option<String>) -> Result<NewEvent, StoreError> {
    let public = serde_json::to_value(event).map_err(|_| StoreError::corrupt("journal_event", "public", event.kind()))?;
    Ok(NewEvent { kind: event.kind(), kind_version: KIND_VERSION, occurred_at: None, public, private: json!({}), reason })
}

/// Reads an event back.
pub(crate) fn from_journal(opened: &Opened) -> Result<Fold, StoreError> {
    let bad = |column| StoreError::corrupt("journal_event", column, opened.event.seq);
    if opened.event.kind_version != KIND_VERSION {
        return Err(bad("kind_version"));
    }
    let event: SettingEvent = serde_json::from_value(opened.public.clone()).map_err(|_| bad("public"))?;
    if event.kind() != opened.event.kind {
        return Err(bad("kind"));
    }
    let by = person(&opened.event.actor).ok_or_else(|| bad("actor"))?;
    Ok(Fold { event, by, at: opened.event.occurred_at, reason: opened.event.reason.clone() })
}

/// The same envelope under another source: a demo's events say so.
pub(crate) fn from_source(envelope: Envelope, source: Source) -> Envelope {
    Envelope { source, ..envelope }
}
