//! `cargo xtask bulk`: eighteen months of a county in minutes, for benches. The cases go through the same fold, sealing and
//! rows as through the commands, so that `lianxin doctor` finds nothing; only the statements are fewer.

mod day;
mod history;
mod mix;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use kernel::{Clock, FixedClock, Rng, SeededRng, Timestamp};
use lianxin::demo::DemoArgs;
use lianxin::{App, Choices};
use tokio::sync::mpsc;

use history::{Author, Scene};

/// Fill a database with cases over eighteen months.
#[derive(Debug, Parser)]
struct Args {
    /// How many.
    #[arg(long)]
    cases: u32,
    /// Chooses the history: the same seed on an empty database, the same cases.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The database; the one in the data folder when left out.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// The site's folder, for its keys. A folder that is not there becomes a demo site without cases.
    #[arg(long, value_name = "DIR", default_value = "target/bulk")]
    data: PathBuf,
    /// When the history ends.
    #[arg(long, value_name = "RFC3339", default_value = "2026-11-23T17:00:00+08:00")]
    now: Timestamp,
    /// Also give every event its position in the log, as the sequencer would within a second of each commit.
    #[arg(long)]
    sequence: bool,
}

/// Cases in one commit. Larger ones gain nothing, and this fits what a writer holds in memory.
const BATCH: usize = 500;

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bulk: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("  because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), Failure> {
    if !args.data.join("site.toml").exists() {
        let demo = DemoArgs {
            data: args.data.clone(),
            database: args.database.clone(),
            cases: 0,
            seed: args.seed,
            now: Some(args.now),
            untouched: false,
        };
        lianxin::demo::make(&demo).await?;
    }
    let rng: Arc<dyn Rng> = Arc::new(SeededRng::new(args.seed));
    let clock: Arc<dyn Clock> = Arc::new(FixedClock::at(args.now));
    let choices =
        Choices { clock: Arc::clone(&clock), rng: Arc::clone(&rng), limits: web::SourceLimits::default(), source: journal::Source::Demo };
    let app = App::open(&args.data, args.database.as_deref(), choices).await?;
    let scene = Scene::of(&app).await?;

    let began = began();
    // Numbers are the database's to give, so they come first; then one thread writes history while another writes rows.
    let mut days = Vec::new();
    for (date, count) in day::shares(args.now, args.cases, &rng) {
        days.push((date, app.cases.reserve_numbers(date, count).await?));
    }
    let (ready, mut prepared) = mpsc::channel(2);
    let author = Author::new(scene, rng, args.now);
    let cases = app.cases.clone();
    let thread = std::thread::spawn(move || -> Result<(), Failure> {
        let mut pasts = Vec::with_capacity(BATCH);
        for (date, numbers) in days {
            for (at, number) in day::arrivals(date, &author, numbers) {
                pasts.push(author.write(at, number));
                if pasts.len() == BATCH {
                    let full = std::mem::replace(&mut pasts, Vec::with_capacity(BATCH));
                    // The receiver is gone when writing failed; its error is the one to tell.
                    if ready.blocking_send(cases.prepare_pasts(full)?).is_err() {
                        return Ok(());
                    }
                }
            }
        }
        if !pasts.is_empty() {
            let _ = ready.blocking_send(cases.prepare_pasts(pasts)?);
        }
        Ok(())
    });
    let (mut written, mut events) = (0, 0);
    while let Some(batch) = prepared.recv().await {
        written += batch.cases();
        events += batch.events();
        app.cases.write_pasts(batch).await?;
        if written % 20_000 == 0 {
            eprintln!("{written} cases");
        }
    }
    thread.join().map_err(|_| "the writer of history panicked")??;
    let seconds = began.elapsed().as_secs_f64();
    let mut report = serde_json::json!({
        "cases": written,
        "events": events,
        "seconds": (seconds * 100.0).round() / 100.0,
        "cases_per_second": rate(written, seconds),
    });
    if args.sequence {
        let began = self::began();
        let done = app.journal.sequence_all(&app.db, clock.as_ref()).await?;
        let seconds = began.elapsed().as_secs_f64();
        if let Some(report) = report.as_object_mut() {
            report.insert("sequenced".to_owned(), done.taken.into());
            report.insert("sequenced_per_second".to_owned(), rate(done.taken, seconds).into());
        }
    }
    app.db.count_anew().await?;
    app.db.close().await;
    println!("{report}");
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn began() -> Instant {
    Instant::now()
}

#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a figure for people")]
fn rate(count: usize, seconds: f64) -> u64 {
    (count as f64 / seconds.max(0.001)) as u64
}
