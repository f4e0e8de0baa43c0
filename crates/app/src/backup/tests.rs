//! A site is backed up, lost, and restored; on either database and from one to the other.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use clap::Parser as _;
use journal::{Actor, Envelope, NewEvent, Stream};
use kernel::{CaseId, CaseNumber, FixedClock, SeededRng, SubjectId, SystemRng};
use sea_orm_migration::{MigrationTrait, MigratorTrait};
use serde_json::json;
use store::sea_orm::{ConnectionTrait, Database, DatabaseConnection};

use super::*;
use crate::config::{Log, Site, Staff, Web};

/// The journal is enough of a site: rows of every type, a serial, and a log head.
struct Schema;

impl MigratorTrait for Schema {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        [journal::migrations(), jobs::migrations()].into_iter().flatten().collect()
    }
}

/// The same program, older: it had no jobs.
struct OlderSchema;

impl MigratorTrait for OlderSchema {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        journal::migrations()
    }
}

#[derive(Default)]
struct Remembered(Mutex<Vec<String>>);

#[async_trait::async_trait]
impl ReplayErasures for Remembered {
    async fn replay(&self, site: RestoredSite<'_>, ids: &[String]) -> Result<Vec<Again>, BackupError> {
        assert!(Keys::load(site.data).is_err(), "nobody can serve before erasures are repeated");
        self.0.lock().unwrap().extend_from_slice(ids);
        Ok(ids.iter().map(|_| Again::Erased).collect())
    }
}

fn rng() -> Arc<dyn Rng> {
    Arc::new(SystemRng::new().unwrap())
}

fn now() -> Timestamp {
    "2026-11-23T03:00:00+08:00".parse().unwrap()
}

fn days_later(days: i64) -> Timestamp {
    now() + SignedDuration::from_hours(24 * days)
}

/// A scratch database on PostgreSQL, where a server answers.
struct Scratch {
    admin: DatabaseConnection,
    name: String,
    url: String,
}

impl Scratch {
    #[expect(clippy::disallowed_methods, reason = "the documented switch of the tests")]
    async fn new() -> Option<Self> {
        let server = std::env::var("TEST_PG_URL").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned());
        let server = server.split('?').next()?.to_owned();
        let Ok(admin) = Database::connect(&server).await else {
            eprintln!("no PostgreSQL answers: this test ran on SQLite only");
            return None;
        };
        let name = format!("lx_scratch_{:016x}", u64::from_be_bytes(rng().bytes()));
        admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE template0")).await.unwrap();
        let url = format!("{}/{name}", server.rsplit_once('/')?.0);
        Some(Self { admin, name, url })
    }

    async fn end(self) {
        self.admin.execute_unprepared(&format!("DROP DATABASE {} WITH (FORCE)", self.name)).await.unwrap();
    }
}

/// A site with some sequenced and some waiting events, and two files.
struct Found {
    data: PathBuf,
    keys: Keys,
    db: Db,
}

async fn found<M: MigratorTrait>(data: &Path, database: Option<&str>) -> Found {
    let keys = Keys::generate(&SeededRng::new(5));
    keys.save(data).unwrap();
    let site = Site { county: "demo-1".to_owned(), demo: false, database: database.map(str::to_owned), created_at: format::rfc3339(now()) };
    let config = SiteFile { site, web: Web::default(), staff: Staff::default(), log: Log::default() };
    config.save(data).unwrap();
    fs::create_dir_all(data.join("files/2026")).unwrap();
    fs::write(data.join("files/2026/lamp.jpg"), [0xff, 0xd8, 0, 1]).unwrap();
    fs::write(data.join("files/空.txt"), "").unwrap();
    let db = Db::open(&config.database(data, None).unwrap(), rng()).await.unwrap();
    M::up(db.admin(), None).await.unwrap();
    let found = Found { data: data.to_owned(), keys, db };
    append(&found, 7).await;
    Journal::new(found.keys.journal(), rng()).sequence_all(&found.db, &FixedClock::at(now())).await.unwrap();
    append(&found, 3).await;
    found
}

async fn append(site: &Found, streams: usize) {
    let journal = Journal::new(site.keys.journal(), rng());
    for n in 0..streams {
        let id = CaseId::new(now(), rng().as_ref());
        let event = NewEvent {
            kind: "case.submitted",
            kind_version: 1,
            occurred_at: None,
            public: json!({ "n": n }),
            private: json!({ "text": "楼道灯不亮 <b>\u{202e}" }),
            reason: None,
        };
        let journal = journal.clone();
        let appended = site.db.write(move |tx| {
            let (journal, event) = (journal.clone(), event.clone());
            async move {
                let envelope = Envelope::live(Actor::Resident, None, now());
                journal.append(&tx, &envelope, &Stream::of(id), SubjectId::from_bytes(*id.as_bytes()), 0, vec![event; 2]).await
            }
        });
        appended.await.unwrap();
    }
}

async fn made(site: &Found, out: &Path, now: Timestamp) -> Made {
    let plan = Plan {
        db: site.db.clone(),
        data: site.data.clone(),
        keys: site.keys.clone(),
        out: out.to_owned(),
        now,
        rng: rng(),
        keep_days: KEEP_DAYS,
    };
    backup(plan).await.unwrap()
}

async fn lines(db: &Db) -> Vec<u8> {
    db.read(|tx| async move { transfer::dump(&tx, Vec::new()).await }).await.unwrap().1
}

/// All lines but the first, which names the migrations.
fn body(lines: &[u8]) -> &[u8] {
    let end = lines.iter().position(|&byte| byte == b'\n').unwrap();
    &lines[end..]
}

async fn open(data: &Path) -> Db {
    let url = SiteFile::load(data).unwrap().database(data, None).unwrap();
    Db::open(&url, rng()).await.unwrap()
}

fn request(archive: &Path, keys: &Path, data: &Path, database: Option<&str>) -> Request {
    Request { archive: archive.to_owned(), keys: keys.to_owned(), data: data.to_owned(), database: database.map(str::to_owned), rng: rng() }
}

#[tokio::test]
async fn a_site_goes_from_sqlite_to_postgres_and_back_without_losing_anything() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let first = found::<Schema>(&place("first"), None).await;
    let before = lines(&first.db).await;
    let scratch = Scratch::new().await;
    let urls = [None, scratch.as_ref().map(|scratch| scratch.url.as_str()), None];

    let mut site = first;
    for (n, url) in urls.into_iter().enumerate() {
        let out = place(&format!("out{n}"));
        let backup = made(&site, &out, now()).await;
        assert_eq!(backup.archive.file_name().unwrap(), "lianxin-demo-1-20261123-030000.lxb");
        assert_eq!((backup.manifest.rows["journal_event"], backup.manifest.log_head.size), (20, 14));
        assert_eq!(Last::at(&site.data), Some(now()));
        let keys = copy_keys(&site.data, &out, &place(&format!("safe{n}")), now()).unwrap();
        site.db.close().await;

        let data = place(&format!("next{n}"));
        let remembered = Remembered::default();
        let restored = restore::<Schema>(request(&backup.archive, &keys, &data, url), &remembered).await.unwrap();
        assert_eq!(restored.manifest, backup.manifest);
        assert_eq!((restored.migrated, restored.erased_again, remembered.0.lock().unwrap().len()), (0, 0, 0));
        let db = open(&data).await;
        assert!(lines(&db).await == before, "restore {n}");
        assert_eq!(fs::read(data.join("files/2026/lamp.jpg")).unwrap(), [0xff, 0xd8, 0, 1]);
        assert_eq!(fs::read(data.join("files/空.txt")).unwrap(), b"");
        site = Found { keys: Keys::load(&data).unwrap(), data, db };
    }
    // The restored site goes on: its serial, its sequencer and its proofs hold.
    append(&site, 2).await;
    let journal = Journal::new(site.keys.journal(), rng());
    assert_eq!(journal.sequence_all(&site.db, &FixedClock::at(now())).await.unwrap().taken, 10);
    assert!(journal.examine(&site.db).await.unwrap().is_empty());
    site.db.close().await;
    if let Some(scratch) = scratch {
        scratch.end().await;
    }
}

#[tokio::test]
async fn whoever_was_erased_is_erased_again_from_either_list() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let site = found::<Schema>(&place("site"), None).await;
    let first = made(&site, &place("out"), now()).await;
    let keys = copy_keys(&site.data, &place("out"), &place("safe"), now()).unwrap();
    let one = |id: &str| [(id.to_owned(), now())].into();
    // One is known to the copy of the keys, one only to the list that the next backup leaves beside the archives.
    erased::add(&keys, &one("261123000017")).unwrap();
    erased::add(&Keys::folder(&site.data), &one("261123719306")).unwrap();
    made(&site, &place("out"), days_later(1)).await;
    site.db.close().await;

    let remembered = Remembered::default();
    let restored = restore::<Schema>(request(&first.archive, &keys, &place("new"), None), &remembered).await.unwrap();
    assert_eq!(*remembered.0.lock().unwrap(), ["261123000017", "261123719306"]);
    assert_eq!(restored.erased_again, 2);
    assert_eq!(erased::read(&Keys::folder(&place("new"))).unwrap().len(), 2, "the new site knows them too");
}

#[tokio::test]
async fn an_archive_that_is_not_whole_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let site = found::<Schema>(&place("site"), None).await;
    let archive = made(&site, &place("out"), now()).await.archive;
    site.db.close().await;
    let keys = Keys::folder(&site.data);
    let whole = fs::read(&archive).unwrap();
    let flipped = |place: usize| {
        let mut bytes = whole.clone();
        bytes[place] ^= 4;
        bytes
    };
    for bytes in [flipped(whole.len() / 2), flipped(60), flipped(30), flipped(2), whole[..whole.len() - 1].to_vec(), whole[..40].to_vec()] {
        fs::write(&archive, bytes).unwrap();
        let refused = restore::<Schema>(request(&archive, &keys, &place("new"), None), &Remembered::default()).await;
        assert!(matches!(refused, Err(BackupError::File { .. } | BackupError::Transfer(_))), "{refused:?}");
        assert!(!place("new").exists());
    }
    fs::write(&archive, &whole).unwrap();
    Keys::generate(&SeededRng::new(6)).write(&place("others")).unwrap();
    let refused = restore::<Schema>(request(&archive, &place("others"), &place("new"), None), &Remembered::default()).await;
    let Err(BackupError::File { source, .. }) = refused else { unreachable!("{refused:?}") };
    assert_eq!(source.to_string(), "the archive was made under another backup key");
}

#[tokio::test]
async fn only_an_empty_target_is_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let site = found::<Schema>(&place("site"), None).await;
    let archive = made(&site, &place("out"), now()).await.archive;
    let keys = Keys::folder(&site.data);
    let again = restore::<Schema>(request(&archive, &keys, &site.data, None), &Remembered::default()).await;
    assert!(matches!(again, Err(BackupError::Config(ConfigError::NotEmpty(_)))), "{again:?}");
    let full = format!("sqlite:{}", site.data.join("lianxin.db").display());
    let again = restore::<Schema>(request(&archive, &keys, &place("new"), Some(&full)), &Remembered::default()).await;
    assert!(matches!(again, Err(BackupError::NotEmpty(_))), "{again:?}");
    assert!(Keys::load(&place("new")).is_err(), "what was not restored cannot be served");
    site.db.close().await;
}

#[tokio::test]
async fn an_older_archive_is_migrated_after_loading_and_a_newer_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let old = found::<OlderSchema>(&place("old"), None).await;
    let before = lines(&old.db).await;
    let archive = made(&old, &place("out"), now()).await.archive;
    old.db.close().await;
    let keys = Keys::folder(&old.data);
    let restored = restore::<Schema>(request(&archive, &keys, &place("new"), None), &Remembered::default()).await.unwrap();
    assert_eq!(restored.migrated, jobs::migrations().len());
    let db = open(&place("new")).await;
    let after = lines(&db).await;
    let events =
        |lines: &[u8]| String::from_utf8(body(lines).to_vec()).unwrap().lines().filter(|line| line.contains("case.submitted")).count();
    assert_eq!((events(&before), events(&after)), (20, 20));

    let new = Found { data: place("new"), keys: old.keys, db };
    let archive = made(&new, &place("out"), days_later(1)).await.archive;
    new.db.close().await;
    let refused = restore::<OlderSchema>(request(&archive, &keys, &place("newer"), None), &Remembered::default()).await;
    assert!(matches!(refused, Err(BackupError::NewerVersion(_))), "{refused:?}");
}

#[tokio::test]
async fn a_backup_is_taken_while_the_site_writes_and_holds_one_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let site = found::<Schema>(&folder.path().join("site"), None).await;
    let writing = append(&site, 40);
    let out = folder.path().join("out");
    let taking = made(&site, &out, now());
    let (manifest, ()) = futures::join!(async { taking.await.manifest }, writing);
    // Each commit wrote two events with two waiting rows, and one key.
    let rows = |table: &str| manifest.rows[table];
    assert_eq!(rows("journal_event"), rows("subject_key") * 2);
    assert_eq!(rows("journal_event"), rows("journal_pending") + rows("journal_log"));
    site.db.close().await;
}

#[tokio::test]
async fn archives_past_their_days_are_deleted_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let site = found::<Schema>(&folder.path().join("site"), None).await;
    let first = made(&site, &out, now()).await.archive;
    let others = ["lianxin-other-20200101-000000.lxb", "lianxin-demo-1-notes.lxb", "lianxin-demo-1-20200101-000000.lxb.txt", "readme"];
    for other in others {
        fs::write(out.join(other), "x").unwrap();
    }
    let half = out.join("lianxin-demo-1-20261122-030000.lxb.part");
    fs::write(&half, "x").unwrap();
    assert!(made(&site, &out, days_later(1)).await.deleted.contains(&half), "half archives go sooner");
    assert!(made(&site, &out, days_later(30)).await.deleted.is_empty());
    assert_eq!(made(&site, &out, days_later(31)).await.deleted, [first]);
    assert!(others.iter().all(|other| out.join(other).exists()));
    site.db.close().await;
}

#[tokio::test]
async fn keys_are_not_put_where_archives_lie() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let site = found::<Schema>(&folder.path().join("site"), None).await;
    for apart in [out.clone(), out.join("inside"), folder.path().to_owned()] {
        assert!(matches!(copy_keys(&site.data, &out, &apart, now()), Err(BackupError::KeysBeside(_))));
    }
    let copy = copy_keys(&site.data, &out, &folder.path().join("safe"), now()).unwrap();
    assert_eq!(copy.file_name().unwrap(), "keys-demo-1-20261123-030000");
    assert_eq!(Keys::read(&copy).unwrap().backup(), site.keys.backup());
    site.db.close().await;
}

/// `lianxin demo`, by its own words.
#[derive(clap::Parser)]
struct Demo {
    #[command(flatten)]
    args: crate::demo::DemoArgs,
}

#[tokio::test]
async fn a_restored_site_has_forgotten_whom_the_old_one_forgot_and_doctor_is_content() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let words = [OsStr::new("demo"), "--data".as_ref(), place("demo").as_ref(), "--cases".as_ref(), "8".as_ref()].map(OsStr::to_owned);
    crate::demo::make(&Demo::parse_from(words).args).await.unwrap();
    let open_app = async |data: PathBuf| crate::App::open(&data, None, crate::Choices::real().unwrap()).await.unwrap();
    let words = async |app: &crate::App| {
        let sql = "SELECT r.number FROM case_record r JOIN case_private p ON p.id = r.id WHERE p.text IS NOT NULL ORDER BY r.number";
        let rows = app.db.admin().query_all_raw(store::sea_orm::Statement::from_string(app.db.backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>()
    };

    let app = open_app(place("demo")).await;
    let before = words(&app).await;
    let site = Found { data: place("demo"), keys: Keys::load(&place("demo")).unwrap(), db: app.db.clone() };
    let archive = made(&site, &place("out"), now()).await.archive;
    app.db.close().await;
    let keys = Keys::folder(&site.data);
    let later = CaseNumber::nth(&site.keys.number(), jiff::civil::date(2099, 1, 1), 0).unwrap();
    erased::add(&keys, &[(before[0].clone(), now()), (later.to_string(), now())].into()).unwrap();

    let scratch = Scratch::new().await;
    let url = scratch.as_ref().map(|scratch| scratch.url.as_str());
    let asked = request(&archive, &keys, &place("new"), url);
    let restored = restore::<crate::Migrations>(asked, &command::ThroughDomains).await.unwrap();
    assert_eq!(restored.erased_again, 1, "the other number is not of this archive");
    let app = open_app(place("new")).await;
    assert_eq!(words(&app).await, before[1..], "one person is gone, and nobody else");
    // As the command does: the archive holds no file of the log.
    app.journal.sequence_all(&app.db, app.clock.as_ref()).await.unwrap();
    app.ledger.publish().await.unwrap();
    let findings = crate::doctor::examine(&app).await.unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    app.db.close().await;
    if let Some(scratch) = scratch {
        scratch.end().await;
    }
}
