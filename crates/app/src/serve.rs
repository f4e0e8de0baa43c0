//! Routes and layers, listening, stopping.

use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::{Extensions, HeaderMap, Method, StatusCode, Version};
use kernel::{Face, Kind, RequestId};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use web::ClientAddr;
use web::security::Security;

use crate::listen::{Patience, answer};
use crate::wiring::App;
use crate::{api, health, log_http, worker};

/// The largest body: a text of 20,000 characters in the widest encoding, with room.
const LARGEST_BODY: usize = 256 * 1024;

/// All routes of a site, with their layers.
pub fn router(app: &App) -> Router {
    let https = app.identity.settings().secure_cookies;
    Router::new()
        .merge(cases::pages::router())
        .merge(accounts::pages::router())
        .merge(settings::pages::router())
        .merge(supervision::pages::router())
        .merge(figures::pages::router())
        .merge(api::router())
        .merge(web::prefs::router(https))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(middleware::from_fn_with_state(app.identity.clone(), identity::http::gate))
        .layer(middleware::from_fn(to_sign_in))
        .merge(web::assets::router())
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/log/checkpoint", get(log_http::checkpoint))
        .route("/log/witnessed", get(log_http::witnessed))
        .route("/log/find/{prefix}", get(log_http::find))
        .route("/log/tile/{*path}", get(log_http::tile))
        .route("/log/keys/{number}", get(log_http::key))
        .route("/log/{number}/checkpoint", get(log_http::later_checkpoint))
        .route("/log/{number}/witnessed", get(log_http::later_witnessed))
        .route("/log/{number}/tile/{*path}", get(log_http::later_tile))
        .layer(middleware::from_fn_with_state(Arc::clone(&app.site), web::problem::faces))
        .layer(middleware::from_fn_with_state(Security { https }, web::security::headers))
        .layer(middleware::from_fn(bare_where_codes_are))
        .layer(compression())
        .layer(middleware::from_fn_with_state(app.clone(), know_the_request))
        .with_state(app.clone())
}

/// Old phones on thin lines: texts travel compressed; assets come compressed already. Not so the pages that show a query
/// code or open a matter with one: their length, compressed, would tell an eavesdropper who can make them repeat her guess
/// how near she came (BREACH).
fn compression() -> CompressionLayer<impl Predicate> {
    let large_text =
        DefaultPredicate::new().and(|_: StatusCode, _: Version, _: &HeaderMap, seen: &Extensions| seen.get::<Bare>().is_none());
    CompressionLayer::new().quality(CompressionLevel::Precise(4)).compress_when(large_text)
}

/// In a response: it travels as it is.
#[derive(Debug, Clone, Copy)]
struct Bare;

/// Where residents' codes and what they open are shown; and the log, whose hashes no compression makes smaller.
const BARE: [&str; 5] = ["/receipt", "/find", "/track", "/t", "/log"];

async fn bare_where_codes_are(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let bare = BARE.iter().any(|root| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    let mut response = next.run(request).await;
    if bare {
        response.extensions_mut().insert(Bare);
    }
    response
}

/// Staff who are not signed in are led to the door and back, those who need an authenticator to the page that sets one up;
/// programs get their 401 or 403.
async fn to_sign_in(request: Request, next: Next) -> Response {
    let page = request.method() == Method::GET && request.uri().path().starts_with("/staff");
    let path = request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
    let response = next.run(request).await;
    match response.extensions().get::<Face>() {
        Some(face) if page && face.kind == Kind::Unauthenticated => {
            Redirect::to(&format!("/signin?next={}", urlencode(&path))).into_response()
        }
        Some(face) if page && face.code == "auth.enrol_first" => Redirect::to(accounts::pages::ENROL).into_response(),
        Some(_) | None => response,
    }
}

/// Percent-encodes what may not stand in a query value.
fn urlencode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => out.push(char::from(byte)),
            // Writing to a String cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

/// Names the request, finds its source, and logs it: route, status, time; never the path itself, which may hold a code.
#[expect(clippy::disallowed_methods, reason = "the time of a request is measured, not reasoned with")]
async fn know_the_request(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = RequestId::new(app.clock.now(), app.rng.as_ref());
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let addr = client(peer, &request, &app.config.web.trusted_proxies);
    let method = request.method().clone();
    request.extensions_mut().insert(id);
    request.extensions_mut().insert(ClientAddr(addr));
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let mut response = next.run(request).await;
    if let Ok(value) = id.to_string().parse() {
        response.headers_mut().insert("x-request-id", value);
    }
    let route = route.as_deref().unwrap_or("-");
    let (status, ms) = (response.status().as_u16(), u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX));
    if response.status().is_server_error() {
        tracing::warn!(request.id = %id, method = %method, route, status, duration_ms = ms, "request failed");
    } else {
        tracing::debug!(request.id = %id, method = %method, route, status, duration_ms = ms, "request");
    }
    response
}

/// The client: the peer, or, behind a trusted proxy, the last address that no trusted proxy wrote.
fn client(peer: Option<IpAddr>, request: &Request, trusted: &[IpAddr]) -> Option<IpAddr> {
    let peer = peer?;
    if !trusted.contains(&peer) {
        return Some(peer);
    }
    let forwarded = request.headers().get_all("x-forwarded-for");
    forwarded
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|addr| addr.trim().parse::<IpAddr>().ok())
        .rfind(|addr| !trusted.contains(addr))
        .or(Some(peer))
}

/// What goes wrong while serving.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    /// The address cannot be listened on.
    #[error("cannot listen on {addr}")]
    Listen {
        /// The address.
        addr: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// A demo is not for the world.
    #[error("a demo is served on loopback only; --demo-beyond-loopback says that you know what you do")]
    DemoBeyondLoopback,
}

/// Serves until a signal, then finishes what is in hand: requests, jobs, the sequencer, the write-ahead log.
#[expect(clippy::disallowed_methods, reason = "the workers live as long as the program")]
pub(crate) async fn serve(app: App, addr: SocketAddr, work: bool, beyond_loopback: bool) -> Result<(), ServeError> {
    if app.config.site.demo && !addr.ip().is_loopback() && !beyond_loopback {
        return Err(ServeError::DemoBeyondLoopback);
    }
    let listener = TcpListener::bind(addr).await.map_err(|source| ServeError::Listen { addr, source })?;
    let addr = listener.local_addr().map_err(|source| ServeError::Listen { addr, source })?;
    let (stop, stopping) = watch::channel(false);
    // Whoever serves must know at once what was decided elsewhere.
    let mut workers =
        vec![tokio::spawn(worker::rules(app.clone(), stopping.clone())), tokio::spawn(worker::learn(app.clone(), stopping.clone()))];
    if work {
        workers.extend([
            tokio::spawn(worker::sequence(app.clone(), stopping.clone())),
            tokio::spawn(worker::witnesses(app.clone(), stopping.clone())),
            tokio::spawn(worker::jobs(app.clone(), stopping.clone())),
            tokio::spawn(worker::upkeep(app.clone(), stopping.clone())),
        ]);
    }
    tracing::info!(listen = %addr, worker = work, "ready");
    println!("http://{addr}/");
    let stopped = async {
        signalled().await;
        tracing::info!("stopping");
    };
    answer(listener, router(&app), Patience::SITE, stopped).await;
    // Workers end after the last request, so that its events still get their positions.
    let _ = stop.send(true);
    for worker in workers {
        if let Err(error) = worker.await {
            tracing::error!(error = %error, "a worker ended badly");
        }
    }
    app.db.close().await;
    Ok(())
}

pub(crate) async fn signalled() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            },
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}
