//! How soon a job is begun after it fell due, and how fast a burst drains, while a county's open cases wait in the same table; beside
//! an empty table in the same run. The database must be empty: a new SQLite file, or a new database of a PostgreSQL server.
//!
//! ```text
//! cargo run --release -p jobs --example claims -- sqlite:DIR/claims.db 1000000
//! cargo run --release -p jobs --example claims -- postgres://…/claims 1000000
//! ```

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jobs::{Handler, Handlers, Job, JobError, NewJob, Outcome, Runner};
use kernel::{Clock, JobId, SystemClock, SystemRng, Timestamp};
use serde_json::{Value, json};
use store::sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};
use store::{Db, DbUrl, Tx};

type Fault = Box<dyn std::error::Error + Send + Sync>;

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        jobs::migrations()
    }
}

/// Jobs of a burst, and jobs that fall due one at a time meanwhile.
const KINDS: [&str; 2] = ["bench.burst", "bench.light"];

/// Jobs in one commit where many are stored.
const COMMIT: usize = 5_000;

/// Writes down, in memory, how late it was committed; its own change is the end of the job.
struct Late {
    kind: &'static str,
    late: Arc<Mutex<Vec<i64>>>,
}

#[async_trait::async_trait]
impl Handler for Late {
    fn kind(&self) -> &'static str {
        self.kind
    }

    async fn run(&self, _tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        let late = SystemClock.now().as_millisecond() - job.run_at.as_millisecond();
        self.late.lock().unwrap_or_else(PoisonError::into_inner).push(late);
        Ok(Outcome::Done)
    }
}

/// `count` waiting jobs, due at milliseconds `from + n * every`, a few thousand in a commit.
async fn fill(db: &Db, kind: &'static str, word: &str, count: u64, from: i64, every: i64) -> Result<(), Fault> {
    let (mut part, rng) = (Vec::with_capacity(COMMIT), SystemRng::new()?);
    for n in 0..count {
        let due = Timestamp::from_millisecond(from + i64::try_from(n)? * every)?;
        let id = JobId::new(SystemClock.now(), &rng);
        part.push(NewJob::new(id, kind, json!({ "case": format!("case_{n:026}") }), due).unique(format!("{word}:{n}")));
        if part.len() == COMMIT || n + 1 == count {
            let full = Arc::new(std::mem::replace(&mut part, Vec::with_capacity(COMMIT)));
            db.write(move |tx| {
                let full = Arc::clone(&full);
                async move { jobs::enqueue_all(&tx, &full).await }
            })
            .await?;
        }
    }
    Ok(())
}

struct Bench {
    db: Db,
    late: [Arc<Mutex<Vec<i64>>>; 2],
}

impl Bench {
    fn taken(&self, kind: usize) -> Vec<i64> {
        let mut late = std::mem::take(&mut *self.late[kind].lock().unwrap_or_else(PoisonError::into_inner));
        late.sort_unstable();
        late
    }

    async fn done(&self, kind: usize, count: usize) {
        while self.late[kind].lock().unwrap_or_else(PoisonError::into_inner).len() < count {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Two hundred due together; a burst of ten thousand, with one other job due every tenth of a second beside it.
    async fn measure(&self, name: &str) -> Result<(), Fault> {
        for late in &self.late {
            late.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
        let due = SystemClock.now().as_millisecond() + 2_000;
        fill(&self.db, KINDS[0], &format!("{name}-together"), 200, due, 0).await?;
        self.done(0, 200).await;
        let late = self.taken(0);
        println!("{name}: 200 due together: half after {} ms, the last after {} ms", late[100], late[199]);

        let due = SystemClock.now().as_millisecond() + 3_000;
        fill(&self.db, KINDS[0], &format!("{name}-burst"), 10_000, due, 0).await?;
        let (cpu, began) = (cpu_ms()?, started());
        let mut beside = 0;
        while self.late[0].lock().unwrap_or_else(PoisonError::into_inner).len() < 10_000 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let now = SystemClock.now();
            let light = NewJob::new(JobId::new(now, &SystemRng::new()?), KINDS[1], json!(beside), now);
            beside += 1;
            self.db
                .write(move |tx| {
                    let light = light.clone();
                    async move { jobs::enqueue(&tx, &light).await }
                })
                .await?;
        }
        self.done(1, beside).await;
        let (burst, light) = (self.taken(0), self.taken(1));
        let secs = f64::from(i32::try_from(burst[9_999])?) / 1_000.0;
        println!(
            "{name}: burst of 10,000: {:.0} a second, the last after {secs:.1} s; CPU of this process {:.0} ms a thousand",
            10_000.0 / secs,
            (cpu_ms()? - cpu) / 10.0
        );
        println!(
            "{name}: beside it {beside} jobs of another kind: half after {} ms, the last after {} ms ({:.1} s in all)",
            light[light.len() / 2],
            light[light.len() - 1],
            began.elapsed().as_secs_f64()
        );
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "a measurement looks at the machine's clock")]
fn started() -> Instant {
    Instant::now()
}

/// Processor time that this process has used, from `/proc/self/stat` (hundredths of a second on Linux).
fn cpu_ms() -> Result<f64, Fault> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let after = stat.rsplit_once(')').ok_or("a line without a name")?.1;
    let ticks: Result<Vec<u32>, _> = after.split_whitespace().skip(11).take(2).map(str::parse).collect();
    Ok(ticks?.into_iter().map(|ticks| f64::from(ticks) * 10.0).sum())
}

#[tokio::main]
async fn main() -> Result<(), Fault> {
    let mut args = std::env::args().skip(1);
    let (url, open) = (args.next().ok_or("a database")?, args.next().ok_or("how many wait")?.parse::<u64>()?);
    let db = Db::open(&url.parse::<DbUrl>()?, Arc::new(SystemRng::new()?)).await?;
    Migrator::up(db.admin(), None).await?;
    let bench = Bench { db: db.clone(), late: Default::default() };
    let mut handlers = Handlers::default();
    for (kind, late) in KINDS.into_iter().zip(&bench.late) {
        handlers = handlers.with(Late { kind, late: Arc::clone(late) });
    }
    let runner = Runner::new(db.clone(), Arc::new(SystemClock), &SystemRng::new()?, handlers);
    let (stop, mut stopped) = tokio::sync::watch::channel(());
    let mut running = tokio::task::JoinSet::new();
    running.spawn(async move {
        runner.run(async move { drop(stopped.changed().await) }).await;
    });
    bench.measure("empty").await?;
    let began = started();
    let month = 30 * 86_400_000;
    fill(&db, KINDS[0], "open", open, SystemClock.now().as_millisecond() + 86_400_000, (month / i64::try_from(open.max(1))?).max(1))
        .await?;
    println!("{open} open jobs stored in {:.1} s", began.elapsed().as_secs_f64());
    bench.measure("full").await?;
    stop.send(())?;
    running.join_all().await;
    db.close().await;
    Ok(())
}
