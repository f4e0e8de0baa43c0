//! The queue on both databases.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod support;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jobs::{Handler, Handlers, Job, JobError, NewJob, Outcome, Runner};
use kernel::{Clock, FixedClock, JobId, Rng, SeededRng, SystemClock, SystemRng, Timestamp};
use serde_json::{Value, json};
use store::sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
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

async fn enqueue(db: &Db, job: NewJob) {
    db.write(move |tx| {
        let job = job.clone();
        async move { jobs::enqueue(&tx, &job).await }
    })
    .await
    .unwrap();
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

/// Notes when its turn comes, before anything is written: what commits first is the database's affair, whose writers may collide.
struct Begun<H>(H, Arc<Mutex<Vec<String>>>);

#[async_trait::async_trait]
impl<H: Handler> Handler for Begun<H> {
    fn kind(&self) -> &'static str {
        self.0.kind()
    }

    async fn prepare(&self, job: &Job) -> Result<Value, JobError> {
        self.1.lock().unwrap().push(job.payload()?);
        Ok(Value::Null)
    }

    async fn run(&self, tx: &Tx, job: &Job, prepared: &Value) -> Result<Outcome, JobError> {
        self.0.run(tx, job, prepared).await
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
            enqueue(&db, NewJob::new(id(), "test.write", json!(word), after(secs))).await;
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
        enqueue(&db, job("one")).await;
        enqueue(&db, job("two")).await;
        assert_eq!(health(&db, start()).await.waiting, 1, "the first stands");
        clock.set(after(10));
        runner.run_due().await.unwrap();
        assert_eq!(marks(&db).await, ["one"]);
        enqueue(&db, job("three")).await;
        for _ in 0..2 {
            db.write(|tx| async move { jobs::cancel(&tx, "dispatch:case_1").await }).await.unwrap();
            assert_eq!(health(&db, start()).await.waiting, 0, "taken back, also when nothing is there any more");
        }
        enqueue(&db, job("four")).await;
        runner.run_due().await.unwrap();
        assert_eq!(marks(&db).await, ["one", "four"], "the key is free again");
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
        enqueue(&db, NewJob::new(id(), "test.write", json!("fresh"), after(9_999_999)).unique("k")).await;
        assert_eq!(health(&db, start()).await.waiting, 1, "its key is free");
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
        self.0.write(|tx| async move { jobs::cancel(&tx, "mine").await }).await?;
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

/// Many at once, as rows: what enqueueing one by one would take minutes for.
async fn fill(db: &Db, kind: &'static str, jobs: impl Iterator<Item = (String, i64)>) {
    let rows: Vec<String> = jobs.map(|(word, run_at)| format!("('{}', '{kind}', '\"{word}\"', 'waiting', {run_at}, 0)", id())).collect();
    for rows in rows.chunks(500) {
        let sql: Arc<str> = format!("INSERT INTO job (id, kind, payload, state, run_at, attempts) VALUES {}", rows.join(", ")).into();
        db.write(move |tx| {
            let sql = Arc::clone(&sql);
            async move { tx.execute_unprepared(&sql).await.map(drop).map_err(StoreError::from) }
        })
        .await
        .unwrap();
    }
}

/// Writes down its word and whether it came before its time.
struct Punctual;

#[async_trait::async_trait]
impl Handler for Punctual {
    fn kind(&self) -> &'static str {
        "test.punctual"
    }

    async fn run(&self, tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        let early = if job.now < job.run_at { "early " } else { "" };
        mark(tx, &format!("{early}{}", job.payload::<String>()?)).await?;
        Ok(Outcome::Done)
    }
}

#[tokio::test]
async fn clocks_that_step_back_and_forth_lose_nothing_and_do_nothing_twice() {
    on_both(|db| async move {
        let dice: &dyn Rng = &SeededRng::new(11);
        let secs = |most: u64| i64::try_from(dice.below(most)).unwrap();
        fill(&db, "test.punctual", (0..60).map(|n| (format!("j{n}"), after(secs(7_200)).as_millisecond()))).await;
        // Three copies, whose clocks differ and are set: by the operator, by NTP, by a guest that slept.
        let clocks: Vec<_> = (0..3).map(|_| Arc::new(FixedClock::at(start()))).collect();
        let runners: Vec<_> = clocks.iter().map(|clock| runner(&db, clock, Handlers::default().with(Punctual))).collect();
        for round in 0..20 {
            for clock in &clocks {
                clock.set(after(round * 300 + secs(2_000) - 1_000));
            }
            // One of the three is killed in the middle of its work.
            let killed = tokio::time::timeout(Duration::from_millis(dice.below(8)), runners[0].run_due());
            let (killed, second, third) = tokio::join!(killed, runners[1].run_due(), runners[2].run_due());
            drop((killed, second.unwrap(), third.unwrap()));
        }
        // Everybody's clock is back where it was: claims of the future must not hold up anything for longer than a claim lasts.
        clocks[1].set(after(7_200));
        runners[1].run_due().await.unwrap();
        clocks[1].set(after(7_200 + 600));
        runners[1].run_due().await.unwrap();
        let mut words = marks(&db).await;
        assert!(words.iter().all(|word| !word.starts_with("early")), "nothing before its time");
        words.sort();
        words.dedup();
        assert_eq!((words.len(), marks(&db).await.len()), (60, 60));
        assert_eq!(health(&db, after(0)).await.waiting, 0);
    })
    .await;
}

#[tokio::test]
async fn a_claim_of_a_clock_that_was_far_ahead_does_not_hold() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        enqueue(&db, NewJob::new(id(), "test.write", json!("once"), start())).await;
        db.write(|tx| async move {
            let until = after(86_400).as_millisecond();
            tx.execute_unprepared(&format!("UPDATE job SET claimed_by = 'ahead', claimed_until = {until}, attempts = 1")).await?;
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
        assert_eq!(runner(&db, &clock, Handlers::default().with(Write)).run_due().await.unwrap(), 1);
        assert_eq!(marks(&db).await, ["once"]);
    })
    .await;
}

/// Waits for somebody else's word: a gateway that does not answer.
struct Slow(tokio::sync::watch::Receiver<bool>);

#[async_trait::async_trait]
impl Handler for Slow {
    fn kind(&self) -> &'static str {
        "test.slow"
    }

    async fn prepare(&self, _job: &Job) -> Result<Value, JobError> {
        let mut answered = self.0.clone();
        answered.wait_for(|answered| *answered).await.map_err(JobError::later)?;
        Ok(Value::Null)
    }

    async fn run(&self, tx: &Tx, _job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        mark(tx, "slow").await?;
        Ok(Outcome::Done)
    }
}

#[tokio::test]
async fn a_job_that_takes_longer_than_a_claim_stays_in_the_hands_it_is_in() {
    on_both(|db| async move {
        let clock = Arc::new(FixedClock::at(start()));
        fill(&db, "test.slow", std::iter::once(("slow".to_owned(), start().as_millisecond()))).await;
        let (answer, answered) = tokio::sync::watch::channel(false);
        let runner = runner(&db, &clock, Handlers::default().with(Slow(answered)));
        let (stop, mut stopped) = tokio::sync::watch::channel(());
        let mut running = tokio::task::JoinSet::new();
        running.spawn(async move { runner.run(async move { stopped.changed().await.unwrap() }).await });
        let claimed = |db: Db| async move {
            let row =
                db.admin().query_one_raw(Statement::from_string(db.backend(), "SELECT attempts, claimed_until FROM job")).await.unwrap();
            let row = row.unwrap();
            (row.try_get_by_index::<i64>(0).unwrap(), row.try_get_by_index::<Option<i64>>(1).unwrap())
        };
        while claimed(db.clone()).await.1.is_none() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        // Step by step past the end of the first claim, which is five minutes long.
        for secs in [200, 400, 600] {
            clock.set(after(secs));
            let held = after(secs + 300).as_millisecond();
            while claimed(db.clone()).await.1 != Some(held) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
        assert_eq!(claimed(db.clone()).await.0, 1, "it was begun once");
        answer.send(true).unwrap();
        until_marked(&db, "slow").await;
        stop.send(()).unwrap();
        running.join_all().await;
        assert_eq!(marks(&db).await, ["slow"]);
    })
    .await;
}

async fn until_marked(db: &Db, word: &str) {
    while !marks(db).await.iter().any(|mark| mark == word) {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn what_is_due_later_waits_neither_for_a_burst_of_another_kind_nor_for_a_slow_job() {
    on_both(|db| async move {
        let now = SystemClock.now();
        let due = |secs: i64| now.as_millisecond() - secs * 1_000;
        fill(&db, "test.punctual", (0..600).map(|n| (format!("burst {n:03}"), due(60) + n))).await;
        fill(&db, "test.slow", (0..4).map(|n| (format!("slow {n}"), due(50)))).await;
        // Due long after the burst, and enqueued last.
        fill(&db, "test.write", std::iter::once(("urgent".to_owned(), due(0)))).await;
        let (answer, answered) = tokio::sync::watch::channel(false);
        let begun = Arc::new(Mutex::new(Vec::new()));
        let (punctual, write) = (Begun(Punctual, Arc::clone(&begun)), Begun(Write, Arc::clone(&begun)));
        let handlers = Handlers::default().with(punctual).with(Slow(answered)).with(write);
        let runner = Runner::new(db.clone(), Arc::new(SystemClock), &SystemRng::new().unwrap(), handlers);
        let (stop, mut stopped) = tokio::sync::watch::channel(());
        let mut running = tokio::task::JoinSet::new();
        running.spawn(async move { runner.run(async move { stopped.changed().await.unwrap() }).await });
        until_marked(&db, "urgent").await;
        until_marked(&db, "burst 599").await;
        assert!(!marks(&db).await.iter().any(|word| word == "slow"));
        let begun = begun.lock().unwrap().clone();
        let urgent = begun.iter().position(|word| word == "urgent").unwrap();
        assert!(urgent < 100, "with the first of the burst, not after its {} jobs: place {urgent}", begun.len() - 1);
        // Jobs that run side by side may begin in another order, but not by more than there are hands.
        let burst: Vec<&String> = begun.iter().filter(|word| word.starts_with("burst")).collect();
        let mut sorted = burst.clone();
        sorted.sort();
        for (place, word) in burst.iter().enumerate() {
            let due_at = sorted.iter().position(|other| other == word).unwrap();
            assert!(place.abs_diff(due_at) <= 128, "{word} at {place}");
        }
        answer.send(true).unwrap();
        while health(&db, now).await.waiting > 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        stop.send(()).unwrap();
        running.join_all().await;
    })
    .await;
}

#[tokio::test]
async fn two_hundred_that_are_due_together_are_done_and_none_before_its_time() {
    on_both(|db| async move {
        // A county's open cases, none of them due.
        fill(&db, "test.punctual", (0..5_000).map(|n| (format!("open {n}"), after(n).as_millisecond() + 400 * 86_400_000))).await;
        let due = SystemClock.now().as_millisecond() + 1_500;
        fill(&db, "test.write", (0..200).map(|n| (format!("w{n}"), due))).await;
        let handlers = Handlers::default().with(Punctual).with(Write);
        let runner = Runner::new(db.clone(), Arc::new(SystemClock), &SystemRng::new().unwrap(), handlers);
        let (stop, mut stopped) = tokio::sync::watch::channel(());
        let mut running = tokio::task::JoinSet::new();
        running.spawn(async move { runner.run(async move { stopped.changed().await.unwrap() }).await });
        while marks(&db).await.len() < 200 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // How soon is a measurement (`examples/claims.rs`): a test shares its machine.
        assert!(SystemClock.now().as_millisecond() >= due, "not before");
        let mut words = marks(&db).await;
        words.sort();
        words.dedup();
        assert_eq!(words.len(), 200, "none twice");
        stop.send(()).unwrap();
        running.join_all().await;
    })
    .await;
}

/// How the database would run `sql`.
async fn plan(db: &Db, sql: String) -> String {
    db.read(move |tx| async move {
        let backend = tx.get_database_backend();
        let (explain, column) = if backend == DbBackend::Postgres { ("EXPLAIN", 0) } else { ("EXPLAIN QUERY PLAN", 3) };
        let rows = tx.query_all_raw(Statement::from_string(backend, format!("{explain} {sql}"))).await?;
        let lines: Result<Vec<String>, _> = rows.iter().map(|row| row.try_get_by_index::<String>(column)).collect();
        Ok::<_, StoreError>(lines?.join("\n"))
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn the_claim_goes_down_its_index_and_never_reads_what_is_not_due() {
    on_both(|db| async move {
        fill(&db, "test.punctual", (0..20_000).map(|n| (format!("open {n}"), after(n).as_millisecond()))).await;
        db.admin().execute_unprepared("ANALYZE").await.unwrap();
        let first = "SELECT id FROM job WHERE kind = 'test.punctual' AND state = 'waiting' AND claimed_until IS NULL";
        for sql in [
            format!("{first} ORDER BY run_at, id LIMIT 1"),
            format!("{first} AND run_at <= {} ORDER BY run_at, id LIMIT 32", start().as_millisecond()),
        ] {
            let plan = plan(&db, sql).await;
            assert!(plan.contains("job_free") && !plan.to_lowercase().contains("sort") && !plan.contains("TEMP B-TREE"), "{plan}");
        }
        let held = plan(&db, "SELECT MIN(claimed_until), MAX(claimed_until) FROM job WHERE claimed_until IS NOT NULL".to_owned()).await;
        assert!(held.contains("job_held"), "{held}");
    })
    .await;
}
