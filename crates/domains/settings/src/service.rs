//! The settings service: what is in force, in memory, and what commands and queries stand on.

use std::sync::{Arc, PoisonError, RwLock};

use identity::Identity;
use journal::{Journal, Source};
use kernel::{AreaCode, Clock, Rng, Timestamp, format};
use places::{LoadError, Places, Register};
use store::{Db, StoreError};
use workday::Calendar;

use crate::model::{Calendars, Parameters, Place, Scope, Timeline};
use crate::ports::CalendarFollow;
use crate::rows;

/// The rules in force. Cheap to clone; every clone sees a change.
#[derive(Clone)]
pub struct Settings(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) parts: Parts,
    held: RwLock<Held>,
}

/// What was read, and how many approvals had led to it.
struct Held {
    timeline: Arc<Timeline>,
    calendars: Arc<Calendars>,
    approvals: u64,
}

/// What a [`Settings`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The journal.
    pub journal: Journal,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// Who proposes and decides, by name.
    pub identity: Identity,
    /// Areas, units and points for which a value may hold.
    pub places: Places,
    /// What must be computed again when the calendar changes.
    pub follow: Arc<dyn CalendarFollow>,
    /// What the events say of their origin: live, or demo.
    pub source: Source,
}

async fn read(db: &Db) -> Result<Held, StoreError> {
    db.read(|tx| async move {
        let approvals = rows::proposal::count_approved(&tx).await?;
        let calendars = Arc::new(Calendars::new(rows::proposal::calendars(&tx).await?));
        Ok(Held { timeline: Arc::new(rows::value::timeline(&tx).await?), calendars, approvals })
    })
    .await
}

impl Settings {
    /// Reads what was decided.
    pub async fn open(parts: Parts) -> Result<Self, StoreError> {
        let held = RwLock::new(read(&parts.db).await?);
        Ok(Self(Arc::new(Inner { parts, held })))
    }

    /// Everything decided, as this process knows it.
    pub fn timeline(&self) -> Arc<Timeline> {
        Arc::clone(&self.0.held.read().unwrap_or_else(PoisonError::into_inner).timeline)
    }

    /// Every calendar that ever held, as this process knows them.
    pub fn calendars(&self) -> Arc<Calendars> {
        Arc::clone(&self.0.held.read().unwrap_or_else(PoisonError::into_inner).calendars)
    }

    /// The working-day calendar in force at `instant`. A clock asks by the instant of the step that computes it.
    pub fn calendar_at(&self, instant: Timestamp) -> Arc<Calendar> {
        Arc::clone(self.calendars().get(instant))
    }

    /// The years whose calendar ought to be published by now and is not ([`Calendar::missing`]).
    pub fn missing_years(&self) -> Vec<i16> {
        let now = self.now();
        self.calendar_at(now).missing(format::local_date(now))
    }

    /// What held for the county at `instant`. A case asks by the instant of its receipt, never by the present: old cases
    /// keep old rules.
    pub fn at(&self, instant: Timestamp) -> Arc<Parameters> {
        self.timeline().at(instant)
    }

    /// What held at `instant` and `place`.
    pub fn at_place(&self, instant: Timestamp, place: &Place) -> Arc<Parameters> {
        self.timeline().at_place(instant, place)
    }

    /// Reads rules and register again if anything was decided since, by this or another process; whether there was. Every process calls it
    /// each second, well within the time that lies before a change takes effect ([`crate::model::LEAD_SECS`]).
    pub async fn refresh(&self) -> Result<bool, StoreError> {
        let count = self.0.parts.db.read(|tx| async move { rows::proposal::count_approved(&tx).await }).await?;
        if count == self.0.held.read().unwrap_or_else(PoisonError::into_inner).approvals {
            return Ok(false);
        }
        let held = read(&self.0.parts.db).await?;
        match self.0.parts.places.reload().await {
            Ok(()) => {}
            Err(LoadError::Store(error)) => return Err(error),
            // A county that was there is not taken away.
            Err(LoadError::NoCounty) => return Err(StoreError::corrupt("place_county", "code", "-")),
        }
        *self.0.held.write().unwrap_or_else(PoisonError::into_inner) = held;
        Ok(true)
    }

    /// The present, as the commands see it.
    pub fn now(&self) -> Timestamp {
        self.0.parts.clock.now()
    }

    /// The register of areas and units.
    pub fn register(&self) -> Arc<Register> {
        self.0.parts.places.register()
    }
}

/// Where a scope lies: an area with those above it.
pub(crate) fn place_of(scope: &Scope, register: &Register) -> Place {
    let chain = |code: &AreaCode| -> Vec<AreaCode> {
        std::iter::once(code.clone()).chain(register.ancestors(code).map(|area| area.code.clone())).collect()
    };
    match scope {
        Scope::County => Place::county(),
        Scope::Area(code) => Place { areas: chain(code), ..Place::county() },
        Scope::Unit(code) => Place { unit: Some(code.clone()), ..Place::county() },
        Scope::Point(code) => Place {
            areas: register.point(code).map(|point| chain(&point.area)).unwrap_or_default(),
            point: Some(code.clone()),
            ..Place::county()
        },
    }
}
