//! Who is away says so herself, with who stands in. Her reminders go there from the first day on.

use std::sync::Arc;

use identity::{AccountView, Held, Place, Principal, Role};
use jiff::civil::Date;
use journal::{Actor, Envelope, Stream, site_subject};
use kernel::problem::FieldFault;
use kernel::{AbsenceId, AccountId, RequestId, format};

use crate::errors::SupervisionError;
use crate::events::{AbsenceEvent, of_absence};
use crate::model::Absence;
use crate::rows;
use crate::service::Supervision;

/// Longest absence, in days: who is away for longer hands her work over instead.
const LONGEST_DAYS: i32 = 92;

/// Most absences of one person that are not over.
pub(crate) const MOST: u64 = 20;

/// What is said of an absence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewAbsence {
    /// The first day, `2026-11-23`.
    pub from: String,
    /// The last day.
    pub until: String,
    /// The sign-in name of who stands in; empty for nobody.
    pub deputy: String,
}

impl Supervision {
    fn own(&self, who: &Principal, request_id: RequestId) -> Envelope {
        Envelope { source: self.0.source, ..Envelope::live(Actor::Account(who.account()), Some(request_id), self.now()) }
    }

    /// Enters an absence of one's own.
    pub async fn enter_absence(&self, who: &Principal, request_id: RequestId, new: NewAbsence) -> Result<(), SupervisionError> {
        let envelope = Arc::new(self.own(who, request_id));
        let today = format::local_date(envelope.now);
        let mut faults = Vec::new();
        let mut day = |field, text: &str| {
            let day = text.trim().parse::<Date>().ok();
            if day.is_none() {
                faults.push(FieldFault { field, code: if text.trim().is_empty() { "empty" } else { "unknown" } });
            }
            day
        };
        let (from, until) = (day("from", &new.from), day("until", &new.until));
        if let (Some(from), Some(until)) = (from, until) {
            let days = until.since(from).map_or(i32::MAX, |span| span.get_days());
            if until < from || until < today {
                faults.push(FieldFault { field: "until", code: "too_early" });
            } else if days >= LONGEST_DAYS {
                faults.push(FieldFault { field: "until", code: "too_far" });
            }
        }
        let deputy = match new.deputy.trim() {
            "" => None,
            login => {
                let found = self.deputies(who.account()).await?.into_iter().find(|deputy| deputy.login == login);
                if found.is_none() {
                    faults.push(FieldFault { field: "deputy", code: "unknown" });
                }
                found.map(|deputy| deputy.account)
            }
        };
        let (Some(from), Some(until), true) = (from, until, faults.is_empty()) else { return Err(SupervisionError::Invalid(faults)) };
        let (account, id) = (who.account(), AbsenceId::new(envelope.now, self.0.rng.as_ref()));
        let supervision = self.clone();
        self.0
            .db
            .write(move |tx| {
                let (supervision, envelope) = (supervision.clone(), Arc::clone(&envelope));
                async move {
                    let others = rows::absence::coming(&tx, account, today, MOST).await?;
                    if others.iter().any(|other| other.from <= until && from <= other.until) {
                        return Err(SupervisionError::field("from", "overlap"));
                    }
                    if others.len() as u64 >= MOST {
                        return Err(SupervisionError::field("from", "too_many"));
                    }
                    let absence = Absence { id, account, from, until, deputy, ended: false, version: 1 };
                    rows::absence::insert(&tx, &absence).await?;
                    let event = of_absence(&AbsenceEvent::Entered { account, from, until, deputy })?;
                    supervision.0.journal.append(&tx, &envelope, &Stream::of(id), site_subject(), 0, vec![event]).await?;
                    Ok(())
                }
            })
            .await
    }

    /// Takes an absence of one's own back: she is there after all.
    pub async fn end_absence(&self, who: &Principal, request_id: RequestId, id: AbsenceId) -> Result<(), SupervisionError> {
        let (supervision, envelope, account) = (self.clone(), Arc::new(self.own(who, request_id)), who.account());
        self.0
            .db
            .write(move |tx| {
                let (supervision, envelope) = (supervision.clone(), Arc::clone(&envelope));
                async move {
                    let found = rows::absence::find_of(&tx, account, id).await?.filter(|absence| !absence.ended);
                    let mut absence = found.ok_or(SupervisionError::NoSuchAbsence)?;
                    let seen = absence.version;
                    absence.ended = true;
                    absence.version += 1;
                    rows::absence::save(&tx, &absence, seen).await?;
                    let event = of_absence(&AbsenceEvent::Ended)?;
                    supervision.0.journal.append(&tx, &envelope, &Stream::of(id), site_subject(), seen, vec![event]).await?;
                    Ok(())
                }
            })
            .await
    }

    /// Who may stand in for `account`: whoever has one of its roles at the same place, or leads where it handles.
    pub async fn deputies(&self, account: AccountId) -> Result<Vec<Deputy>, SupervisionError> {
        let grant = identity::Granted::<identity::permissions::ViewAccounts>::system("who can stand in");
        let accounts = match self.0.identity.accounts(&grant).await {
            Ok(accounts) => accounts,
            Err(identity::AccountError::Store(error)) => return Err(error.into()),
            // Viewing has no other failure; nobody is the honest answer to one.
            Err(_) => Vec::new(),
        };
        let open = || accounts.iter().filter(|view| view.closed_at.is_none());
        let Some(own) = open().find(|view| view.id == account) else { return Ok(Vec::new()) };
        let fit = open().filter(|view| view.id != account && can_stand_in(&view.roles, &own.roles));
        let deputy = |view: &AccountView| Deputy {
            account: view.id,
            login: view.login.clone(),
            name: view.name.clone(),
            name_en: view.name_en.clone(),
        };
        Ok(fit.map(deputy).collect())
    }
}

/// Whether somebody with the roles `one` may stand in for somebody with the roles `other`.
fn can_stand_in(one: &[Held], other: &[Held]) -> bool {
    let counts = |held: &Held| {
        matches!(
            (held.role, &held.place),
            (Role::Handler | Role::Lead, Place::Unit(_)) | (Role::Dispatcher | Role::Supervisor | Role::Organiser, Place::County)
        )
    };
    other.iter().filter(|held| counts(held)).any(|held| {
        let lead = Held { role: Role::Lead, place: held.place.clone() };
        one.contains(held) || held.role == Role::Handler && one.contains(&lead)
    })
}

/// Somebody who may stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deputy {
    /// The account.
    pub account: AccountId,
    /// The sign-in name.
    pub login: String,
    /// The name.
    pub name: String,
    /// The name in Latin letters.
    pub name_en: Option<String>,
}
