//! SIGKILL at a random moment of a drive: after the restart nothing that was acknowledged is missing or changed, and
//! doctor is content. `make test` kills a few times, `make prove` twenty times on each database.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use suite::{Kind, Site};

/// How often.
fn rounds() -> usize {
    #[expect(clippy::disallowed_methods, reason = "how `make prove` asks for the full count")]
    let full = std::env::var("LIANXIN_PROOFS").is_ok_and(|proofs| proofs == "full");
    if full { 20 } else { 2 }
}

/// A program of this build.
fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let found = own.ancestors().map(|folder| folder.join(name)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not built: cargo build --workspace"))
}

struct Server {
    child: Child,
    url: String,
}

fn with_database<'c>(command: &'c mut Command, site: &Site) -> &'c mut Command {
    command.arg("--data").arg(site.data());
    if let Some(url) = site.url() {
        command.arg("--database").arg(url);
    }
    command
}

fn serve(site: &Site) -> Server {
    let mut command = Command::new(program("lianxin"));
    command.arg("serve").arg("--listen").arg("127.0.0.1:0").arg("--log").arg("error");
    let mut child = with_database(&mut command, site).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("http://"), "the server said {line:?}");
    Server { child, url: line.trim().trim_end_matches('/').to_owned() }
}

fn drive(server: &str, site: &Site, input: &Path, acknowledged: &Path) -> Child {
    Command::new(program("lianxin-drive"))
        .args(["--server", server, "--concurrency", "8", "--json"])
        .arg("--accounts")
        .arg(site.data().join("demo-accounts.json"))
        .arg("--input")
        .arg(input)
        .arg("--acknowledged-out")
        .arg(acknowledged)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn verify(server: &str, acknowledged: &Path) -> Value {
    let out = Command::new(program("lianxin-drive"))
        .args(["--server", server, "--json"])
        .arg("--verify-only")
        .arg(acknowledged)
        .output()
        .unwrap();
    serde_json::from_slice(&out.stdout)
        .unwrap_or_else(|_| panic!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr)))
}

/// Waits for the first acknowledgement: on a busy machine signing in alone takes seconds, and a kill before anything was
/// acknowledged shows nothing.
async fn until_acknowledged(file: &Path) {
    for _ in 0..600 {
        if std::fs::metadata(file).is_ok_and(|found| found.len() > 0) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// A seed from the clock, printed, and the numbers that it gives.
fn chance() -> impl FnMut(u64) -> u64 {
    // Chance from the clock, printed, so that a failure can be looked at again.
    #[expect(clippy::disallowed_methods, reason = "the moment of the kill is to differ from run to run")]
    let seed = u64::try_from(SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_millis()).unwrap();
    println!("seed {seed}");
    let mut state = seed | 1;
    move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    }
}

async fn killed_and_started_again(kind: Kind) {
    let mut random = chance();
    let site = Site::new(kind).await;
    let input = site.data().join("input.jsonl");
    let lines: Vec<String> = (0..400)
        .map(|n| json!({ "id": format!("k-{n}"), "title": if n % 3 == 0 { "" } else { "路灯" }, "body": format!("第{n}盏路灯不亮，\u{200b}<b>晚上</b>看不见路。") }).to_string())
        .collect();
    std::fs::write(&input, lines.join("\n")).unwrap();
    let mut acknowledged_in_all = 0;
    for round in 0..rounds() {
        let acknowledged = site.data().join(format!("acknowledged-{round}.jsonl"));
        let mut server = serve(&site);
        let mut driving = drive(&server.url, &site, &input, &acknowledged);
        until_acknowledged(&acknowledged).await;
        tokio::time::sleep(Duration::from_millis(random(2_500))).await;
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        driving.kill().unwrap();
        driving.wait().unwrap();
        let mut again = serve(&site);
        acknowledged_in_all += std::fs::read_to_string(&acknowledged).map_or(0, |text| text.lines().count());
        if acknowledged.exists() {
            let verdict = verify(&again.url, &acknowledged);
            assert_eq!((&verdict["lost"], &verdict["altered"]), (&json!(0), &json!(0)), "round {round}: {verdict}");
        }
        again.child.kill().unwrap();
        again.child.wait().unwrap();
        let mut doctor = Command::new(program("lianxin"));
        doctor.arg("doctor").arg("--log").arg("error");
        let said = with_database(&mut doctor, &site).output().unwrap();
        assert!(said.status.success(), "round {round}: {}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    }
    println!("{acknowledged_in_all} acknowledged steps survived {} kills", rounds());
    assert!(acknowledged_in_all > 0, "the kills came before anything was acknowledged");
}

/// How often the sequencer is killed.
fn sequencer_rounds() -> usize {
    #[expect(clippy::disallowed_methods, reason = "how `make prove` asks for the full count")]
    let full = std::env::var("LIANXIN_PROOFS").is_ok_and(|proofs| proofs == "full");
    if full { 200 } else { 3 }
}

/// Watches a signed checkpoint's file: every head that it ever showed.
fn watched(path: PathBuf, stop: Arc<AtomicBool>) -> JoinHandle<BTreeSet<(u64, String)>> {
    std::thread::spawn(move || {
        let mut seen = BTreeSet::new();
        while !stop.load(Ordering::Relaxed) {
            if let Ok(text) = std::fs::read_to_string(&path) {
                let mut lines = text.lines().skip(1);
                seen.insert((lines.next().unwrap().parse().unwrap(), lines.next().unwrap().to_owned()));
            }
            std::thread::sleep(Duration::from_millis(3));
        }
        seen
    })
}

/// Whatever the moment of the kill: there are never two checkpoints that disagree, and the log goes on and holds.
async fn killed_while_sequencing(kind: Kind) {
    let mut random = chance();
    let site = Site::new(kind).await;
    let input = site.data().join("input.jsonl");
    let lines: Vec<String> = (0..4_000).map(|n| json!({ "id": format!("s-{n}"), "body": format!("第{n}件") }).to_string()).collect();
    std::fs::write(&input, lines.join("\n")).unwrap();
    let published = site.data().join("log/checkpoint");
    let stop = Arc::new(AtomicBool::new(false));
    let watching = [&published, &site.data().join("keys/log-head")].map(|path| watched(path.clone(), Arc::clone(&stop)));
    for round in 0..sequencer_rounds() {
        let mut server = serve(&site);
        let acknowledged = site.data().join(format!("sequenced-{round}.jsonl"));
        let mut driving = drive(&server.url, &site, &input, &acknowledged);
        until_acknowledged(&acknowledged).await;
        tokio::time::sleep(Duration::from_millis(300 + random(1_200))).await;
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        driving.kill().unwrap();
        driving.wait().unwrap();
    }
    let mut server = serve(&site);
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    let vkey = Command::new(program("lianxin")).args(["log", "vkey", "--data"]).arg(site.data()).output().unwrap();
    let vkey = String::from_utf8(vkey.stdout).unwrap();
    let verify = |log: &str| Command::new(program("lianxin")).args(["verify", "log", log, "--key", vkey.trim()]).output().unwrap();
    let served_holds = verify(&format!("{}/log", server.url));
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    stop.store(true, Ordering::Relaxed);
    let seen: BTreeSet<(u64, String)> = watching.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    let sizes: BTreeSet<u64> = seen.iter().map(|(size, _)| *size).collect();
    assert_eq!(sizes.len(), seen.len(), "two checkpoints of one size disagree: {seen:?}");
    let largest = *sizes.last().unwrap();
    assert!(sizes.len() > 1, "nothing was published between the kills: {sizes:?}");
    // All of them are beginnings of the log as it stands, and it holds.
    let log = ledger::Folder(site.data().join("log"));
    for (size, root) in &seen {
        let edge = tlog::reader::edge_at(&log, *size).unwrap();
        let text = tlog::checkpoint::Checkpoint { origin: "x".to_owned(), head: edge.head() }.text();
        assert_eq!(text.lines().nth(2).unwrap(), root, "the checkpoint of {size} leaves");
    }
    let mut doctor = Command::new(program("lianxin"));
    doctor.arg("doctor").arg("--log").arg("error");
    let folder_holds = verify(site.data().join("log").to_str().unwrap());
    for said in [served_holds, folder_holds, with_database(&mut doctor, &site).output().unwrap()] {
        assert!(said.status.success(), "{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    }
    println!("{} checkpoints up to {largest} leaves, {} kills, no two disagree", seen.len(), sequencer_rounds());
}

#[tokio::test]
async fn no_two_checkpoints_disagree_when_the_sequencer_is_killed_on_sqlite() {
    killed_while_sequencing(Kind::Sqlite).await;
}

#[tokio::test]
async fn no_two_checkpoints_disagree_when_the_sequencer_is_killed_on_postgres() {
    killed_while_sequencing(Kind::Postgres).await;
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_sqlite_is_killed() {
    killed_and_started_again(Kind::Sqlite).await;
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_server_before_postgres_is_killed() {
    killed_and_started_again(Kind::Postgres).await;
}
