//! Everything that has a position, in order: events and leaves that are no seals, read side by side.

use std::collections::VecDeque;

use store::{StoreError, Tx};

use crate::rows;

/// Rows of each table read at a time.
const STEP: u64 = 2000;

/// What stands at a position.
pub(crate) enum Placed {
    /// The seal of an event.
    Event(rows::log::Model),
    /// Another leaf.
    Leaf(rows::leaf::Model),
}

impl Placed {
    /// In which table it is, and at which position.
    pub(crate) fn place(&self) -> (&'static str, i64) {
        match self {
            Self::Event(row) => ("journal_log", row.position),
            Self::Leaf(row) => ("log_leaf", row.position),
        }
    }
}

/// Both tables from the first position on.
pub(crate) struct Order {
    events: VecDeque<rows::log::Model>,
    leaves: VecDeque<rows::leaf::Model>,
    /// Behind which position each table is read on; `None` when there is no more.
    events_after: Option<i64>,
    leaves_after: Option<i64>,
}

impl Default for Order {
    fn default() -> Self {
        Self { events: VecDeque::new(), leaves: VecDeque::new(), events_after: Some(-1), leaves_after: Some(-1) }
    }
}

impl Order {
    /// The next in order. Two at one position come one after the other: that is for the examination to name.
    pub(crate) async fn next(&mut self, tx: &Tx) -> Result<Option<Placed>, StoreError> {
        if let Some(after) = self.events_after.filter(|_| self.events.is_empty()) {
            self.events.extend(rows::log::after(tx, after, STEP).await?);
            self.events_after = self.events.back().map(|row| row.position);
        }
        if let Some(after) = self.leaves_after.filter(|_| self.leaves.is_empty()) {
            self.leaves.extend(rows::leaf::after(tx, after, STEP).await?);
            self.leaves_after = self.leaves.back().map(|row| row.position);
        }
        let first_leaf = match (self.events.front(), self.leaves.front()) {
            (Some(event), Some(leaf)) => leaf.position < event.position,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        Ok(if first_leaf { self.leaves.pop_front().map(Placed::Leaf) } else { self.events.pop_front().map(Placed::Event) })
    }
}
