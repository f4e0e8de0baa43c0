//! The figures service: what commands and queries stand on.

use std::sync::Arc;

use cases::Cases;
use cases::permissions::RunTimer;
use identity::Granted;
use journal::Journal;
use kernel::{Clock, Rng, Timestamp};
use ledger::Ledger;
use settings::Settings;
use store::Db;

use crate::model::{next_batch, weekday};

/// What [`Figures`] are made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The journal.
    pub journal: Journal,
    /// The public log, for files that prove a month.
    pub ledger: Ledger,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// Cases.
    pub cases: Cases,
    /// The rules of the county.
    pub settings: Settings,
}

/// The published figures. Cheap to clone.
#[derive(Clone)]
pub struct Figures(pub(crate) Arc<Parts>);

impl Figures {
    /// Figures on these parts.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// When the next batch goes out.
    pub fn next_batch(&self) -> Timestamp {
        self.batch_after(self.now())
    }

    pub(crate) fn batch_after(&self, now: Timestamp) -> Timestamp {
        next_batch(now, weekday(self.0.settings.at(now).publish_day))
    }

    /// The present, as the commands see it.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }
}

/// Leave to read what is to be published: nobody holds it, and the journal names why.
pub(crate) fn grant() -> Granted<RunTimer> {
    Granted::system("published figures")
}
