//! The sequencer (decisions 9): gives committed events their consecutive positions and grows the tree,
//! all in one transaction. There is no high-water mark: an event that commits late is simply taken later.

use std::collections::HashMap;

use kernel::{Clock, Timestamp};
use store::{Db, StoreError, Tx};
use tlog::Edge;

use crate::event::{Event, leaf_start};
use crate::{Journal, rows};

/// Most events in one transaction.
const MOST: u64 = 1024;

/// Macs by stream and version.
type Macs = HashMap<(String, i64), Vec<u8>>;

/// The head of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Which log: raised when a restored database begins a new one.
    pub epoch: u64,
    /// The tree's edge: size and root. Behind the first log's there is one leaf more than there are positions.
    pub edge: Edge,
}

/// What one run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sequenced {
    /// Events that got a position.
    pub taken: usize,
    /// Events that were refused because their mac is not ours.
    pub refused: usize,
}

impl Journal {
    /// Sequences at most 1,024 waiting events.
    pub async fn sequence(&self, db: &Db, clock: &dyn Clock) -> Result<Sequenced, StoreError> {
        let (journal, now) = (self.clone(), clock.now());
        db.write_read_committed(move |tx| {
            let journal = journal.clone();
            async move { journal.sequence_in(&tx, now).await }
        })
        .await
    }

    /// Sequences until nothing waits.
    pub async fn sequence_all(&self, db: &Db, clock: &dyn Clock) -> Result<Sequenced, StoreError> {
        let mut total = Sequenced::default();
        loop {
            let run = self.sequence(db, clock).await?;
            if run == Sequenced::default() {
                return Ok(total);
            }
            total.taken += run.taken;
            total.refused += run.refused;
        }
    }

    /// The head of the log as it stands.
    pub async fn head(&self, tx: &Tx) -> Result<Head, StoreError> {
        rows::head::read(tx).await
    }

    async fn sequence_in(&self, tx: &Tx, now: Timestamp) -> Result<Sequenced, StoreError> {
        let mut head = rows::head::lock(tx, now).await?;
        let waiting = rows::pending::waiting(tx, MOST).await?;
        if waiting.is_empty() {
            return Ok(Sequenced::default());
        }
        let mut found: HashMap<i64, _> = rows::event::with_seqs(tx, &waiting).await?.into_iter().map(|row| (row.seq, row)).collect();
        let mut macs: Macs = found.values().map(|row| ((row.stream.clone(), row.version), row.mac.clone())).collect();
        // What comes before these and was taken earlier, in one question for all of them.
        let before = found.values().filter(|row| row.version > 1).map(|row| (row.stream.clone(), row.version - 1));
        let mut before: Vec<(String, i64)> = before.filter(|place| !macs.contains_key(place)).collect();
        before.sort_unstable();
        macs.extend(rows::event::macs_at(tx, &before).await?);
        let mut placed = Vec::with_capacity(waiting.len());
        let mut refused = 0;
        for seq in waiting {
            let verdict = match found.remove(&seq).map(Event::try_from) {
                None => Err("no such event"),
                Some(Err(_)) => Err("not a row that we write"),
                Some(Ok(event)) => self.check(&event, &macs).map(|()| event),
            };
            match verdict {
                Ok(event) => {
                    let index = head.edge.push(event.leaf_hash());
                    let position = head.position_of(index).ok_or_else(|| StoreError::corrupt("log_head", "size", 1))?;
                    placed.push((position, seq, leaf_start(&event.leaf_hash())));
                }
                Err(reason) => {
                    tracing::error!(event.seq = seq, reason, "the sequencer refused an event");
                    rows::pending::refuse(tx, seq, reason).await?;
                    refused += 1;
                }
            }
        }
        let taken: Vec<i64> = placed.iter().map(|&(_, seq, _)| seq).collect();
        rows::log::insert(tx, &placed).await?;
        rows::pending::remove(tx, &taken).await?;
        rows::head::save(tx, &head, now).await?;
        Ok(Sequenced { taken: taken.len(), refused })
    }

    /// Whether the event carries the mac that it must have behind the one before it.
    fn check(&self, event: &Event, macs: &Macs) -> Result<(), &'static str> {
        let none = vec![0; 32];
        let previous = match event.version {
            1 => &none,
            version => macs.get(&(event.stream.0.clone(), version - 1)).ok_or("the event before it is missing")?,
        };
        if self.mac_of(event, previous) == event.mac { Ok(()) } else { Err("its mac is not ours") }
    }
}
