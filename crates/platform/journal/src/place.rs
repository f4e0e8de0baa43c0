//! Leaves that are no seals (decisions 10; ADR 0021): they take their places in one transaction, so that those of a batch stand together.

use kernel::Timestamp;
use store::{StoreError, Tx};

use crate::rows::leaf::Model;
use crate::{Head, Journal, cipher, rows};

/// The head of the log, held until the transaction ends: the sequencer waits.
#[derive(Debug)]
pub struct Turn(Head);

impl Turn {
    /// The position that the next leaf gets; tables name places.
    pub fn first(&self) -> i64 {
        self.0.last_position() + 1
    }
}

impl Journal {
    /// Holds the head of the log, until the end of the transaction.
    pub async fn turn(&self, tx: &Tx, now: Timestamp) -> Result<Turn, StoreError> {
        rows::head::lock(tx, now).await.map(Turn)
    }

    /// Puts leaves behind everything that has a position, one after the other from [`Turn::first`] on.
    pub async fn place(&self, tx: &Tx, turn: Turn, leaves: Vec<Vec<u8>>, now: Timestamp) -> Result<(), StoreError> {
        let (first, Turn(mut head)) = (turn.first(), turn);
        let mut placed = Vec::with_capacity(leaves.len());
        for (position, leaf) in (first..).zip(leaves) {
            head.edge.push(tlog::leaf_hash(&leaf));
            placed.push(Model { position, mac: self.leaf_mac(position, &leaf).to_vec(), leaf });
        }
        rows::leaf::insert(tx, placed).await?;
        rows::head::save(tx, &head, now).await
    }

    /// Up to `most` leaves that are no seals after `position` (−1: from the first) with their positions, in order.
    pub async fn leaves_after(&self, tx: &Tx, position: i64, most: u64) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
        Ok(rows::leaf::after(tx, position, most).await?.into_iter().map(|row| (row.position, row.leaf)).collect())
    }

    fn leaf_mac(&self, position: i64, leaf: &[u8]) -> [u8; 32] {
        cipher::mac(&self.keys.mac, &[b"lianxin log leaf v1", &position.to_be_bytes(), leaf])
    }

    /// Whether we put this leaf there.
    pub(crate) fn wrote(&self, row: &Model) -> bool {
        self.leaf_mac(row.position, &row.leaf).as_slice() == row.mac
    }
}
