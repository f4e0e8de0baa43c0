//! Connections: a head that does not come in time is cut, and a stop lets requests in flight end.

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::ServiceExt as _;

/// How long others are waited for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// For the head of a request; a connection that is kept but idle ends after it too.
    pub(crate) head: Duration,
    /// For requests in flight, once the program is asked to stop.
    pub(crate) goodbye: Duration,
    /// Before listening again, when the system has no connection left to give.
    pub(crate) retry: Duration,
}

impl Patience {
    /// What a site has.
    pub(crate) const SITE: Self = Self { head: Duration::from_secs(10), goodbye: Duration::from_secs(30), retry: Duration::from_secs(1) };
}

/// Answers connections until `stop`, then takes no new one and lets those in hand end, as long as `patience` lasts. HTTP/1.1:
/// what browsers speak beyond it they speak with the proxy in front.
#[expect(clippy::disallowed_methods, reason = "a connection is a task; the stop waits for each of them")]
pub(crate) async fn answer(listener: TcpListener, routes: Router, patience: Patience, stop: impl Future<Output = ()>) {
    let connections = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience.head);
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // A client that went away at once is nothing; else descriptors have run out, and time is what helps.
                tracing::warn!(error = %error, "a connection could not be taken");
                tokio::time::sleep(patience.retry).await;
                continue;
            }
        };
        // Answers are small and whole: waiting for more to send with them only costs.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(of_peer(&routes, peer));
        let connection = connections.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(error = %error, "a connection ended early");
            }
        });
    }
    drop(listener);
    if tokio::time::timeout(patience.goodbye, connections.shutdown()).await.is_err() {
        tracing::warn!("connections were cut that did not end");
    }
}

/// The routes for the requests of one connection.
fn of_peer(
    routes: &Router,
    peer: SocketAddr,
) -> impl tower::Service<Request<Incoming>, Response = axum::response::Response, Error = std::convert::Infallible, Future: Send> + Clone + use<>
{
    let routes = routes.clone();
    tower::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        routes.clone().oneshot(request.map(Body::new))
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests fail loudly and have tasks of their own")]
mod tests {
    use std::sync::Arc;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;
    use tokio::sync::{Notify, oneshot};

    use super::*;

    struct Program {
        addr: SocketAddr,
        stop: oneshot::Sender<()>,
        ended: tokio::task::JoinHandle<()>,
        /// Told by the slow route when it was entered.
        entered: Arc<Notify>,
        /// Lets the slow route go on.
        go_on: Arc<Notify>,
    }

    async fn program(patience: Patience) -> Program {
        let (entered, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (told, waits) = (Arc::clone(&entered), Arc::clone(&go_on));
        let slow = get(move || {
            let (told, waits) = (Arc::clone(&told), Arc::clone(&waits));
            async move {
                told.notify_one();
                waits.notified().await;
                "done"
            }
        });
        let peer = get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let (stop, stopping) = oneshot::channel();
        let routes = Router::new().route("/slow", slow).route("/peer", peer);
        let ended = tokio::spawn(answer(listener, routes, patience, async move { drop(stopping.await) }));
        Program { addr, stop, ended, entered, go_on }
    }

    fn patience(head: u64, goodbye: u64) -> Patience {
        Patience { head: Duration::from_millis(head), goodbye: Duration::from_millis(goodbye), ..Patience::SITE }
    }

    async fn ask(addr: SocketAddr, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(addr).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        stream
    }

    async fn rest(mut stream: TcpStream) -> String {
        let mut text = String::new();
        let _ = stream.read_to_string(&mut text).await;
        text
    }

    #[tokio::test]
    async fn a_head_that_does_not_come_is_cut_and_others_are_served() {
        let program = program(patience(100, 10_000)).await;
        let never = ask(program.addr, "GET /peer HTTP/1.1\r\nhost: x\r\nx-slow: ").await;
        let quick = ask(program.addr, "GET /peer HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
        assert!(rest(quick).await.ends_with("127.0.0.1"));
        // It ends by itself, without the rest of its head; nothing else would end this read.
        assert!(!rest(never).await.contains("200 OK"));
        program.stop.send(()).unwrap();
        program.ended.await.unwrap();
    }

    #[tokio::test]
    async fn a_request_in_flight_ends_before_the_program() {
        let program = program(patience(10_000, 10_000)).await;
        let asked = ask(program.addr, "GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await;
        program.entered.notified().await;
        program.stop.send(()).unwrap();
        program.go_on.notify_one();
        assert!(rest(asked).await.ends_with("done"));
        program.ended.await.unwrap();
        assert!(TcpStream::connect(program.addr).await.is_err(), "no new connection is taken");
    }

    #[tokio::test]
    async fn patience_with_what_never_ends_has_an_end() {
        let program = program(patience(10_000, 50)).await;
        let _asked = ask(program.addr, "GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await;
        program.entered.notified().await;
        program.stop.send(()).unwrap();
        program.ended.await.unwrap();
    }
}
