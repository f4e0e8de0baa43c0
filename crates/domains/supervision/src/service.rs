//! The supervision service: what commands and queries stand on.

use std::sync::Arc;

use cases::Cases;
use cases::permissions::TakeModel;
use identity::{Granted, Held, Identity, Permission as _, Place, Role};
use journal::{Envelope, Journal, Source};
use kernel::{AccountId, Clock, Locale, Rng, Timestamp, UnitCode};
use settings::Settings;
use store::{Db, StoreError, Tx};
use workday::{Calendar, Limit};

use crate::model::People;
use crate::model::order::Deadlines;

/// What a [`Supervision`] is made of.
#[derive(Clone)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The journal.
    pub journal: Journal,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// Who works where.
    pub identity: Identity,
    /// The matters that are watched.
    pub cases: Cases,
    /// The rules of the county.
    pub settings: Settings,
    /// What the events say of their origin.
    pub source: Source,
}

/// Supervision. Cheap to clone.
#[derive(Clone)]
pub struct Supervision(pub(crate) Parts);

/// Who has to do with one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Concerned {
    /// Who stands on which rung.
    pub(crate) people: People,
    /// The dispatchers, whether the case is theirs or not.
    pub(crate) dispatchers: Vec<AccountId>,
}

impl Supervision {
    /// Supervision on these parts.
    pub fn new(parts: Parts) -> Self {
        Self(parts)
    }

    /// The present, as the commands see it.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    pub(crate) fn envelope<P: identity::Permission>(&self, grant: &Granted<P>, now: Timestamp) -> Envelope {
        Envelope { source: self.0.source, ..grant.envelope(now) }
    }

    /// How long an order's correction may take, by the rules in force at `at`.
    pub(crate) fn rectify(&self, at: Timestamp) -> Limit {
        self.0.settings.at(at).final_reopened
    }

    /// What an order's deadlines are computed with: an old order keeps old rules.
    pub(crate) fn deadlines<'a>(&self, calendar: &'a Calendar, issued: Timestamp) -> Deadlines<'a> {
        Deadlines { calendar, rectify: self.rectify(issued) }
    }

    /// Who stands on which rung at `now` for a case of `unit` that `handler` answers for. A handler who has left is nobody. It reads
    /// the holders of four roles at most, so that a look costs the same in a village and in a county of thousands.
    pub(crate) async fn concerned(
        &self,
        tx: &Tx,
        unit: Option<&UnitCode>,
        handler: Option<AccountId>,
        now: Timestamp,
    ) -> Result<Concerned, StoreError> {
        let lead = unit.map(|unit| Held { role: Role::Lead, place: Place::Unit(unit.clone()) });
        let of_county = [Role::Dispatcher, Role::Supervisor, Role::Organiser].map(|role| Held { role, place: Place::County });
        let wanted: Vec<Held> = lead.into_iter().chain(of_county).collect();
        let (holders, handlers) = self.0.identity.at_work(tx, &wanted, handler.as_slice(), now).await?;
        let of =
            |role: Role| -> Vec<AccountId> { holders.iter().filter(|(_, held)| held.role == role).map(|(account, _)| *account).collect() };
        let dispatchers = of(Role::Dispatcher);
        let assignees = match (unit, handler) {
            (_, Some(_)) => handlers,
            (Some(_), None) => Vec::new(),
            (None, None) => dispatchers.clone(),
        };
        let people = People { assignees, leads: of(Role::Lead), supervisors: of(Role::Supervisor), organisers: of(Role::Organiser) };
        Ok(Concerned { people, dispatchers })
    }

    /// Those who may let another text model answer.
    pub(crate) async fn model_tenders(&self, tx: &Tx, now: Timestamp) -> Result<Vec<AccountId>, StoreError> {
        let wanted: Vec<Held> = TakeModel::RULES.iter().map(|rule| Held { role: rule.role, place: Place::County }).collect();
        let (holders, _) = self.0.identity.at_work(tx, &wanted, &[], now).await?;
        let mut tenders: Vec<AccountId> = holders.into_iter().map(|(account, _)| account).collect();
        tenders.dedup();
        Ok(tenders)
    }

    /// The names of all accounts in a language, for pages of staff.
    pub(crate) async fn names(&self, locale: Locale) -> Result<Vec<(AccountId, String)>, StoreError> {
        let identity = self.0.identity.clone();
        let names = self.0.db.read(move |tx| async move { identity.names(&tx).await }).await?;
        Ok(names.into_iter().map(|(id, zh, en)| (id, locale.pick(&zh, en.as_deref().unwrap_or(&zh)).to_owned())).collect())
    }
}
