//! The client: one request at a time, repeated only where repeating is safe, every latency kept.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use reqwest::{Method, Url};
use serde::Serialize;
use serde_json::Value;

use crate::timing::Stopwatch;

/// Attempts of one request in all; with [`FIRST_PAUSE`] doubling, a server that is gone is given about three seconds.
const ATTEMPTS: u32 = 6;
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// Longer than any answer a healthy server gives on a busy disk, short enough that a drive of a hung server ends.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// A server, its public API and how long its answers took.
pub struct Api {
    http: reqwest::Client,
    base: Url,
    channel: Option<String>,
    latencies: RefCell<Vec<Duration>>,
    gone: Cell<bool>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// `ETag`, as sent.
    pub etag: Option<String>,
    /// The JSON body; `Null` if there was none.
    pub body: Value,
}

/// Why a request brought no usable answer.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    #[error("{0} is not an address of a server: {1}")]
    Address(String, String),
    #[error("the HTTP client cannot be set up: {0}")]
    Client(reqwest::Error),
    #[error("{0}: no answer from the server: {1}")]
    NoAnswer(String, reqwest::Error),
    // The code and the fields at fault, never the words of the message: they may be a resident's.
    #[error("{call}: {status} {code}{fields}")]
    Refused { call: String, status: u16, code: String, fields: String },
    #[error("{0}: the answer has no {1}")]
    Incomplete(String, &'static str),
}

/// One request.
pub struct Call<'a> {
    method: Method,
    path: String,
    body: Option<Value>,
    headers: Vec<(&'static str, &'a str)>,
    repeatable: bool,
}

impl<'a> Call<'a> {
    /// Reads `path`, which is below `/api/v1`.
    pub fn get(path: impl Into<String>) -> Self {
        Self { method: Method::GET, path: path.into(), body: None, headers: Vec::new(), repeatable: true }
    }

    /// Posts `body` to `path`. Sent once, unless [`Self::with_key`] or [`Self::if_match`] makes repeating harmless.
    pub fn post(path: impl Into<String>, body: &impl Serialize) -> Self {
        Self { method: Method::POST, path: path.into(), body: serde_json::to_value(body).ok(), headers: Vec::new(), repeatable: false }
    }

    /// The key and the effect commit together, so the same key again brings the same answer and no second effect.
    pub fn with_key(mut self, key: &'a str) -> Self {
        self.headers.push(("idempotency-key", key));
        self.repeatable = true;
        self
    }

    /// A repetition of a command that did succeed finds another version and is refused as a conflict, which the caller resolves by reading.
    pub fn if_match(mut self, etag: &'a str) -> Self {
        self.headers.push(("if-match", etag));
        self.repeatable = true;
        self
    }

    /// Opens one case to a resident.
    pub fn with_query_code(mut self, code: &'a str) -> Self {
        self.headers.push(("x-query-code", code));
        self
    }

    /// As a signed-in member of staff: the value of `Authorization`.
    pub fn bearer(mut self, authorization: &'a str) -> Self {
        self.headers.push(("authorization", authorization));
        self
    }

    fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

impl Api {
    /// A client of the server at `address`; `channel` is sent with every request.
    pub fn new(address: &str, channel: Option<&str>) -> Result<Self, ApiError> {
        let base = Url::parse(address).map_err(|error| ApiError::Address(address.to_owned(), error.to_string()))?;
        if base.scheme() != "http" {
            return Err(ApiError::Address(address.to_owned(), "only http is spoken, to a server on this machine".to_owned()));
        }
        // `no_proxy`: a proxy of the environment must not carry demo residents' words to another machine, nor stand in the measurement.
        let http = reqwest::Client::builder().timeout(ANSWER_WITHIN).no_proxy().build().map_err(ApiError::Client)?;
        Ok(Self { http, base, channel: channel.map(str::to_owned), latencies: RefCell::default(), gone: Cell::new(false) })
    }

    /// Whether the server stopped answering for good; from then on each request is tried once.
    pub fn is_gone(&self) -> bool {
        self.gone.get()
    }

    /// The latencies of all answered requests so far, ascending.
    pub fn latencies(&self) -> Vec<Duration> {
        let mut latencies = self.latencies.borrow().clone();
        latencies.sort_unstable();
        latencies
    }

    /// Sends `call` and takes whatever status comes back.
    pub async fn send(&self, call: &Call<'_>) -> Result<Answer, ApiError> {
        let mut pause = FIRST_PAUSE;
        let mut attempt = 1;
        loop {
            let error = match self.once(call).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            // A connection that was never made carried nothing, so any request may be tried again.
            let may_repeat = call.repeatable || error.is_connect();
            if !may_repeat || attempt >= ATTEMPTS || self.gone.get() {
                self.gone.set(self.gone.get() || attempt >= ATTEMPTS);
                return Err(ApiError::NoAnswer(call.name(), error.without_url()));
            }
            tokio::time::sleep(pause).await;
            pause *= 2;
            attempt += 1;
        }
    }

    /// Sends `call` and takes a success only.
    pub async fn expect(&self, call: &Call<'_>) -> Result<Answer, ApiError> {
        let answer = self.send(call).await?;
        if (200..300).contains(&answer.status) { Ok(answer) } else { Err(answer.refusal(call)) }
    }

    async fn once(&self, call: &Call<'_>) -> Result<Answer, reqwest::Error> {
        let mut url = self.base.clone();
        let (path, query) = call.path.split_once('?').map_or((call.path.as_str(), None), |(path, query)| (path, Some(query)));
        url.set_path(&format!("{}/api/v1{path}", self.base.path().trim_end_matches('/')));
        url.set_query(query);
        let mut request = self.http.request(call.method.clone(), url).header("accept", "application/json");
        for (name, value) in &call.headers {
            request = request.header(*name, *value);
        }
        if let Some(channel) = &self.channel {
            request = request.header("x-channel-token", channel);
        }
        if let Some(body) = &call.body {
            request = request.json(body);
        }
        let watch = Stopwatch::start();
        let response = request.send().await?;
        let status = response.status().as_u16();
        let etag = response.headers().get("etag").and_then(|value| value.to_str().ok()).map(str::to_owned);
        let bytes = response.bytes().await?;
        self.latencies.borrow_mut().push(watch.elapsed());
        Ok(Answer { status, etag, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null) })
    }
}

impl Answer {
    /// The text of a field; empty text is no text.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.body.get(field).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// The `ETag` to send as `If-Match`: of the header, else made from `version` in the body.
    pub fn version(&self) -> Option<String> {
        self.etag.clone().or_else(|| self.body.get("version").and_then(Value::as_i64).map(|version| format!("\"{version}\"")))
    }

    /// This answer as the error it is to `call`.
    pub fn refusal(&self, call: &Call<'_>) -> ApiError {
        let fields = self.body.get("errors").or_else(|| self.body.get("fields"));
        let fields = fields.filter(|fields| !fields.is_null()).map(|fields| format!(" {fields}")).unwrap_or_default();
        let code = self.text("code").unwrap_or("without a code").to_owned();
        ApiError::Refused { call: call.name(), status: self.status, code, fields }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail loudly")]
    use super::*;

    fn answer(etag: Option<&str>, body: Value) -> Answer {
        Answer { status: 409, etag: etag.map(str::to_owned), body }
    }

    #[test]
    fn the_version_is_the_header_or_made_from_the_body() {
        assert_eq!(answer(Some("\"7\""), serde_json::json!({"version": 8})).version().unwrap(), "\"7\"");
        assert_eq!(answer(None, serde_json::json!({"version": 8})).version().unwrap(), "\"8\"");
        assert_eq!(answer(None, Value::Null).version(), None);
    }

    #[test]
    fn a_refusal_names_the_call_and_the_code() {
        let call = Call::post("/cases/1/accept", &());
        let refusal = answer(None, serde_json::json!({"code": "case.step_refused", "detail": "secret"})).refusal(&call);
        assert_eq!(refusal.to_string(), "POST /cases/1/accept: 409 case.step_refused");
    }

    #[test]
    fn another_scheme_is_refused_before_anything_is_sent() {
        assert!(matches!(Api::new("https://example.org", None), Err(ApiError::Address(..))));
        assert!(matches!(Api::new("nonsense", None), Err(ApiError::Address(..))));
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_server_that_is_gone_is_given_up_in_bounded_time_and_then_at_once() {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let api = Api::new(&format!("http://127.0.0.1:{port}"), None).unwrap();
        let watch = Stopwatch::start();
        assert!(matches!(api.send(&Call::get("/kinds")).await, Err(ApiError::NoAnswer(..))));
        assert!(api.is_gone());
        assert!(watch.elapsed() < Duration::from_secs(10));
        let watch = Stopwatch::start();
        assert!(matches!(api.send(&Call::get("/kinds")).await, Err(ApiError::NoAnswer(..))));
        assert!(watch.elapsed() < Duration::from_secs(1));
    }
}
