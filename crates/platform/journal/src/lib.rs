//! One journal behind everything: every change appends an event in the same transaction, and history,
//! notifications, figures and the public log are readers of it (architecture 4; decisions 8, 9, 14; ADR 0005).
//!
//! - [`Journal::append`] writes events inside a command's transaction.
//! - [`Journal::seal_stream`] and [`Journal::append_sealed`] write whole streams at once: imports, data for benches.
//! - [`Journal::sequence`] gives committed events their position, in order, and grows the tree.
//! - [`Journal::read_after`] reads by position, the cursor of every reader.
//! - [`Journal::leaves`] reads the leaves of the public log; `ledger` publishes them. [`Journal::begin_epoch`] begins another log.
//! - [`Journal::place`] puts leaves into the log that are no seals: facts, scores, tables, changes (ADR 0021).
//! - [`Journal::named`] gives streams with the names that they have in the public log, and with what was sealed of them.
//! - [`Journal::history`] opens one stream with its private parts, for pages and folds.
//! - [`Journal::forget`] destroys the key of a person.
//! - [`Journal::examine`] proves that nothing was changed behind the journal's back.

mod actor;
mod append;
mod bulk;
mod cipher;
mod epoch;
mod erase;
mod event;
mod examine;
mod leaves;
mod migrations;
mod name;
mod order;
mod place;
mod read;
mod rows;
mod sealed;
mod sequence;

use std::fmt;
use std::sync::Arc;

use kernel::Rng;

pub use actor::{Actor, ActorError};
pub use append::{Addition, Envelope, NewEvent};
pub use bulk::{NewStream, SealedStream};
pub use erase::site_subject;
pub use event::{Event, Opened, Source, Stream};
pub use examine::Finding;
pub use leaves::SealOf;
pub use migrations::migrations;
pub use name::Named;
pub use place::Turn;
pub use sealed::Sealed;
pub use sequence::{Head, Sequenced};

/// The keys of the journal; kept outside the database and backed up apart.
#[derive(Clone)]
pub struct Keys {
    /// Keys the chain of macs through each stream.
    pub mac: [u8; 32],
    /// Wraps the data keys of people (the key-encryption key).
    pub wrap: [u8; 32],
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

/// The journal. Cheap to clone.
#[derive(Clone)]
pub struct Journal {
    keys: Keys,
    rng: Arc<dyn Rng>,
}

impl Journal {
    /// A journal under `keys`.
    pub fn new(keys: Keys, rng: Arc<dyn Rng>) -> Self {
        Self { keys, rng }
    }
}
