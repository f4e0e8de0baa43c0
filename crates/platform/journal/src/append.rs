//! Writing events inside a command's transaction.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{EventId, RequestId, SubjectId, Timestamp};
use serde_json::{Value, json};
use store::{StoreError, Tx};

use crate::event::{Event, Source, Stream};
use crate::{Actor, Journal, cipher, rows};

/// What all events of one command share.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// Who.
    pub actor: Actor,
    /// For whom, when somebody acts for another: `resident`, or a subject.
    pub on_behalf_of: Option<String>,
    /// The request.
    pub request_id: Option<RequestId>,
    /// Where the facts come from.
    pub source: Source,
    /// Now.
    pub now: Timestamp,
}

impl Envelope {
    /// A live command by `actor` at `now`.
    pub fn live(actor: Actor, request_id: Option<RequestId>, now: Timestamp) -> Self {
        Self { actor, on_behalf_of: None, request_id, source: Source::Live, now }
    }
}

/// An event to be written.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// What happened (`case.dispatched`).
    pub kind: &'static str,
    /// The version of the payload's form.
    pub kind_version: i64,
    /// When it happened; `None`: now.
    pub occurred_at: Option<Timestamp>,
    /// Facts without personal data.
    pub public: Value,
    /// Facts with personal data; encrypted under the subject's key.
    pub private: Value,
    /// Why, where a reason is owed.
    pub reason: Option<String>,
}

/// What a stream that exists gets.
#[derive(Debug, Clone)]
pub struct Addition {
    /// The stream.
    pub stream: Stream,
    /// Whose personal data the private parts are.
    pub subject: SubjectId,
    /// The stream's newest version, at least 1.
    pub after: i64,
    /// Its new events, each caused by the first.
    pub events: Vec<NewEvent>,
}

/// What the next event of a stream follows; the default begins a stream.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chain {
    pub(crate) version: i64,
    pub(crate) mac: [u8; 32],
    pub(crate) recorded_at: Option<Timestamp>,
}

impl Chain {
    pub(crate) fn after(event: &Event) -> Self {
        Self { version: event.version, mac: event.mac, recorded_at: Some(event.recorded_at) }
    }
}

impl Journal {
    /// Appends `events` to `stream`, whose newest version must be `after` (0 for a new stream), each caused by
    /// the first. [`StoreError::Stale`] when somebody else appended meanwhile. Returns them as written.
    ///
    /// `subject` is whose personal data the private parts are; the key is made on first use. An erased
    /// subject gets no new events: [`StoreError::Corrupt`].
    pub async fn append(
        &self,
        tx: &Tx,
        envelope: &Envelope,
        stream: &Stream,
        subject: SubjectId,
        after: i64,
        events: Vec<NewEvent>,
    ) -> Result<Vec<Event>, StoreError> {
        let (chain, wrapped) = match after {
            0 => (Chain::default(), None),
            _ => rows::event::end_and_key(tx, stream, after, subject).await?,
        };
        if chain.version != after {
            return Err(StoreError::Stale);
        }
        let key = match wrapped {
            Some(wrapped) => self.unwrap_key(subject, wrapped.as_deref())?,
            None => self.data_key(tx, subject, envelope.now).await?,
        };
        let mut written = self.seal_events(&key, envelope, stream, subject, &chain, events)?;
        store_events(tx, &mut written).await?;
        Ok(written)
    }

    /// As [`Journal::append`], to many streams at once that exist already, a few statements for all of them together.
    pub async fn append_each(&self, tx: &Tx, envelope: &Envelope, additions: Vec<Addition>) -> Result<(), StoreError> {
        let places: Vec<(String, i64)> = additions.iter().map(|addition| (addition.stream.0.clone(), addition.after)).collect();
        let ends = rows::event::ends(tx, &places).await?;
        let keys = rows::subject_key::find_many(tx, additions.iter().map(|addition| addition.subject)).await?;
        let keys: HashMap<&str, &rows::subject_key::Model> = keys.iter().map(|row| (row.subject.as_str(), row)).collect();
        let mut written = Vec::with_capacity(additions.len());
        for Addition { stream, subject, after, events } in additions {
            let chain = ends.get(&stream.0).filter(|chain| chain.version == after).ok_or(StoreError::Stale)?;
            let key = match keys.get(subject.to_string().as_str()) {
                Some(row) => self.unwrap_key(subject, row.wrapped.as_deref())?,
                None => self.data_key(tx, subject, envelope.now).await?,
            };
            written.extend(self.seal_events(&key, envelope, &stream, subject, chain, events)?);
        }
        store_events(tx, &mut written).await
    }

    /// `events` as they will stand in `stream` behind `chain`: sealed under `key`, chained by their macs, each caused by
    /// the first. Pure but for chance; `seq` is the database's to give.
    pub(crate) fn seal_events(
        &self,
        key: &[u8; 32],
        envelope: &Envelope,
        stream: &Stream,
        subject: SubjectId,
        chain: &Chain,
        events: Vec<NewEvent>,
    ) -> Result<Vec<Event>, StoreError> {
        let name = crate::name::of(key, stream);
        let mut previous = chain.mac;
        let recorded_at = chain.recorded_at.map_or(envelope.now, |before| before.max(envelope.now));
        let mut sealed: Vec<Event> = Vec::with_capacity(events.len());
        for (version, new) in (chain.version + 1..).zip(events) {
            let salt: [u8; 32] = self.rng.bytes();
            let private = new.private.to_string();
            let mut event = Event {
                seq: 0,
                id: EventId::new(recorded_at, self.rng.as_ref()),
                recorded_at,
                occurred_at: new.occurred_at.unwrap_or(envelope.now),
                source: envelope.source,
                stream: stream.clone(),
                version,
                kind: new.kind.to_owned(),
                kind_version: new.kind_version,
                actor: envelope.actor.clone(),
                on_behalf_of: envelope.on_behalf_of.clone(),
                request_id: envelope.request_id,
                cause: sealed.first().map(|first| first.id),
                public: new.public.to_string(),
                subject,
                private: Vec::new(),
                reason: new.reason,
                commit: [0; 32],
                mac: [0; 32],
            };
            event.commit = tlog::commit(&salt, &event.sealed_bytes(&private, Some(name)));
            let plain = json!({ "salt": STANDARD.encode(salt), "facts": private }).to_string();
            event.private = cipher::close(key, event.id.as_bytes(), plain.as_bytes(), self.rng.as_ref())
                .map_err(|_| StoreError::corrupt("subject_key", "wrapped", subject))?;
            event.mac = self.mac_of(&event, &previous);
            previous = event.mac;
            sealed.push(event);
        }
        Ok(sealed)
    }

    /// The mac that `event` must carry after an event with mac `previous` (zeros for the first of a stream).
    pub(crate) fn mac_of(&self, event: &Event, previous: &[u8]) -> [u8; 32] {
        cipher::mac(&self.keys.mac, &[&event.stored_bytes(), previous])
    }

    /// The data key of `subject`, made on first use. A subject without a key is usually one that begins: nothing is read first, which
    /// spares PostgreSQL a predicate lock that every other beginning would collide with.
    async fn data_key(&self, tx: &Tx, subject: SubjectId, now: Timestamp) -> Result<[u8; 32], StoreError> {
        let (key, wrapped) = self.new_key(subject)?;
        if rows::subject_key::insert(tx, subject, wrapped, now).await? {
            return Ok(key);
        }
        let row = rows::subject_key::find(tx, subject).await?.ok_or(StoreError::Stale)?;
        self.unwrap_key(subject, row.wrapped.as_deref())
    }

    /// A new data key for `subject`, and the same wrapped.
    pub(crate) fn new_key(&self, subject: SubjectId) -> Result<([u8; 32], Vec<u8>), StoreError> {
        let key: [u8; 32] = self.rng.bytes();
        let wrapped = cipher::close(&self.keys.wrap, subject.as_bytes(), &key, self.rng.as_ref())
            .map_err(|_| StoreError::corrupt("subject_key", "wrapped", subject))?;
        Ok((key, wrapped))
    }

    pub(crate) fn unwrap_key(&self, subject: SubjectId, wrapped: Option<&[u8]>) -> Result<[u8; 32], StoreError> {
        wrapped
            .and_then(|wrapped| cipher::open(&self.keys.wrap, subject.as_bytes(), wrapped).ok())
            .and_then(|key| key.try_into().ok())
            .ok_or_else(|| StoreError::corrupt("subject_key", "wrapped", subject))
    }
}

/// Stores sealed events, which wait for their places from here on, and notes their `seq`s.
async fn store_events(tx: &Tx, events: &mut [Event]) -> Result<(), StoreError> {
    if events.is_empty() {
        return Ok(());
    }
    let seqs = rows::event::insert(tx, events).await?;
    // A stream's events are sequenced in the order of their `seq`s.
    if seqs.len() != events.len() || !seqs.is_sorted() {
        let stream = events.first().map(|event| event.stream.0.clone()).unwrap_or_default();
        return Err(StoreError::corrupt("journal_event", "seq", stream));
    }
    rows::pending::insert(tx, &seqs).await?;
    for (event, seq) in events.iter_mut().zip(seqs) {
        event.seq = seq;
    }
    Ok(())
}
