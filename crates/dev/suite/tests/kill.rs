//! SIGKILL at a random moment of a drive: after the restart nothing that was acknowledged is missing or changed, and
//! doctor is content. `make test` kills a few times, `make prove` twenty times on each database.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
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

async fn killed_and_started_again(kind: Kind) {
    // Chance from the clock, printed, so that a failure can be looked at again.
    #[expect(clippy::disallowed_methods, reason = "the moment of the kill is to differ from run to run")]
    let seed = u64::try_from(SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_millis()).unwrap();
    println!("seed {seed}");
    let mut state = seed | 1;
    let mut random = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
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

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_sqlite_is_killed() {
    killed_and_started_again(Kind::Sqlite).await;
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_server_before_postgres_is_killed() {
    killed_and_started_again(Kind::Postgres).await;
}
