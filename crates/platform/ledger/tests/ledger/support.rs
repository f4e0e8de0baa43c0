//! A journal and its log for a test: on a SQLite file, and on a scratch database of PostgreSQL where one answers.

use std::collections::BTreeMap;
use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;

use journal::{Actor, Envelope, Journal, Keys, NewEvent, SealOf, Stream};
use kernel::{CaseId, FixedClock, Rng, SubjectId, SystemRng, Timestamp};
use ledger::{Ledger, Parts, Sealing, Succession, WitnessAt};
use serde_json::json;
use store::sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use store::sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};
use store::{Db, DbUrl};
use tempfile::TempDir;
use tlog::leaf::{CaseType, Leaf, Month, Score};
use tlog::note::LogKey;
use tlog::source::{Source, Unreadable};
use tlog::tree::TreeHead;

pub const ORIGIN: &str = "county.example/log";

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        journal::migrations()
    }
}

fn rng() -> Arc<dyn Rng> {
    Arc::new(SystemRng::new().unwrap())
}

/// A site with nothing but a journal and a log.
pub struct Site {
    pub db: Db,
    pub journal: Journal,
    pub clock: FixedClock,
    /// The seeds of the log's keys: the newest, and the one before while it signs.
    pub seeds: std::sync::Mutex<(u8, Option<u8>)>,
    /// Who witnesses the log.
    pub witnesses: std::sync::Mutex<Vec<WitnessAt>>,
    folder: TempDir,
}

/// A key of the log.
pub fn log_key(seed: u8) -> LogKey {
    LogKey::from_seed(ORIGIN, &[seed; 32]).unwrap()
}

/// A leaf that is no seal, of its own for each number.
fn score(n: u8) -> Vec<u8> {
    let month = Month::new(2026, 11).unwrap();
    let case_type = CaseType::Help;
    Leaf::Score(Score { month, area: n.into(), unit: 1, case_type, contacted: true, solved: true, satisfaction: 5 }).encode().unwrap()
}

impl Site {
    async fn open(url: &str, folder: TempDir) -> Self {
        let db = Db::open(&url.parse::<DbUrl>().unwrap(), rng()).await.unwrap();
        Migrator::up(db.admin(), None).await.unwrap();
        let journal = Journal::new(Keys { mac: [1; 32], wrap: [2; 32] }, rng());
        let clock = FixedClock::at("2026-11-23T10:42:00+08:00".parse::<Timestamp>().unwrap());
        std::fs::create_dir_all(folder.path().join("keys")).unwrap();
        Self { db, journal, clock, seeds: std::sync::Mutex::new((3, None)), witnesses: std::sync::Mutex::default(), folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The log as another process opens it.
    pub fn ledger(&self) -> Ledger {
        let (seed, before) = *self.seeds.lock().unwrap();
        Ledger::new(Parts {
            db: self.db.clone(),
            journal: self.journal.clone(),
            key: log_key(seed),
            key_before: before.map(log_key),
            succession: Succession::open(&self.path("keys"), &log_key(seed), before.map(log_key).as_ref()).unwrap(),
            folder: self.path("log"),
            memory: ledger::memory(&self.path("keys")),
            witnesses: self.witnesses.lock().unwrap().clone(),
        })
    }

    /// Writes a stream of `events` events and gives them their positions.
    pub async fn write(&self, events: usize) -> Stream {
        let stream = self.append(events).await;
        self.journal.sequence_all(&self.db, &self.clock).await.unwrap();
        stream
    }

    /// Writes a stream of `events` events, which wait for their positions.
    pub async fn append(&self, events: usize) -> Stream {
        let id = CaseId::new(kernel::Clock::now(&self.clock), rng().as_ref());
        let (journal, stream, now) = (self.journal.clone(), Stream::of(id), kernel::Clock::now(&self.clock));
        let event = NewEvent {
            kind: "case.submitted",
            kind_version: 1,
            occurred_at: None,
            public: json!({ "n": 1 }),
            private: json!({ "text": "楼道灯不亮" }),
            reason: None,
        };
        let to = stream.clone();
        let written = self.db.write(move |tx| {
            let (journal, stream, event) = (journal.clone(), to.clone(), event.clone());
            async move {
                let envelope = Envelope::live(Actor::Resident, None, now);
                journal.append(&tx, &envelope, &stream, SubjectId::from_bytes(*id.as_bytes()), 0, vec![event; events]).await
            }
        });
        written.await.unwrap();
        stream
    }

    /// Puts leaves into the log that are no seals.
    pub async fn place(&self, leaves: u8) {
        let (journal, now) = (self.journal.clone(), kernel::Clock::now(&self.clock));
        let placed = self.db.write_read_committed(move |tx| {
            let journal = journal.clone();
            async move {
                let turn = journal.turn(&tx, now).await?;
                journal.place(&tx, turn, (0..leaves).map(score).collect(), now).await
            }
        });
        placed.await.unwrap();
    }

    /// Erases whom the first event of a stream is about, as a domain does: the event first, then the key.
    pub async fn erase(&self, stream: &Stream) {
        let subject = self.seals(stream).await.first().unwrap().event.subject;
        let (journal, stream, now) = (self.journal.clone(), stream.clone(), kernel::Clock::now(&self.clock));
        let event =
            NewEvent { kind: "case.erased", kind_version: 1, occurred_at: None, public: json!({}), private: json!({}), reason: None };
        let version = i64::try_from(self.seals(&stream).await.len()).unwrap();
        let erased = self.db.write(move |tx| {
            let (journal, stream, event) = (journal.clone(), stream.clone(), event.clone());
            async move {
                let envelope = Envelope::live(Actor::Resident, None, now);
                journal.append(&tx, &envelope, &stream, subject, version, vec![event]).await?;
                journal.forget(&tx, subject, now).await
            }
        });
        assert!(erased.await.unwrap());
    }

    /// The receipt of a new event.
    pub async fn receipt(&self) -> Vec<u8> {
        let stream = self.write(1).await;
        publish(self).await;
        match self.ledger().receipt(&self.seals(&stream).await.remove(0)).await.unwrap() {
            Sealing::Sealed(file) => file,
            other @ (Sealing::Waiting | Sealing::Gone) => panic!("{other:?}"),
        }
    }

    /// Writes so many streams of two events.
    pub async fn write_many(&self, streams: usize) {
        for _ in 0..streams {
            self.write(2).await;
        }
    }

    pub async fn seals(&self, stream: &Stream) -> Vec<SealOf> {
        let (journal, stream) = (self.journal.clone(), stream.clone());
        self.db.read(move |tx| async move { journal.seals(&tx, &stream).await }).await.unwrap()
    }

    pub async fn head(&self) -> journal::Head {
        let journal = self.journal.clone();
        self.db.read(move |tx| async move { journal.head(&tx).await }).await.unwrap()
    }

    pub async fn sql(&self, sql: &str) {
        self.db.admin().execute_unprepared(sql).await.unwrap();
    }

    /// SQL that the schema may refuse.
    pub async fn tried(&self, sql: &str) -> Result<(), store::sea_orm::DbErr> {
        self.db.admin().execute_unprepared(sql).await.map(drop)
    }

    pub async fn text(&self, sql: &str) -> String {
        let statement = Statement::from_string(self.db.backend(), sql);
        self.db.admin().query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    pub async fn scalar(&self, sql: &str) -> i64 {
        let statement = Statement::from_string(self.db.backend(), sql);
        self.db.admin().query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// What doctor says of journal and log.
    pub async fn doctor(&self) -> Vec<String> {
        let mut findings = self.journal.examine(&self.db).await.unwrap();
        findings.extend(self.ledger().examine().await.unwrap());
        findings.into_iter().map(|finding| format!("{} {}: {}", finding.table, finding.row, finding.what)).collect()
    }

    /// Remembers where the database stands, inside it.
    pub async fn back_up(&self) {
        self.sql("CREATE TABLE kept_head AS SELECT * FROM log_head").await;
        self.sql("CREATE TABLE kept_seq AS SELECT MAX(seq) AS seq FROM journal_event").await;
        self.sql("CREATE TABLE kept_epoch AS SELECT * FROM log_epoch").await;
        self.sql("CREATE TABLE kept_key AS SELECT * FROM subject_key").await;
    }

    /// Brings the database back to there, as `restore` does; the folders stay.
    pub async fn restore(&self) {
        self.sql("DELETE FROM journal_event WHERE seq > (SELECT seq FROM kept_seq)").await;
        self.sql("DELETE FROM journal_log WHERE seq > (SELECT seq FROM kept_seq)").await;
        self.sql("DELETE FROM journal_pending").await;
        self.sql("DELETE FROM log_head").await;
        self.sql("INSERT INTO log_head SELECT * FROM kept_head").await;
        self.sql("DELETE FROM log_epoch").await;
        self.sql("INSERT INTO log_epoch SELECT * FROM kept_epoch").await;
        self.sql("DELETE FROM subject_key").await;
        self.sql("INSERT INTO subject_key SELECT * FROM kept_key").await;
        for table in ["kept_head", "kept_seq", "kept_epoch", "kept_key"] {
            self.sql(&format!("DROP TABLE {table}")).await;
        }
    }

    /// The files of the site's logs, by path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.path("log")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.path("log")).unwrap().to_str().unwrap().to_owned();
                    found.insert(name, std::fs::read(path).unwrap());
                }
            }
        }
        found
    }
}

/// The log folder as anybody reads it.
impl Source for Site {
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        std::fs::read(self.path("log").join(path)).map_err(|_| Unreadable::Missing)
    }
}

/// Whether the full counts are asked for.
pub fn full() -> bool {
    #[expect(clippy::disallowed_methods, reason = "how `make prove` asks for the full count")]
    std::env::var("LIANXIN_PROOFS").is_ok_and(|proofs| proofs == "full")
}

/// Chance that can be had again: xorshift from a printed seed.
pub struct Dice(u64);

impl Dice {
    /// From a seed: `LIANXIN_SEED`, or a fresh one; printed either way.
    pub fn thrown(what: &str) -> Self {
        #[expect(clippy::disallowed_methods, reason = "how a failure is had again")]
        let told = std::env::var("LIANXIN_SEED").ok().and_then(|text| text.parse().ok());
        let seed: u64 = told.unwrap_or_else(|| u64::from_be_bytes(rng().bytes()));
        println!("{what}: LIANXIN_SEED={seed}");
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `below`.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % u64::try_from(below).unwrap()).unwrap()
    }

    /// One of these.
    pub fn of_these<'t, T>(&mut self, these: &'t [T]) -> &'t T {
        &these[self.below(these.len())]
    }
}

/// Publishes as a program does that has just started.
pub async fn publish(site: &Site) -> TreeHead {
    site.ledger().publish().await.unwrap()
}

#[expect(clippy::disallowed_methods, reason = "the documented switch of the tests")]
async fn postgres() -> Option<(String, DatabaseConnection)> {
    let server = std::env::var("TEST_PG_URL").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned());
    let server = server.split('?').next()?.to_owned();
    let connection = Database::connect(&server).await.ok()?;
    Some((server, connection))
}

/// Runs `test` on each database that is there.
pub async fn on_both<F: Future<Output = Site>>(test: impl Fn(Site) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    test(Site::open(&url, folder).await).await.db.close().await;

    let Some((server, admin)) = postgres().await else {
        eprintln!("no PostgreSQL answers: this test ran on SQLite only");
        return;
    };
    let name = format!("lx_scratch_{:016x}", u64::from_be_bytes(rng().bytes()));
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE template0")).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    test(Site::open(&format!("{base}/{name}"), tempfile::tempdir().unwrap()).await).await.db.close().await;
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
}
