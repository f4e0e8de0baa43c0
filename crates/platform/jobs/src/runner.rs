//! Claims what is due and has it done.

use std::collections::HashMap;
use std::error::Error;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Clock, JobId, Rng, Timestamp};
use store::{Db, StoreError};
use tokio::task::JoinSet;

use crate::rows::job::First;
use crate::{Handler, Handlers, Job, JobError, Outcome, rows};

/// How often a job is tried before it is given up. With [`pause_after`] that takes ten and a half hours: longer than
/// a night's outage of a mail or message gateway that is mended in the morning.
pub const MOST_ATTEMPTS: i64 = 16;

/// How many jobs are done side by side, at most: enough that a slow gateway leaves hands for others. Chosen, not measured; where
/// commands wait during bursts on PostgreSQL, whose writers have fewer connections, lower it.
const AT_ONCE: usize = 32;

/// How long a claim holds. Whoever is still at it renews the claim when half of that is over; where that fails, the job may be begun
/// again elsewhere, and only one of the two takes effect.
const LEASE_SECS: i64 = 300;

/// The longest sleep: clocks may be set, and other processes enqueue without waking us.
const NAP: Duration = Duration::from_secs(1);

/// After a commit the runner waits this long before it looks, so that a busy site is not asked at every commit.
const GATHER: Duration = Duration::from_millis(25);

/// Seconds until the next try after try number `attempt` (from 1) failed: 5, 20, 80, 320, 1,280, then an hour each.
pub fn pause_after(attempt: i64) -> i64 {
    let exponent = u32::try_from(attempt.clamp(1, 7) - 1).unwrap_or(0);
    (5 * 4i64.pow(exponent)).min(3_600)
}

fn later(at: Timestamp, secs: i64) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond().saturating_add(secs * 1_000)).unwrap_or(Timestamp::MAX)
}

/// Does jobs until it is stopped. One per process; several processes may share a database.
#[derive(Clone)]
pub struct Runner {
    db: Db,
    clock: Arc<dyn Clock>,
    handlers: Handlers,
    /// Names this process in its claims.
    me: Arc<str>,
}

impl Runner {
    /// A runner for the jobs that `handlers` can do; others are left to processes that can.
    pub fn new(db: Db, clock: Arc<dyn Clock>, rng: &dyn Rng, handlers: Handlers) -> Self {
        let me = format!("{:032x}", u128::from_be_bytes(rng.bytes()));
        Self { db, clock, handlers, me: me.into() }
    }

    /// What it can do.
    pub fn handlers(&self) -> &Handlers {
        &self.handlers
    }

    /// Works until `stop` is ready; then ends the jobs in hand and returns.
    pub async fn run(&self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        let mut commits = self.db.commits();
        let mut hands = Hands::default();
        loop {
            commits.borrow_and_update();
            self.keep(&mut hands).await;
            // Whoever takes long holds up only itself; and one commit fetches many, because half of the hands are free before it.
            let room = AT_ONCE.saturating_sub(hands.jobs.len());
            let (nap, idle) = if room < AT_ONCE / 2 {
                (NAP, false)
            } else {
                match self.take(&mut hands, room).await {
                    Ok(Round::Claimed(_)) => (Duration::ZERO, false),
                    Ok(Round::Idle { nap }) => (nap, true),
                    Err(error) => {
                        tracing::error!(error = %chain(&error), "looking for jobs failed");
                        (NAP, false)
                    }
                }
            };
            tokio::select! {
                biased;
                () = &mut stop => break,
                Some((job, result)) = hands.ended() => self.settle(job, result).await,
                () = tokio::time::sleep(nap) => {}
                changed = commits.changed(), if idle => tokio::time::sleep(if changed.is_ok() { GATHER } else { NAP }).await,
            }
        }
        self.finish(&mut hands).await;
    }

    /// Does everything that is due by the clock, one job after the other in the order of their due instants, and what
    /// that makes due. Returns how many tries it made. For tests, demo histories and `doctor --drain`.
    pub async fn run_due(&self) -> Result<u64, StoreError> {
        let (mut tries, mut hands) = (0, Hands::default());
        while let Round::Claimed(claimed) = self.take(&mut hands, 1).await? {
            tries += claimed;
            self.finish(&mut hands).await;
        }
        Ok(tries)
    }

    fn until(&self, next: Option<Timestamp>) -> Duration {
        let now = self.clock.now().as_millisecond();
        let wait = next.map_or(i64::MAX, |next| next.as_millisecond().saturating_sub(now));
        Duration::from_millis(u64::try_from(wait).unwrap_or(0)).min(NAP)
    }

    /// Claims up to `most` due jobs, oldest first within each kind, and begins them. Every kind that is due has its share, so that
    /// some thousands of one kind, due at the close of business, do not stand before the others.
    async fn take(&self, hands: &mut Hands, most: usize) -> Result<Round, StoreError> {
        let kinds: Arc<[&'static str]> = self.handlers.kinds().collect();
        if kinds.is_empty() {
            return Ok(Round::Idle { nap: NAP });
        }
        // Looking first costs a read; an empty claim would be a commit that wakes the next look, for ever.
        let (mut due, held) = self.db.read(move |tx| async move { rows::job::look(&tx, &kinds).await }).await?;
        let (now, until) = (self.clock.now(), later(self.clock.now(), LEASE_SECS));
        let latest = later(until, LEASE_SECS).as_millisecond();
        let over = held.is_some_and(|(first, last)| first <= now.as_millisecond() || last > latest);
        let next = due.iter().map(|first| first.run_at).min();
        due.retain(|first| first.run_at <= now);
        if due.is_empty() && !over {
            return Ok(Round::Idle { nap: self.until(next) });
        }
        due.sort_unstable();
        due.truncate(most);
        let share = u32::try_from(most / due.len().max(1)).unwrap_or(1);
        let (me, due) = (Arc::clone(&self.me), Arc::<[First]>::from(due));
        let claimed: Vec<Job> = self
            .db
            .write_read_committed(move |tx| {
                let (me, due) = (Arc::clone(&me), Arc::clone(&due));
                async move {
                    if over {
                        rows::job::let_go(&tx, now.as_millisecond(), latest).await?;
                    }
                    let mut claimed = Vec::new();
                    for first in due.iter() {
                        claimed.extend(rows::job::claim(&tx, &me, first.kind, now, until, share).await?);
                    }
                    Ok::<_, StoreError>(claimed)
                }
            })
            .await?;
        // Another copy was faster, and may be done with them soon.
        if claimed.is_empty() && !over {
            return Ok(Round::Idle { nap: GATHER });
        }
        let tries = claimed.len() as u64;
        // The earliest of what is in hand: the others are renewed with it.
        hands.held_until = if hands.jobs.is_empty() { until } else { hands.held_until.min(until) };
        for job in claimed {
            hands.begin(self, job);
        }
        Ok(Round::Claimed(tries))
    }

    /// Keeps hold of what is in hand. Where that fails, it is tried again at the next turn.
    async fn keep(&self, hands: &mut Hands) {
        if let Err(error) = self.renew(hands).await {
            tracing::error!(error = %chain(&error), "claims could not be renewed");
        }
    }

    /// Renews the claims on what is in hand, before half of their time is over, and where the clock was set.
    async fn renew(&self, hands: &mut Hands) -> Result<(), StoreError> {
        let now = self.clock.now();
        let (soon, until) = (later(now, LEASE_SECS / 2), later(now, LEASE_SECS));
        if hands.jobs.is_empty() || (soon..=until).contains(&hands.held_until) {
            return Ok(());
        }
        let ids: Arc<[JobId]> = hands.jobs.values().map(|job| job.id).collect();
        let me = Arc::clone(&self.me);
        self.db
            .write_read_committed(move |tx| {
                let (me, ids) = (Arc::clone(&me), Arc::clone(&ids));
                async move { rows::job::renew(&tx, &me, &ids, until).await }
            })
            .await?;
        hands.held_until = until;
        Ok(())
    }

    /// Waits for everything in hand.
    async fn finish(&self, hands: &mut Hands) {
        while !hands.jobs.is_empty() {
            self.keep(hands).await;
            tokio::select! {
                biased;
                Some((job, result)) = hands.ended() => self.settle(job, result).await,
                () = tokio::time::sleep(NAP) => {}
            }
        }
    }

    async fn settle(&self, job: Option<Arc<Job>>, result: Result<(), JobError>) {
        if let (Some(job), Err(error)) = (job, result) {
            // Where even that cannot be written, the claim runs out and the job is tried again.
            if let Err(error) = self.note(job, error).await {
                tracing::error!(error = %chain(&error), "noting that a job failed failed");
            }
        }
    }

    async fn attempt(&self, job: &Arc<Job>) -> Result<(), JobError> {
        let Some(handler) = self.handlers.find(&job.kind) else {
            return Err(JobError::later("no handler"));
        };
        if job.attempt > MOST_ATTEMPTS {
            return Err(JobError::never("its process ended in the middle of its last try"));
        }
        let prepared = Arc::new(handler.prepare(job).await?);
        let (job, me) = (Arc::clone(job), Arc::clone(&self.me));
        self.db
            .write(move |tx| {
                let (handler, job, me, prepared) = (Arc::clone(&handler), Arc::clone(&job), Arc::clone(&me), Arc::clone(&prepared));
                async move {
                    // The end comes first, so that the job may enqueue a successor under its own key.
                    if !rows::job::end(&tx, &job, &me).await? {
                        return Err(JobError::Lost);
                    }
                    match Handler::run(handler.as_ref(), &tx, &job, &prepared).await? {
                        Outcome::Done => Ok(()),
                        Outcome::Again { at } => Ok(rows::job::put_back(&tx, &job, at).await?),
                    }
                }
            })
            .await
    }

    /// Writes down that a try failed, and whether there will be another.
    async fn note(&self, job: Arc<Job>, error: JobError) -> Result<(), StoreError> {
        let text: Arc<str> = chain(&error).chars().take(500).collect::<String>().into();
        let may_pass = match error {
            JobError::Lost => {
                tracing::info!(job.id = %job.id, job.kind = job.kind, "a job was cancelled or taken over while it was being done");
                return Ok(());
            }
            JobError::Never(_) => false,
            JobError::Store(_) | JobError::Later(_) => job.attempt < MOST_ATTEMPTS,
        };
        let again = may_pass.then(|| later(self.clock.now(), pause_after(job.attempt)));
        if again.is_some() {
            tracing::warn!(job.id = %job.id, job.kind = job.kind, job.attempt = job.attempt, error = &*text, "a job failed and is tried again");
        } else {
            tracing::error!(job.id = %job.id, job.kind = job.kind, job.attempt = job.attempt, error = &*text, "a job was given up");
        }
        let me = Arc::clone(&self.me);
        self.db
            .write(move |tx| {
                let (job, me, text) = (Arc::clone(&job), Arc::clone(&me), Arc::clone(&text));
                // False: cancelled or taken over meanwhile; then the failure is nobody's.
                async move { rows::job::fail(&tx, &job, &me, &text, again).await.map(drop) }
            })
            .await
    }
}

enum Round {
    /// So many were begun; none, where only claims were taken back.
    Claimed(u64),
    /// Nothing is due.
    Idle {
        /// When to look again, unless something is committed before.
        nap: Duration,
    },
}

/// The jobs in hand, each in a task of its own, so that one that panics takes no other with it.
#[derive(Default)]
struct Hands {
    tasks: JoinSet<Result<(), JobError>>,
    jobs: HashMap<tokio::task::Id, Arc<Job>>,
    /// Until when all of them are ours.
    held_until: Timestamp,
}

impl Hands {
    fn begin(&mut self, runner: &Runner, job: Job) {
        let job = Arc::new(job);
        let (runner, of) = (runner.clone(), Arc::clone(&job));
        let task = self.tasks.spawn(async move { runner.attempt(&of).await });
        self.jobs.insert(task.id(), job);
    }

    /// The next that ends; nothing when no job is in hand.
    async fn ended(&mut self) -> Option<(Option<Arc<Job>>, Result<(), JobError>)> {
        let (task, result) = match self.tasks.join_next_with_id().await? {
            Ok((task, result)) => (task, result),
            Err(broken) => (broken.id(), Err(JobError::later("it panicked"))),
        };
        Some((self.jobs.remove(&task), result))
    }
}

/// The messages of an error and of what caused it, joined.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_an_hour() {
        assert_eq!((1..=7).map(pause_after).collect::<Vec<_>>(), [5, 20, 80, 320, 1_280, 3_600, 3_600]);
        assert_eq!(pause_after(0), 5);
        let all: i64 = (1..MOST_ATTEMPTS).map(pause_after).sum();
        assert_eq!(all / 3_600, 10);
    }
}
