//! What runs beside the requests: the sequencer, the jobs, the upkeep of the database.

use std::time::Duration;

use kernel::{Timestamp, format};
use tokio::sync::watch;

use crate::backup::{KEEP_DAYS, Last, Plan, backup};
use crate::keys::Keys;
use crate::log_at::OverHttp;
use crate::models::Models;
use crate::wiring::App;

/// How often SQLite's write-ahead log is folded back.
const CHECKPOINT_EVERY: Duration = Duration::from_mins(5);

/// With the sequencer's pause a decision is learned within a second.
const LEARN_EVERY: Duration = Duration::from_millis(500);

/// How often it is looked whether people write of other things than when the model was trained.
const DRIFT_SECS: i64 = 24 * 3_600;

/// A pause after commits, so that one run of the sequencer takes a burst.
const GATHER: Duration = Duration::from_millis(200);

/// Resolves once the program is asked to stop.
async fn stopped(mut stop: watch::Receiver<bool>) {
    // A sender that is gone means the same.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// How often the whole published log is read again.
const SELF_CHECK_SECS: i64 = 24 * 3_600;

/// One round: positions, then tiles, a signature, a checkpoint. What keeps the log from being published is told by `ledger`.
async fn round(app: &App) {
    if let Err(error) = app.journal.sequence_all(&app.db, app.clock.as_ref()).await {
        tracing::error!(error = %error, "sequencing failed");
    }
    let _ = app.ledger.publish().await;
}

/// Gives positions to what was committed and publishes it, at most a second later.
pub(crate) async fn sequence(app: App, stop: watch::Receiver<bool>) {
    let mut commits = app.db.commits();
    let mut checked = None;
    loop {
        commits.borrow_and_update();
        let now = app.clock.now().as_second();
        if checked.is_none_or(|at| now - at > SELF_CHECK_SECS) {
            checked = Some(now);
            if let Err(error) = app.ledger.self_check().await {
                tracing::error!(error = &error as &dyn std::error::Error, "the log could not be checked");
            }
        }
        round(&app).await;
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
    // What was acknowledged before the stop is in the log before the next start.
    round(&app).await;
}

/// How often witnesses are asked: what was signed within a minute before a break-in is what nobody else has seen.
const WITNESS_EVERY: Duration = Duration::from_mins(1);

/// Has the witnesses cosign what was signed.
pub(crate) async fn witnesses(app: App, stop: watch::Receiver<bool>) {
    let ask: std::sync::Arc<dyn ledger::Ask> = std::sync::Arc::new(OverHttp);
    loop {
        if let Err(error) = app.ledger.be_witnessed(std::sync::Arc::clone(&ask), app.clock.now()).await {
            tracing::error!(error = &error as &dyn std::error::Error, "the log could not be witnessed");
        }
        tokio::select! {
            () = stopped(stop.clone()) => return,
            () = tokio::time::sleep(WITNESS_EVERY) => {}
        }
    }
}

/// Does the jobs.
pub(crate) async fn jobs(app: App, stop: watch::Receiver<bool>) {
    if let Err(error) = app.cases.begin_archiving().await {
        tracing::error!(error = %error, "archiving could not be begun");
    }
    if let Err(error) = app.figures.begin().await {
        tracing::error!(error = %error, "publishing figures could not be begun");
    }
    app.runner().run(stopped(stop)).await;
}

/// How often it is looked whether a change took effect that the public log does not say yet.
const SAY_SECS: i64 = 10;

/// Reads again each second what was decided about the rules: well within the time before a change takes effect.
pub(crate) async fn rules(app: App, stop: watch::Receiver<bool>) {
    // What numbers in the public log mean is said at once (decisions 9); a change takes effect some seconds after it was decided, and
    // places begin with their day.
    let mut said = None;
    loop {
        let now = app.clock.now().as_second() / SAY_SECS;
        if said != Some(now) {
            match app.figures.say_names().await {
                Ok(_) => said = Some(now),
                Err(error) => tracing::error!(error = %error, "a change could not be put into the public log"),
            }
        }
        tokio::select! {
            () = stopped(stop.clone()) => return,
            () = tokio::time::sleep(Duration::from_secs(1)) => {}
        }
        if let Err(error) = app.settings.refresh().await {
            tracing::error!(error = %error, "reading the rules again failed");
        }
    }
}

/// Follows what people decide, so that the next proposal knows it, and takes up the text model that `lianxin text take` names.
pub(crate) async fn learn(app: App, stop: watch::Receiver<bool>) {
    let models = Models::of(&app.data);
    let mut answering = models.answering().unwrap_or(0);
    let mut looked = None;
    loop {
        while !*stop.borrow() {
            match app.cases.learn_on().await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::error!(error = %error, "learning from the journal failed");
                    break;
                }
            }
        }
        tokio::select! {
            () = stopped(stop.clone()) => return,
            () = tokio::time::sleep(LEARN_EVERY) => {}
        }
        let now = app.clock.now().as_second();
        if looked.is_none_or(|(at, version)| version != answering || now - at > DRIFT_SECS) {
            looked = Some((now, answering));
            app.look_for_drift().await;
        }
        if models.answering().is_ok_and(|now| now != answering) {
            let (number, trained) = models.current();
            answering = number;
            match app.cases.take_model(trained).await {
                Ok(()) => tracing::info!(version = number, "another text model answers"),
                Err(error) => tracing::error!(error = %error, "the text model could not be taken"),
            }
        }
    }
}

impl App {
    /// Looks whether people write of other things than when the model was trained. What is found is on the page of the models and on every
    /// page of those who can do something about it; these find it in their inbox, too, once a day while it lasts.
    pub async fn look_for_drift(&self) {
        match self.cases.look_for_drift().await {
            Ok(Some(found)) if found.is_alarm() => {
                tracing::warn!(
                    model = found.model,
                    matters = found.matters,
                    "people write of other things than when the model was trained"
                );
                if let Err(error) = self.supervision.tell_of_drift(&found).await {
                    tracing::error!(error = %error, "nobody could be told that people write of other things");
                }
            }
            Ok(_) => {}
            Err(error) => tracing::error!(error = %error, "it could not be looked whether people write of other things"),
        }
    }
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
        if let Err(error) = app.accounts.sweep().await {
            tracing::error!(error = %error, "sweeping proposals failed");
        }
        if let Err(error) = app.cases.sweep().await {
            tracing::error!(error = %error, "sweeping idempotency keys failed");
        }
        if let Err(error) = app.supervision.sweep().await {
            tracing::error!(error = %error, "sweeping reminders failed");
        }
        if backup_is_due(app.config.site.demo, Last::at(&app.data), app.clock.now()) {
            back_up(&app).await;
        }
    }
}

/// The hours of the night, Beijing time, in which a backup disturbs nobody.
const NIGHT: std::ops::Range<i8> = 2..5;

/// Less than a day, so that a backup that ended late does not move the next one out of the night.
const BETWEEN_BACKUPS_SECS: i64 = 20 * 3_600;

/// Every night, unless one was just made. A demo has nothing to lose.
fn backup_is_due(demo: bool, last: Option<Timestamp>, now: Timestamp) -> bool {
    let old = last.is_none_or(|last| now.as_second() - last.as_second() > BETWEEN_BACKUPS_SECS);
    !demo && old && NIGHT.contains(&format::local(now).hour())
}

/// Into `DIR/backups`; the operator carries archives to another machine, and keeps the keys elsewhere.
async fn back_up(app: &App) {
    let plan = Plan {
        db: app.db.clone(),
        data: app.data.as_path().to_owned(),
        keys: Keys::clone(&app.keys),
        out: app.data.join("backups"),
        now: app.clock.now(),
        rng: std::sync::Arc::clone(&app.rng),
        keep_days: KEEP_DAYS,
    };
    match backup(plan).await {
        Ok(made) => tracing::info!(archive = %made.archive.display(), deleted = made.deleted.len(), "backed up and read back"),
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "the nightly backup failed"),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_made_once_a_night() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let night = at("2026-11-23T02:10:00+08:00");
        assert!(backup_is_due(false, None, night));
        assert!(!backup_is_due(true, None, night), "a demo has nothing to lose");
        assert!(!backup_is_due(false, None, at("2026-11-23T14:10:00+08:00")), "by day people work");
        assert!(!backup_is_due(false, Some(at("2026-11-23T02:05:00+08:00")), night));
        assert!(backup_is_due(false, Some(at("2026-11-22T04:40:00+08:00")), night));
    }
}
