//! A month's file against the whole log: the same figures, and nothing can be left out or changed.

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeMap;

use tally::cohort::{self, WrongCohort};
use tally::{Ledger, Slice};
use tlog::cbor::{Reader, Writer};
use tlog::checkpoint::Checkpoint;
use tlog::leaf::{BatchTable, CaseRef, CaseType, Contact, Facts, FactsLeaf, Leaf, Month, MonthRow, Score, Table};
use tlog::note::{Keys, LogKey};
use tlog::reader::{Begin, verify};
use tlog::tiler::Tiler;

fn month(n: u8) -> Month {
    Month::new(2026, n).unwrap()
}

fn case(n: u16) -> CaseRef {
    let mut name = [0; 16];
    name[..2].copy_from_slice(&n.to_be_bytes());
    CaseRef(name)
}

/// Six batches: cases 0 to 99 of January, then 100 to 199 of February, coming again in later batches, one of them taken back;
/// seals between.
fn log() -> (BTreeMap<String, Vec<u8>>, Keys, Ledger) {
    let (mut tiler, mut before, mut january, mut february) = (Tiler::default(), None, None, None);
    for batch in 0..6u16 {
        for n in 0..300u16 {
            tiler.push(&tlog::seal_leaf(&tlog::commit(&[1; 32], &[batch.to_be_bytes(), n.to_be_bytes()].concat()))).unwrap();
        }
        let range = match batch {
            0 | 1 => 0..100,
            2 | 3 => 50..200,
            _ => 100..200,
        };
        for n in range.clone() {
            let contact = if (n + batch) % 3 == 0 { Contact::Later } else { Contact::Within1h };
            let facts = Facts { contact, closes: batch, ..Facts::received(month(if n < 100 { 1 } else { 2 })) };
            let known = (n != 120 || batch < 5).then_some((facts, [0; 32]));
            tiler.push(&Leaf::Facts(FactsLeaf { case: case(n), known }).encode().unwrap()).unwrap();
        }
        let score = |satisfaction| Score {
            month: month(2),
            area: 0,
            unit: 0,
            case_type: CaseType::Help,
            contacted: true,
            solved: true,
            satisfaction,
        };
        let scores = if batch > 2 { 5 } else { 0 };
        for n in 0..scores {
            tiler.push(&Leaf::Score(score(n + 1)).encode().unwrap()).unwrap();
        }
        let row = |n, with_facts, leaves, before| MonthRow { month: month(n), with_facts, waiting: 0, sealed: None, leaves, before };
        // January stands still after batch 3.
        let about_january = range.clone().filter(|n| *n < 100).count() as u64;
        let about_february = range.len() as u64 - about_january + u64::from(scores);
        let mut months = vec![row(1, 100, about_january, january)];
        if batch > 1 {
            months.push(row(2, if batch == 5 { 99 } else { 100 }, about_february, february));
        }
        let table =
            BatchTable { on: format!("2026-03-{:02}", batch + 1), facts: range.len() as u64, scores: scores.into(), months, before };
        before = Some(tiler.push(&Leaf::Table(Table::Batch(table)).encode().unwrap()).unwrap());
        january = if about_january > 0 { before } else { january };
        february = if about_february > 0 { before } else { february };
    }
    let mut files: BTreeMap<String, Vec<u8>> = tiler.take().into_iter().map(|(resource, bytes)| (resource.path(), bytes)).collect();
    let key = LogKey::from_seed("county.example/log", &[1; 32]).unwrap();
    let checkpoint = Checkpoint { origin: "county.example/log".to_owned(), head: tiler.head() };
    files.insert("checkpoint".to_owned(), checkpoint.sign(&[&key]).unwrap());
    let keys = Keys::new([key.vkey().clone()]);
    let mut ledger = Ledger::default();
    verify(&files, &keys, Begin::Start, |at, leaf| ledger.take_bytes(at, leaf)).unwrap();
    assert_eq!(ledger.odd(), []);
    (files, keys, ledger)
}

fn size(files: &BTreeMap<String, Vec<u8>>, keys: &Keys) -> u64 {
    tlog::reader::checkpoint(files, keys).unwrap().checkpoint.head.size
}

#[test]
fn a_month_computed_from_its_file_is_the_month_of_the_log() {
    let (files, keys, ledger) = log();
    for n in [1, 2] {
        let file = cohort::write(&files, ledger.batches(), month(n), size(&files, &keys), 0).unwrap().unwrap();
        let cohort = cohort::read(&file, &keys).unwrap();
        let county = Slice::county(month(n));
        assert_eq!(cohort.ledger.cube().sum(&county), ledger.cube().sum(&county));
        assert_eq!(Some(cohort.on.as_str()), ledger.last_batch().map(|table| table.on.as_str()));
        for at in (0..file.len()).step_by(311) {
            let mut changed = file.clone();
            changed[at] ^= 1;
            assert!(cohort::read(&changed, &keys).is_err(), "byte {at}");
        }
    }
    assert_eq!(cohort::write(&files, ledger.batches(), month(3), size(&files, &keys), 0), Ok(None));
}

#[test]
fn a_batch_left_out_is_missed() {
    let (files, keys, ledger) = log();
    let size = size(&files, &keys);
    for without in 2..6 {
        let mut batches = ledger.batches().to_vec();
        batches.remove(without);
        let file = cohort::write(&files, &batches, month(2), size, 0).unwrap().unwrap();
        // What the remaining tables say of their neighbour is what they said in the log.
        match cohort::read(&file, &keys) {
            Err(wrong) => assert!(matches!(wrong, WrongCohort::Incomplete(_)), "{without}: {wrong}"),
            // The last one may be missing: then the file is one of an earlier batch, and says so by its date.
            Ok(cohort) => assert!(without == 5 && cohort.on == "2026-03-05", "{without}"),
        }
    }
    // January's file without its last batch, though a later table names it.
    let mut batches = ledger.batches().to_vec();
    batches.remove(3);
    let file = cohort::write(&files, &batches, month(1), size, 0).unwrap().unwrap();
    assert!(matches!(cohort::read(&file, &keys), Err(WrongCohort::End | WrongCohort::Incomplete(_))));
    // A file that says it is of another month.
    let relabelled = relabel(&cohort::write(&files, ledger.batches(), month(2), size, 0).unwrap().unwrap(), month(1));
    assert!(cohort::read(&relabelled, &keys).is_err());
    assert!(matches!(cohort::read(&relabel(&relabelled, month(3)), &keys), Err(WrongCohort::NoBatch(_))));
}

fn relabel(file: &[u8], month: Month) -> Vec<u8> {
    let mut reader = Reader::new(file);
    let (_, _, _, _, old) = (reader.map(), reader.key(1), reader.key(1), reader.key(2), reader.uint().unwrap());
    let head = |number: u64| {
        let mut out = Writer::default();
        out.map(5).uint(1).uint(1).uint(2).uint(number);
        out.into_bytes()
    };
    [head(month.number().into()).as_slice(), &file[head(old).len()..]].concat()
}
