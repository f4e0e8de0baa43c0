//! What supervision is told of a case: in the commit that moves its lights, a job says when to look at it next. The case
//! knows nothing of reminders and orders; whoever runs jobs of this kind does (ADR 0016).

use std::collections::BTreeMap;

use jobs::NewJob;
use kernel::{CaseId, CaseNumber, JobId, Timestamp, UnitCode};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx};

use crate::model::Case;
use crate::rows;
use crate::service::Cases;

/// The kind of the job.
pub const WATCH: &str = "case.watch";

/// So many reopenings, and somebody looks whatever the lights say (domain 4.1: negative rating twice, repeat ≥ 3).
const REOPENINGS: u32 = 2;

/// So many others merged into a case, and somebody looks (domain 4.1: a group of ten or more requesters).
const ABSORBED: u32 = 9;

/// Which case is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// The case.
    pub case: CaseId,
}

/// How a unit answered in a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// Matters that it answered, each once.
    pub given: u64,
    /// Of these, after the end of the final clock.
    pub late: u64,
    /// How long the final clocks of these ran, milliseconds.
    pub ran_ms: u64,
    /// How long of that they stood still.
    pub stopped_ms: u64,
    /// Returns that were not agreed to: the matter went back to the unit.
    pub sent_back: u64,
}

/// One job of a case waits at most: a later intention takes the place of an earlier one.
fn key(case: CaseId) -> String {
    format!("{WATCH}:{case}")
}

/// Whether its light is yellow or red at `now`.
fn is_lit(case: &Case, now: Timestamp) -> bool {
    case.yellow_at().into_iter().chain(case.red_at()).any(|at| at <= now)
}

/// What a step changes about the next look.
enum Look {
    /// Nothing: it stands as it is.
    AsBefore,
    /// Nobody needs to look.
    Never,
    /// It is then.
    At(Timestamp),
}

/// When the case is to be looked at after a step.
fn next_look(was: Option<&Case>, case: &Case, now: Timestamp) -> Look {
    let lights = |case: &Case| (case.yellow_at(), case.red_at());
    let was_lit = was.is_some_and(|was| is_lit(was, now));
    let reopened = was.is_some_and(|was| case.reopenings > was.reopenings && case.reopenings >= REOPENINGS);
    let grown = was.is_some_and(|was| case.course.absorbed > was.course.absorbed && case.course.absorbed >= ABSORBED);
    // Another unit has it: whom a reminder reaches is another, and a matter of safety has somebody to answer for it.
    let moved = was.is_some_and(|was| case.unit() != was.unit() && (was_lit || case.urgent && case.unit().is_some()));
    // Somebody else has to decide, and no clock of the case says until when.
    let contested = was.is_some_and(|was| case.course.class_contested_at.is_some() && was.course.class_contested_at.is_none());
    let at_once = reopened || grown || moved || contested;
    let changed = was.is_none_or(|was| lights(was) != lights(case));
    if !changed && !at_once {
        return Look::AsBefore;
    }
    let coming = case.yellow_at().into_iter().chain(case.red_at()).map(|at| at.max(now)).min();
    if at_once || was_lit { Look::At(now) } else { coming.map_or(Look::Never, Look::At) }
}

/// Nobody looks at an erased case any more, and nobody reads it because it was escalated.
pub(super) async fn end(tx: &Tx, case: CaseId) -> Result<(), StoreError> {
    jobs::cancel(tx, &key(case)).await?;
    rows::escalation::set(tx, case, false, false).await
}

impl Cases {
    /// Enqueues the next look at a case with the commit that changes it.
    pub(crate) async fn keep_watch(&self, tx: &Tx, was: Option<&Case>, case: &Case, now: Timestamp) -> Result<(), StoreError> {
        match next_look(was, case, now) {
            Look::AsBefore => Ok(()),
            Look::Never => jobs::cancel(tx, &key(case.id)).await,
            Look::At(at) => jobs::replace(tx, &[self.look(case.id, at, now)?]).await,
        }
    }

    /// As [`Cases::keep_watch`], for many cases that one commit changes, each as it was and as it is.
    pub(super) async fn keep_watches(&self, tx: &Tx, changed: &[(Case, Case)], now: Timestamp) -> Result<(), StoreError> {
        let (mut over, mut coming) = (Vec::new(), Vec::new());
        for (was, case) in changed {
            match next_look(Some(was), case, now) {
                Look::AsBefore => {}
                Look::Never => over.push(key(case.id)),
                Look::At(at) => coming.push(self.look(case.id, at, now)?),
            }
        }
        jobs::cancel_all(tx, &over).await?;
        jobs::replace(tx, &coming).await
    }

    /// The job that looks at the case at `at`.
    fn look(&self, case: CaseId, at: Timestamp, now: Timestamp) -> Result<NewJob, StoreError> {
        let payload = serde_json::to_value(Watch { case }).map_err(|_| StoreError::corrupt("job", "payload", case))?;
        Ok(NewJob::new(JobId::new(now, self.rng.as_ref()), WATCH, payload, at).unique(key(case)))
    }

    /// The case with this id inside the caller's transaction, for what is done by itself; `None` when there is none or
    /// its person is erased.
    pub async fn watched(&self, tx: &Tx, case: CaseId) -> Result<Option<Case>, StoreError> {
        Ok(rows::record::find_by_id(tx, case).await?.map(|stored| stored.case).filter(|case| !case.erased))
    }

    /// The case with this number, whoever has it, unless its person is erased: for an order about it. Its page stays closed to
    /// whoever may not read it.
    pub async fn numbered(&self, number: &CaseNumber) -> Result<Option<Case>, StoreError> {
        let number = number.clone();
        let found = self.db.read(move |tx| async move { rows::record::find(&tx, &number, rows::scope::everything()).await }).await?;
        Ok(found.map(|stored| stored.case).filter(|case| !case.erased))
    }

    /// How many cases each unit has to do something about, by the units' codes; read in the caller's snapshot.
    pub async fn at_work_by_unit(&self, tx: &Tx) -> Result<BTreeMap<UnitCode, u64>, StoreError> {
        let bad = || StoreError::corrupt("case_record", "unit", "a count");
        let counted = rows::lists::by_unit(tx, &crate::queries::AT_WORK).await?;
        counted.into_iter().map(|(unit, n)| Ok((unit.parse().map_err(|_| bad())?, u64::try_from(n).map_err(|_| bad())?))).collect()
    }

    /// How each unit answered since `since`: by the final clocks of what it answered last, and the returns it got back.
    pub async fn answered_by_unit(&self, tx: &Tx, since: Timestamp) -> Result<BTreeMap<UnitCode, Answers>, StoreError> {
        let bad = || StoreError::corrupt("case_record", "unit", "a sum");
        let count = |n: i64| u64::try_from(n).map_err(|_| bad());
        let mut units: BTreeMap<UnitCode, Answers> = BTreeMap::new();
        for (unit, late, n, ran, stopped) in rows::lists::answered_by_unit(tx, since).await? {
            let answers = units.entry(unit.parse().map_err(|_| bad())?).or_default();
            answers.given += count(n)?;
            answers.late += if late { count(n)? } else { 0 };
            answers.ran_ms += count(ran)?;
            answers.stopped_ms += count(stopped)?;
        }
        for (unit, n) in rows::lists::sent_back_by_unit(tx, since).await? {
            units.entry(unit.parse().map_err(|_| bad())?).or_default().sent_back += count(n)?;
        }
        Ok(units)
    }

    /// Says who else may read the case, because it was escalated (decisions 3): supervisor, organiser. Reading only: what
    /// they may do is still what waits for them.
    pub async fn escalate(&self, tx: &Tx, case: CaseId, supervisor: bool, organiser: bool) -> Result<(), StoreError> {
        rows::escalation::set(tx, case, supervisor, organiser).await
    }
}
