//! Another calendar takes effect (issue 5): the clocks of open cases are computed again, those whose instants move get an event
//! that says from when to when, and their timers follow in the same commit.
//!
//! A job walks the open cases in the order of their ids. Looking and computing is done outside of the write; one commit moves
//! at most [`CHUNK`] cases and enqueues the next part under the same key, so that no other write waits long, and a process
//! that dies leaves nothing half done. A case that was moved does not move again: doing a part twice does nothing.

use std::collections::BTreeSet;

use identity::Granted;
use jobs::{Handler, Job, JobError, NewJob, Outcome};
use journal::{Actor, Addition, Envelope, Stream};
use kernel::{CaseId, JobId, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{StoreError, Tx};
use workday::Calendar;

use super::merge::earliest;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::event::Borrowed;
use crate::model::{Case, Clocks, Course, State, Timing};
use crate::permissions::RunTimer;
use crate::rows;
use crate::service::Cases;

/// The job's kind.
const KIND: &str = "case.recalculate";

/// Most cases that one commit moves.
const CHUNK: usize = 50;

/// Cases read at a time where all of them are counted.
const PAGE: u64 = 500;

/// Cases read at a time where a [`CHUNK`] is looked for: what is read beyond it is read again for the next.
const NEXT: u64 = 100;

/// Most cases that are looked at before the place is written down.
const LOOKED_AT: u64 = 20_000;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Payload {
    /// The number of the approved change.
    change: u32,
    /// The id of the last case that was looked at.
    after: String,
}

/// What was found outside of the write.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Found {
    cases: Vec<CaseId>,
    after: String,
    more: bool,
}

/// The job that computes open cases again from `from` on, for the approval of the change `change`.
pub fn recalculation(id: JobId, change: u32, from: Timestamp) -> NewJob {
    part(id, change, "", from)
}

fn part(id: JobId, change: u32, after: &str, at: Timestamp) -> NewJob {
    NewJob::new(id, KIND, json!({ "change": change, "after": after }), at).unique(format!("{KIND}:{change}"))
}

/// The clocks of an open case.
struct Running {
    id: CaseId,
    clocks: Clocks,
    course: Course,
}

/// As it was read. A row that is not as we write it is left to doctor.
fn read(row: rows::lists::RunningRow) -> Option<Running> {
    let rows::lists::RunningRow { id, clocks, course } = row;
    Some(Running { id: id.parse().ok()?, clocks: serde_json::from_str(&clocks).ok()?, course: serde_json::from_str(&course).ok()? })
}

impl Cases {
    /// How many open cases `calendar` would give another deadline, counted up to `most`; whether all were looked at.
    pub async fn moved_by(&self, calendar: &Calendar, most: u64) -> Result<(u64, bool), StoreError> {
        let timing = Timing::by(calendar);
        let (mut count, mut looked, mut after) = (0, 0, String::new());
        while looked < LOOKED_AT {
            let from = after.clone();
            let rows = self.db.read(move |tx| async move { rows::lists::running_after(&tx, &from, PAGE).await }).await?;
            let Some(last) = rows.last() else { return Ok((count, true)) };
            looked += rows.len() as u64;
            after.clone_from(&last.id);
            let moves = |case: &Running| !case.clocks.moved_to(&case.clocks.again(&timing)).is_empty();
            count += rows.into_iter().filter_map(read).filter(moves).count() as u64;
            if count >= most {
                return Ok((most, false));
            }
        }
        Ok((count, false))
    }

    /// The next cases after `after` that the calendar of `now` may move.
    async fn find_moving(&self, mut after: String, now: Timestamp) -> Result<Found, StoreError> {
        let calendar = self.calendar_at(now);
        let timing = Timing::by(&calendar);
        let (mut cases, mut looked) = (Vec::new(), 0);
        while looked < LOOKED_AT {
            let from = after.clone();
            let rows = self.db.read(move |tx| async move { rows::lists::running_after(&tx, &from, NEXT).await }).await?;
            if rows.is_empty() {
                return Ok(Found { cases, after, more: false });
            }
            looked += rows.len() as u64;
            for row in rows {
                after.clone_from(&row.id);
                // What others lend to a case is looked up inside the write.
                let moves = |case: &Running| case.course.absorbed > 0 || case.clocks.again(&timing) != case.clocks;
                cases.extend(read(row).filter(moves).map(|case| case.id));
                if cases.len() == CHUNK {
                    return Ok(Found { cases, after, more: true });
                }
            }
        }
        Ok(Found { cases, after, more: true })
    }

    /// The final clock that `parent` borrows by the calendar of `timing`, whichever of them was computed again already.
    async fn borrowed_by(&self, tx: &Tx, parent: &Case, timing: &Timing<'_>) -> Result<Option<Borrowed>, StoreError> {
        if parent.course.absorbed == 0 {
            return Ok(parent.course.borrowed);
        }
        let parent = Case { clocks: parent.clocks.again(timing), ..parent.clone() };
        let merged = rows::lists::merged_into(tx, parent.id).await?;
        Ok(merged.into_iter().fold(None, |known, child| {
            let child = Case { clocks: child.case.clocks.again(timing), ..child.case };
            earliest(&parent, known, &child)
        }))
    }

    /// Moves those of `ids` that move, few statements for all of them together; the cases that moved ones are merged into.
    async fn recalculate(
        &self,
        tx: &Tx,
        actor: &Actor,
        ids: BTreeSet<CaseId>,
        change: u32,
        now: Timestamp,
    ) -> Result<BTreeSet<CaseId>, ChangeError> {
        if ids.is_empty() {
            return Ok(ids);
        }
        let calendar = self.calendar_at(now);
        let timing = Timing::by(&calendar);
        let (mut moved, mut additions) = (Vec::new(), Vec::new());
        for stored in rows::record::find_readable(tx, ids).await? {
            let was = stored.case;
            if was.erased {
                continue;
            }
            let borrowed = self.borrowed_by(tx, &was, &timing).await?;
            let Some(event) = was.recalculated(change, borrowed, &timing) else { continue };
            let mut case = was.clone();
            // What else follows from a step follows from its state, and this changes none.
            let events = self.save_steps(tx, &was, &mut case, &[(event, Private::Nothing)], now).await?;
            additions.push(Addition { stream: Stream::of(case.id), subject: case.subject(), after: was.version, events });
            moved.push((was, case));
        }
        let envelope = Envelope { source: self.source, ..Envelope::live(actor.clone(), None, now) };
        self.journal.append_each(tx, &envelope, additions).await?;
        self.keep_watches(tx, &moved, now).await?;
        Ok(moved.iter().filter_map(|(_, case)| if let State::Merged { into, .. } = case.state { Some(into) } else { None }).collect())
    }

    async fn recalculate_part(
        &self,
        grant: &Granted<RunTimer>,
        tx: &Tx,
        payload: &Payload,
        found: Found,
        now: Timestamp,
    ) -> Result<(), ChangeError> {
        let parents = self.recalculate(tx, grant.actor(), found.cases.into_iter().collect(), payload.change, now).await?;
        // A parent whose turn has passed would go on with what the child lent it before.
        self.recalculate(tx, grant.actor(), parents, payload.change, now).await?;
        if found.more {
            jobs::enqueue(tx, &part(JobId::new(now, self.rng.as_ref()), payload.change, &found.after, now)).await?;
        }
        Ok(())
    }
}

/// Computes open cases again, for the job runner.
pub struct RecalculateJob(pub Cases);

#[async_trait::async_trait]
impl Handler for RecalculateJob {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn prepare(&self, job: &Job) -> Result<Value, JobError> {
        let payload: Payload = job.payload()?;
        if !self.0.calendars().knows(payload.change) {
            self.0.hear_of_rules().await?;
        }
        if !self.0.calendars().knows(payload.change) {
            return Err(JobError::later("the approved calendar cannot be found"));
        }
        let found = self.0.find_moving(payload.after, job.now).await?;
        serde_json::to_value(found).map_err(JobError::never)
    }

    async fn run(&self, tx: &Tx, job: &Job, prepared: &Value) -> Result<Outcome, JobError> {
        let payload: Payload = job.payload()?;
        let found: Found = serde_json::from_value(prepared.clone()).map_err(JobError::never)?;
        let grant = Granted::system("the calendar has changed");
        match self.0.recalculate_part(&grant, tx, &payload, found, job.now).await {
            Ok(()) => Ok(Outcome::Done),
            Err(ChangeError::Store(error)) => Err(JobError::Store(error)),
            Err(error) => Err(JobError::later(error)),
        }
    }
}
