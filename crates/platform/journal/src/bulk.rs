//! Writing whole new streams: imports, and data for benches. What is costly (sealing) needs no database and may run beside
//! the writer; what needs it is a few statements for hundreds of events.

use kernel::{SubjectId, Timestamp};
use store::{StoreError, Tx};

use crate::append::Chain;
use crate::event::{Event, Stream};
use crate::{Envelope, Journal, NewEvent, rows};

/// A stream that does not exist yet, with its commands from the first on.
#[derive(Debug, Clone)]
pub struct NewStream {
    /// The stream.
    pub stream: Stream,
    /// Whose personal data the private parts are; has no key yet.
    pub subject: SubjectId,
    /// What the events of each command share, and its events. In order of time.
    pub commands: Vec<(Envelope, Vec<NewEvent>)>,
}

/// A stream as it will be stored.
#[derive(Debug, Clone)]
pub struct SealedStream {
    subject: SubjectId,
    wrapped: Vec<u8>,
    began_at: Timestamp,
    events: Vec<Event>,
}

impl SealedStream {
    /// The number of its events.
    pub fn events(&self) -> usize {
        self.events.len()
    }
}

impl Journal {
    /// Seals a new stream under a new key. Needs no database.
    pub fn seal_stream(&self, new: NewStream) -> Result<SealedStream, StoreError> {
        let (key, wrapped) = self.new_key(new.subject)?;
        let began_at = new.commands.first().map_or(Timestamp::UNIX_EPOCH, |(envelope, _)| envelope.now);
        let mut events: Vec<Event> = Vec::new();
        for (envelope, command) in new.commands {
            let chain = events.last().map_or(Chain::default(), Chain::after);
            events.extend(self.seal_events(&key, &envelope, &new.stream, new.subject, &chain, command)?);
        }
        Ok(SealedStream { subject: new.subject, wrapped, began_at, events })
    }

    /// Writes streams with their keys and queues their events for the sequencer. A stream or a subject that is there
    /// already is refused by the database.
    pub async fn append_sealed(&self, tx: &Tx, streams: &[SealedStream]) -> Result<(), StoreError> {
        rows::subject_key::insert_many(tx, streams.iter().map(|stream| (stream.subject, stream.wrapped.clone(), stream.began_at))).await?;
        let events: Vec<&Event> = streams.iter().flat_map(|stream| &stream.events).collect();
        let seqs = rows::event::insert(tx, &events).await?;
        rows::pending::insert(tx, &seqs).await
    }
}
