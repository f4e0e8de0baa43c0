//! `lianxin witness`: cosigns the checkpoints of other sites' logs (C2SP tlog-witness), so that none of them can show two histories or
//! take one back. Needs no site: a folder with a key, the keys of the logs it looks after, and the last checkpoint of each.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use clap::Args;
use http::{StatusCode, header};
use kernel::format::hex;
use kernel::{Clock, Rng};
use ledger::Folder;
use tlog::checkpoint;
use tlog::note::{KeyKind, Keys, VKey, WitnessKey};
use tlog::tree::TreeHead;
use tlog::witness::{AddCheckpoint, Refusal, answer, decide, origin_of};
use tokio::net::TcpListener;

use crate::cli::Outcome;
use crate::keys::{owners_file, owners_folder};
use crate::listen::{self, Patience};
use crate::serve::signalled;
use crate::wiring::Choices;

#[derive(Debug, Args)]
pub(crate) struct WitnessArgs {
    /// The folder of the witness; made on the first start, with its key.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// What the witness calls itself, such as archive.example; part of its key, so it stays.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The key of a log to look after, as its site prints it; again for each log, and for each key of a log that changes its key.
    #[arg(long, value_name = "VKEY", required = true)]
    log_key: Vec<VKey>,
    /// The address to listen on.
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
}

/// Why there is no witness.
#[derive(Debug, thiserror::Error)]
enum WitnessError {
    #[error("--name is not empty and has neither spaces nor +")]
    Name,
    #[error("--log-key {0} is the key of a witness, not of a log")]
    NotALog(String),
    #[error("{0} does not hold the 32 bytes of a key")]
    Key(PathBuf),
    #[error("another witness works in {0}")]
    Taken(PathBuf),
    #[error("{path}")]
    File { path: PathBuf, source: std::io::Error },
    #[error("cannot listen on {addr}")]
    Listen { addr: SocketAddr, source: std::io::Error },
}

impl WitnessError {
    fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }
}

/// A witness at work.
struct Witness {
    key: WitnessKey,
    logs: Keys,
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    /// Held from looking up the last checkpoint of a log until the next is on the disk.
    turn: Mutex<()>,
}

/// What a witness answers.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// One cosignature line.
    Cosigned(Vec<u8>),
    /// Why not.
    Refused(Refusal),
}

impl Witness {
    /// The witness in `folder`. Its key is made where there is none.
    fn open(folder: &Path, name: &str, logs: Vec<VKey>, clock: Arc<dyn Clock>, rng: &dyn Rng) -> Result<Self, WitnessError> {
        if let Some(other) = logs.iter().find(|key| key.kind() != KeyKind::Log) {
            return Err(WitnessError::NotALog(other.to_string()));
        }
        owners_folder(folder).map_err(WitnessError::file(folder))?;
        let path = folder.join("witness-key");
        if !path.exists() {
            let part = folder.join("witness-key.part");
            let made = || {
                std::io::Write::write_all(&mut owners_file().write(true).truncate(true).open(&part)?, &rng.bytes::<32>())?;
                fs::File::open(&part)?.sync_all()?;
                fs::rename(&part, &path)?;
                crate::keys::sync_folder(folder)
            };
            made().map_err(WitnessError::file(&path))?;
        }
        let seed = fs::read(&path).map_err(WitnessError::file(&path))?;
        let seed: [u8; 32] = seed.try_into().map_err(|_| WitnessError::Key(path))?;
        let key = WitnessKey::from_seed(name, &seed).map_err(|_| WitnessError::Name)?;
        Ok(Self { key, logs: Keys::new(logs), folder: folder.to_owned(), clock, turn: Mutex::new(()) })
    }

    /// The last checkpoint of a log lies in a file that its origin names; a name may hold what no file's name can.
    fn place(&self, origin: &str) -> PathBuf {
        self.folder.join("logs").join(hex(&tlog::leaf_hash(origin.as_bytes())))
    }

    /// Decides, remembers, and only then answers.
    fn asked(&self, body: &[u8]) -> Result<Answer, WitnessError> {
        let refused = |refusal| Ok(Answer::Refused(refusal));
        let Some(request) = AddCheckpoint::parse(body) else { return refused(Refusal::Malformed) };
        let Some(origin) = origin_of(&request) else { return refused(Refusal::Malformed) };
        let of_log = |key: &&VKey| tlog::epochs::of(key.name(), &origin).is_some();
        let keys: Vec<VKey> = self.logs.iter().filter(of_log).cloned().collect();
        let keys = (!keys.is_empty()).then(|| Keys::new(keys));
        let place = self.place(&origin);
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let last = match fs::read(&place) {
            Ok(note) => Some(note),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(source) => return Err(WitnessError::File { path: place, source }),
        };
        let head = match (&last, &keys) {
            (Some(note), Some(keys)) => match checkpoint::open(note, keys) {
                Ok(believed) => Some(believed.checkpoint.head),
                // What was cosigned can always be read, unless the file was changed: then nobody knows where the log stood.
                Err(_) => return Err(WitnessError::file(&place)(std::io::Error::other("is no checkpoint of this log's keys"))),
            },
            (_, _) => None,
        };
        match decide(&request, keys.as_ref(), head) {
            Ok(agreed) => {
                Folder::replace(&place, &agreed.note).map_err(|error| WitnessError::file(&place)(std::io::Error::other(error)))?;
                let at = u64::try_from(self.clock.now().as_second()).unwrap_or(0);
                match answer(&agreed, &self.key, at) {
                    Ok(line) => Ok(Answer::Cosigned(line)),
                    Err(error) => Err(WitnessError::file(&place)(std::io::Error::other(error))),
                }
            }
            Err(refusal) => {
                if refusal.is_alarm() {
                    self.alarm(&origin, head, last.as_deref(), &request, &refusal)?;
                }
                refused(refusal)
            }
        }
    }

    /// Both signed checkpoints stay as evidence: nobody but the log's key can have made them.
    fn alarm(
        &self,
        origin: &str,
        head: Option<TreeHead>,
        last: Option<&[u8]>,
        request: &AddCheckpoint,
        refusal: &Refusal,
    ) -> Result<(), WitnessError> {
        tracing::error!(log = origin, cosigned = head.map_or(0, |head| head.size), alarm = %refusal, "a log shows two histories");
        let path = self.folder.join("alarms").join(hex(&tlog::leaf_hash(&request.checkpoint)));
        let evidence = [last.unwrap_or_default(), b"\n", &request.to_bytes()].concat();
        Folder::replace(&path, &evidence).map_err(|error| WitnessError::file(&path)(std::io::Error::other(error)))
    }
}

/// `POST /add-checkpoint`.
async fn add_checkpoint(State(witness): State<Arc<Witness>>, body: Bytes) -> Response {
    match tokio::task::spawn_blocking(move || witness.asked(&body)).await {
        Ok(Ok(Answer::Cosigned(line))) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], line).into_response(),
        Ok(Ok(Answer::Refused(refusal))) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST);
            match refusal.body() {
                Some((body, kind)) => (status, [(header::CONTENT_TYPE, kind)], body).into_response(),
                None => (status, refusal.to_string()).into_response(),
            }
        }
        Ok(Err(error)) => {
            tracing::error!(error = &error as &dyn std::error::Error, "the witness cannot work");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(error) => {
            tracing::error!(error = %error, "a thread ended badly");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A request has at most 63 lines of proof and a checkpoint with a few signatures.
const LARGEST_BODY: usize = 64 * 1024;

fn router(witness: Arc<Witness>) -> Router {
    Router::new()
        .route("/add-checkpoint", post(add_checkpoint))
        .route("/healthz", get(|| async { "ok" }))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .with_state(witness)
}

pub(crate) async fn run(args: WitnessArgs) -> Outcome {
    let choices = Choices::real()?;
    let witness = Witness::open(&args.data, &args.name, args.log_key, choices.clock, choices.rng.as_ref())?;
    // Two programs that remember in one folder could each cosign another history.
    let path = args.data.join(".turn");
    let turn = fs::File::options().create(true).truncate(false).write(true).open(&path).map_err(WitnessError::file(&path))?;
    turn.try_lock().map_err(|_| WitnessError::Taken(args.data.clone()))?;
    let listen = |source| WitnessError::Listen { addr: args.listen, source };
    let listener = TcpListener::bind(args.listen).await.map_err(listen)?;
    println!("{}", witness.key.vkey());
    println!("http://{}/add-checkpoint", listener.local_addr().map_err(listen)?);
    listen::answer(listener, router(Arc::new(witness)), Patience::SITE, signalled()).await;
    drop(turn);
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::BTreeMap;

    use axum::body::{Body, to_bytes};
    use http::Request;
    use kernel::{FixedClock, SeededRng};
    use tlog::checkpoint::{Checkpoint, add_cosignatures};
    use tlog::note::LogKey;
    use tlog::proof;
    use tlog::tiler::Tiler;
    use tower::ServiceExt as _;

    use super::*;

    const ORIGIN: &str = "county.example/log";

    fn key(seed: u8) -> LogKey {
        LogKey::from_seed(ORIGIN, &[seed; 32]).unwrap()
    }

    fn witness(folder: &Path, logs: Vec<VKey>) -> Arc<Witness> {
        let clock = Arc::new(FixedClock::at("2026-11-23T10:42:00+08:00".parse().unwrap()));
        Arc::new(Witness::open(folder, "archive.example", logs, clock, &SeededRng::new(1)).unwrap())
    }

    /// A log of these leaves at 300 and 700, with requests to cosign it.
    struct Log {
        tiles: BTreeMap<String, Vec<u8>>,
        heads: [TreeHead; 2],
    }

    impl Log {
        fn of(salt: u8) -> Self {
            let (mut files, mut heads) = (BTreeMap::new(), Vec::new());
            let mut tiler = Tiler::default();
            for n in 0..700u64 {
                tiler.push(&[&[salt], n.to_be_bytes().as_slice()].concat()).unwrap();
                if n == 299 || n == 699 {
                    files.extend(tiler.take().into_iter().map(|(resource, bytes)| (resource.path(), bytes)));
                    heads.push(tiler.head());
                }
            }
            Self { tiles: files, heads: heads.try_into().unwrap() }
        }

        fn request(&self, origin: &str, by: &LogKey, old: u64, to: usize) -> AddCheckpoint {
            let head = self.heads[to];
            let proof = proof::consistency(&self.tiles, old, head.size).unwrap();
            let checkpoint = Checkpoint { origin: origin.to_owned(), head }.sign(&[by]).unwrap();
            AddCheckpoint { old, proof, checkpoint }
        }
    }

    async fn ask(witness: &Arc<Witness>, body: Vec<u8>) -> (u16, Option<String>, Vec<u8>) {
        let request = Request::post("/add-checkpoint").body(Body::from(body)).unwrap();
        let (parts, body) = router(Arc::clone(witness)).oneshot(request).await.unwrap().into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned());
        (parts.status.as_u16(), kind, to_bytes(body, 1 << 20).await.unwrap().to_vec())
    }

    fn alarms(folder: &Path) -> usize {
        fs::read_dir(folder.join("alarms")).map_or(0, Iterator::count)
    }

    #[tokio::test]
    async fn a_witness_follows_a_log_over_restarts_and_remembers_evidence() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("witness");
        let (log, other) = (Log::of(0), Log::of(1));
        let one = witness(&data, vec![key(1).vkey().clone()]);
        let first = log.request(ORIGIN, &key(1), 0, 0);
        let (status, _, line) = ask(&one, first.to_bytes()).await;
        assert_eq!(status, 200);
        let (cosigned, added) = add_cosignatures(&first.checkpoint, &line, &Keys::new([one.key.vkey().clone()])).unwrap();
        assert_eq!(added, 1);
        let believed = checkpoint::open(&cosigned, &Keys::new([key(1).vkey().clone(), one.key.vkey().clone()])).unwrap();
        assert_eq!((believed.witnesses[0].witness.as_str(), believed.witnesses[0].at_secs), ("archive.example", 1_795_401_720));

        // Another process in the same folder: the same key, and it knows where the log stands.
        let again = witness(&data, vec![key(1).vkey().clone()]);
        assert_eq!(again.key.vkey(), one.key.vkey());
        let stands = ask(&again, log.request(ORIGIN, &key(1), 0, 1).to_bytes()).await;
        assert_eq!(stands, (409, Some("text/x.tlog.size".to_owned()), b"300\n".to_vec()));
        assert_eq!(alarms(&data), 0, "that is no alarm");

        // Two histories of one size; one that does not go on; then the honest log goes on.
        assert_eq!(
            ask(&again, AddCheckpoint { old: 300, proof: Vec::new(), ..other.request(ORIGIN, &key(1), 0, 0) }.to_bytes()).await.0,
            409
        );
        assert_eq!(ask(&again, other.request(ORIGIN, &key(1), 300, 1).to_bytes()).await.0, 422);
        assert_eq!(alarms(&data), 2);
        assert_eq!(ask(&again, log.request(ORIGIN, &key(1), 300, 1).to_bytes()).await.0, 200);
        // Rolled back: the log believes that the witness stands where it does not.
        assert_eq!(ask(&again, log.request(ORIGIN, &key(1), 300, 0).to_bytes()).await.2, b"700\n");
        // A log that a restored site began has a last checkpoint of its own.
        assert_eq!(ask(&again, other.request("county.example/log/2", &key(1), 0, 0).to_bytes()).await.0, 200);
    }

    #[tokio::test]
    async fn a_site_reaches_a_witness_over_the_network() {
        let folder = tempfile::tempdir().unwrap();
        let one = witness(&folder.path().join("witness"), vec![key(1).vkey().clone()]);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/add-checkpoint", listener.local_addr().unwrap());
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let stopped = async move { drop(stopped.await) };
        let serving = listen::answer(listener, router(Arc::clone(&one)), Patience::SITE, stopped);
        let (log, other) = (Log::of(0), Log::of(1));
        let ask = |request: AddCheckpoint| {
            let url = url.clone();
            tokio::task::spawn_blocking(move || ledger::Ask::ask(&crate::log_at::OverHttp, &url, &request.to_bytes()).unwrap())
        };
        let asking = async {
            let first = log.request(ORIGIN, &key(1), 0, 0);
            let answer = ask(first.clone()).await.unwrap();
            assert_eq!(answer.status, 200);
            assert_eq!(add_cosignatures(&first.checkpoint, &answer.body, &Keys::new([one.key.vkey().clone()])).unwrap().1, 1);
            let answer = ask(other.request(ORIGIN, &key(1), 0, 1)).await.unwrap();
            assert_eq!((answer.status, answer.body.as_slice()), (409, b"300\n".as_slice()));
            stop.send(()).unwrap();
        };
        tokio::join!(serving, asking);
    }

    #[tokio::test]
    async fn what_is_no_request_of_a_known_log_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("witness");
        let one = witness(&data, vec![key(1).vkey().clone()]);
        let log = Log::of(0);
        assert_eq!(ask(&one, b"old 1\n\nnonsense".to_vec()).await.0, 400);
        assert_eq!(ask(&one, log.request(ORIGIN, &key(2), 0, 0).to_bytes()).await.0, 403);
        let town = LogKey::from_seed("town.example/log", &[1; 32]).unwrap();
        assert_eq!(ask(&one, log.request("town.example/log", &town, 0, 0).to_bytes()).await.0, 404);
        assert_eq!(ask(&one, vec![b'x'; LARGEST_BODY + 1]).await.0, 413);
        assert_eq!(fs::read_dir(data.join("logs")).map_or(0, Iterator::count), 0, "nothing was remembered");
        // A last checkpoint that was changed is no beginning: nobody knows where the log stood.
        assert_eq!(ask(&one, log.request(ORIGIN, &key(1), 0, 0).to_bytes()).await.0, 200);
        fs::write(one.place(ORIGIN), "nonsense").unwrap();
        assert_eq!(ask(&one, log.request(ORIGIN, &key(1), 0, 0).to_bytes()).await.0, 500);
        let wrong = |logs| {
            Witness::open(&data, "archive.example", logs, Arc::new(FixedClock::at(kernel::Timestamp::UNIX_EPOCH)), &SeededRng::new(1))
        };
        assert!(matches!(wrong(vec![one.key.vkey().clone()]), Err(WitnessError::NotALog(_))));
        fs::write(data.join("witness-key"), "short").unwrap();
        assert!(matches!(wrong(vec![key(1).vkey().clone()]), Err(WitnessError::Key(_))));
    }

    #[tokio::test]
    async fn many_at_once_never_get_two_histories_cosigned() {
        let folder = tempfile::tempdir().unwrap();
        let one = witness(&folder.path().join("witness"), vec![key(1).vkey().clone()]);
        let (log, other) = (Log::of(0), Log::of(1));
        let asked = (0..16).map(|n| {
            let request = if n % 2 == 0 { &log } else { &other }.request(ORIGIN, &key(1), 0, 0);
            let one = Arc::clone(&one);
            async move { ask(&one, request.to_bytes()).await.0 }
        });
        let answers = futures::future::join_all(asked).await;
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
    }
}
