//! The logs after the first (decisions 9): a database that was restored from before its last signed checkpoint begins another, in
//! which all events that it still has stand again. Positions stay: they are the cursor of every reader.

use kernel::{Clock, Timestamp};
use store::{Db, StoreError, Tx};
use tlog::{Edge, epochs};

use crate::{Head, Journal, cipher, rows};

/// Leaves read at a time.
const STEP: u64 = 4096;

fn mac(key: &[u8; 32], epoch: i64, leaf: &[u8]) -> [u8; 32] {
    cipher::mac(key, &[b"lianxin log epoch v1", &epoch.to_be_bytes(), leaf])
}

impl Head {
    /// The place in the log of the event at `position`.
    pub fn index_of(&self, position: i64) -> Option<u64> {
        u64::try_from(position).ok()?.checked_add(epochs::before_events(self.epoch))
    }

    /// The position of the event at this place in the log; −1 for the leaf that began it.
    pub(crate) fn position_of(&self, index: u64) -> Option<i64> {
        i64::try_from(index).ok()?.checked_sub_unsigned(epochs::before_events(self.epoch))
    }

    /// The position of the newest event that has one; −1 when none has.
    pub fn last_position(&self) -> i64 {
        let events = self.edge.size().saturating_sub(epochs::before_events(self.epoch));
        i64::try_from(events).unwrap_or(i64::MAX) - 1
    }
}

impl Journal {
    /// The first leaf of the log of `epoch`, if we wrote it; the first log has none. [`StoreError::Corrupt`] when it is missing or was
    /// not written by us: an epoch is an operator's decision, and who can only write SQL cannot take it.
    pub async fn first_leaf(&self, tx: &Tx, epoch: u64) -> Result<Option<Vec<u8>>, StoreError> {
        if epochs::before_events(epoch) == 0 {
            return Ok(None);
        }
        let corrupt = |column| StoreError::corrupt("log_epoch", column, epoch);
        let stored = i64::try_from(epoch).map_err(|_| corrupt("epoch"))?;
        let row = rows::epoch::find(tx, stored).await?.ok_or_else(|| corrupt("epoch"))?;
        if mac(&self.keys.mac, stored, &row.leaf).as_slice() == row.mac { Ok(Some(row.leaf)) } else { Err(corrupt("mac")) }
    }

    /// Begins the log of `epoch` with `leaf`, and lets every event that has a position stand in it again. Only for who has proved that
    /// the log before cannot go on: `ledger` asks, and an operator decides. Returns its head. [`StoreError::Stale`] when the database
    /// has that epoch already.
    pub async fn begin_epoch(&self, db: &Db, clock: &dyn Clock, epoch: u64, leaf: Vec<u8>) -> Result<Head, StoreError> {
        let (journal, now) = (self.clone(), clock.now());
        db.write_read_committed(move |tx| {
            let (journal, leaf) = (journal.clone(), leaf.clone());
            async move { journal.begin_epoch_in(&tx, now, epoch, leaf).await }
        })
        .await
    }

    async fn begin_epoch_in(&self, tx: &Tx, now: Timestamp, epoch: u64, leaf: Vec<u8>) -> Result<Head, StoreError> {
        let before = rows::head::lock(tx, now).await?;
        if epoch <= before.epoch {
            return Err(StoreError::Stale);
        }
        let stored = i64::try_from(epoch).map_err(|_| StoreError::corrupt("log_epoch", "epoch", epoch))?;
        let mac = mac(&self.keys.mac, stored, &leaf);
        rows::epoch::insert(tx, stored, leaf, mac, now).await?;
        let mut head = Head { epoch, edge: Edge::default() };
        loop {
            let leaves = self.leaves(tx, epoch, head.edge.size(), STEP).await?;
            if leaves.is_empty() {
                break;
            }
            for leaf in leaves {
                head.edge.push(tlog::leaf_hash(&leaf));
            }
        }
        // A gap among the positions would end the new log before its end.
        if head.last_position() != before.last_position() {
            return Err(StoreError::corrupt("journal_log", "position", head.last_position() + 1));
        }
        rows::head::save(tx, &head, now).await?;
        Ok(head)
    }
}

/// What is not as we wrote it among the first leaves of logs.
pub(crate) async fn examine(journal: &Journal, tx: &Tx, findings: &mut Vec<crate::Finding>) -> Result<(), StoreError> {
    for row in rows::epoch::all(tx).await? {
        if mac(&journal.keys.mac, row.epoch, &row.leaf).as_slice() != row.mac {
            findings.push(crate::Finding::new("log_epoch", row.epoch, "its mac is not ours: no operator began this log"));
        }
    }
    Ok(())
}
