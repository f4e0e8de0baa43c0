//! Leave to read with an end: warrants, asked for by one and granted by another, and samples (decisions 3; ADR 0015).

use std::collections::BTreeSet;

use identity::{Granted, Permission};
use jiff::ToSpan as _;
use jiff::civil::Date;
use journal::{Envelope, NewEvent, Stream, site_subject};
use kernel::{CaseId, CaseNumber, SampleId, Timestamp, WarrantId, format};
use serde_json::json;
use store::{StoreError, Tx};

use super::verb::word;
use crate::errors::{ChangeError, LeaveError};
use crate::model::warrant::{NotNow, SAMPLE_MOST};
use crate::model::{Sample, Warrant, WarrantEvent, WarrantReason};
use crate::permissions::{AskWarrant, DrawSample, GrantWarrant};
use crate::rows;
use crate::service::Cases;

/// The kind of the event of a sample that is drawn.
pub(crate) const DRAWN: &str = "sample.drawn";
/// The kind of the event of a sample that is ended before its time.
pub(crate) const ENDED: &str = "sample.ended";

/// What an auditor asks for.
#[derive(Debug, Clone, Default)]
pub struct WarrantInput {
    /// The number of the matter.
    pub number: String,
    /// A word of the closed list.
    pub reason: String,
    /// For how many days.
    pub days: String,
}

/// What a sample is drawn from, and for whom.
#[derive(Debug, Clone, Default)]
pub struct SampleInput {
    /// The sign-in name of an evaluator or an auditor.
    pub reader: String,
    /// Received in this month: `2026-10`.
    pub month: String,
    /// How many matters.
    pub count: String,
    /// For how many days.
    pub days: String,
}

impl Cases {
    /// The most days of a warrant or a sample (`warrant.max`).
    pub fn most_days(&self) -> u8 {
        self.limits_at(self.clock.now()).warrant_days
    }

    fn days_of(&self, text: &str) -> Result<u8, ChangeError> {
        let days = text.trim().parse().ok().filter(|days| (1..=self.most_days()).contains(days));
        days.ok_or_else(|| ChangeError::field("days", "out_of_range"))
    }

    /// Asks for leave to read one matter. That there is such a matter is all that the answer tells.
    pub async fn ask_warrant(&self, grant: &Granted<AskWarrant>, input: &WarrantInput) -> Result<WarrantId, LeaveError> {
        let reader = Self::person(grant)?;
        let number: CaseNumber = input.number.parse().map_err(|_| ChangeError::field("number", "unknown"))?;
        let reason = word("reason", &input.reason, WarrantReason::from_code)?;
        let days = self.days_of(&input.days)?;
        let now = self.clock.now();
        let id = WarrantId::new(now, self.rng.as_ref());
        let (cases, envelope) = (self.clone(), self.leave_envelope(grant, now));
        self.db
            .write(move |tx| {
                let (cases, envelope, number) = (cases.clone(), envelope.clone(), number.clone());
                async move {
                    let stored = rows::record::find(&tx, &number, rows::scope::everything()).await?;
                    let case = stored.ok_or_else(|| ChangeError::field("number", "unknown"))?.case;
                    if case.erased {
                        return Err(ChangeError::Erased.into());
                    }
                    if rows::warrant::is_open(&tx, reader, case.id, now).await? {
                        return Err(LeaveError::Already);
                    }
                    let event = WarrantEvent::Asked { case: case.id, reader, reason, days };
                    let warrant = Warrant::begun(id, &event, now).ok_or(LeaveError::Over)?;
                    rows::warrant::insert(&tx, &warrant).await?;
                    cases.append_warrant(&tx, &envelope, id, 0, &event).await?;
                    Ok(id)
                }
            })
            .await
    }

    /// Grants a warrant that somebody else asked for; it runs from now.
    pub async fn grant_warrant(&self, grant: &Granted<GrantWarrant>, id: WarrantId) -> Result<(), LeaveError> {
        let by = Self::person(grant)?;
        self.decide_warrant(grant, id, move |warrant, now| WarrantEvent::Granted {
            by,
            until: after_days(now, warrant.days).as_millisecond(),
        })
        .await
    }

    /// Refuses a warrant.
    pub async fn refuse_warrant(&self, grant: &Granted<GrantWarrant>, id: WarrantId) -> Result<(), LeaveError> {
        let by = Self::person(grant)?;
        self.decide_warrant(grant, id, move |_, _| WarrantEvent::Refused { by }).await
    }

    /// Ends a warrant before its time.
    pub async fn end_warrant(&self, grant: &Granted<GrantWarrant>, id: WarrantId) -> Result<(), LeaveError> {
        self.decide_warrant(grant, id, |_, _| WarrantEvent::Ended).await
    }

    async fn decide_warrant<P: Permission>(
        &self,
        grant: &Granted<P>,
        id: WarrantId,
        decide: impl Fn(&Warrant, Timestamp) -> WarrantEvent + Clone + Send + Sync + 'static,
    ) -> Result<(), LeaveError> {
        let now = self.clock.now();
        let (cases, envelope) = (self.clone(), self.leave_envelope(grant, now));
        self.db
            .write(move |tx| {
                let (cases, envelope, decide) = (cases.clone(), envelope.clone(), decide.clone());
                async move {
                    let mut warrant = rows::warrant::find(&tx, id).await?.ok_or(LeaveError::NoSuch)?;
                    let (before, event) = (warrant.state, decide(&warrant, now));
                    warrant.apply(&event, now)?;
                    rows::warrant::save(&tx, &warrant, before).await?;
                    cases.append_warrant(&tx, &envelope, id, before.version(), &event).await?;
                    Ok(())
                }
            })
            .await
    }

    fn leave_envelope<P: Permission>(&self, grant: &Granted<P>, now: Timestamp) -> Envelope {
        Envelope { source: self.source, ..grant.envelope(now) }
    }

    async fn append_warrant(
        &self,
        tx: &Tx,
        envelope: &Envelope,
        id: WarrantId,
        after: i64,
        event: &WarrantEvent,
    ) -> Result<(), StoreError> {
        let public = serde_json::to_value(event).map_err(|_| StoreError::corrupt("journal_event", "public", event.kind()))?;
        let event =
            NewEvent { kind: event.kind(), kind_version: 1, occurred_at: None, public, private: serde_json::Value::Null, reason: None };
        self.journal.append(tx, envelope, &Stream::of(id), site_subject(), after, vec![event]).await?;
        Ok(())
    }

    /// Draws closed matters of a month by chance, for an evaluator or an auditor to read; fewer than asked for where the month has no
    /// more.
    pub async fn draw_sample(&self, grant: &Granted<DrawSample>, input: &SampleInput) -> Result<Sample, LeaveError> {
        let drawn_by = Self::person(grant)?;
        let readers = self.staff.readers().await?;
        let reader =
            word("reader", &input.reader, |login| readers.iter().find(|person| person.login == login).map(|person| person.account))?;
        if reader == drawn_by {
            return Err(LeaveError::Own);
        }
        let first: Date = format!("{}-01", input.month.trim()).parse().map_err(|_| ChangeError::field("month", "shape"))?;
        let count: u8 = input
            .count
            .trim()
            .parse()
            .ok()
            .filter(|count| (1..=SAMPLE_MOST).contains(count))
            .ok_or_else(|| ChangeError::field("count", "out_of_range"))?;
        let days = self.days_of(&input.days)?;
        let now = self.clock.now();
        let next = first.checked_add(1.month()).map_err(|_| ChangeError::field("month", "shape"))?;
        let (from, to) = (format::instant(first.at(0, 0, 0, 0)), format::instant(next.at(0, 0, 0, 0)));
        let mut all = self.db.read(move |tx| async move { rows::sample::may_be_drawn(&tx, from, to).await }).await?;
        let cases = self.drawn(&mut all, usize::from(count));
        if cases.is_empty() {
            return Err(ChangeError::field("month", "nothing").into());
        }
        let sample = Sample {
            id: SampleId::new(now, self.rng.as_ref()),
            reader,
            drawn_by,
            drawn_at: now,
            until: after_days(now, days),
            cases: cases.len() as u64,
        };
        let drawn = sample.clone();
        let (service, envelope) = (self.clone(), self.leave_envelope(grant, now));
        self.db
            .write(move |tx| {
                let (service, envelope, sample, cases) = (service.clone(), envelope.clone(), sample.clone(), cases.clone());
                async move {
                    rows::sample::insert(&tx, &sample, &cases).await?;
                    let public = json!({ "reader": sample.reader, "until": sample.until.as_millisecond(), "cases": cases });
                    service.append_sample(&tx, &envelope, sample.id, 0, DRAWN, public).await?;
                    Ok::<_, LeaveError>(())
                }
            })
            .await?;
        Ok(drawn)
    }

    /// So many of `all`, by chance and without order.
    fn drawn(&self, all: &mut Vec<CaseId>, count: usize) -> Vec<CaseId> {
        let mut drawn = BTreeSet::new();
        while drawn.len() < count && !all.is_empty() {
            let nth = usize::try_from(self.rng.below(all.len() as u64)).unwrap_or(0);
            drawn.insert(all.swap_remove(nth));
        }
        drawn.into_iter().collect()
    }

    /// Ends a sample before its time.
    pub async fn end_sample(&self, grant: &Granted<DrawSample>, id: SampleId) -> Result<(), LeaveError> {
        let now = self.clock.now();
        let (cases, envelope) = (self.clone(), self.leave_envelope(grant, now));
        self.db
            .write(move |tx| {
                let (cases, envelope) = (cases.clone(), envelope.clone());
                async move {
                    if rows::sample::find(&tx, id).await?.is_none() {
                        return Err(LeaveError::NoSuch);
                    }
                    if !rows::sample::end(&tx, id, now).await? {
                        return Err(LeaveError::Over);
                    }
                    cases.append_sample(&tx, &envelope, id, 1, ENDED, json!({ "until": now.as_millisecond() })).await?;
                    Ok(())
                }
            })
            .await
    }

    async fn append_sample(
        &self,
        tx: &Tx,
        envelope: &Envelope,
        id: SampleId,
        after: i64,
        kind: &'static str,
        public: serde_json::Value,
    ) -> Result<(), StoreError> {
        let event = NewEvent { kind, kind_version: 1, occurred_at: None, public, private: serde_json::Value::Null, reason: None };
        self.journal.append(tx, envelope, &Stream::of(id), site_subject(), after, vec![event]).await?;
        Ok(())
    }
}

/// So many times 24 hours later.
fn after_days(now: Timestamp, days: u8) -> Timestamp {
    now.checked_add((24 * i64::from(days)).hours()).unwrap_or(now)
}

impl From<NotNow> for LeaveError {
    fn from(error: NotNow) -> Self {
        match error {
            NotNow::Over => Self::Over,
            NotNow::Own => Self::Own,
        }
    }
}
