//! The demo shows every state and every light, whatever the day, and is the same each time.

use std::sync::Arc;

use kernel::{FixedClock, SeededRng, Timestamp};
use lianxin::demo::{DemoArgs, make};
use lianxin::{App, Choices};
use sea_orm::{ConnectionTrait, Statement};
use web::SourceLimits;

struct Demo {
    app: App,
    now: i64,
    _folder: tempfile::TempDir,
}

impl Demo {
    async fn at(now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("demo");
        let now: Timestamp = now.parse().unwrap();
        make(&DemoArgs { data: data.clone(), database: None, cases: 60, seed: 1, now: Some(now), untouched: false }).await.unwrap();
        let choices = Choices {
            clock: Arc::new(FixedClock::at(now)),
            rng: Arc::new(SeededRng::new(1)),
            limits: SourceLimits::default(),
            source: journal::Source::Demo,
        };
        Self { app: App::open(&data, None, choices).await.unwrap(), now: now.as_millisecond(), _folder: folder }
    }

    async fn texts(&self, sql: &str) -> Vec<String> {
        let db = self.app.db.admin();
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    /// The units, one for each case that a condition holds for; empty where it has none yet.
    async fn units(&self, condition: &str) -> Vec<String> {
        self.texts(&format!("SELECT COALESCE(unit, '') FROM case_record WHERE {condition} ORDER BY 1")).await
    }
}

fn different(mut units: Vec<String>) -> usize {
    units.retain(|unit| !unit.is_empty());
    units.dedup();
    units.len()
}

#[tokio::test]
async fn every_state_and_light_is_there_on_a_monday_morning_and_on_a_saturday_night() {
    for now in ["2026-11-23T10:42:00+08:00", "2026-11-21T21:30:00+08:00", "2026-10-04T08:05:00+08:00"] {
        let demo = Demo::at(now).await;
        let at = demo.now;
        let states = demo.texts("SELECT DISTINCT state FROM case_record ORDER BY 1").await;
        assert_eq!(states, ["Accepted", "Closed", "Dispatched", "FeedbackPending", "InProgress", "Reopened", "Triage"], "{now}");
        let yellow = demo.units(&format!("yellow_at <= {at} AND (red_at IS NULL OR red_at > {at})")).await;
        assert!(yellow.len() >= 5 && different(yellow.clone()) >= 3, "{now}: yellow {yellow:?}");
        let red = demo.units(&format!("red_at <= {at}")).await;
        assert!(red.len() >= 4 && different(red.clone()) >= 3, "{now}: red {red:?}");
        let waiting = demo.units("state IN ('Triage', 'Reopened')").await;
        assert!(waiting.len() >= 5, "{now}: the desk has a queue: {waiting:?}");
        let green = demo
            .units(&format!("state <> 'Closed' AND (yellow_at IS NULL OR yellow_at > {at}) AND (red_at IS NULL OR red_at > {at})"))
            .await;
        assert!(green.len() >= 10, "{now}: most is well: {green:?}");
    }
}

#[tokio::test]
async fn the_same_seed_and_instant_make_the_same_demo() {
    let all = "SELECT id || number || state || clocks || updated_at FROM case_record ORDER BY id";
    let events = "SELECT id || kind || public FROM journal_event ORDER BY seq";
    let (one, other) = (Demo::at("2026-11-23T10:42:00+08:00").await, Demo::at("2026-11-23T10:42:00+08:00").await);
    assert_eq!(one.texts(all).await, other.texts(all).await);
    assert_eq!(one.texts(events).await, other.texts(events).await);
    let leaves = one.texts("SELECT hex(leaf) FROM log_leaf ORDER BY position").await;
    assert_eq!(leaves, other.texts("SELECT hex(leaf) FROM log_leaf ORDER BY position").await);
    assert!(leaves.len() > 100, "names of places, facts and tables: {}", leaves.len());
}
