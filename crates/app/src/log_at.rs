//! A public log in a folder or on a server: what `verify` and `kpi` read.

use std::io::{self, Read as _, Write as _};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use ledger::{Answer, Ask, Folder};
use tlog::source::{Source, Unreadable};
use tlog::tile::Resource;

/// Where a log is: `checkpoint` and `tile/` in a folder, or below an address as a site serves them under `/log`.
#[derive(Debug, Clone)]
pub(crate) enum LogAt {
    /// A folder.
    Folder(Folder),
    /// An address `http://…`.
    Server(Server),
}

impl FromStr for LogAt {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once("://") {
            None => Ok(Self::Folder(Folder(PathBuf::from(text)))),
            Some(("http", rest)) => {
                let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
                let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'@'));
                if host.is_empty() || !plain(host) || !plain(path) {
                    return Err("not an address such as http://127.0.0.1:8080/log".to_owned());
                }
                Ok(Self::Server(Server { host: host.to_owned(), path: path.trim_end_matches('/').to_owned() }))
            }
            // Proofs need no secrecy: whoever changes a log on its way is found. But a site may serve nothing without TLS.
            Some(_) => {
                Err("this program speaks http:// only; fetch the log with another, checkpoint first, and name the folder".to_owned())
            }
        }
    }
}

impl Source for LogAt {
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        match self {
            Self::Folder(folder) => folder.get(path),
            Self::Server(server) => server.get(path),
        }
    }
}

impl LogAt {
    /// Every tile and bundle that the log of an epoch keeps, those of earlier sizes too. A server does not list its own.
    pub(crate) fn resources(&self, epoch: u64) -> io::Result<Vec<Resource>> {
        match self {
            Self::Folder(folder) => folder.of(epoch).resources(),
            Self::Server(_) => Ok(Vec::new()),
        }
    }
}

/// A log below an address.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    /// `host` or `host:port`.
    host: String,
    /// Without slashes around it.
    path: String,
}

/// For connecting, and for each part of an answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// No bundle is longer: 256 leaves of 65,535 bytes with their lengths.
const LONGEST: u64 = 256 * 65_537 + 65_536;

impl Server {
    /// One `GET`.
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let slash = if self.path.is_empty() { "" } else { "/" };
        let answer = self.exchange(&format!("GET /{}{slash}{path}", self.path), &[], b"").map_err(Unreadable::Failed)?;
        match answer.status {
            200 => Ok(answer.body),
            404 => Err(Unreadable::Missing),
            other => Err(Unreadable::Failed(format!("the server answers {other}"))),
        }
    }

    /// One `POST` of `body` to this address.
    pub(crate) fn post(&self, body: &[u8]) -> Result<Answer, String> {
        let headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", &body.len().to_string())];
        self.exchange(&format!("POST /{}", self.path), &headers, body)
    }

    /// One request over HTTP/1.0: the answer ends where the connection ends, which is all that files and cosignatures need.
    fn exchange(&self, what: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Answer, String> {
        let failed = |error: io::Error| error.to_string();
        let named = if self.host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok()) {
            self.host.clone()
        } else {
            format!("{}:80", self.host)
        };
        let mut last = "the host has no address".to_owned();
        let mut stream = None;
        for address in named.to_socket_addrs().map_err(failed)? {
            match TcpStream::connect_timeout(&address, PATIENCE) {
                Ok(connected) => {
                    stream = Some(connected);
                    break;
                }
                Err(error) => last = failed(error),
            }
        }
        let mut stream = stream.ok_or(last)?;
        let headers: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let head = format!("{what} HTTP/1.0\r\nHost: {}\r\nAccept: */*\r\n{}\r\n", self.host, headers.concat());
        stream.set_read_timeout(Some(PATIENCE)).map_err(failed)?;
        stream.set_write_timeout(Some(PATIENCE)).map_err(failed)?;
        stream.write_all(&[head.as_bytes(), body].concat()).map_err(failed)?;
        let mut answer = Vec::new();
        stream.take(LONGEST).read_to_end(&mut answer).map_err(failed)?;
        parse(&answer).map_err(str::to_owned)
    }
}

impl FromStr for Server {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse()? {
            LogAt::Server(server) => Ok(server),
            LogAt::Folder(_) => Err("not an address such as http://witness.example/add-checkpoint".to_owned()),
        }
    }
}

/// Asks witnesses over HTTP.
pub(crate) struct OverHttp;

impl Ask for OverHttp {
    fn ask(&self, url: &str, body: &[u8]) -> Result<Answer, String> {
        url.parse::<Server>()?.post(body)
    }
}

/// Status and body of an answer.
fn parse(answer: &[u8]) -> Result<Answer, &'static str> {
    let no_http = "the answer is not HTTP";
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or(no_http)?;
    let (head, rest) = answer.split_at_checked(end).ok_or(no_http)?;
    let body = rest.get(4..).unwrap_or_default();
    let mut lines = std::str::from_utf8(head).map_err(|_| no_http)?.split("\r\n");
    let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.")).and_then(|line| line.split(' ').nth(1));
    let status = status.and_then(|status| status.parse().ok()).ok_or(no_http)?;
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        if name.eq_ignore_ascii_case("content-length") && value.trim().parse() != Ok(body.len()) {
            return Err("the answer was cut off");
        }
        if name.eq_ignore_ascii_case("transfer-encoding") || name.eq_ignore_ascii_case("content-encoding") {
            return Err("the answer is encoded");
        }
    }
    Ok(Answer { status, body: body.to_vec() })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn an_answer_counts_only_when_it_is_whole() {
        let answer = |status, body: &[u8]| Ok(Answer { status, body: body.to_vec() });
        assert_eq!(parse(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"), answer(200, b"ab"));
        assert_eq!(parse(b"HTTP/1.0 200 OK\r\n\r\n"), answer(200, b""));
        assert_eq!(parse(b"HTTP/1.1 409 Conflict\r\nContent-Length: 4\r\n\r\n300\n"), answer(409, b"300\n"));
        assert!(parse(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab").is_err());
        assert!(parse(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").is_err());
        assert!(parse(b"HTTP/1.1 two OK\r\n\r\n").is_err() && parse(b"nonsense").is_err() && parse(b"").is_err());
    }

    #[test]
    fn what_is_an_address_and_what_is_a_folder() {
        let server = |text: &str| match text.parse::<LogAt>() {
            Ok(LogAt::Server(server)) => Some((server.host, server.path)),
            Ok(LogAt::Folder(_)) | Err(_) => None,
        };
        assert_eq!(server("http://127.0.0.1:8080/log/"), Some(("127.0.0.1:8080".to_owned(), "log".to_owned())));
        assert_eq!(server("http://county.example"), Some(("county.example".to_owned(), String::new())));
        for bad in ["http://", "http://a b/log", "http://who@host/log", "https://county.example/log", "ftp://county.example"] {
            assert!(bad.parse::<LogAt>().is_err(), "{bad}");
        }
        assert!(matches!("some/folder".parse::<LogAt>().unwrap(), LogAt::Folder(_)));
    }
}
