//! `lianxin verify log|receipt`: whether a public log, or a receipt from one, holds. Needs no site; a receipt, and a log in a folder,
//! need no network.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use tlog::checkpoint::{self, Checkpoint};
use tlog::epochs;
use tlog::note::{Keys, VKey};
use tlog::reader::{self, Begin, Fault, MOST, Unsound};
use tlog::receipt;
use tlog::source::{Source as _, Unreadable};
use tlog::succession;
use tlog::tile::{self, Resource};

use crate::log_at::LogAt;

/// Whether what a site publishes holds.
#[derive(Debug, Clone, Args)]
pub struct VerifyArgs {
    #[command(subcommand)]
    command: VerifyCommand,
}

#[derive(Debug, Clone, Subcommand)]
enum VerifyCommand {
    /// A whole log: its signature, every leaf, every tile; and those that the site left behind. Exit 1 when something does not hold, and what.
    Log(LogArgs),
    /// A receipt (.lxr), offline. Exit 1 when it does not hold, and which part.
    Receipt(ReceiptArgs),
}

#[derive(Debug, Clone, Args)]
struct LogArgs {
    /// The folder with `checkpoint` and `tile/`, or the address of a site's log, `http://…/log`.
    #[arg(value_name = "DIR|URL")]
    at: LogAt,
    /// The log's key, as printed on slips, also on old ones; again for keys of witnesses.
    #[arg(long, value_name = "VKEY", required = true)]
    key: Vec<VKey>,
    /// An older checkpoint that was checked and kept: only what came after it is read, and that it was not rewritten.
    #[arg(long, value_name = "CHECKPOINT")]
    since: Option<PathBuf>,
}

#[derive(Debug, Clone, Args)]
struct ReceiptArgs {
    /// The receipt.
    #[arg(value_name = "FILE")]
    receipt: PathBuf,
    /// The log's key, as printed on slips; again for keys of witnesses.
    #[arg(long, value_name = "VKEY", required = true)]
    key: Vec<VKey>,
}

/// Why there is no verdict.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// A file cannot be read.
    #[error("{path}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The folder cannot be listed.
    #[error("the folder cannot be listed")]
    List(#[source] io::Error),
    /// The verdict cannot be written.
    #[error("the verdict cannot be written")]
    Write(#[from] io::Error),
}

/// The verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not.
    DoesNotHold,
}

impl From<Verdict> for std::process::ExitCode {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Holds => Self::SUCCESS,
            Verdict::DoesNotHold => Self::FAILURE,
        }
    }
}

impl VerifyArgs {
    /// Gives the verdict on `out`.
    pub fn run(self, out: &mut impl Write) -> Result<Verdict, VerifyError> {
        match self.command {
            VerifyCommand::Log(args) => args.run(out),
            VerifyCommand::Receipt(args) => args.run(out),
        }
    }
}

fn read(path: PathBuf) -> Result<Vec<u8>, VerifyError> {
    std::fs::read(&path).map_err(|source| VerifyError::File { path, source })
}

impl LogArgs {
    fn run(self, out: &mut impl Write) -> Result<Verdict, VerifyError> {
        // From the key of an old slip to those that follow it.
        let keys = match succession::follow(&self.at, &Keys::new(self.key.iter().cloned())) {
            Ok(keys) => keys,
            Err(broken) => {
                writeln!(out, "{broken}")?;
                return Ok(Verdict::DoesNotHold);
            }
        };
        for key in keys.iter().skip(self.key.len()) {
            writeln!(out, "the key before says that this one follows: {key}")?;
        }
        let since = self.since.as_ref().map(|path| read(path.clone())).transpose()?;
        let newest = match epochs::newest(&self.at) {
            Ok(newest) => newest,
            Err(why) => {
                writeln!(out, "{} {why}", Resource::Checkpoint)?;
                return Ok(Verdict::DoesNotHold);
            }
        };
        let known = since.as_deref().and_then(|note| epoch_of(note, &keys));
        let mut before: Option<Checkpoint> = None;
        for epoch in 0..=newest {
            let log = epochs::At { site: &self.at, epoch };
            let from = match (&since, known) {
                (Some(_), Some(known)) if epoch < known => continue,
                (Some(note), Some(known)) if epoch == known => Begin::After(note),
                // One that cannot be placed is told where it would be read.
                (Some(note), None) if epoch == newest => Begin::After(note),
                (_, _) => Begin::Start,
            };
            let left = if epoch == newest { Left::Open } else { Left::Behind };
            let Some(checkpoint) = self.one(log, left, from, &keys, out)? else { return Ok(Verdict::DoesNotHold) };
            if epoch > 0 && !follows(log, &checkpoint, before.as_ref(), &keys, out)? {
                return Ok(Verdict::DoesNotHold);
            }
            before = Some(checkpoint);
        }
        Ok(Verdict::Holds)
    }

    /// Checks one log of the site and tells about it; `None` when it does not hold.
    fn one(
        &self,
        log: epochs::At<'_>,
        left: Left,
        from: Begin<'_>,
        keys: &Keys,
        out: &mut impl Write,
    ) -> Result<Option<Checkpoint>, VerifyError> {
        let sound = match reader::verify(&log, keys, from, |_, _| {}) {
            Ok(sound) => sound,
            Err(unsound) => {
                if let (Left::Behind, Some(checkpoint)) = (left, only_lost(log, &unsound, keys)) {
                    let Checkpoint { origin, head } = &checkpoint;
                    writeln!(out, "{origin}: {} leaves were signed; of its files only the last checkpoint is left", head.size)?;
                    return Ok(Some(checkpoint));
                }
                write!(out, "{unsound}")?;
                return Ok(None);
            }
        };
        let checkpoint = sound.believed.checkpoint.clone();
        // Partial files of earlier sizes are still served: each must be the beginning of what stands there now.
        let kept = self.at.resources(log.epoch).map_err(VerifyError::List)?.into_iter();
        let faults: Vec<_> = kept.filter_map(|kept| reader::check_kept(&log, checkpoint.head.size, kept).err()).take(MOST).collect();
        for fault in &faults {
            writeln!(out, "{fault}")?;
        }
        if !faults.is_empty() {
            return Ok(None);
        }
        writeln!(out, "{}: {} leaves hold, read from leaf {}", checkpoint.origin, checkpoint.head.size, sound.from)?;
        if sound.unknown_forms > 0 {
            writeln!(out, "{} leaves have a form that this version does not know; their place is checked", sound.unknown_forms)?;
        }
        told_witnesses(&sound.believed, out)?;
        Ok(Some(checkpoint))
    }
}

/// Whether a log goes on, or another was begun after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    Open,
    Behind,
}

/// Which log of the site a checkpoint is of.
fn epoch_of(note: &[u8], keys: &Keys) -> Option<u64> {
    let origin = checkpoint::open(note, keys).ok()?.checkpoint.origin;
    keys.iter().find_map(|key| epochs::of(key.name(), &origin))
}

/// The checkpoint of a log whose other files were lost with the machine that kept them: nothing that is there is false.
fn only_lost(log: epochs::At<'_>, unsound: &Unsound, keys: &Keys) -> Option<Checkpoint> {
    let checkpoint = reader::checkpoint(&log, keys).ok()?.checkpoint;
    let tiles = tile::resources(0, checkpoint.head.size).into_iter();
    let gone = tiles.take(MOST).all(|resource| log.get(&resource.path()) == Err(Unreadable::Missing));
    let lost = |fault: &Fault| matches!(fault, Fault::Unreadable { why: Unreadable::Missing, .. } | Fault::Root { .. });
    (gone && unsound.faults.iter().all(lost)).then_some(checkpoint)
}

/// Tells what the first leaf of a log says of the one before, and whether that is the one that stands there.
fn follows(
    log: epochs::At<'_>,
    checkpoint: &Checkpoint,
    before: Option<&Checkpoint>,
    keys: &Keys,
    out: &mut impl Write,
) -> io::Result<bool> {
    let told = match epochs::follows_at(log, keys, checkpoint.head.size) {
        Ok(told) => told,
        Err(why) => {
            writeln!(out, "{}: {why}", checkpoint.origin)?;
            return Ok(false);
        }
    };
    let named = &told.before.checkpoint;
    writeln!(out, "{} follows {}, which had signed {} leaves: {}", checkpoint.origin, named.origin, named.head.size, told.reason)?;
    let Some(before) = before else { return Ok(true) };
    if before != named {
        writeln!(out, "{} serves another checkpoint, of {} leaves", before.origin, before.head.size)?;
        return Ok(false);
    }
    let older = epochs::At { epoch: log.epoch - 1, ..log };
    if let Ok(kept) = epochs::kept(older, before.head.size, log, checkpoint.head.size) {
        let events = before.head.size - epochs::before_events(older.epoch);
        writeln!(out, "of its {events} events the first {kept} stand in the new log again, {} were lost", events - kept)?;
    }
    Ok(true)
}

impl ReceiptArgs {
    fn run(self, out: &mut impl Write) -> Result<Verdict, VerifyError> {
        let file = read(self.receipt)?;
        match receipt::verify(&file, &Keys::new(self.key)) {
            Err(wrong) => {
                writeln!(out, "{}: {wrong}", wrong.code())?;
                Ok(Verdict::DoesNotHold)
            }
            Ok(proven) => {
                let checkpoint = &proven.believed.checkpoint;
                writeln!(out, "holds: entry {} of {} in {}", proven.index, checkpoint.head.size, checkpoint.origin)?;
                if let Some(sealed) = journal::Sealed::read(&proven.facts) {
                    writeln!(out, "it says: {} at {}", sealed.kind, workday::rfc3339(sealed.occurred_at))?;
                }
                if let Some(case) = proven.case {
                    writeln!(out, "its facts stand in the log under {case}")?;
                }
                told_witnesses(&proven.believed, out)?;
                Ok(Verdict::Holds)
            }
        }
    }
}

fn told_witnesses(believed: &tlog::checkpoint::Believed, out: &mut impl Write) -> io::Result<()> {
    for cosigned in &believed.witnesses {
        let at = i64::try_from(cosigned.at_secs).ok().and_then(|secs| jiff::Timestamp::from_second(secs).ok());
        writeln!(out, "cosigned by {} at {}", cosigned.witness, at.map_or_else(|| "an unknown time".to_owned(), workday::rfc3339))?;
    }
    if believed.unknown > 0 {
        writeln!(out, "{} signatures by keys that were not given", believed.unknown)?;
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::fs;
    use std::path::Path;

    use clap::Parser;
    use tlog::leaf::{BatchTable, CaseRef, Change, Contact, Epoch, Facts, FactsLeaf, Leaf, Month, MonthRow, Table, What};
    use tlog::note::{LogKey, WitnessKey};
    use tlog::receipt::{Opening, Receipt};
    use tlog::tiler::Tiler;
    use tlog::{commit, proof, seal_leaf};

    use super::*;
    use crate::kpi_cli::KpiArgs;

    #[derive(Debug, Parser)]
    enum Line {
        Verify(VerifyArgs),
        Kpi(KpiArgs),
    }

    fn put(folder: &Path, path: &str, bytes: &[u8]) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// A log of 400 leaves with eleven cases, a receipt from it, and the keys.
    fn site(folder: &Path) -> (LogKey, WitnessKey) {
        let (key, witness) = (LogKey::from_seed("county.example/log", &[1; 32]), WitnessKey::from_seed("archive.example", &[2; 32]));
        let (key, witness) = (key.unwrap(), witness.unwrap());
        let month = Month::new(2026, 10).unwrap();
        let case = CaseRef([0xa5; 16]);
        let opening = Opening { salt: [3; 32], facts: format!("the sealed facts of {case}").into_bytes(), case: Some(case) };
        let area = Change {
            what: What::Area,
            number: 7,
            code: "beiguan".to_owned(),
            value: "{}".to_owned(),
            from: "2026-01-01".to_owned(),
            reason: String::new(),
        };
        let mut leaves = vec![Leaf::Seal(commit(&opening.salt, &opening.facts)), Leaf::Change(area)];
        for n in 0..11 {
            let contact = if n == 0 { Contact::Later } else { Contact::Within4h };
            let facts = Facts { area: 7, unit: 2, contact, ..Facts::received(month) };
            leaves.push(Leaf::Facts(FactsLeaf { case: CaseRef([n; 16]), known: Some((facts, [0; 32])) }));
        }
        let months = vec![MonthRow { month, with_facts: 11, waiting: 0, sealed: None, leaves: 11, before: None }];
        leaves.push(Leaf::Table(Table::Batch(BatchTable { on: "2026-11-02".to_owned(), facts: 11, scores: 0, months, before: None })));
        let mut tiler = Tiler::default();
        for n in 0u64..400 {
            let leaf = leaves
                .get(usize::try_from(n).unwrap())
                .map_or_else(|| seal_leaf(&commit(&[9; 32], &n.to_be_bytes())), |leaf| leaf.encode().unwrap());
            tiler.push(&leaf).unwrap();
            if [100, 399].contains(&n) {
                for (resource, bytes) in tiler.take() {
                    put(folder, &format!("log/{resource}"), &bytes);
                }
                let checkpoint = Checkpoint { origin: "county.example/log".to_owned(), head: tiler.head() };
                let signed = checkpoint.sign(&[&key, &witness.at(1_793_000_000)]).unwrap();
                put(folder, &format!("checkpoint-{n}"), &signed);
                put(folder, "log/checkpoint", &signed);
            }
        }
        let checkpoint = fs::read(folder.join("log/checkpoint")).unwrap();
        let log: LogAt = folder.join("log").to_str().unwrap().parse().unwrap();
        let receipt = Receipt { opening, index: 0, proof: proof::inclusion(&log, 400, 0).unwrap(), checkpoint };
        put(folder, "receipt.lxr", &receipt.to_bytes());
        (key, witness)
    }

    fn run(words: &[&str]) -> (Option<Verdict>, String) {
        let mut out = Vec::new();
        let verdict = match Line::try_parse_from([&["lianxin"], words].concat()) {
            Ok(Line::Verify(args)) => args.run(&mut out).ok(),
            Ok(Line::Kpi(args)) => args.run(&mut out).ok(),
            Err(refused) => return (None, refused.to_string()),
        };
        (verdict, String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_log_and_a_receipt_hold_until_somebody_changes_them() {
        let folder = tempfile::tempdir().unwrap();
        let (key, witness) = site(folder.path());
        let (key, witness) = (key.vkey().to_string(), witness.vkey().to_string());
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let (log, receipt) = (at("log"), at("receipt.lxr"));
        let log_words = ["verify", "log", &log, "--key", &key];

        let (verdict, told) = run(&[&log_words[..], &["--key", &witness]].concat());
        assert_eq!(verdict, Some(Verdict::Holds), "{told}");
        assert!(told.starts_with("county.example/log: 400 leaves hold, read from leaf 0\ncosigned by archive.example at 2026-"), "{told}");
        let (verdict, told) = run(&[&log_words[..], &["--since", &at("checkpoint-100")]].concat());
        assert_eq!((verdict, told.contains("read from leaf 101")), (Some(Verdict::Holds), true), "{told}");
        let (verdict, told) = run(&["verify", "receipt", &receipt, "--key", &key]);
        assert_eq!((verdict, told.starts_with("holds: entry 0 of 400")), (Some(Verdict::Holds), true), "{told}");

        // A partial bundle of the earlier size, then a leaf, then a character of the receipt.
        for (name, byte, wanted) in [
            ("log/tile/entries/000.p/101", 5, "entry 0 in tile/entries/000.p/101 is not the one that was signed\n"),
            ("log/tile/entries/000", 5, "entry 0 in tile/entries/000 is not the one that was signed\n"),
        ] {
            let sound = fs::read(at(name)).unwrap();
            let mut changed = sound.clone();
            changed[byte + 4] ^= 1;
            fs::write(at(name), changed).unwrap();
            let (verdict, told) = run(&log_words);
            assert_eq!((verdict, told.as_str()), (Some(Verdict::DoesNotHold), wanted));
            fs::write(at(name), sound).unwrap();
        }
        let changed = fs::read_to_string(&receipt).unwrap().replace("index 0\n", "index 1\n");
        fs::write(&receipt, changed).unwrap();
        let (verdict, told) = run(&["verify", "receipt", &receipt, "--key", &key]);
        assert_eq!((verdict, told.starts_with("receipt.not_in_log: lines 3 to")), (Some(Verdict::DoesNotHold), true), "{told}");
        assert_eq!(run(&["verify", "log", &at("nowhere"), "--key", &key]).1, "checkpoint is missing\n");
        assert!(run(&["verify", "log", "https://county.example/log", "--key", &key]).1.contains("speaks http:// only"));
    }

    #[test]
    fn a_log_that_was_left_behind_is_checked_with_the_one_that_follows() {
        let folder = tempfile::tempdir().unwrap();
        let (key, _) = site(folder.path());
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        // The first 300 leaves came back.
        let checkpoint = fs::read_to_string(at("log/checkpoint")).unwrap();
        let log: LogAt = at("log").parse().unwrap();
        let mut tiler = Tiler::default();
        tiler.push(&Leaf::Epoch(Epoch { checkpoint, reason: "the disk failed".to_owned() }).encode().unwrap()).unwrap();
        let came_back = |at, leaf: &[u8]| {
            if at < 300 {
                tiler.push(leaf).unwrap();
            }
        };
        reader::leaves(&log, 0, 400, came_back).unwrap();
        for (resource, bytes) in tiler.take() {
            put(folder.path(), &format!("log/2/{resource}"), &bytes);
        }
        let next = Checkpoint { origin: "county.example/log/2".to_owned(), head: tiler.head() };
        put(folder.path(), "log/2/checkpoint", &next.sign(&[&key]).unwrap());

        let (log, old, key) = (at("log"), key.clone(), key.vkey().to_string());
        let words = ["verify", "log", &log, "--key", &key];
        let (verdict, told) = run(&words);
        assert_eq!(verdict, Some(Verdict::Holds), "{told}");
        let lines: Vec<&str> = told.lines().filter(|line| !line.contains("by keys that were not given")).collect();
        assert_eq!(
            lines,
            [
                "county.example/log: 400 leaves hold, read from leaf 0",
                "county.example/log/2: 301 leaves hold, read from leaf 0",
                "county.example/log/2 follows county.example/log, which had signed 400 leaves: the disk failed",
                "of its 400 events the first 300 stand in the new log again, 100 were lost",
            ]
        );
        let (verdict, told) = run(&[&words[..], &["--since", &at("checkpoint-100")]].concat());
        assert_eq!((verdict, told.contains("400 leaves hold, read from leaf 101")), (Some(Verdict::Holds), true), "{told}");
        let (verdict, told) = run(&[&words[..], &["--since", &at("log/2/checkpoint")]].concat());
        assert_eq!((verdict, told.contains("/log: 400")), (Some(Verdict::Holds), false), "{told}");
        let months = ["kpi", "recompute", "--log", &log, "--key", &key, "--from", "2026-10", "--to", "2026-10"];
        assert!(run(&months).1.starts_with("county.example/log/2: 301 leaves, checked"));

        // Another key signs: whoever has the old slip is led to it, and a link that was changed is told.
        let newer = LogKey::from_seed("county.example/log", &[3; 32]).unwrap();
        let signed_before = fs::read(at("log/2/checkpoint")).unwrap();
        put(folder.path(), "log/2/checkpoint", &next.sign(&[&newer]).unwrap());
        assert!(run(&words).1.ends_with("checkpoint is not signed by the key given\n"));
        put(folder.path(), "log/keys/1", &succession::link(&old, &newer).unwrap());
        let (verdict, told) = run(&words);
        assert!(verdict == Some(Verdict::Holds) && told.starts_with("the key before says that this one follows: "), "{told}");
        assert_eq!(run(&months).0, Some(Verdict::Holds));
        put(folder.path(), "log/keys/1", b"nonsense");
        assert_eq!(run(&words), (Some(Verdict::DoesNotHold), "keys/1 does not say which key follows which, signed by both\n".to_owned()));
        fs::remove_dir_all(at("log/keys")).unwrap();
        put(folder.path(), "log/2/checkpoint", &signed_before);

        // The old log's files are gone with the machine, which is no lie; an older checkpoint than the new log's first leaf holds is.
        fs::remove_dir_all(at("log/tile")).unwrap();
        let (verdict, told) = run(&words);
        let gone = "400 leaves were signed; of its files only the last checkpoint is left";
        assert!(verdict == Some(Verdict::Holds) && told.contains(gone), "{told}");
        fs::copy(at("checkpoint-100"), at("log/checkpoint")).unwrap();
        let (verdict, told) = run(&words);
        assert!(verdict == Some(Verdict::DoesNotHold) && told.contains("serves another checkpoint, of 101 leaves"), "{told}");
        fs::copy(at("checkpoint-399"), at("log/checkpoint")).unwrap();
        fs::remove_file(at("log/2/tile/entries/000")).unwrap();
        assert_eq!(run(&words).0, Some(Verdict::DoesNotHold));
    }

    #[test]
    fn figures_come_from_the_log_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (key, _) = site(folder.path());
        let (log, key) = (folder.path().join("log").to_str().unwrap().to_owned(), key.vkey().to_string());
        let months = ["kpi", "recompute", "--log", &log, "--from", "2026-10", "--to", "2026-11"];
        let (verdict, told) = run(&[&months[..], &["--key", &key, "--json"]].concat());
        assert_eq!(verdict, Some(Verdict::Holds), "{told}");
        let answer: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!((&answer["verified"], &answer["batch"]), (&true.into(), &"2026-11-02".into()));
        let cells = answer["cells"].as_array().unwrap();
        // October: county, area 7, unit 2; November: the county alone.
        assert_eq!(cells.len(), 4);
        assert_eq!(cells[0]["figures"][0], serde_json::json!({"figure": "K1", "n": 10, "d": 11, "low": "0.6226", "high": "0.9838"}));
        assert_eq!(cells[1]["area"], serde_json::json!({"number": 7, "code": "beiguan"}));
        assert_eq!(cells[2]["unit"], serde_json::json!({"number": 2}));
        let (verdict, trusted) = run(&[&months[..], &["--trust-root"]].concat());
        assert!(verdict == Some(Verdict::Holds) && trusted.contains("not checked") && trusted.contains("K1          10 / 11"), "{trusted}");
        // Without a key the leaves still have to make up the root; without months, all that the log knows of.
        let (verdict, alone) = run(&months);
        assert!(verdict == Some(Verdict::Holds) && alone.contains("without a key") && alone.contains("K1          10 / 11"), "{alone}");
        assert!(alone.starts_with(&run(&["kpi", "recompute", "--log", &log]).1));
        let bundle = folder.path().join("log/tile/entries/000");
        let mut changed = std::fs::read(&bundle).unwrap();
        *changed.last_mut().unwrap() ^= 1;
        std::fs::write(&bundle, changed).unwrap();
        assert_eq!(run(&months).0, Some(Verdict::DoesNotHold));
    }
}
