//! The queue on both databases.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jobs::{Handler, Handlers, Job, JobError, NewJob, Outcome, Runner};
use kernel::{Clock, FixedClock, JobId, SeededRng, SystemClock, SystemRng, Timestamp};
use serde_json::{Value, json};
use store::sea_orm::{ConnectionTrait, DbErr};
use store::sea_orm_migration::prelude::{MigrationName, MigrationTrait, SchemaManager};
use store::{Db, StoreError, Tx};
use support::on_both;

/// What the handlers of these tests change.
struct Marks;

impl MigrationName for Marks {
    fn name(&self) -> &'static str {
        "m00000000_marks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Marks {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        store::schema::Table::new(manager, "mark").serial("n").text("word").create(manager).await
    }
}

fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = jobs::migrations();
    all.push(Box::new(Marks));
    all
}

fn start() -> Timestamp {
    "2026-11-23T10:00:00+08:00".parse().unwrap()
}

fn after(secs: i64) -> Timestamp {
    Timestamp::from_millisecond(start().as_millisecond() + secs * 1_000).unwrap()
}

fn id() -> JobId {
    JobId::new(start(), &SystemRng::new().unwrap())
}

async fn enqueue(db: &Db, job: NewJob) -> bool {
    db.write(move |tx| {
        let job = job.clone();
        async move { jobs::enqueue(&tx, &job).await }
    })
    .await
    .unwrap()
}

async fn mark(tx: &Tx, word: &str) -> Result<(), StoreError> {
    tx.execute_unprepared(&format!("INSERT INTO mark (word) VALUES ('{word}')")).await?;
    Ok(())
}

async fn marks(db: &Db) -> Vec<String> {
    db.read(|tx| async move {
        let backend = tx.get_database_backend();
        let rows = tx.query_all_raw(store::sea_orm::Statement::from_string(backend, "SELECT word FROM mark ORDER BY n")).await?;
        rows.iter().map(|row| row.try_get_by_index::<String>(0).map_err(StoreError::from)).collect()
    })
    .await
    .unwrap()
}

async fn health(db: &Db, now: Timestamp) -> jobs::Health {
    db.read(move |tx| async move { jobs::health(&tx, now).await }).await.unwrap()
}

/// Writes its word down.
struct Write;

#[async_trait::async_trait]
impl Handler for Write {
    fn kind(&self) -> &'static str {
        "test.write"
    }

    async fn run(&self, tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        mark(tx, &job.payload::<String>()?).await?;
        Ok(Outcome::Done)
    }
}

/// Writes, and then fails as often as it is told.
struct Stumble(AtomicU64);

#[async_trait::async_trait]
impl Handler for Stumble {
    fn kind(&self) -> &'static str {
        "test.stumble"
    }

    async fn run(&self, tx: &Tx, _job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        mark(tx, "stumbled").await?;
        if self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).is_ok() {
            return Err(JobError::later("the gateway is away"));
        }
        Ok(Outcome::Done)
    }
}

fn runner(db: &Db, clock: &Arc<FixedClock>, handlers: Handlers) -> Runner {
    Runner::new(db.clone(), clock.clone(), &SystemRng::new().unwrap(), handlers)
}

#[tokio::test]
async fn what_is_due_is_done_once_and_oldest_first() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        let runner = runner(&db, &clock, Handlers::default().with(Write));
        for (word, secs) in [("third", 30), ("first", 10), ("second", 20)] {
            assert!(enqueue(&db, NewJob::new(id(), "test.write", json!(word), after(secs))).await);
        }
        assert_eq!(runner.run_due().await.unwrap(), 0, "nothing is due yet");
        clock.set(after(20));
        assert_eq!(runner.run_due().await.unwrap(), 2);
        assert_eq!(marks(&db).await, ["first", "second"]);
        let next = db.read({
            let handlers = runner.handlers().clone();
            move |tx| async move { jobs::next_due(&tx, &handlers).await }
        });
        assert_eq!(next.await.unwrap(), Some(after(30)));
        clock.set(after(3_000));
        assert_eq!(runner.run_due().await.unwrap(), 1);
        assert_eq!(runner.run_due().await.unwrap(), 0);
        assert_eq!(health(&db, clock.now()).await.waiting, 0);
    })
    .await;
}

#[tokio::test]
async fn a_job_is_committed_with_its_cause_or_not_at_all() {
    on_both(|db| async move {
        let job = NewJob::new(id(), "test.write", json!("never"), start());
        let refused: Result<(), StoreError> = db
            .write(move |tx| {
                let job = job.clone();
                async move {
                    jobs::enqueue(&tx, &job).await?;
                    Err(StoreError::Stale)
                }
            })
            .await;
        assert!(refused.is_err());
        assert_eq!(health(&db, start()).await.waiting, 0);
    })
    .await;
}

#[tokio::test]
async fn a_key_holds_one_waiting_job_and_can_be_taken_back() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        let runner = runner(&db, &clock, Handlers::default().with(Write));
        let job = |word: &str| NewJob::new(id(), "test.write", json!(word), after(10)).unique("dispatch:case_1");
        assert!(enqueue(&db, job("one")).await);
        assert!(!enqueue(&db, job("two")).await, "the first stands");
        let cancel = || db.write(|tx| async move { jobs::cancel(&tx, "dispatch:case_1").await });
        assert!(cancel().await.unwrap());
        assert!(!cancel().await.unwrap());
        assert!(enqueue(&db, job("three")).await, "the key is free again");
        clock.set(after(10));
        runner.run_due().await.unwrap();
        assert_eq!(marks(&db).await, ["three"]);
    })
    .await;
}

#[tokio::test]
async fn a_failed_try_leaves_nothing_and_comes_again() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        let runner = runner(&db, &clock, Handlers::default().with(Stumble(AtomicU64::new(2))));
        enqueue(&db, NewJob::new(id(), "test.stumble", Value::Null, start())).await;
        for secs in [0, 5, 25] {
            assert_eq!(marks(&db).await.len(), 0, "what a failed try wrote is rolled back");
            clock.set(after(secs));
            assert_eq!(runner.run_due().await.unwrap(), 1, "after {secs} s");
        }
        assert_eq!(marks(&db).await, ["stumbled"]);
    })
    .await;
}

#[tokio::test]
async fn a_hopeless_job_is_given_up_in_the_open_and_can_be_revived() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        let runner = runner(&db, &clock, Handlers::default().with(Write).with(Stumble(AtomicU64::new(16))));
        enqueue(&db, NewJob::new(id(), "test.write", json!({"not": "a word"}), start()).unique("k")).await;
        runner.run_due().await.unwrap();
        let dead = health(&db, start()).await.dead;
        assert_eq!((dead.len(), dead[0].attempts), (1, 1), "a payload that no try can read dies at once");
        assert!(dead[0].last_error.as_deref().unwrap().contains("invalid type"));
        assert!(enqueue(&db, NewJob::new(id(), "test.write", json!("fresh"), after(9_999_999)).unique("k")).await);
        let gone = dead[0].id;
        assert!(db.write(move |tx| async move { jobs::discard(&tx, gone).await }).await.unwrap());

        enqueue(&db, NewJob::new(id(), "test.stumble", Value::Null, start())).await;
        for attempt in 1..=jobs::MOST_ATTEMPTS {
            assert_eq!(runner.run_due().await.unwrap(), 1, "try {attempt}");
            clock.set(after(attempt * 3_601));
        }
        assert_eq!(runner.run_due().await.unwrap(), 0);
        let dead = health(&db, clock.now()).await.dead;
        assert_eq!((dead.len(), dead[0].attempts), (1, jobs::MOST_ATTEMPTS));
        let (stuck, now) = (dead[0].id, clock.now());
        assert!(db.write(move |tx| async move { jobs::revive(&tx, stuck, now).await }).await.unwrap());
        assert_eq!(runner.run_due().await.unwrap(), 1);
        assert_eq!(marks(&db).await, ["stumbled"]);
    })
    .await;
}

/// Cancels itself from outside while it prepares.
struct Cancelled(Db);

#[async_trait::async_trait]
impl Handler for Cancelled {
    fn kind(&self) -> &'static str {
        "test.cancelled"
    }

    async fn prepare(&self, _job: &Job) -> Result<Value, JobError> {
        assert!(self.0.write(|tx| async move { jobs::cancel(&tx, "mine").await }).await?);
        Ok(Value::Null)
    }

    async fn run(&self, tx: &Tx, _job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        mark(tx, "too late").await?;
        Ok(Outcome::Done)
    }
}

#[tokio::test]
async fn a_job_cancelled_while_it_is_being_done_takes_no_effect() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        let runner = runner(&db, &clock, Handlers::default().with(Cancelled(db.clone())));
        enqueue(&db, NewJob::new(id(), "test.cancelled", Value::Null, start()).unique("mine")).await;
        assert_eq!(runner.run_due().await.unwrap(), 1);
        assert!(marks(&db).await.is_empty());
        assert_eq!(health(&db, start()).await.waiting, 0);
    })
    .await;
}

/// Repeats every hour, and panics the first time.
struct Hourly(AtomicU64);

#[async_trait::async_trait]
impl Handler for Hourly {
    fn kind(&self) -> &'static str {
        "test.hourly"
    }

    async fn prepare(&self, _job: &Job) -> Result<Value, JobError> {
        assert!(self.0.fetch_add(1, Ordering::SeqCst) > 0, "the first try panics");
        Ok(json!("tick"))
    }

    async fn run(&self, tx: &Tx, job: &Job, prepared: &Value) -> Result<Outcome, JobError> {
        mark(tx, prepared.as_str().unwrap_or("?")).await?;
        Ok(Outcome::Again { at: Timestamp::from_millisecond(job.now.as_millisecond() + 3_600_000).unwrap() })
    }
}

#[tokio::test]
async fn a_job_may_repeat_and_a_panic_is_a_failed_try() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        let runner = runner(&db, &clock, Handlers::default().with(Hourly(AtomicU64::new(0))));
        enqueue(&db, NewJob::new(id(), "test.hourly", Value::Null, start()).unique("hourly")).await;
        for secs in [0, 5, 3_605, 7_205] {
            clock.set(after(secs));
            assert_eq!(runner.run_due().await.unwrap(), 1, "after {secs} s");
        }
        assert_eq!(marks(&db).await, ["tick", "tick", "tick"]);
        assert_eq!(health(&db, clock.now()).await.waiting, 1);
    })
    .await;
}

#[tokio::test]
async fn a_claim_that_ran_out_is_taken_over_and_only_one_takes_effect() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        // A process that claimed and died: its claim is in the row, and nobody ends it.
        enqueue(&db, NewJob::new(id(), "test.write", json!("once"), start())).await;
        db.write(|tx| async move {
            let until = start().as_millisecond() + 300_000;
            tx.execute_unprepared(&format!("UPDATE job SET claimed_by = 'dead', claimed_until = {until}, attempts = 1")).await?;
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
        let runner = runner(&db, &clock, Handlers::default().with(Write));
        assert_eq!(runner.run_due().await.unwrap(), 0);
        clock.set(after(300));
        assert_eq!(runner.run_due().await.unwrap(), 1);
        assert_eq!(marks(&db).await, ["once"]);
    })
    .await;
}

#[tokio::test]
async fn several_runners_share_the_work_and_stop_when_told() {
    on_both(|db| async move {
        let rng = SeededRng::new(7);
        let now = SystemClock.now();
        for n in 0..200 {
            let job = NewJob::new(JobId::new(now, &rng), "test.write", json!(format!("w{n}")), now);
            enqueue(&db, job).await;
        }
        let (stop, stopped) = tokio::sync::watch::channel(());
        let mut runners = tokio::task::JoinSet::new();
        for _ in 0..3 {
            let runner = Runner::new(db.clone(), Arc::new(SystemClock), &SystemRng::new().unwrap(), Handlers::default().with(Write));
            let mut stopped = stopped.clone();
            runners.spawn(async move { runner.run(async move { stopped.changed().await.unwrap() }).await });
        }
        while health(&db, now).await.waiting > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        // Runners that sleep are woken by a commit, not only by their nap.
        enqueue(&db, NewJob::new(JobId::new(now, &rng), "test.write", json!("last"), now)).await;
        while health(&db, now).await.waiting > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        stop.send(()).unwrap();
        while let Some(ended) = runners.join_next().await {
            ended.unwrap();
        }
        let mut words = marks(&db).await;
        assert_eq!(words.len(), 201);
        words.sort();
        words.dedup();
        assert_eq!(words.len(), 201, "no job took effect twice");
    })
    .await;
}
