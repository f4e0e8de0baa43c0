//! What happens to a case by itself (domain 4.1 rows 11b, 15, 22, 30): a window ends, a stop is over, a review date comes, a
//! proposal lapses. Each has a job with the instant in its key; a job that comes too late for its case does nothing.

use identity::Granted;
use jobs::{Handler, Job, JobError, NewJob, Outcome};
use journal::Actor;
use kernel::{CaseId, JobId, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{StoreError, Tx};
use workday::Limit;

use super::change::{Change, Decided};
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::event::{CloseCause, GoOnCause};
use crate::model::{Case, CaseEvent, Need, ProposalEnd, Proposed, State, Timer};
use crate::permissions::RunTimer;
use crate::rows;
use crate::service::Cases;

/// The job's kind.
pub(crate) const KIND: &str = "case.timer";

/// How long handler and lead have to confirm a closing that the platform proposes.
const SILENCE_CONFIRMED_IN: Limit = Limit::WorkingDays(2);

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Payload {
    case: CaseId,
    timer: Timer,
    at: i64,
}

fn key(case: CaseId, timer: Timer, at: Timestamp) -> String {
    format!("{KIND}:{case}:{}:{}", timer.code(), at.as_millisecond())
}

impl Cases {
    /// Takes back what no longer waits and enqueues what does.
    pub(crate) async fn reset_timers(
        &self,
        tx: &Tx,
        case: CaseId,
        before: &[(Timer, Timestamp)],
        after: &[(Timer, Timestamp)],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        for (timer, at) in before.iter().filter(|waited| !after.contains(waited)) {
            jobs::cancel(tx, &key(case, *timer, *at)).await?;
        }
        for (timer, at) in after.iter().filter(|waits| !before.contains(waits)) {
            let payload = Payload { case, timer: *timer, at: at.as_millisecond() };
            let payload = serde_json::to_value(payload).map_err(|_| StoreError::corrupt("job", "payload", case))?;
            let job = NewJob::new(JobId::new(now, self.rng.as_ref()), KIND, payload, *at).unique(key(case, *timer, *at));
            jobs::enqueue(tx, &job).await?;
        }
        Ok(())
    }

    async fn run_timer(&self, grant: &Granted<RunTimer>, tx: &Tx, payload: &Payload, now: Timestamp) -> Result<(), ChangeError> {
        let Some(stored) = rows::record::find_by_id(tx, payload.case).await? else { return Ok(()) };
        let mut case = stored.case;
        let waits = case.timers().iter().any(|(timer, at)| *timer == payload.timer && at.as_millisecond() == payload.at && *at <= now);
        if !waits || case.erased {
            return Ok(());
        }
        let decided = self.when_over(&case, payload.timer, now);
        if decided.is_empty() {
            return Ok(());
        }
        let change = Change::of_system(Actor::clone(grant.actor()), &case);
        self.commit_steps(tx, &mut case, &change, decided, now).await
    }

    /// What the end of a time means for the case.
    fn when_over(&self, case: &Case, timer: Timer, now: Timestamp) -> Decided {
        let go_on = |cause| (CaseEvent::WentOn { cause }, Private::Nothing);
        let close = |cause| (CaseEvent::Closed { cause }, Private::Nothing);
        match timer {
            Timer::RatingWindow => vec![close(CloseCause::WindowOver)],
            Timer::Window if matches!(case.state, State::Withdrawn { .. }) => vec![close(CloseCause::Withdrawn)],
            Timer::Window => vec![close(CloseCause::NotContested)],
            Timer::Review => vec![go_on(GoOnCause::ReviewDate)],
            // A proposal about this very state waits; its end decides. One about something else stops nothing.
            Timer::Stop if case.pending.as_ref().is_some_and(|pending| !pending.step.outlives_the_state()) => Vec::new(),
            Timer::Stop if case.pending.is_none() && case.may_be_silent().is_ok() => {
                let needs = std::iter::once(Need::Handler).chain(case.needs(&Proposed::AnswerSilent, false)).collect();
                let expires = self.deadline(now, SILENCE_CONFIRMED_IN).as_millisecond();
                vec![(CaseEvent::Proposed { proposal: Proposed::AnswerSilent, by: None, needs, expires }, Private::Nothing)]
            }
            Timer::Stop => vec![go_on(GoOnCause::StopOver)],
            Timer::Proposal => Self::without_proposal(case, ProposalEnd::Lapsed, now),
        }
    }

    /// The end of a proposal; a stop that only waited for it is over with it.
    pub(crate) fn without_proposal(case: &Case, how: ProposalEnd, now: Timestamp) -> Decided {
        let ended = (CaseEvent::ProposalEnded { how }, Private::Nothing);
        match &case.state {
            State::AwaitingResident { until, .. } if *until <= now => {
                vec![ended, (CaseEvent::WentOn { cause: GoOnCause::StopOver }, Private::Nothing)]
            }
            State::AwaitingResident { .. }
            | State::Submitted
            | State::Triage
            | State::Dispatched { .. }
            | State::Returned { .. }
            | State::Accepted(_)
            | State::InProgress(_)
            | State::Deferred { .. }
            | State::Answered(_)
            | State::FeedbackPending { .. }
            | State::Rated(_)
            | State::Closed { .. }
            | State::Reopened { .. }
            | State::NotAccepted { .. }
            | State::Merged { .. }
            | State::Split { .. }
            | State::Referred { .. }
            | State::Withdrawn { .. }
            | State::Archived { .. } => vec![ended],
        }
    }
}

/// Runs the timers for the job runner.
pub struct TimerJob(pub Cases);

#[async_trait::async_trait]
impl Handler for TimerJob {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        let payload: Payload = job.payload()?;
        let grant = Granted::system("its time has come");
        match self.0.run_timer(&grant, tx, &payload, job.now).await {
            Ok(()) => Ok(Outcome::Done),
            Err(ChangeError::Store(error)) => Err(JobError::Store(error)),
            Err(error) => Err(JobError::later(error)),
        }
    }
}
