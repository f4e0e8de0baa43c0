//! One county of its own for one test.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::{Router, extract::Request};
use http::{HeaderMap, Method};
use kernel::{FixedClock, SeededRng, Timestamp};
use lianxin::{App, Choices};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tower::ServiceExt as _;
use web::SourceLimits;

use crate::template::{self, Kind};
use crate::{Reply, Site};

/// A county without cases, its program, its clock.
pub struct World {
    /// The open site.
    pub app: App,
    /// Its clock; stands at Monday 2026-11-23 10:42 until moved.
    pub clock: Arc<FixedClock>,
    /// The token that lifts limits.
    pub channel: String,
    router: Router,
    tokens: Mutex<HashMap<String, (Timestamp, String)>>,
    site: Site,
}

/// A case as tests speak of it.
#[derive(Debug, Clone)]
pub struct Filed {
    /// The number.
    pub number: String,
    /// The code.
    pub code: String,
}

impl World {
    /// A new world.
    pub async fn new(kind: Kind) -> Self {
        Self::with_limits(kind, SourceLimits::default()).await
    }

    /// A new world with other limits by source.
    pub async fn with_limits(kind: Kind, limits: SourceLimits) -> Self {
        let site = Site::new(kind).await;
        let clock = Arc::new(FixedClock::at(template::NOW.parse::<Timestamp>().unwrap()));
        let choices = Choices { clock: clock.clone(), rng: Arc::new(SeededRng::new(99)), limits, source: journal::Source::Live };
        let app = App::open(&site.data(), site.url(), choices).await.unwrap();
        let accounts: Value = serde_json::from_str(&std::fs::read_to_string(site.data().join("demo-accounts.json")).unwrap()).unwrap();
        Self {
            router: lianxin::router(&app),
            channel: accounts["channel"].as_str().unwrap().to_owned(),
            tokens: Mutex::default(),
            app,
            clock,
            site,
        }
    }

    /// The data folder.
    pub fn data(&self) -> std::path::PathBuf {
        self.site.data()
    }

    /// Which database it is on.
    pub fn kind(&self) -> Kind {
        if self.url().is_some() { Kind::Postgres } else { Kind::Sqlite }
    }

    /// The database, when it is not in the folder.
    pub fn url(&self) -> Option<&str> {
        self.site.url()
    }

    /// Sends a request.
    pub async fn send(&self, method: Method, path: &str, headers: HeaderMap, body: impl Into<Body>) -> Reply {
        let mut request = Request::builder().method(method).uri(path).body(body.into()).unwrap();
        *request.headers_mut() = headers;
        request.headers_mut().entry("host").or_insert("127.0.0.1:8080".parse().unwrap());
        request.extensions_mut().insert(ConnectInfo(std::net::SocketAddr::from(([127, 0, 0, 1], 40_000))));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Reply { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    /// The program behind it, for requests that are dropped halfway.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// `GET` of the API with headers.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(Method::GET, path, map(headers), Body::empty()).await
    }

    /// `POST` of JSON with headers.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Reply {
        self.send(Method::POST, path, map(headers), body.to_string()).await
    }

    /// A bearer token of an account of the demo county.
    pub async fn token(&self, account: &str) -> String {
        let mut tokens = self.tokens.lock().await;
        // A session that was not used for half an hour is over, also where a test moves the clock.
        let now = kernel::Clock::now(self.clock.as_ref());
        if let Some((since, token)) = tokens.get(account)
            && now.duration_since(*since) < jiff::SignedDuration::from_mins(20)
        {
            return token.clone();
        }
        let body = json!({ "account": account, "password": lianxin::demo::PASSWORD });
        let session = self.post("/api/v1/sessions", &[], &body).await.expect(201);
        let token = session["token"].as_str().unwrap().to_owned();
        tokens.insert(account.to_owned(), (now, token.clone()));
        token
    }

    /// Moves the clock to `to` while everybody stays signed in: signing in costs more than a step.
    pub async fn wake(&self, to: Timestamp) {
        let mut tokens = self.tokens.lock().await;
        self.clock.set(to);
        let (seen, until) = (to.as_millisecond(), to.as_millisecond() + 12 * 3_600_000);
        self.sql(&format!("UPDATE identity_session SET seen_at = {seen}, expires_at = {until}")).await;
        for (since, _) in tokens.values_mut() {
            *since = to;
        }
    }

    /// Hands in a matter of a kind through the API.
    pub async fn file(&self, text: &str) -> Filed {
        let body = json!({ "text": text, "place": { "words": "槐荫里小区3号楼" }, "contact": { "phone": "13800000000" } });
        let receipt = self.post("/api/v1/public/cases", &[("x-channel-token", &self.channel)], &body).await.expect(201);
        Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() }
    }

    /// A staff command as `account`, with the newest version.
    pub async fn step(&self, account: &str, case: &Filed, command: &str, body: &Value) -> Reply {
        let version = self.version(case).await;
        self.step_at(account, case, command, body, version).await
    }

    /// A staff command as `account`, having seen `version`.
    pub async fn step_at(&self, account: &str, case: &Filed, command: &str, body: &Value, version: i64) -> Reply {
        let bearer = format!("Bearer {}", self.token(account).await);
        let seen = format!("\"{version}\"");
        let headers = [("authorization", bearer.as_str()), ("if-match", seen.as_str())];
        self.post(&format!("/api/v1/cases/{}/{command}", case.number), &headers, body).await
    }

    /// The version of a case, read behind everybody's back.
    pub async fn version(&self, case: &Filed) -> i64 {
        let sql = format!("SELECT version FROM case_record WHERE number = '{}'", case.number);
        self.scalar(&sql).await
    }

    /// One number by SQL, past all rules.
    pub async fn scalar(&self, sql: &str) -> i64 {
        let db = self.app.db.admin();
        let statement = sea_orm::Statement::from_string(db.get_database_backend(), sql);
        db.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// One text by SQL, past all rules.
    pub async fn text(&self, sql: &str) -> String {
        let db = self.app.db.admin();
        let statement = sea_orm::Statement::from_string(db.get_database_backend(), sql);
        db.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// The numbers of cases, by SQL, past all rules.
    pub async fn numbers(&self, condition: &str) -> Vec<String> {
        let db = self.app.db.admin();
        let sql = format!("SELECT number FROM case_record WHERE {condition} ORDER BY number");
        let rows = db.query_all_raw(sea_orm::Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    /// SQL past all rules: what an attacker with the database would do.
    pub async fn sql(&self, sql: &str) {
        self.app.db.admin().execute_unprepared(sql).await.unwrap();
    }

    /// SQL that the schema may refuse.
    pub async fn tried(&self, sql: &str) -> Result<(), sea_orm::DbErr> {
        self.app.db.admin().execute_unprepared(sql).await.map(drop)
    }

    /// A resident's request with the code.
    pub async fn as_resident(&self, case: &Filed, what: &str, body: &Value) -> Reply {
        self.post(&format!("/api/v1/public/cases/{}/{what}", case.number), &[("x-query-code", &case.code)], body).await
    }

    /// The case as its resident reads it.
    pub async fn track(&self, case: &Filed) -> Value {
        self.get(&format!("/api/v1/public/cases/{}", case.number), &[("x-query-code", &case.code)]).await.expect(200)
    }

    /// Brings a case to the resident's verdict: dispatched to housing, accepted, contacted, answered.
    pub async fn answered(&self, text: &str) -> Filed {
        let case = self.file(text).await;
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general" });
        self.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
        self.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
        self.step(HANDLER, &case, "log-contact", &json!({ "how": "call", "seconds": 60 })).await.expect(200);
        self.step(HANDLER, &case, "start", &json!({})).await.expect(200);
        self.step(HANDLER, &case, "answer", &json!({ "result": "solved", "text": "已经修好。" })).await.expect(200);
        case
    }

    /// Another handler of a unit, with the password of the demo; her sign-in name.
    pub async fn colleague(&self, login: &str, name: &str, unit: &str) -> String {
        self.person(login, name, identity::Role::Handler, &format!("unit:{unit}")).await
    }

    /// Another person with a role at a place, with the password of the demo; her sign-in name.
    pub async fn person(&self, login: &str, name: &str, role: identity::Role, place: &str) -> String {
        let grant = identity::Granted::<identity::permissions::ManageAccounts>::system("test");
        let place: identity::Place = place.parse().unwrap();
        let unit = if let identity::Place::Unit(unit) = &place { Some(unit.clone()) } else { None };
        let new = identity::NewAccount {
            login: login.to_owned(),
            name: name.to_owned(),
            name_en: None,
            password: Some(identity::Password::new(lianxin::demo::PASSWORD)),
            unit,
            roles: vec![identity::Held { role, place }],
        };
        self.app.identity.create_account(&grant, new).await.unwrap();
        login.to_owned()
    }

    /// What doctor says.
    pub async fn doctor(&self) -> Vec<String> {
        let findings = lianxin::doctor::examine(&self.app).await.unwrap();
        findings.into_iter().map(|finding| format!("{} {}: {}", finding.table, finding.row, finding.what)).collect()
    }

    /// Gives positions to everything that waits, and publishes it.
    pub async fn publish(&self) -> tlog::tree::TreeHead {
        self.sequence().await;
        self.app.ledger.publish().await.unwrap()
    }

    /// The body of a page or file as bytes, with its headers.
    pub async fn bytes(&self, path: &str) -> (u16, HeaderMap, Vec<u8>) {
        let request = Request::builder().uri(path).header("host", "127.0.0.1:8080").body(Body::empty()).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        (parts.status.as_u16(), parts.headers, to_bytes(body, usize::MAX).await.unwrap().to_vec())
    }

    /// The log as anybody can fetch it: the checkpoint first, then all that a tree of its size has.
    pub async fn fetch_log(&self) -> std::collections::BTreeMap<String, Vec<u8>> {
        let (status, _, checkpoint) = self.bytes("/log/checkpoint").await;
        assert_eq!(status, 200);
        let size: u64 = std::str::from_utf8(&checkpoint).unwrap().lines().nth(1).unwrap().parse().unwrap();
        let mut log = std::collections::BTreeMap::from([("checkpoint".to_owned(), checkpoint)]);
        for resource in tlog::tile::resources(0, size) {
            let (status, _, bytes) = self.bytes(&format!("/log/{resource}")).await;
            assert_eq!(status, 200, "{resource}");
            log.insert(resource.path(), bytes);
        }
        log
    }

    /// Gives positions to everything that waits.
    pub async fn sequence(&self) -> journal::Sequenced {
        self.app.journal.sequence_all(&self.app.db, self.clock.as_ref()).await.unwrap()
    }
}

/// The dispatcher of the demo county.
pub const DISPATCHER: &str = "chen.dispatch";
/// The handler of the housing department.
pub const HANDLER: &str = "xu.housing";

fn map(headers: &[(&str, &str)]) -> HeaderMap {
    headers.iter().map(|(name, value)| (name.parse::<http::HeaderName>().unwrap(), value.parse().unwrap())).collect()
}
