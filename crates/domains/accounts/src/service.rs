//! The service: what commands, queries and pages stand on.

use std::sync::Arc;

use identity::Identity;
use journal::Journal;
use kernel::{Clock, Rng, Timestamp};
use places::Places;
use store::Db;
use web::Rail;

use crate::ports::Duties;

/// What [`Accounts`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The journal.
    pub journal: Journal,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// Who is who.
    pub identity: Identity,
    /// Areas and units.
    pub places: Places,
    /// The work that people have in other domains.
    pub duties: Vec<Arc<dyn Duties>>,
    /// The rail of the shell.
    pub rail: Arc<dyn Rail>,
}

/// Staff accounts. Cheap to clone.
#[derive(Clone)]
pub struct Accounts(pub(crate) Arc<Parts>);

impl Accounts {
    /// Accounts on these parts.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// The register of areas and units.
    pub fn places(&self) -> &Places {
        &self.0.places
    }

    /// Who is who.
    pub fn identity(&self) -> &Identity {
        &self.0.identity
    }

    /// The present, as the commands see it.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }
}
