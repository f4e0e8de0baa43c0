//! Writes a small log and a receipt into a folder, for verifiers written by others (tests/verifier):
//!
//! ```text
//! cargo run -p tlog --example small_log -- FOLDER [LEAVES]
//! ```
//!
//! `FOLDER/log` is the log, `FOLDER/receipt.lxr` a receipt from it, `FOLDER/vkey` and `FOLDER/witness.vkey` the keys of log and
//! witness. Every run writes the same bytes.

mod folder;

use folder::Folder;
use tlog::checkpoint::Checkpoint;
use tlog::leaf::{
    BatchTable, CaseRef, CaseType, Change, Contact, Facts, FactsLeaf, Leaf, Lights, Month, MonthRow, Score, Standing, Table, What, commit,
    seals_commit,
};
use tlog::leaf_hash;
use tlog::note::{LogKey, WitnessKey};
use tlog::proof::inclusion;
use tlog::receipt::{Opening, Receipt};
use tlog::tiler::Tiler;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let root = std::path::PathBuf::from(args.next().ok_or("which folder?")?);
    let most: u64 = args.next().map_or(Ok(70_000), |leaves| leaves.parse())?;
    let log = Folder(root.join("log"));
    let key = LogKey::from_seed("county.example/log", &[1; 32])?;
    let witness = WitnessKey::from_seed("archive.example", &[2; 32])?;

    let mut tiler = Tiler::default();
    let month = Month::new(2026, 11).ok_or("no month")?;
    let case = CaseRef([0xa5; 16]);
    let opening = Opening { salt: [3; 32], facts: format!(r#"{{"ref":"{case}","kind":"路灯"}}"#).into_bytes(), case: Some(case) };
    let seal = commit(&opening.salt, &opening.facts);
    let others = [
        Leaf::Change(Change {
            what: What::Area,
            number: 1,
            code: "beiguan".to_owned(),
            value: r#"{"zh":"北关街道","en":"Beiguan"}"#.to_owned(),
            from: "2026-11-01".to_owned(),
            reason: String::new(),
        }),
        Leaf::Seal(seal),
        Leaf::Facts(FactsLeaf {
            case,
            known: Some((
                Facts {
                    area: 1,
                    case_type: CaseType::Help,
                    contact: Contact::Within4h,
                    limit: 5,
                    closes: 2,
                    dispatches: 1,
                    standing: Standing::Solved,
                    asked: true,
                    lights: Lights { green: 3, ..Lights::default() },
                    ..Facts::received(month)
                },
                seals_commit(&[4; 32], &[leaf_hash(&tlog::seal_leaf(&seal))]),
            )),
        }),
        Leaf::Score(Score { month, area: 0, unit: 0, case_type: CaseType::Help, contacted: true, solved: true, satisfaction: 5 }),
        Leaf::Table(Table::Batch(BatchTable {
            on: "2026-11-30".to_owned(),
            facts: 1,
            scores: 1,
            months: vec![MonthRow { month, with_facts: 1, waiting: 0, sealed: None, leaves: 2, before: None }],
            before: None,
        })),
    ];
    // A few checkpoints on the way, as a site that runs would have written: their partial tiles stay.
    for stop in [3, 300, most] {
        while tiler.head().size < stop {
            let at = tiler.head().size;
            let leaf = match usize::try_from(at).ok().and_then(|at| others.get(at)) {
                Some(leaf) => leaf.encode()?,
                None => tlog::seal_leaf(&commit(&[9; 32], &at.to_be_bytes())),
            };
            tiler.push(&leaf)?;
        }
        log.write(tiler.take())?;
    }
    let checkpoint = Checkpoint { origin: "county.example/log".to_owned(), head: tiler.head() };
    let signed = checkpoint.sign(&[&key, &witness.at(1_795_000_000)])?;
    log.put("checkpoint", &signed)?;
    let receipt = Receipt { opening, index: 1, proof: inclusion(&log, most, 1)?, checkpoint: signed };
    let beside = Folder(root);
    beside.put("receipt.lxr", &receipt.to_bytes())?;
    beside.put("vkey", format!("{}\n", key.vkey()).as_bytes())?;
    beside.put("witness.vkey", format!("{}\n", witness.vkey()).as_bytes())?;
    println!("{}", key.vkey());
    Ok(())
}
