//! A public log in a folder or on a server: what `verify` and `kpi` read.

use std::io::{self, Read as _, Write as _};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use ledger::Folder;
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
    /// One `GET` over HTTP/1.0: the answer ends where the connection ends, which is all that files need.
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let failed = |error: io::Error| Unreadable::Failed(error.to_string());
        let named = if self.host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok()) {
            self.host.clone()
        } else {
            format!("{}:80", self.host)
        };
        let mut last = Unreadable::Failed("the host has no address".to_owned());
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
        let slash = if self.path.is_empty() { "" } else { "/" };
        let request = format!("GET /{}{slash}{path} HTTP/1.0\r\nHost: {}\r\nAccept: */*\r\n\r\n", self.path, self.host);
        stream.set_read_timeout(Some(PATIENCE)).map_err(failed)?;
        stream.write_all(request.as_bytes()).map_err(failed)?;
        let mut answer = Vec::new();
        stream.take(LONGEST).read_to_end(&mut answer).map_err(failed)?;
        body(&answer)
    }
}

/// The body of an answer with status 200.
fn body(answer: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let failed = |why: &str| Unreadable::Failed(why.to_owned());
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(|| failed("the answer is not HTTP"))?;
    let (head, rest) = answer.split_at_checked(end).ok_or_else(|| failed("the answer is not HTTP"))?;
    let body = rest.get(4..).unwrap_or_default();
    let head = std::str::from_utf8(head).map_err(|_| failed("the answer is not HTTP"))?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.")).and_then(|line| line.split(' ').nth(1));
    match status {
        Some("200") => {}
        Some("404") => return Err(Unreadable::Missing),
        Some(other) => return Err(failed(&format!("the server answers {other}"))),
        None => return Err(failed("the answer is not HTTP")),
    }
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        if name.eq_ignore_ascii_case("content-length") && value.trim().parse() != Ok(body.len()) {
            return Err(failed("the answer was cut off"));
        }
        if name.eq_ignore_ascii_case("transfer-encoding") || name.eq_ignore_ascii_case("content-encoding") {
            return Err(failed("the answer is encoded"));
        }
    }
    Ok(body.to_vec())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn an_answer_counts_only_when_it_is_whole() {
        assert_eq!(body(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"), Ok(b"ab".to_vec()));
        assert_eq!(body(b"HTTP/1.0 200 OK\r\n\r\n"), Ok(Vec::new()));
        assert_eq!(body(b"HTTP/1.1 404 Not Found\r\n\r\n"), Err(Unreadable::Missing));
        let failed = |answer: &[u8]| matches!(body(answer), Err(Unreadable::Failed(_)));
        assert!(failed(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab"));
        assert!(failed(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
        assert!(failed(b"HTTP/1.1 503 Later\r\n\r\n") && failed(b"nonsense") && failed(b""));
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
