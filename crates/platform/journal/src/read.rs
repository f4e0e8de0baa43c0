//! Reading: one stream with its private parts, or all events by position.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::SubjectId;
use serde_json::Value;
use store::{StoreError, Tx};
use tlog::leaf::CaseRef;

use crate::event::{Event, Opened, Stream};
use crate::{Journal, cipher, rows};

impl Journal {
    /// The events of one stream from its beginning, opened.
    pub async fn history(&self, tx: &Tx, stream: &Stream) -> Result<Vec<Opened>, StoreError> {
        let events = rows::event::of_stream(tx, stream).await?;
        self.open_all(tx, events).await
    }

    /// As [`Journal::history`], for examinations of what was made of the events: `None` where one of them cannot be read, which the
    /// journal's own examination names.
    pub async fn history_if_sound(&self, tx: &Tx, stream: &Stream) -> Result<Option<Vec<Opened>>, StoreError> {
        match self.history(tx, stream).await {
            Err(StoreError::Corrupt { .. }) => Ok(None),
            story => story.map(Some),
        }
    }

    /// The events of several streams, each from its beginning and opened, in two reads for all of them. A stream that
    /// cannot be read is an error of its own; one without events is missing.
    pub async fn histories(&self, tx: &Tx, streams: &[Stream]) -> Result<HashMap<Stream, Result<Vec<Opened>, StoreError>>, StoreError> {
        let rows = rows::event::of_streams(tx, streams).await?;
        let events: Vec<(Stream, Result<Event, StoreError>)> =
            rows.into_iter().map(|row| (Stream(row.stream.clone()), Event::try_from(row))).collect();
        let subjects = events.iter().filter_map(|(_, event)| event.as_ref().ok().map(|event| event.subject)).collect();
        let keys = self.keys_of(tx, subjects).await?;
        let mut histories: HashMap<Stream, Result<Vec<Opened>, StoreError>> = HashMap::with_capacity(streams.len());
        for (stream, event) in events {
            let opened = event.and_then(|event| open(keys.get(&event.subject.to_string()), event));
            let history = histories.entry(stream).or_insert_with(|| Ok(Vec::new()));
            match (history.as_mut(), opened) {
                (Ok(story), Ok(opened)) => story.push(opened),
                (Ok(_), Err(error)) => *history = Err(error),
                // Its first fault is enough.
                (Err(_), _) => {}
            }
        }
        Ok(histories)
    }

    /// The streams that begin with an event of this kind. Scans: for examinations.
    pub async fn streams_that_begin_with(&self, tx: &Tx, kind: &str) -> Result<Vec<Stream>, StoreError> {
        rows::event::streams_that_begin_with(tx, kind).await
    }

    /// Up to `most` events after `position` (−1: from the first) with their positions, in order.
    pub async fn read_after(&self, tx: &Tx, position: i64, most: u64) -> Result<Vec<(i64, Event)>, StoreError> {
        let placed = rows::log::after(tx, position, most).await?;
        let seqs: Vec<i64> = placed.iter().map(|row| row.seq).collect();
        let mut events = HashMap::with_capacity(seqs.len());
        for row in rows::event::with_seqs(tx, &seqs).await? {
            events.insert(row.seq, Event::try_from(row)?);
        }
        placed
            .into_iter()
            .map(|row| {
                let event = events.remove(&row.seq).ok_or_else(|| StoreError::corrupt("journal_log", "seq", row.position))?;
                Ok((row.position, event))
            })
            .collect()
    }

    /// Whether somebody has written since an import or a demo was made.
    pub async fn has_live_events(&self, tx: &Tx) -> Result<bool, StoreError> {
        rows::event::any_live_case(tx).await
    }

    /// Opens the private parts of events; those of erased people stay closed.
    pub async fn open_all(&self, tx: &Tx, events: Vec<Event>) -> Result<Vec<Opened>, StoreError> {
        let keys = self.keys_of(tx, events.iter().map(|event| event.subject).collect()).await?;
        events.into_iter().map(|event| open(keys.get(&event.subject.to_string()), event)).collect()
    }

    /// The data keys of subjects; erased ones have none.
    pub(crate) async fn keys_of(&self, tx: &Tx, mut subjects: Vec<SubjectId>) -> Result<HashMap<String, [u8; 32]>, StoreError> {
        subjects.sort_unstable();
        subjects.dedup();
        let mut keys: HashMap<String, [u8; 32]> = HashMap::with_capacity(subjects.len());
        for row in rows::subject_key::find_many(tx, subjects).await? {
            if let Some(wrapped) = &row.wrapped {
                let subject = row.subject.parse().map_err(|_| StoreError::corrupt("subject_key", "subject", &row.subject))?;
                keys.insert(row.subject, self.unwrap_key(subject, Some(wrapped))?);
            }
        }
        Ok(keys)
    }
}

/// What opens a seal.
pub(crate) struct Unsealed {
    pub(crate) salt: [u8; 32],
    /// The private facts, as they were written.
    pub(crate) private: String,
    /// The name of the stream in the public log, if it was sealed too.
    pub(crate) name: Option<CaseRef>,
}

/// Salt and private facts of an event, if they are those that were sealed.
pub(crate) fn unseal(key: &[u8; 32], event: &Event) -> Result<Unsealed, StoreError> {
    let corrupt = |column| StoreError::corrupt("journal_event", column, event.seq);
    let plain = cipher::open(key, event.id.as_bytes(), &event.private).map_err(|_| corrupt("private"))?;
    let plain: Value = serde_json::from_slice(&plain).map_err(|_| corrupt("private"))?;
    let salt = plain
        .get("salt")
        .and_then(Value::as_str)
        .and_then(|text| STANDARD.decode(text).ok())
        .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
        .ok_or_else(|| corrupt("private"))?;
    let facts = plain.get("facts").and_then(Value::as_str).ok_or_else(|| corrupt("private"))?;
    let name = [Some(crate::name::of(key, &event.stream)), None]
        .into_iter()
        .find(|name| tlog::commit(&salt, &event.sealed_bytes(facts, *name)) == event.commit)
        .ok_or_else(|| corrupt("seal"))?;
    Ok(Unsealed { salt, private: facts.to_owned(), name })
}

fn open(key: Option<&[u8; 32]>, event: Event) -> Result<Opened, StoreError> {
    let corrupt = |column| StoreError::corrupt("journal_event", column, event.seq);
    let public = serde_json::from_str(&event.public).map_err(|_| corrupt("public"))?;
    let Some(key) = key else { return Ok(Opened { event, public, private: None, salt: None }) };
    let Unsealed { salt, private, name: _ } = unseal(key, &event)?;
    let private = serde_json::from_str(&private).map_err(|_| corrupt("private"))?;
    Ok(Opened { event, public, private: Some(private), salt: Some(salt) })
}
