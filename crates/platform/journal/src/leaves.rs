//! The journal as the public log reads it: leaves by position, seals of a stream, positions by the beginning of a leaf's hash.

use std::collections::HashMap;

use store::{StoreError, Tx};
use tlog::receipt::Opening;

use crate::event::{Event, Stream};
use crate::{Journal, rows};

/// An event with what a receipt needs of it.
#[derive(Debug, Clone)]
pub struct SealOf {
    /// The event.
    pub event: Event,
    /// What opens its seal; `None` after erasure, when nobody can open it any more.
    pub opening: Option<Opening>,
    /// Its position in the log; `None` until it is sequenced, about a second.
    pub position: Option<u64>,
}

impl Journal {
    /// Up to `most` leaves from position `from` on, without gaps. Fewer than are there when one is missing or is not ours.
    pub async fn leaves(&self, tx: &Tx, from: u64, most: u64) -> Result<Vec<Vec<u8>>, StoreError> {
        let first = i64::try_from(from).map_err(|_| StoreError::corrupt("journal_log", "position", from))?;
        let placed = rows::log::after(tx, first - 1, most).await?;
        let seqs: Vec<i64> = placed.iter().map(|row| row.seq).collect();
        let seals: HashMap<i64, Vec<u8>> = rows::event::seals_of(tx, &seqs).await?.into_iter().collect();
        let mut leaves = Vec::with_capacity(placed.len());
        for (position, row) in (first..).zip(placed) {
            let commit = seals.get(&row.seq).and_then(|seal| <&tlog::Hash>::try_from(seal.as_slice()).ok());
            let Some(commit) = commit.filter(|_| row.position == position) else { break };
            leaves.push(tlog::seal_leaf(commit));
        }
        Ok(leaves)
    }

    /// The events of one stream from its beginning, with what opens their seals and where they stand in the log.
    pub async fn seals(&self, tx: &Tx, stream: &Stream) -> Result<Vec<SealOf>, StoreError> {
        let events = rows::event::of_stream(tx, stream).await?;
        let seqs: Vec<i64> = events.iter().map(|event| event.seq).collect();
        let places: HashMap<i64, i64> = rows::log::of_seqs(tx, &seqs).await?.into_iter().map(|row| (row.seq, row.position)).collect();
        let keys = self.keys_of(tx, events.iter().map(|event| event.subject).collect()).await?;
        let seal = |event: Event| {
            let opening = match keys.get(&event.subject.to_string()) {
                None => None,
                Some(key) => {
                    let (salt, private) = crate::read::unseal(key, &event)?;
                    Some(Opening { salt, facts: event.sealed_bytes(&private), case: None })
                }
            };
            let position = places.get(&event.seq).and_then(|position| u64::try_from(*position).ok());
            Ok(SealOf { event, opening, position })
        };
        events.into_iter().map(seal).collect()
    }

    /// The positions of the leaves whose hash begins with these six bytes, in order. Nearly always one or none.
    pub async fn positions_of(&self, tx: &Tx, first_six: [u8; 6]) -> Result<Vec<u64>, StoreError> {
        let start = first_six.iter().fold(0_i64, |number, byte| number << 8 | i64::from(*byte));
        Ok(rows::log::that_begin_with(tx, start).await?.into_iter().filter_map(|position| u64::try_from(position).ok()).collect())
    }
}
