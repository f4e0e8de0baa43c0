//! What all steps share: find in scope, compare versions, decide, apply, save, append, enqueue.

use std::future::Future;
use std::sync::Arc;

use hmac::{Hmac, KeyInit as _, Mac as _};
use journal::{Actor, Envelope, NewEvent, Stream};
use kernel::{CaseId, CaseNumber, RequestId, Timestamp};
use sea_orm::Condition;
use sha2::Sha256;
use store::{StoreError, Tx};

use crate::errors::ChangeError;
use crate::events::{Private, to_journal};
use crate::model::{Case, CaseEvent, ProposedName, StateName, Timing};
use crate::rows;
use crate::service::Cases;

/// What a step did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The case.
    pub number: CaseNumber,
    /// Where it stands now.
    pub state: StateName,
    /// Its version now, for the next `If-Match`.
    pub version: i64,
    /// What waits for somebody's word now.
    pub pending: Option<ProposedName>,
}

impl From<&Case> for Changed {
    fn from(case: &Case) -> Self {
        Self {
            number: case.intake.number.clone(),
            state: case.state.name(),
            version: case.version,
            pending: case.pending.as_ref().map(|pending| pending.step.name()),
        }
    }
}

/// A key that makes repeating a request harmless: 16 to 128 visible ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

/// A key that is too short, too long or not visible ASCII. Short keys collide between strangers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an idempotency key")]
pub struct KeyError;

impl std::str::FromStr for IdempotencyKey {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let fits = (16..=128).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
        if fits { Ok(Self(text.to_owned())) } else { Err(KeyError) }
    }
}

/// The key of digests of requests: texts are short and guessable, so that a bare digest would tell them.
#[derive(Clone)]
pub struct RequestKey(pub [u8; 32]);

impl std::fmt::Debug for RequestKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RequestKey(…)")
    }
}

impl RequestKey {
    fn digest(&self, asked: &[u8]) -> String {
        // HMAC takes keys of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return String::new() };
        mac.update(asked);
        kernel::format::hex(&mac.finalize().into_bytes())
    }
}

/// A key with whose it is and what was asked.
#[derive(Clone)]
pub(crate) struct Once {
    principal: String,
    key: String,
    asked: Arc<[u8]>,
}

impl Once {
    pub(crate) fn new(principal: impl Into<String>, key: &IdempotencyKey, asked: &impl serde::Serialize) -> Self {
        // Serialising our own input structs cannot fail; nothing would only weaken the comparison.
        let asked = serde_json::to_vec(asked).unwrap_or_default().into();
        Self { principal: principal.into(), key: key.0.clone(), asked }
    }

    /// What the same request did before, if it did.
    pub(crate) async fn earlier(&self, key: &RequestKey, tx: &Tx, now: Timestamp) -> Result<Option<String>, ChangeError> {
        match rows::idempotency::find(tx, &self.principal, &self.key, now).await? {
            Some(used) if used.digest == key.digest(&self.asked) => Ok(Some(used.outcome)),
            Some(_) => Err(ChangeError::KeyReused),
            None => Ok(None),
        }
    }

    pub(crate) async fn remember(&self, key: &RequestKey, tx: &Tx, outcome: String, now: Timestamp) -> Result<(), StoreError> {
        let used = rows::idempotency::Used { digest: key.digest(&self.asked), outcome };
        rows::idempotency::remember(tx, &self.principal, &self.key, used, now).await
    }
}

/// Who steps, on which case, having seen what.
#[derive(Clone)]
pub(crate) struct Change {
    pub(crate) actor: Actor,
    pub(crate) request_id: Option<RequestId>,
    pub(crate) number: CaseNumber,
    pub(crate) scope: Condition,
    /// The version the caller saw; residents step without one.
    pub(crate) seen: Option<i64>,
    pub(crate) once: Option<Once>,
}

impl Change {
    /// A step that nobody asked for by number: a timer's, or what follows from a step on another case.
    pub(crate) fn of_system(actor: Actor, case: &Case) -> Self {
        Self { actor, request_id: None, number: case.intake.number.clone(), scope: rows::scope::everything(), seen: None, once: None }
    }
}

/// What a step decided.
pub(crate) type Decided = Vec<(CaseEvent, Private)>;

impl Cases {
    /// Runs one step in one transaction. `decide` is pure and may run again.
    pub(crate) async fn change<F>(&self, change: Change, decide: F) -> Result<Changed, ChangeError>
    where
        F: Fn(&Case, Timestamp) -> Result<Decided, ChangeError> + Send + Sync + 'static,
    {
        self.change_with(change, Arc::new(move |_tx: Tx, case: Case, now| std::future::ready(decide(&case, now)))).await
    }

    /// As [`Cases::change`], for decisions that must read rows of the same transaction first.
    pub(crate) async fn change_with<F, Fut>(&self, change: Change, decide: Arc<F>) -> Result<Changed, ChangeError>
    where
        F: Fn(Tx, Case, Timestamp) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Decided, ChangeError>> + Send + 'static,
    {
        let (cases, change, now) = (self.clone(), Arc::new(change), self.clock.now());
        self.db
            .write(move |tx| {
                let (cases, change, decide) = (cases.clone(), Arc::clone(&change), Arc::clone(&decide));
                async move {
                    if let Some(once) = &change.once
                        && once.earlier(&cases.keys.request, &tx, now).await?.is_some()
                    {
                        let done = rows::record::find(&tx, &change.number, change.scope.clone()).await?;
                        return done.map(|stored| Changed::from(&stored.case)).ok_or(ChangeError::NoSuchCase);
                    }
                    let stored = rows::record::find(&tx, &change.number, change.scope.clone()).await?.ok_or(ChangeError::NoSuchCase)?;
                    let mut case = stored.case;
                    if change.seen.is_some_and(|seen| seen != case.version) {
                        return Err(ChangeError::Stale { state: case.state.name(), version: case.version });
                    }
                    if case.erased {
                        return Err(ChangeError::Erased);
                    }
                    let decided = decide(tx.clone(), case.clone(), now).await?;
                    cases.commit_steps(&tx, &mut case, &change, decided, now).await?;
                    if let Some(once) = &change.once {
                        once.remember(&cases.keys.request, &tx, change.number.to_string(), now).await?;
                    }
                    Ok(Changed::from(&case))
                }
            })
            .await
    }

    /// Applies what was decided, saves the row, appends the events, and does what follows for cases that hang together.
    pub(crate) async fn commit_steps(
        &self,
        tx: &Tx,
        case: &mut Case,
        change: &Change,
        decided: Decided,
        now: Timestamp,
    ) -> Result<(), ChangeError> {
        let was = case.clone();
        let events = self.save_steps(tx, &was, case, &decided, now).await?;
        if was.assisting() != case.assisting() {
            rows::assist::set(tx, case.id, &case.assisting()).await?;
        }
        if decided.iter().any(|(event, _)| matches!(event, CaseEvent::CodeReissued { .. })) {
            rows::record::raise_code(tx, case.id).await?;
        }
        super::alarm::keep(tx, case.id, &change.actor, decided.iter().map(|(event, _)| event), now).await?;
        let envelope = Envelope { source: self.source, ..Envelope::live(change.actor.clone(), change.request_id, now) };
        self.journal.append(tx, &envelope, &Stream::of(case.id), case.subject(), was.version, events).await?;
        self.reset_timers(tx, case.id, &was.timers(), &case.timers(), now).await?;
        self.keep_watch(tx, Some(&was), case, now).await?;
        self.follow(tx, case, &was, change, &decided, now).await
    }

    /// Applies what was decided to `case`, which was read as `was`, and saves the row; the events for the journal.
    pub(super) async fn save_steps(
        &self,
        tx: &Tx,
        was: &Case,
        case: &mut Case,
        decided: &[(CaseEvent, Private)],
        now: Timestamp,
    ) -> Result<Vec<NewEvent>, ChangeError> {
        let (calendar, limits) = (self.calendar_at(now), self.limits_of(case));
        let timing = Timing::by(&calendar);
        let mut events = Vec::with_capacity(decided.len());
        for (event, private) in decided {
            case.apply(event, now, &timing, &limits).map_err(|error| ChangeError::of_fold(&error, was.version))?;
            events.push(to_journal(event, private, None)?);
        }
        rows::record::save(tx, was, case, &limits, now).await?;
        Ok(events)
    }

    /// The steps of a resident: by code, without a version.
    pub(crate) fn by_resident(
        case: CaseId,
        number: &CaseNumber,
        request_id: Option<RequestId>,
        key: Option<&IdempotencyKey>,
        asked: &impl serde::Serialize,
    ) -> Change {
        Change {
            actor: Actor::Resident,
            request_id,
            number: number.clone(),
            scope: rows::scope::by_code(case),
            seen: None,
            once: key.map(|key| Once::new(case.to_string(), key, asked)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_nothing_without_the_key() {
        let (one, other) = (RequestKey([1; 32]), RequestKey([2; 32]));
        assert_eq!(one.digest(b"text"), one.digest(b"text"));
        assert_ne!(one.digest(b"text"), other.digest(b"text"));
        assert_ne!(one.digest(b"text"), one.digest(b"another"));
    }
}
