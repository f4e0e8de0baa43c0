//! Looking at hidden contact data (domain 3.3): one field, with a reason, written down before it is shown.

use identity::{Granted, Permission, Reach, Role, Scope, ScopeKind};
use journal::{Envelope, NewEvent, Stream};
use kernel::{AccountId, CaseNumber, LookId, Timestamp};
use serde::Deserialize;
use store::{StoreError, Tx};

use super::verb::{given, word};
use crate::errors::ChangeError;
use crate::model::{Broken, Case, Look, LookReason, Seen};
use crate::permissions::{AnswerAlarm, UnmaskContact};
use crate::rows;
use crate::rows::scope::Leave;
use crate::service::Cases;

/// The kind of a look's event.
pub(crate) const KIND: &str = "look.taken";

/// How long the number stays open to who took an alarm on.
const ALARM_SECS: i64 = 24 * 3_600;

/// Which field, and why.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct UnmaskInput {
    /// `phone`, `email` or `name`.
    #[serde(default)]
    pub field: String,
    /// `call`, `visit`, `verify` or `correct`. Under a warrant none is asked for: the warrant has it.
    #[serde(default)]
    pub reason: String,
}

/// One field in the clear. It is kept nowhere but in the answer.
#[derive(Clone)]
pub struct Unmasked {
    /// Which.
    pub field: Seen,
    /// As the resident left it.
    pub value: String,
}

impl std::fmt::Debug for Unmasked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unmasked").field("field", &self.field).finish_non_exhaustive()
    }
}

impl Cases {
    /// Opens one field of a contact. The look and its event are one commit, and only then is there an answer.
    pub async fn unmask(&self, grant: &Granted<UnmaskContact>, number: &CaseNumber, input: &UnmaskInput) -> Result<Unmasked, ChangeError> {
        let who = Self::person(grant)?;
        let field = word("field", &input.field, |code| Seen::CONTACT.into_iter().find(|field| field.code() == code))?;
        let chosen = match given(&input.reason) {
            None => None,
            Some(code) => {
                let known = LookReason::CHOSEN.into_iter().find(|reason| reason.code() == code);
                Some(known.ok_or_else(|| ChangeError::field("reason", "unknown"))?)
            }
        };
        let now = self.clock.now();
        let (cases, grant, number, scope) = (self.clone(), grant.clone(), number.clone(), self.scope_of(grant.scopes()));
        let id = LookId::new(now, self.rng.as_ref());
        self.db
            .write(move |tx| {
                let (cases, grant, number, scope) = (cases.clone(), grant.clone(), number.clone(), scope.clone());
                async move {
                    let case = rows::record::find(&tx, &number, scope).await?.ok_or(ChangeError::NoSuchCase)?.case;
                    if case.erased {
                        return Err(ChangeError::Erased);
                    }
                    let leave = Leave::of(&tx, grant.scopes(), case.id, now).await?;
                    let warrant = grant.scopes().iter().find(|reach| leave.warrant && matches!(reach.scope, Scope::Warrant(_)));
                    let way = warrant.or_else(|| cases.way(grant.scopes(), &case, leave)).ok_or(ChangeError::NoSuchCase)?;
                    let by_warrant = warrant.is_some();
                    if case.intake.confidential && !by_warrant {
                        return Err(ChangeError::broken(&case, Broken::Confidential));
                    }
                    let reason = if by_warrant { Some(LookReason::Audit) } else { chosen };
                    let reason = reason.ok_or_else(|| ChangeError::field("reason", "empty"))?;
                    let said = rows::private::find(&tx, case.id).await?.ok_or(ChangeError::Erased)?;
                    let value = match field {
                        Seen::Phone => said.phone,
                        Seen::Email => said.email,
                        Seen::Name => said.name,
                        Seen::Text => None,
                    };
                    let value = value.filter(|value| !value.trim().is_empty()).ok_or_else(|| ChangeError::field("field", "absent"))?;
                    let look = Self::look_by(id, &case, who, way, field, Some(reason), now);
                    cases.put_look(&tx, &cases.envelope_of(&grant, now), &case, &look).await?;
                    Ok(Unmasked { field, value })
                }
            })
            .await
    }

    /// By which sort of scope the grant may open the contact of a case that was read; the warrant first.
    pub(crate) async fn unmasks_by(&self, grant: &Granted<UnmaskContact>, case: &Case) -> Result<Option<ScopeKind>, ChangeError> {
        let (scopes, id, now) = (grant.scopes().clone(), case.id, self.clock.now());
        let leave = self.db.read(move |tx| async move { Leave::of(&tx, &scopes, id, now).await }).await?;
        if leave.warrant {
            return Ok(Some(ScopeKind::Warrant));
        }
        Ok(self.way(grant.scopes(), case, leave).map(|way| way.scope.kind()))
    }

    /// The number of a resident whose words spoke of harming herself, in the clear, for whoever took the alarm on: that is the
    /// reason which unmasking owes. One look a day.
    pub(crate) async fn phone_of_alarm(&self, grant: &Granted<AnswerAlarm>, case: &Case) -> Result<Option<String>, ChangeError> {
        let who = Self::person(grant)?;
        let (cases, grant, case, now) = (self.clone(), grant.clone(), case.clone(), self.clock.now());
        let id = Look::once_a_day(case.id, who, Seen::Phone, now);
        let found = move |tx: Tx| {
            let case = case.id;
            async move {
                let hers = |(by, at): (AccountId, Timestamp)| by == who && now.as_second() - at.as_second() < ALARM_SECS;
                let hers = rows::alarm::find(&tx, case).await?.and_then(|alarm| alarm.answered).is_some_and(hers);
                let said = if hers { rows::private::find(&tx, case).await? } else { None };
                let noted = rows::look::is_there(&tx, id).await?;
                Ok::<_, StoreError>((said.and_then(|said| said.phone), noted))
            }
        };
        let (phone, noted) = self.db.read(found).await?;
        if phone.is_none() || noted {
            return Ok(phone);
        }
        let unit = None;
        let (account, seen, reason) = (who, Seen::Phone, Some(LookReason::Alarm));
        let look = Look { id, case: case.id, at: now, account, role: Role::Dispatcher, unit, seen, reason };
        cases.write_look(&grant, look).await?;
        Ok(phone)
    }

    /// A look that was taken by this way of a permission.
    pub(crate) fn look_by(
        id: LookId,
        case: &Case,
        account: AccountId,
        way: &Reach,
        seen: Seen,
        reason: Option<LookReason>,
        now: Timestamp,
    ) -> Look {
        let unit = match &way.scope {
            Scope::Unit(unit) => Some(unit.clone()),
            Scope::Ticket(_) => case.unit().cloned(),
            Scope::Public
            | Scope::ByCode(_)
            | Scope::Own(_)
            | Scope::Point(_)
            | Scope::Grid(_)
            | Scope::County
            | Scope::TicketFor(_)
            | Scope::Escalated(_)
            | Scope::Sample(_)
            | Scope::Warrant(_)
            | Scope::Aggregate => None,
        };
        let reason = reason.or(match &way.scope {
            Scope::Warrant(_) => Some(LookReason::Audit),
            Scope::Sample(_) => Some(LookReason::Sample),
            _ => None,
        });
        Look { id, case: case.id, at: now, account, role: way.role, unit, seen, reason }
    }

    fn envelope_of<P: Permission>(&self, grant: &Granted<P>, now: Timestamp) -> Envelope {
        Envelope { source: self.source, ..grant.envelope(now) }
    }

    /// Writes a look down in a commit of its own.
    pub(crate) async fn write_look<P: Permission>(&self, grant: &Granted<P>, look: Look) -> Result<(), ChangeError> {
        let (cases, envelope) = (self.clone(), self.envelope_of(grant, look.at));
        self.db
            .write(move |tx| {
                let (cases, envelope, look) = (cases.clone(), envelope.clone(), look.clone());
                async move {
                    let stored = rows::record::find_by_id(&tx, look.case).await?.ok_or(ChangeError::NoSuchCase)?;
                    // Erased since it was read: there is nothing any more to have been seen.
                    if stored.case.erased {
                        return Err(ChangeError::Erased);
                    }
                    Ok(cases.put_look(&tx, &envelope, &stored.case, &look).await?)
                }
            })
            .await
    }

    async fn put_look(&self, tx: &Tx, envelope: &Envelope, case: &Case, look: &Look) -> Result<(), StoreError> {
        if !rows::look::insert(tx, look).await? || !look.is_journalled() {
            return Ok(());
        }
        let event = NewEvent {
            kind: KIND,
            kind_version: 1,
            occurred_at: None,
            public: serde_json::to_value(look).map_err(|_| StoreError::corrupt("journal_event", "public", KIND))?,
            private: serde_json::Value::Null,
            reason: None,
        };
        self.journal.append(tx, envelope, &Stream::of(look.id), case.subject(), 0, vec![event]).await?;
        Ok(())
    }
}
