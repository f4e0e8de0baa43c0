//! What runs beside the requests: the sequencer, the jobs, the upkeep of the database.

use std::time::Duration;

use tokio::sync::watch;

use crate::wiring::App;

/// How often SQLite's write-ahead log is folded back.
const CHECKPOINT_EVERY: Duration = Duration::from_mins(5);

/// A pause after commits, so that one run of the sequencer takes a burst.
const GATHER: Duration = Duration::from_millis(200);

/// Resolves once the program is asked to stop.
async fn stopped(mut stop: watch::Receiver<bool>) {
    // A sender that is gone means the same.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Gives positions to what was committed, at most a second later.
pub(crate) async fn sequence(app: App, stop: watch::Receiver<bool>) {
    let mut commits = app.db.commits();
    loop {
        commits.borrow_and_update();
        if let Err(error) = app.journal.sequence_all(&app.db, app.clock.as_ref()).await {
            tracing::error!(error = %error, "sequencing failed");
        }
        tokio::select! {
            () = stopped(stop.clone()) => break,
            // Another process may have committed too: look again after a second in any case.
            () = tokio::time::sleep(Duration::from_secs(1)) => {}
            changed = commits.changed() => {
                if changed.is_ok() {
                    tokio::time::sleep(GATHER).await;
                }
            }
        }
    }
    // What was acknowledged before the stop gets its position before the next start.
    if let Err(error) = app.journal.sequence_all(&app.db, app.clock.as_ref()).await {
        tracing::error!(error = %error, "the last sequencing failed");
    }
}

/// Does the jobs.
pub(crate) async fn jobs(app: App, stop: watch::Receiver<bool>) {
    app.runner().run(stopped(stop)).await;
}

/// Folds the write-ahead log back and forgets what has lapsed.
pub(crate) async fn upkeep(app: App, stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = stopped(stop.clone()) => return,
            () = tokio::time::sleep(CHECKPOINT_EVERY) => {}
        }
        match app.db.checkpoint().await {
            Ok(0) => {}
            Ok(left) => tracing::warn!(wal.pages = left, "the write-ahead log could not be truncated"),
            Err(error) => tracing::error!(error = %error, "a checkpoint failed"),
        }
        if let Err(error) = app.identity.sweep().await {
            tracing::error!(error = %error, "sweeping sessions failed");
        }
        if let Err(error) = app.cases.sweep().await {
            tracing::error!(error = %error, "sweeping idempotency keys failed");
        }
    }
}
