//! The bare writer: what the store's group commit does with the rows and bytes of real lifecycles, and nothing else. No
//! HTTP, no rules, no sealing, no reading of what is not written: the ceiling that `bench/drive.sh` is held against.
//!
//! It takes the closed cases that `cargo xtask bulk` wrote into a scratch database, sets their rows aside, empties the
//! tables, and writes them back command by command: as many commits, statements and bytes as the lifecycles had.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use futures::future::try_join_all;
use kernel::{FixedClock, SeededRng, Timestamp};
use lianxin::{App, Choices};
use sea_orm::{ConnectionTrait, Statement, Value};
use store::{Db, StoreError, Tx};

/// Write lifecycles with nothing around the writer. The database is a scratch one: it is emptied.
#[derive(Debug, Parser)]
struct Args {
    /// The folder that `bulk` filled.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The database, when not in the folder.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// How many lifecycles are on their way at once; several are tried one after the other.
    #[arg(long, value_delimiter = ',', default_value = "1,16,64")]
    concurrency: Vec<usize>,
    /// At most so many lifecycles.
    #[arg(long, default_value_t = 2_000)]
    lifecycles: u32,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The events that one command wrote.
type Command = Vec<i64>;

/// The tables that a lifecycle writes, and the copies that its rows are taken from.
const TABLES: [(&str, &str); 4] =
    [("case_record", "bare_record"), ("case_private", "bare_private"), ("subject_key", "bare_key"), ("journal_event", "bare_event")];

#[tokio::main]
async fn main() -> ExitCode {
    match run(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bare: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), Failure> {
    let choices = Choices {
        clock: Arc::new(FixedClock::at(Timestamp::UNIX_EPOCH)),
        rng: Arc::new(SeededRng::new(1)),
        limits: web::SourceLimits::default(),
        source: journal::Source::Demo,
    };
    let db = App::open(&args.data, args.database.as_deref(), choices).await?.db;
    set_aside(&db, args.lifecycles).await?;
    let lifecycles = lifecycles(&db).await?;
    let commits: usize = lifecycles.iter().map(|(_, commands)| commands.len()).sum();
    let events: usize = lifecycles.iter().flat_map(|(_, commands)| commands).map(Vec::len).sum();
    for concurrency in args.concurrency {
        for (table, _) in TABLES {
            db.admin().execute_unprepared(&format!("DELETE FROM {table}")).await?;
        }
        db.admin().execute_unprepared("DELETE FROM journal_pending").await?;
        db.checkpoint().await?;
        let began = began();
        try_join_all((0..concurrency.max(1)).map(|lane| {
            let mine: Vec<_> = lifecycles.iter().skip(lane).step_by(concurrency.max(1)).cloned().collect();
            play(db.clone(), mine)
        }))
        .await?;
        let seconds = began.elapsed().as_secs_f64();
        println!(
            "{}",
            serde_json::json!({
                "concurrency": concurrency,
                "lifecycles": lifecycles.len(),
                "commands": commits,
                "events": events,
                "seconds": (seconds * 100.0).round() / 100.0,
                "lifecycles_per_second": rate(lifecycles.len(), seconds),
                "commands_per_second": rate(commits, seconds),
            })
        );
    }
    db.close().await;
    Ok(())
}

/// Copies the rows of closed cases, and empties what may not stand in their way.
async fn set_aside(db: &Db, most: u32) -> Result<(), Failure> {
    let copies = [
        format!("CREATE TABLE bare_record AS SELECT * FROM case_record WHERE state = 'Closed' ORDER BY id LIMIT {most}"),
        "CREATE TABLE bare_private AS SELECT * FROM case_private WHERE id IN (SELECT id FROM bare_record)".to_owned(),
        "CREATE TABLE bare_event AS SELECT * FROM journal_event WHERE stream IN (SELECT id FROM bare_record)".to_owned(),
        "CREATE TABLE bare_key AS SELECT * FROM subject_key WHERE subject IN (SELECT subject FROM bare_event)".to_owned(),
        "CREATE INDEX bare_record_id ON bare_record (id)".to_owned(),
        "CREATE INDEX bare_private_id ON bare_private (id)".to_owned(),
        "CREATE INDEX bare_event_seq ON bare_event (seq)".to_owned(),
        "CREATE INDEX bare_key_subject ON bare_key (subject)".to_owned(),
        // What has a position has no place to come back to.
        "DELETE FROM journal_log".to_owned(),
    ];
    for (_, copy) in TABLES {
        db.admin().execute_unprepared(&format!("DROP TABLE IF EXISTS {copy}")).await?;
    }
    for statement in copies {
        db.admin().execute_unprepared(&statement).await?;
    }
    Ok(())
}

/// The commands of each case in order: an event that names a cause rode in the commit of that event.
async fn lifecycles(db: &Db) -> Result<Vec<(String, Vec<Command>)>, Failure> {
    let admin = db.admin();
    let sql = "SELECT stream, seq, cause FROM bare_event ORDER BY stream, version";
    let rows = admin.query_all_raw(Statement::from_string(admin.get_database_backend(), sql)).await?;
    let mut found: BTreeMap<String, Vec<Command>> = BTreeMap::new();
    for row in rows {
        let (stream, seq): (String, i64) = (row.try_get("", "stream")?, row.try_get("", "seq")?);
        let cause: Option<String> = row.try_get("", "cause")?;
        let commands = found.entry(stream).or_default();
        match commands.last_mut().filter(|_| cause.is_some()) {
            Some(command) => command.push(seq),
            None => commands.push(vec![seq]),
        }
    }
    if found.is_empty() {
        return Err("the database has no closed cases: fill it with `cargo xtask bulk`".into());
    }
    Ok(found.into_iter().collect())
}

async fn play(db: Db, lifecycles: Vec<(String, Vec<Command>)>) -> Result<(), StoreError> {
    for (case, commands) in lifecycles {
        for (nth, command) in commands.into_iter().enumerate() {
            let case = case.clone();
            db.write(move |tx| {
                let (case, command) = (case.clone(), command.clone());
                async move {
                    if nth == 0 {
                        begin(&tx, &case, command.first().copied().unwrap_or_default()).await?;
                    } else {
                        step(&tx, &case).await?;
                    }
                    for seq in command {
                        execute(&tx, "INSERT INTO journal_event SELECT * FROM bare_event WHERE seq = $1", [seq.into()]).await?;
                        execute(&tx, "INSERT INTO journal_pending (seq) VALUES ($1)", [seq.into()]).await?;
                    }
                    Ok::<_, StoreError>(())
                }
            })
            .await?;
        }
    }
    Ok(())
}

async fn begin(tx: &Tx, case: &str, first: i64) -> Result<(), StoreError> {
    execute(tx, "INSERT INTO case_record SELECT * FROM bare_record WHERE id = $1", [case.into()]).await?;
    execute(tx, "INSERT INTO case_private SELECT * FROM bare_private WHERE id = $1", [case.into()]).await?;
    let key = "INSERT INTO subject_key SELECT * FROM bare_key WHERE subject = (SELECT subject FROM bare_event WHERE seq = $1)";
    execute(tx, key, [first.into()]).await
}

/// The columns that a step changes, with those that have an index.
async fn step(tx: &Tx, case: &str) -> Result<(), StoreError> {
    let sql = "UPDATE case_record SET version = version + 1, (state, unit, handler, clocks, yellow_at, red_at, updated_at) = \
               (SELECT state, unit, handler, clocks, yellow_at, red_at, updated_at FROM bare_record WHERE id = $1) WHERE id = $2";
    execute(tx, sql, [case.into(), case.into()]).await
}

async fn execute<const N: usize>(tx: &Tx, sql: &str, values: [Value; N]) -> Result<(), StoreError> {
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn began() -> Instant {
    Instant::now()
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn rate(count: usize, seconds: f64) -> f64 {
    (count as f64 / seconds.max(0.001)).round()
}
