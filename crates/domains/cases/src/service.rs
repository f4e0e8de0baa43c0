//! The cases service: what commands and queries stand on.

use std::sync::{Arc, PoisonError, RwLock};

use identity::{Granted, Permission, Scope, Scopes};
use journal::Journal;
use kernel::{AccountId, CaseId, CaseNumber, Clock, CodeKey, Locale, NumberKey, Rng, Timestamp, format};
use ledger::Ledger;
use places::{Places, Register};
use sea_orm::Condition;
use settings::Settings;
use settings::model::Calendars;
use store::{Db, StoreError};
use tokio::sync::Mutex;
use workday::Calendar;

use crate::advice::{Advisor, Trained};
use crate::catalogue::Catalogue;
use crate::commands::RequestKey;
use crate::commands::change::Change;
use crate::errors::ChangeError;
use crate::model::{Case, Limits};
use crate::ports::{ModelShelf, Staff};
use crate::rows;

/// The keys of cases; kept outside the database.
#[derive(Debug, Clone)]
pub struct CaseKeys {
    /// Of case numbers.
    pub number: NumberKey,
    /// Of query codes.
    pub code: CodeKey,
    /// Of digests of requests.
    pub request: RequestKey,
}

/// A catalogue and the register that was laid over it.
type Laid = (Arc<Register>, Arc<Catalogue>);

/// Cases. Cheap to clone.
#[derive(Clone)]
pub struct Cases {
    pub(crate) db: Db,
    pub(crate) journal: Journal,
    ledger: Ledger,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) rng: Arc<dyn Rng>,
    pub(crate) places: Places,
    pub(crate) staff: Arc<dyn Staff>,
    shipped: Arc<Catalogue>,
    /// What ships with the county's decisions laid over it, and the register that they are in.
    laid: Arc<RwLock<Option<Laid>>>,
    pub(crate) advisor: Arc<Advisor>,
    pub(crate) shelf: Arc<dyn ModelShelf>,
    settings: Settings,
    pub(crate) keys: CaseKeys,
    pub(crate) source: journal::Source,
    numbers: Arc<Mutex<Block>>,
}

/// Numbers of one day that this process has taken and not yet given out.
#[derive(Debug, Default)]
struct Block {
    day: Option<jiff::civil::Date>,
    next: i64,
    end: i64,
}

/// Numbers taken at a time (decisions 4).
const BLOCK: i64 = 64;

/// What a [`Cases`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The journal.
    pub journal: Journal,
    /// The public log, for receipts.
    pub ledger: Ledger,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// Areas and units.
    pub places: Places,
    /// Who works where.
    pub staff: Arc<dyn Staff>,
    /// The dispatch catalogue that ships.
    pub catalogue: Catalogue,
    /// The model that was trained on the site's own history, if there is one.
    pub trained: Option<Trained>,
    /// The text models of the site.
    pub shelf: Arc<dyn ModelShelf>,
    /// The rules of the county.
    pub settings: Settings,
    /// The keys.
    pub keys: CaseKeys,
    /// What the events say of their origin: live, or demo.
    pub source: journal::Source,
}

impl Cases {
    /// Cases on these parts.
    pub fn new(parts: Parts) -> Self {
        Self {
            db: parts.db,
            journal: parts.journal,
            ledger: parts.ledger,
            clock: parts.clock,
            rng: parts.rng,
            places: parts.places,
            staff: parts.staff,
            shipped: Arc::new(parts.catalogue),
            laid: Arc::default(),
            advisor: Arc::new(Advisor::new(parts.trained)),
            shelf: parts.shelf,
            settings: parts.settings,
            keys: parts.keys,
            source: parts.source,
            numbers: Arc::new(Mutex::new(Block::default())),
        }
    }

    /// The public log.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The dispatch catalogue of today: what ships, with what the county decided. Take it once per request. It is made again when the
    /// register changes or turns to another day; whoever asks meanwhile makes the same one.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        let register = self.places.register();
        let held = self.laid.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, laid)) = held.filter(|(of, _)| Arc::ptr_eq(of, &register)) {
            return laid;
        }
        let laid = Arc::new(self.shipped.laid_over(&register));
        *self.laid.write().unwrap_or_else(PoisonError::into_inner) = Some((register, Arc::clone(&laid)));
        laid
    }

    /// The register of areas and units.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The limits of a case received at `received`: old cases keep old rules.
    pub fn limits_at(&self, received: Timestamp) -> Limits {
        Limits::of(&self.settings.at(received))
    }

    /// The limits that a case goes by.
    pub fn limits_of(&self, case: &Case) -> Limits {
        self.limits_at(case.intake.received_at)
    }

    /// The present, as the commands see it.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new idempotency key for a form.
    pub(crate) fn form_key(&self) -> String {
        kernel::format::hex(&self.rng.bytes::<16>())
    }

    /// The calendar in force now, for showing how a deadline was counted.
    pub fn calendar(&self) -> Arc<Calendar> {
        self.calendar_at(self.clock.now())
    }

    /// The calendar in force at `now`: a step computes with the one of its own instant, which the fold will find again.
    pub fn calendar_at(&self, now: Timestamp) -> Arc<Calendar> {
        self.settings.calendar_at(now)
    }

    /// The rules of the county.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Every calendar that ever held.
    pub(crate) fn calendars(&self) -> Arc<Calendars> {
        self.settings.calendars()
    }

    /// Reads again what was decided, where this process may not have heard of it yet.
    pub(crate) async fn hear_of_rules(&self) -> Result<(), StoreError> {
        self.settings.refresh().await.map(drop)
    }

    /// When a limit that starts at `now` runs out; far away where the calendar cannot tell.
    pub(crate) fn deadline(&self, now: Timestamp, limit: workday::Limit) -> Timestamp {
        let calendar = self.calendar_at(now);
        let clock = crate::model::Timing::by(&calendar).start(crate::model::ClockName::Return, now, limit);
        clock.due.unwrap_or(Timestamp::MAX)
    }

    /// Whether these scopes reach a case that was read: the same as in SQL.
    pub(crate) fn reaches(&self, scopes: &Scopes, case: &Case) -> bool {
        rows::scope::reaches(scopes, case, &self.limits_of(case), &self.places.register())
    }

    /// Whether one way of a permission reaches a case that was read.
    pub(crate) fn reaches_by(&self, reach: &identity::Reach, case: &Case) -> bool {
        rows::scope::reaches_by(reach, case, &self.limits_of(case), &self.places.register())
    }

    /// The change of a handler who has seen version `seen`.
    pub(crate) fn by_staff<P: Permission>(&self, grant: &Granted<P>, number: &CaseNumber, seen: i64) -> Change {
        Change {
            actor: grant.actor().clone(),
            request_id: grant.request_id(),
            number: number.clone(),
            scope: self.scope_of(grant.scopes()),
            seen: Some(seen),
            once: None,
        }
    }

    pub(crate) fn scope_of(&self, scopes: &Scopes) -> Condition {
        rows::scope::covers(scopes.iter(), &self.places.register(), self.clock.now())
    }

    /// What scopes may read: what they reach, and what was escalated to them.
    pub(crate) fn readable_by(&self, scopes: &Scopes) -> Condition {
        rows::escalation::readable(self.scope_of(scopes), scopes)
    }

    /// The case that a by-code grant opens.
    pub(crate) fn case_of<P: Permission>(grant: &Granted<P>) -> Result<CaseId, ChangeError> {
        let opened = grant.scopes().scopes().find_map(|scope| if let Scope::ByCode(case) = scope { Some(*case) } else { None });
        opened.ok_or(ChangeError::NoSuchCase)
    }

    /// The names of accounts, as residents read them.
    pub(crate) async fn names(&self, accounts: &[AccountId], locale: Locale) -> Result<Vec<(AccountId, String)>, StoreError> {
        self.staff.names(accounts, locale).await
    }

    /// Forgets lapsed idempotency keys; for a regular job. Returns how many.
    pub async fn sweep(&self) -> Result<u64, StoreError> {
        let now = self.clock.now();
        self.db.write(move |tx| async move { rows::idempotency::sweep(&tx, now).await }).await
    }

    /// The next free number of the day of `now`.
    pub(crate) async fn next_number(&self, now: Timestamp) -> Result<CaseNumber, StoreError> {
        let day = format::local_date(now);
        let mut block = self.numbers.lock().await;
        if block.day != Some(day) || block.next >= block.end {
            let first = self.db.write_read_committed(move |tx| async move { rows::counter::take(&tx, day, BLOCK).await }).await?;
            *block = Block { day: Some(day), next: first, end: first + BLOCK };
        }
        let taken = block.next;
        block.next += 1;
        u32::try_from(taken)
            .ok()
            .and_then(|nth| CaseNumber::nth(&self.keys.number, day, nth))
            .ok_or_else(|| StoreError::corrupt("case_counter", "next", day))
    }
}
