//! A calendar changes while a county's cases are open: how fast those that move are written, beside the bare rows of the same change in
//! commits of the same size, and how long another write waits meanwhile (issue 5: at least 0.4 of the bare rows, at most 100 ms).
//!
//! It proposes and approves a calendar by the demo county's people, so that the job is the site's own, and runs that job alone.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use cases::commands::RecalculateJob;
use clap::Parser;
use identity::permissions::ViewAccounts;
use identity::{Granted, Permission, Principal};
use jiff::ToSpan as _;
use jobs::{Handlers, Runner};
use kernel::{Clock as _, FixedClock, SeededRng, Timestamp};
use lianxin::{App, Choices};
use sea_orm::{ConnectionTrait, Statement, Value};
use settings::commands::{NewCalendar, NewProposal};
use store::{Db, StoreError, Tx};

/// Let the open cases of a scratch database follow a new calendar.
#[derive(Debug, Parser)]
struct Args {
    /// The folder that `bulk` filled with `--now` in December 2026.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The database, when not in the folder.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// When the calendar comes.
    #[arg(long, value_name = "RFC3339", default_value = "2026-12-28T10:00:00+08:00")]
    now: Timestamp,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A 2027 with a first week that nobody expected: whatever ends in January moves.
const CALENDAR: &str = "year,kind,from,to,text\n2027,holiday,2027-01-01,2027-01-10,元旦\n2027,holiday,2027-02-05,2027-02-12,春节\n\
                        2027,holiday,2027-05-01,2027-05-05,劳动节\n2027,holiday,2027-10-01,2027-10-07,国庆节\n";

/// Cases in one commit of the job; the bare rows are committed alike.
const CHUNK: usize = 50;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("follow: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), Failure> {
    let clock = Arc::new(FixedClock::at(args.now));
    let choices = Choices {
        clock: clock.clone(),
        rng: Arc::new(SeededRng::new(7)),
        limits: web::SourceLimits::default(),
        source: journal::Source::Demo,
    };
    let app = App::open(&args.data, args.database.as_deref(), choices).await?;
    let db = &app.db;
    db.admin().execute_unprepared("DROP TABLE IF EXISTS bench_other").await?;
    db.admin().execute_unprepared("CREATE TABLE bench_other (n bigint NOT NULL)").await?;
    let alone = beside(db, async { tokio::time::sleep(Duration::from_secs(3)).await }).await?.1;

    let admin = person(&app, "he.admin").await?;
    let organiser = person(&app, "wu.organise").await?;
    let calendar = NewCalendar {
        text: CALENDAR.to_owned(),
        notice: Some("国务院办公厅关于2027年部分节假日安排的通知".to_owned()),
        issued: Some("2026-11-25".to_owned()),
    };
    let new = NewProposal { calendar: Some(calendar), reason: "bench".to_owned(), ..NewProposal::default() };
    let proposal = app.settings.propose(&granted(&admin)?, new).await?;
    app.settings.approve(&granted(&organiser)?, proposal.number, None, proposal.version).await?;
    clock.set(clock.now() + 60.seconds());

    let before = last_event(db).await?;
    let open = count(db, "SELECT count(*) FROM case_record WHERE red_at IS NOT NULL").await?;
    let handlers = Handlers::default().with(RecalculateJob(app.cases.clone()));
    let runner = Runner::new(db.clone(), clock.clone(), app.rng.as_ref(), handlers);
    let (cpu, began) = (cpu_secs()?, began());
    let (ran, waited) = beside(db, async { runner.run_due().await }).await?;
    ran?;
    let (seconds, cpu) = (began.elapsed().as_secs_f64(), cpu_secs()? - cpu);
    let moved = moved(db, before).await?;
    let jobs = count(db, &format!("SELECT count(*) FROM job WHERE kind = 'case.watch' AND unique_key IN (SELECT 'case.watch:' || stream FROM journal_event WHERE seq > {before} AND kind = 'case.recalculated')")).await?;
    // A moved case: its row, its event, the event's wait for a place; its next look is taken back and set anew.
    let rows = u64::try_from(moved.len())? * 3 + jobs * 2;

    let (bare, bare_cpu) = bare(db, &moved).await?;
    let (rate, bare_rate) = (per_second(rows, seconds), per_second(rows, bare));
    println!(
        "{}",
        serde_json::json!({
            "open": open,
            "moved": moved.len(),
            "rows": rows,
            "seconds": rounded(seconds),
            "rows_per_second": rate.round(),
            "bare_seconds": rounded(bare),
            "bare_rows_per_second": bare_rate.round(),
            "ratio": rounded(rate / bare_rate),
            "cpu_seconds": rounded(cpu),
            "bare_cpu_seconds": rounded(bare_cpu),
            "other_write_ms": { "alone": waits(alone), "meanwhile": waits(waited) },
        })
    );
    db.admin().execute_unprepared("DROP TABLE bench_other").await?;
    app.db.close().await;
    Ok(())
}

/// Does `work` while another writer commits one row every ten milliseconds; how long each of its commits took, in milliseconds.
async fn beside<T>(db: &Db, work: impl Future<Output = T>) -> Result<(T, Vec<f64>), Failure> {
    let over = Arc::new(AtomicBool::new(false));
    let (other, until) = (db.clone(), Arc::clone(&over));
    let writes = async move {
        let mut took = Vec::new();
        while !until.load(Ordering::Relaxed) {
            let began = began();
            other.write(|tx| async move { execute(&tx, "INSERT INTO bench_other (n) VALUES ($1)", [1.into()]).await }).await?;
            took.push(began.elapsed().as_secs_f64() * 1_000.0);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok::<_, StoreError>(took)
    };
    let work = async {
        let done = work.await;
        over.store(true, Ordering::Relaxed);
        done
    };
    let (done, took) = tokio::join!(work, writes);
    Ok((done, took?))
}

/// The cases that moved, with the event of each.
async fn moved(db: &Db, before: i64) -> Result<Vec<(String, i64)>, Failure> {
    let sql = format!("SELECT stream, seq FROM journal_event WHERE seq > {before} AND kind = 'case.recalculated' ORDER BY seq");
    let rows = db.admin().query_all_raw(Statement::from_string(db.backend(), sql)).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// Writes the same rows again with nothing around them; seconds, and seconds of processor time.
async fn bare(db: &Db, moved: &[(String, i64)]) -> Result<(f64, f64), Failure> {
    let admin = db.admin();
    let first = moved.first().map_or(0, |(_, seq)| *seq);
    for copy in ["bare_event", "bare_job", "bare_record"] {
        admin.execute_unprepared(&format!("DROP TABLE IF EXISTS {copy}")).await?;
    }
    let whose = format!("SELECT stream FROM journal_event WHERE seq >= {first} AND kind = 'case.recalculated'");
    for sql in [
        format!("CREATE TABLE bare_event AS SELECT * FROM journal_event WHERE seq >= {first} AND kind = 'case.recalculated'"),
        format!(
            "CREATE TABLE bare_job AS SELECT * FROM job WHERE kind = 'case.watch' AND unique_key IN (SELECT 'case.watch:' || s.stream FROM ({whose}) AS s)"
        ),
        format!("CREATE TABLE bare_record AS SELECT * FROM case_record WHERE id IN ({whose})"),
        "CREATE INDEX bare_event_seq ON bare_event (seq)".to_owned(),
        "CREATE INDEX bare_job_key ON bare_job (unique_key)".to_owned(),
        "CREATE INDEX bare_record_id ON bare_record (id)".to_owned(),
        "DELETE FROM journal_pending WHERE seq IN (SELECT seq FROM bare_event)".to_owned(),
        "DELETE FROM journal_log WHERE seq IN (SELECT seq FROM bare_event)".to_owned(),
        "DELETE FROM journal_event WHERE seq IN (SELECT seq FROM bare_event)".to_owned(),
    ] {
        admin.execute_unprepared(&sql).await?;
    }
    db.checkpoint().await?;
    let (cpu, began) = (cpu_secs()?, began());
    for part in moved.chunks(CHUNK) {
        let part = part.to_vec();
        db.write(move |tx| {
            let part = part.clone();
            async move {
                for (case, seq) in part {
                    again(&tx, &case, seq).await?;
                }
                Ok::<_, StoreError>(())
            }
        })
        .await?;
    }
    Ok((began.elapsed().as_secs_f64(), cpu_secs()? - cpu))
}

/// The statements of one moved case: those columns of its row that are indexed or changed, event, wait, and its next look.
async fn again(tx: &Tx, case: &str, seq: i64) -> Result<(), StoreError> {
    let sql = "UPDATE case_record SET version = version + 1, (state, unit, handler, clocks, yellow_at, red_at, course, updated_at) = \
               (SELECT state, unit, handler, clocks, yellow_at + 1, red_at + 1, course, updated_at FROM bare_record WHERE id = $1) WHERE id = $2";
    execute(tx, sql, [case.into(), case.into()]).await?;
    execute(tx, "INSERT INTO journal_event SELECT * FROM bare_event WHERE seq = $1", [seq.into()]).await?;
    execute(tx, "INSERT INTO journal_pending (seq) VALUES ($1)", [seq.into()]).await?;
    let key = format!("case.watch:{case}");
    execute(tx, "DELETE FROM job WHERE unique_key = $1 AND state = 'waiting'", [key.clone().into()]).await?;
    execute(tx, "INSERT INTO job SELECT * FROM bare_job WHERE unique_key = $1", [key.into()]).await
}

async fn person(app: &App, login: &str) -> Result<Principal, Failure> {
    let accounts = app.identity.accounts(&Granted::<ViewAccounts>::system("a bench")).await?;
    let found = accounts.iter().find(|account| account.login == login).ok_or("not the demo county")?;
    Ok(app.identity.principal_of(found.id).await?.ok_or("the account is closed")?)
}

fn granted<P: Permission>(who: &Principal) -> Result<Granted<P>, Failure> {
    Ok(who.granted(None)?)
}

async fn last_event(db: &Db) -> Result<i64, Failure> {
    Ok(i64::try_from(count(db, "SELECT coalesce(max(seq), 0) FROM journal_event").await?)?)
}

async fn count(db: &Db, sql: &str) -> Result<u64, Failure> {
    let row = db.admin().query_one_raw(Statement::from_string(db.backend(), sql)).await?.ok_or("no row")?;
    Ok(u64::try_from(row.try_get_by_index::<i64>(0)?)?)
}

async fn execute<const N: usize>(tx: &Tx, sql: &str, values: [Value; N]) -> Result<(), StoreError> {
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(())
}

/// Half, the hundredth slowest, the slowest.
fn waits(mut took: Vec<f64>) -> serde_json::Value {
    took.sort_by(f64::total_cmp);
    let at = |share: usize| took.get((took.len() * share / 100).min(took.len().saturating_sub(1))).copied().unwrap_or(0.0);
    serde_json::json!({ "writes": took.len(), "p50": rounded(at(50)), "p99": rounded(at(99)), "most": rounded(at(100)) })
}

#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn began() -> Instant {
    Instant::now()
}

/// Processor time that this process has used, from `/proc/self/stat` (hundredths of a second on Linux). What moves least where others
/// share the machine.
fn cpu_secs() -> Result<f64, Failure> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let after = stat.rsplit_once(')').ok_or("a line without a name")?.1;
    let ticks: Result<Vec<u32>, _> = after.split_whitespace().skip(11).take(2).map(str::parse).collect();
    Ok(ticks?.into_iter().map(|ticks| f64::from(ticks) / 100.0).sum())
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn per_second(count: u64, seconds: f64) -> f64 {
    count as f64 / seconds.max(0.001)
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
