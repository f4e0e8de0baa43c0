//! The drive against a county that lies: a tool that cannot see a loss proves nothing by reporting none.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::HashMap;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

/// What is wrong with the county.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flaw {
    None,
    /// One acknowledged case cannot be found afterwards.
    LosesACase,
    /// A zero-width mark is cleaned away.
    CleansText,
    /// "Not solved" closes the case.
    NeverReopens,
    /// Each command is a conflict the first time, as if somebody else had been quicker.
    Contended,
    /// After some requests the server answers nothing but server errors.
    Fails,
}

struct Case {
    text: String,
    title: Option<String>,
    status: &'static str,
    version: i64,
    contended: bool,
}

struct County {
    flaw: Flaw,
    cases: Mutex<HashMap<String, Case>>,
}

type Shared = State<Arc<County>>;

fn problem(status: StatusCode, code: &str) -> Response {
    (status, Json(json!({ "code": code }))).into_response()
}

fn state_of(case: &Case) -> Response {
    let etag = [("etag", format!("\"{}\"", case.version))];
    (etag, Json(json!({ "status": case.status, "version": case.version }))).into_response()
}

async fn submit(State(county): Shared, headers: HeaderMap, Json(body): Json<Value>) -> Response {
    if !headers.contains_key("idempotency-key") || headers["x-channel-token"] != "demo" {
        return problem(StatusCode::BAD_REQUEST, "test.headers");
    }
    assert!(body["place"]["area"] == "west" || body["place"]["area"] == "east", "only communities are places to live in");
    let mut cases = county.cases.lock().unwrap();
    if county.flaw == Flaw::Fails && cases.len() >= 3 {
        return problem(StatusCode::SERVICE_UNAVAILABLE, "service.unavailable");
    }
    let number = format!("{:012}", cases.len());
    let mut text = body["text"].as_str().unwrap().to_owned();
    if county.flaw == Flaw::CleansText {
        text = text.replace('\u{200b}', "");
    }
    let title = body["title"].as_str().filter(|title| !title.is_empty()).map(str::to_owned);
    cases.insert(number.clone(), Case { text, title, status: "Triage", version: 1, contended: true });
    let code = format!("CODE-{number}");
    (StatusCode::CREATED, Json(json!({ "number": number, "query_code": code, "status": "Triage", "due": [] }))).into_response()
}

async fn read_as_resident(State(county): Shared, Path(number): Path<String>, headers: HeaderMap) -> Response {
    let lost = county.flaw == Flaw::LosesACase && number.ends_with('2');
    let cases = county.cases.lock().unwrap();
    match cases.get(&number) {
        Some(case) if !lost && headers["x-query-code"] == format!("CODE-{number}") => {
            Json(json!({ "number": number, "status": case.status, "text": case.text, "title": case.title })).into_response()
        }
        _ => problem(StatusCode::NOT_FOUND, "case.not_found"),
    }
}

async fn rate(State(county): Shared, Path(number): Path<String>, Json(body): Json<Value>) -> Response {
    let mut cases = county.cases.lock().unwrap();
    let case = cases.get_mut(&number).unwrap();
    if case.status != "FeedbackPending" {
        return problem(StatusCode::CONFLICT, "case.step_refused");
    }
    let closes = body["solved"] == true || county.flaw == Flaw::NeverReopens;
    case.status = if closes { "Closed" } else { "Reopened" };
    case.version += 1;
    state_of(case)
}

async fn read_as_staff(State(county): Shared, Path(number): Path<String>) -> Response {
    state_of(&county.cases.lock().unwrap()[&number])
}

async fn command(State(county): Shared, Path((number, command)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let mut cases = county.cases.lock().unwrap();
    let case = cases.get_mut(&number).unwrap();
    if county.flaw == Flaw::Contended && std::mem::take(&mut case.contended) {
        case.version += 1;
    }
    let Some(seen) = headers.get("if-match") else {
        return problem(StatusCode::PRECONDITION_REQUIRED, "precondition.required");
    };
    if *seen != format!("\"{}\"", case.version) {
        return problem(StatusCode::CONFLICT, "case.conflict");
    }
    let who = headers["authorization"].to_str().unwrap();
    case.status = match (case.status, command.as_str(), who) {
        ("Triage", "dispatch", "Bearer desk") => "Dispatched",
        ("Dispatched", "accept", "Bearer crew") | ("Accepted", "log-contact", "Bearer crew") => "Accepted",
        ("Accepted", "start", "Bearer crew") | ("Reopened", "resume", "Bearer desk") => "InProgress",
        ("InProgress", "answer", "Bearer crew") => "FeedbackPending",
        _ => return problem(StatusCode::CONFLICT, "case.step_refused"),
    };
    case.version += 1;
    case.contended = true;
    state_of(case)
}

/// Serves a county with `flaw` on a free port for the rest of the test process and returns its address.
fn serve(flaw: Flaw) -> String {
    let county = Arc::new(County { flaw, cases: Mutex::default() });
    let sign_in = |Json(body): Json<Value>| async move { (StatusCode::CREATED, Json(json!({ "token": body["account"] }))) };
    let router = Router::new()
        .route("/api/v1/sessions", post(sign_in))
        .route(
            "/api/v1/areas",
            get(|| async {
                Json(json!([
                    { "code": "town", "name": "镇" },
                    { "code": "west", "name": "西街", "parent": "town" },
                    { "code": "east", "name": "东街", "parent": "town" },
                ]))
            }),
        )
        .route(
            "/api/v1/kinds",
            get(|| async { Json(json!([{ "code": "lamps", "unit": "roads" }, { "code": "other", "unit": "nobody" }])) }),
        )
        .route("/api/v1/public/cases", post(submit))
        .route("/api/v1/public/cases/{number}", get(read_as_resident))
        .route("/api/v1/public/cases/{number}/rating", post(rate))
        .route("/api/v1/cases/{number}", get(read_as_staff))
        .route("/api/v1/cases/{number}/{command}", post(command))
        .with_state(county);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            axum::serve(tokio::net::TcpListener::from_std(listener).unwrap(), router).await.unwrap();
        });
    });
    address
}

struct Files(tempfile::TempDir);

impl Files {
    /// Forty messages, among them empty titles, HTML, direction marks and a body of spaces.
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let lines: Vec<String> = (0..40)
            .map(|index| {
                let body = if index == 7 { "  ".to_owned() } else { format!("第{index}盏路灯不亮\u{200b}<b>\r\n\u{202e}") };
                let title = if index % 3 == 0 { "" } else { "路灯" };
                let title = if index == 7 { "只有标题" } else { title };
                json!({ "id": index, "title": title, "body": body, "reply": "已修好。", "label": "x" }).to_string()
            })
            .collect();
        std::fs::write(directory.path().join("messages.jsonl"), lines.join("\n")).unwrap();
        let accounts = json!({ "channel": "demo", "accounts": [
            { "account": "desk", "password": "p", "role": "dispatcher", "scope": "county" },
            { "account": "crew", "password": "p", "role": "handler", "scope": "unit:roads" },
        ]});
        std::fs::write(directory.path().join("accounts.json"), accounts.to_string()).unwrap();
        Self(directory)
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn drive(&self, server: &str) -> (Output, Value) {
        let (accounts, input, out) = (self.path("accounts.json"), self.path("messages.jsonl"), self.path("acknowledged.jsonl"));
        run(&["--server", server, "--accounts", &accounts, "--input", &input, "--concurrency", "4", "--json", "--acknowledged-out", &out])
    }

    fn verify(&self, server: &str) -> (Output, Value) {
        run(&["--server", server, "--verify-only", &self.path("acknowledged.jsonl"), "--json"])
    }
}

fn run(arguments: &[&str]) -> (Output, Value) {
    let output = Command::new(env!("CARGO_BIN_EXE_lianxin-drive")).args(arguments).output().unwrap();
    let totals = serde_json::from_slice(&output.stdout).unwrap();
    (output, totals)
}

#[test]
fn an_honest_county_is_driven_to_the_end() {
    let (server, files) = (serve(Flaw::None), Files::new());
    let (output, totals) = files.drive(&server);
    assert!(output.status.success(), "{output:?}");
    for (field, expected) in
        [("submitted", 40), ("acknowledged", 40), ("closed", 40), ("reopened", 2), ("lost", 0), ("altered", 0), ("errors", 0)]
    {
        assert_eq!(totals[field], expected, "{field}");
    }
    assert!(totals["lifecycles_per_second"].as_f64().unwrap() > 0.0);
    assert!(totals["p50_ms"].as_f64().unwrap() <= totals["p99_ms"].as_f64().unwrap());
    let (output, totals) = files.verify(&server);
    assert!(output.status.success(), "{output:?}");
    assert_eq!((&totals["acknowledged"], &totals["closed"]), (&json!(40), &json!(40)));
    assert_eq!(totals["lifecycles_per_second"], 0.0, "reading again drives nothing");
}

#[test]
fn a_conflict_is_read_and_tried_once_more() {
    let (output, totals) = Files::new().drive(&serve(Flaw::Contended));
    assert!(output.status.success(), "{output:?}");
    assert_eq!((&totals["closed"], &totals["errors"]), (&json!(40), &json!(0)));
}

#[test]
fn a_lost_case_is_seen() {
    let (server, files) = (serve(Flaw::LosesACase), Files::new());
    for (output, totals) in [files.drive(&server), files.verify(&server)] {
        assert_eq!(output.status.code(), Some(1));
        // Numbers ending in 2, of forty.
        assert_eq!((&totals["lost"], &totals["altered"]), (&json!(4), &json!(0)));
    }
}

#[test]
fn an_altered_text_is_seen() {
    let (server, files) = (serve(Flaw::CleansText), Files::new());
    for (output, totals) in [files.drive(&server), files.verify(&server)] {
        assert_eq!(output.status.code(), Some(1));
        // All but the message without a body, which has no mark to lose.
        assert_eq!((&totals["lost"], &totals["altered"]), (&json!(0), &json!(39)));
    }
}

#[test]
fn a_county_that_closes_what_is_not_solved_is_an_error() {
    let (output, totals) = Files::new().drive(&serve(Flaw::NeverReopens));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!((&totals["errors"], &totals["reopened"], &totals["closed"]), (&json!(2), &json!(0), &json!(38)));
}

#[test]
fn refusals_are_counted_and_name_their_code_but_no_words() {
    let (output, totals) = Files::new().drive(&serve(Flaw::Fails));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!((&totals["acknowledged"], &totals["closed"], &totals["errors"]), (&json!(3), &json!(3), &json!(37)));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("503 service.unavailable") && !errors.contains("路灯"), "{errors}");
}

#[test]
fn a_server_that_is_not_there_ends_the_drive() {
    let (output, totals) = Files::new().drive("http://127.0.0.1:1");
    assert_eq!((output.status.code(), &totals["errors"]), (Some(1), &json!(1)));
}
