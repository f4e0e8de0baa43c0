//! Reading: one stream with its private parts, or all events by position.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::SubjectId;
use serde_json::Value;
use store::{StoreError, Tx};

use crate::event::{Event, Opened, Stream};
use crate::{Journal, cipher, rows};

impl Journal {
    /// The events of one stream from its beginning, opened.
    pub async fn history(&self, tx: &Tx, stream: &Stream) -> Result<Vec<Opened>, StoreError> {
        let events = rows::event::of_stream(tx, stream).await?;
        self.open_all(tx, events).await
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
        let mut subjects: Vec<SubjectId> = events.iter().map(|event| event.subject).collect();
        subjects.sort_unstable();
        subjects.dedup();
        let mut keys: HashMap<String, [u8; 32]> = HashMap::with_capacity(subjects.len());
        for row in rows::subject_key::find_many(tx, subjects).await? {
            if let Some(wrapped) = &row.wrapped {
                let subject = row.subject.parse().map_err(|_| StoreError::corrupt("subject_key", "subject", &row.subject))?;
                keys.insert(row.subject, self.unwrap_key(subject, Some(wrapped))?);
            }
        }
        events.into_iter().map(|event| open(keys.get(&event.subject.to_string()), event)).collect()
    }
}

fn open(key: Option<&[u8; 32]>, event: Event) -> Result<Opened, StoreError> {
    let corrupt = |column| StoreError::corrupt("journal_event", column, event.seq);
    let public = serde_json::from_str(&event.public).map_err(|_| corrupt("public"))?;
    let Some(key) = key else { return Ok(Opened { event, public, private: None, salt: None }) };
    let plain = cipher::open(key, event.id.as_bytes(), &event.private).map_err(|_| corrupt("private"))?;
    let plain: Value = serde_json::from_slice(&plain).map_err(|_| corrupt("private"))?;
    let salt = plain
        .get("salt")
        .and_then(Value::as_str)
        .and_then(|text| STANDARD.decode(text).ok())
        .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
        .ok_or_else(|| corrupt("private"))?;
    let facts = plain.get("facts").and_then(Value::as_str).ok_or_else(|| corrupt("private"))?;
    if tlog::commit(&salt, &event.sealed_bytes(facts)) != event.commit {
        return Err(corrupt("seal"));
    }
    let private = serde_json::from_str(facts).map_err(|_| corrupt("private"))?;
    Ok(Opened { event, public, private: Some(private), salt: Some(salt) })
}
