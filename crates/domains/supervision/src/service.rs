//! The supervision service: what commands and queries stand on.

use std::sync::Arc;

use cases::Cases;
use cases::permissions::TakeModel;
use identity::permissions::ViewAccounts;
use identity::{Granted, Held, Identity, Permission as _, Place, Role};
use journal::{Envelope, Journal, Source};
use kernel::{AccountId, Clock, Locale, Rng, Timestamp, UnitCode};
use serde::{Deserialize, Serialize};
use settings::Settings;
use store::{Db, StoreError};
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

/// Somebody of staff, as far as reminders go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Colleague {
    pub(crate) account: AccountId,
    /// The units whose cases she handles.
    pub(crate) handles: Vec<UnitCode>,
    /// The units she leads.
    pub(crate) leads: Vec<UnitCode>,
    pub(crate) dispatches: bool,
    pub(crate) supervises: bool,
    pub(crate) organises: bool,
    /// She may let another text model answer.
    #[serde(default)]
    pub(crate) tends_models: bool,
}

impl Colleague {
    fn of(account: AccountId, roles: &[Held]) -> Self {
        let units = |role: Role| {
            let of_role = roles.iter().filter(move |held| held.role == role);
            of_role.filter_map(|held| if let Place::Unit(unit) = &held.place { Some(unit.clone()) } else { None }).collect()
        };
        let county = |role: Role| roles.iter().any(|held| held.role == role && held.place == Place::County);
        Self {
            account,
            handles: units(Role::Handler),
            leads: units(Role::Lead),
            dispatches: county(Role::Dispatcher),
            supervises: county(Role::Supervisor),
            organises: county(Role::Organiser),
            tends_models: TakeModel::RULES.iter().any(|rule| county(rule.role)),
        }
    }

    /// Whether she may do what `other` does, somewhere the same: then she can stand in.
    pub(crate) fn can_stand_in_for(&self, other: &Self) -> bool {
        let shares = |one: &[UnitCode], other: &[UnitCode]| one.iter().any(|unit| other.contains(unit));
        self.account != other.account
            && (shares(&self.leads, &other.leads)
                || shares(&self.handles, &other.handles)
                || shares(&self.leads, &other.handles)
                || self.dispatches && other.dispatches
                || self.supervises && other.supervises
                || self.organises && other.organises)
    }
}

/// Everybody who works here now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Roster(pub(crate) Vec<Colleague>);

impl Roster {
    fn those(&self, which: impl Fn(&Colleague) -> bool) -> Vec<AccountId> {
        self.0.iter().filter(|colleague| which(colleague)).map(|colleague| colleague.account).collect()
    }

    /// The dispatchers.
    pub(crate) fn dispatchers(&self) -> Vec<AccountId> {
        self.those(|colleague| colleague.dispatches)
    }

    /// Those who may act on the text models.
    pub(crate) fn model_tenders(&self) -> Vec<AccountId> {
        self.those(|colleague| colleague.tends_models)
    }

    /// Who stands on which rung for a case of `unit` that `handler` answers for. A handler who has left is nobody.
    pub(crate) fn people(&self, unit: Option<&UnitCode>, handler: Option<AccountId>) -> People {
        let assignees = match (unit, handler) {
            (_, Some(handler)) => self.those(|colleague| colleague.account == handler),
            (Some(_), None) => Vec::new(),
            (None, None) => self.dispatchers(),
        };
        People {
            assignees,
            leads: unit.map(|unit| self.those(|colleague| colleague.leads.contains(unit))).unwrap_or_default(),
            supervisors: self.those(|colleague| colleague.supervises),
            organisers: self.those(|colleague| colleague.organises),
        }
    }
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

    /// Everybody who works here now.
    pub(crate) async fn roster(&self) -> Result<Roster, StoreError> {
        let grant = Granted::<ViewAccounts>::system("who can be reminded");
        match self.0.identity.accounts(&grant).await {
            Ok(accounts) => {
                let open = accounts.iter().filter(|account| account.closed_at.is_none());
                Ok(Roster(open.map(|account| Colleague::of(account.id, &account.roles)).collect()))
            }
            Err(identity::AccountError::Store(error)) => Err(error),
            // Viewing has no other failure; nobody is the honest answer to one.
            Err(_) => Ok(Roster::default()),
        }
    }

    /// The names of all accounts in a language, for pages of staff.
    pub(crate) async fn names(&self, locale: Locale) -> Result<Vec<(AccountId, String)>, StoreError> {
        let identity = self.0.identity.clone();
        let names = self.0.db.read(move |tx| async move { identity.names(&tx).await }).await?;
        Ok(names.into_iter().map(|(id, zh, en)| (id, locale.pick(&zh, en.as_deref().unwrap_or(&zh)).to_owned())).collect())
    }
}
