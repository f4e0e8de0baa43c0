//! The journal as the public log reads it: leaves in order, seals of a stream, places by the beginning of a leaf's hash.

use std::collections::HashMap;

use store::{StoreError, Tx};
use tlog::epochs;
use tlog::receipt::Opening;

use crate::event::{Event, Stream};
use crate::read::Unsealed;
use crate::{Journal, rows};

/// An event with what a receipt needs of it.
#[derive(Debug, Clone)]
pub struct SealOf {
    /// The event.
    pub event: Event,
    /// What opens its seal; `None` after erasure, when nobody can open it any more.
    pub opening: Option<Opening>,
    /// Its place in the log of now; `None` until it is sequenced, about a second.
    pub index: Option<u64>,
}

impl Journal {
    /// Up to `most` leaves of the log of `epoch` from place `from` on, without gaps: the leaf that began it, then those of events.
    /// Fewer than are there when one is missing or is not ours.
    pub async fn leaves(&self, tx: &Tx, epoch: u64, from: u64, most: u64) -> Result<Vec<Vec<u8>>, StoreError> {
        let before = epochs::before_events(epoch);
        let mut leaves = Vec::new();
        if from < before && most > 0 {
            leaves.extend(self.first_leaf(tx, epoch).await?);
        }
        let most = most.saturating_sub(leaves.len() as u64);
        let first = i64::try_from(from.max(before) - before).map_err(|_| StoreError::corrupt("journal_log", "position", from))?;
        let placed = rows::log::after(tx, first - 1, most).await?;
        let seqs: Vec<i64> = placed.iter().map(|row| row.seq).collect();
        let seals: HashMap<i64, Vec<u8>> = rows::event::seals_of(tx, &seqs).await?.into_iter().collect();
        let seal = |seq: &i64| Some(tlog::seal_leaf(<&tlog::Hash>::try_from(seals.get(seq)?.as_slice()).ok()?));
        let mut found: HashMap<i64, Vec<u8>> = placed.iter().filter_map(|row| Some((row.position, seal(&row.seq)?))).collect();
        for row in rows::leaf::after(tx, first - 1, most).await? {
            if self.wrote(&row) {
                found.insert(row.position, row.leaf);
            }
        }
        let last = first.saturating_add_unsigned(most);
        leaves.extend((first..last).map_while(|position| found.remove(&position)));
        Ok(leaves)
    }

    /// The events of one stream from its beginning, with what opens their seals and where they stand in the log.
    pub async fn seals(&self, tx: &Tx, stream: &Stream) -> Result<Vec<SealOf>, StoreError> {
        let events = rows::event::of_stream(tx, stream).await?;
        let seqs: Vec<i64> = events.iter().map(|event| event.seq).collect();
        let places: HashMap<i64, i64> = rows::log::of_seqs(tx, &seqs).await?.into_iter().map(|row| (row.seq, row.position)).collect();
        let head = rows::head::read(tx).await?;
        let keys = self.keys_of(tx, events.iter().map(|event| event.subject).collect()).await?;
        let seal = |event: Event| {
            let opening = match keys.get(&event.subject.to_string()) {
                None => None,
                Some(key) => {
                    let Unsealed { salt, private, name } = crate::read::unseal(key, &event)?;
                    Some(Opening { salt, facts: event.sealed_bytes(&private, name), case: name })
                }
            };
            let index = places.get(&event.seq).and_then(|position| head.index_of(*position));
            Ok(SealOf { event, opening, index })
        };
        events.into_iter().map(seal).collect()
    }

    /// The places in the log of `epoch` of events whose leaf's hash begins with these six bytes, in order. Nearly always one or none.
    pub async fn indexes_of(&self, tx: &Tx, epoch: u64, first_six: [u8; 6]) -> Result<Vec<u64>, StoreError> {
        let start = first_six.iter().fold(0_i64, |number, byte| number << 8 | i64::from(*byte));
        let found = rows::log::that_begin_with(tx, start).await?;
        Ok(found.into_iter().filter_map(|position| u64::try_from(position).ok()).map(|at| at + epochs::before_events(epoch)).collect())
    }
}
