//! Whole logs, read by the verifier: sound ones hold, and whatever is changed in one is found and named.

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use tlog::checkpoint::Checkpoint;
use tlog::note::{Keys, LogKey};
use tlog::proof;
use tlog::reader::{Begin, Fault, Sound, Unsound, check_kept, goes_on, ladder_of, leaves, verify, verify_some};
use tlog::tile::{Bundle, Resource};
use tlog::tiler::Tiler;
use tlog::tree::TreeHead;
use tlog::{Edge, commit, leaf_hash, seal_leaf};

const ORIGIN: &str = "county.example/log";

struct Log {
    files: BTreeMap<String, Vec<u8>>,
    heads: Vec<TreeHead>,
    key: LogKey,
}

fn leaf(n: u64) -> Vec<u8> {
    seal_leaf(&commit(&[5; 32], &n.to_be_bytes()))
}

impl Log {
    /// A log that published a checkpoint at each of these sizes.
    fn grown(sizes: &[u64]) -> Self {
        let mut log = Self { files: BTreeMap::new(), heads: Vec::new(), key: LogKey::from_seed(ORIGIN, &[1; 32]).unwrap() };
        let mut tiler = Tiler::default();
        for size in sizes {
            while tiler.head().size < *size {
                tiler.push(&leaf(tiler.head().size)).unwrap();
            }
            log.files.extend(tiler.take().into_iter().map(|(resource, bytes)| (resource.path(), bytes)));
            log.heads.push(tiler.head());
        }
        log.files.insert("checkpoint".to_owned(), log.signed(log.heads.len() - 1));
        log
    }

    fn signed(&self, at: usize) -> Vec<u8> {
        Checkpoint { origin: ORIGIN.to_owned(), head: self.heads[at] }.sign(&[&self.key]).unwrap()
    }

    fn keys(&self) -> Keys {
        Keys::new([self.key.vkey().clone()])
    }

    fn check(&self) -> Result<Sound, Unsound> {
        verify(&self.files, &self.keys(), Begin::Start, |_, _| {})
    }

    fn faults(&self) -> Vec<String> {
        self.check().unwrap_err().faults.iter().map(ToString::to_string).collect()
    }
}

#[test]
fn sound_logs_hold_at_every_kind_of_size() {
    for sizes in [&[0u64][..], &[1], &[255], &[256], &[257], &[300, 512], &[1, 2, 3, 700], &[65_536], &[65_000, 66_100]] {
        let log = Log::grown(sizes);
        let mut seen = 0;
        let sound = verify(&log.files, &log.keys(), Begin::Start, |position, entry| {
            assert_eq!((position, entry), (seen, leaf(seen).as_slice()));
            seen += 1;
        });
        assert_eq!(sound.map(|sound| sound.believed.checkpoint.head), Ok(*log.heads.last().unwrap()), "{sizes:?}");
        assert_eq!(seen, *sizes.last().unwrap());
        for path in log.files.keys() {
            assert_eq!(check_kept(&log.files, seen, Resource::parse(path).unwrap()), Ok(()), "{path}");
        }
    }
}

#[test]
fn an_older_checkpoint_saves_the_reading_of_what_it_had() {
    let log = Log::grown(&[0, 5, 256, 300, 66_000, 66_100]);
    for (at, head) in log.heads.iter().enumerate() {
        let older = log.signed(at);
        let mut first = None;
        let sound = verify(&log.files, &log.keys(), Begin::After(&older), |position, _| {
            first.get_or_insert(position);
        })
        .unwrap();
        assert_eq!(sound.from, head.size);
        assert_eq!(first, (head.size < 66_100).then_some(head.size));
    }
    let mut read = Vec::new();
    leaves(&log.files, 250, 260, |position, entry| read.push((position, entry.to_vec()))).unwrap();
    assert_eq!(read, (250..260).map(|n| (n, leaf(n))).collect::<Vec<_>>());
}

#[test]
fn rolled_back_and_rewritten_logs_are_named() {
    let log = Log::grown(&[300, 700]);
    let mut back = Log::grown(&[300]);
    let since = |log: &Log, older: &[u8]| verify(&log.files, &log.keys(), Begin::After(older), |_, _| {}).unwrap_err().faults;
    assert_eq!(since(&back, &log.signed(1)), [Fault::RolledBack { before: 700, now: 300 }]);
    back.heads = vec![TreeHead { root: [7; 32], ..log.heads[0] }];
    assert_eq!(since(&log, &back.signed(0)), [Fault::Rewritten { before: 300 }]);
    let next = Checkpoint { origin: format!("{ORIGIN}/2"), head: log.heads[0] }.sign(&[&log.key]).unwrap();
    assert_eq!(since(&log, &next), [Fault::NewLog { before: format!("{ORIGIN}/2"), now: ORIGIN.to_owned() }]);
    assert_eq!(since(&log, b"x").len(), 1);
}

#[test]
fn a_head_may_be_signed_only_after_those_that_were() {
    let log = Log::grown(&[0, 300, 700]);
    let [empty, before, now] = log.heads[..] else { return };
    let other = |head: TreeHead| TreeHead { root: [7; 32], ..head };
    assert_eq!(goes_on(&log.files, empty, now), Ok(()));
    assert_eq!(goes_on(&log.files, before, now), Ok(()));
    assert_eq!(goes_on(&log.files, now, now), Ok(()));
    assert_eq!(goes_on(&log.files, now, before), Err(Fault::RolledBack { before: 700, now: 300 }));
    assert_eq!(goes_on(&log.files, other(before), now), Err(Fault::Rewritten { before: 300 }));
    assert_eq!(goes_on(&log.files, now, other(now)), Err(Fault::Root { size: 700 }));
}

#[test]
fn what_was_changed_is_named() {
    let sound = Log::grown(&[70_000]);
    let changed = |path: &str, at: usize| {
        let mut files = sound.files.clone();
        files.get_mut(path).unwrap()[at] ^= 1;
        Log { files, heads: sound.heads.clone(), key: sound.key.clone() }
    };
    // The 11th byte of the 4th seal of a bundle; each is 40 bytes with its length.
    assert_eq!(changed("tile/entries/001", 3 * 40 + 10).faults(), ["entry 259 in tile/entries/001 is not the one that was signed"]);
    assert_eq!(changed("tile/0/001", 3 * 32).faults(), ["hash 3 in tile/0/001 is not the one that was signed"]);
    assert_eq!(changed("tile/0/273.p/112", 3200).faults(), ["hash 100 in tile/0/273.p/112 is not the one that was signed"]);
    assert_eq!(changed("tile/1/000", 5).faults(), ["hash 0 in tile/1/000 is not the one that was signed"]);
    assert_eq!(changed("tile/1/001.p/17", 544 - 1).faults(), ["hash 16 in tile/1/001.p/17 is not the one that was signed"]);
    assert_eq!(changed("tile/2/000.p/1", 0).faults(), ["hash 0 in tile/2/000.p/1 is not the one that was signed"]);
    assert_eq!(changed("tile/entries/001", 1).faults(), ["tile/entries/001 is not as long as it must be"]);
    assert!(changed("checkpoint", 20).faults()[0].starts_with("checkpoint "));
    for path in ["tile/entries/100", "tile/0/100", "tile/1/000", "tile/2/000.p/1"] {
        let mut without = changed(path, 0);
        without.files.remove(path);
        assert_eq!(without.faults(), [format!("{path} is missing")]);
    }
    // Two leaves change places, in entries and tile both: nothing but the root can tell.
    let mut swapped = changed("checkpoint", 0);
    swapped.files = sound.files.clone();
    let (entries, hashes) = (swapped.files.get_mut("tile/entries/005").unwrap(), 40);
    entries[..2 * hashes].rotate_left(hashes);
    swapped.files.get_mut("tile/0/005").unwrap()[..64].rotate_left(32);
    let faults = swapped.faults();
    assert_eq!(faults[0], "the 70000 leaves do not make up the root that was signed");
    assert!(faults.contains(&"hash 5 in tile/1/000 is not the one that was signed".to_owned()), "{faults:?}");
}

#[test]
fn some_bundles_are_checked_without_the_others() {
    let log = Log::grown(&[70_000]);
    let wanted = [0u64, 3, 255, 256, 272, 273];
    // Only what the ladder names is there.
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let tiles = ladder_of(70_000, wanted).into_iter().map(Resource::Tile);
    let bundles = wanted.iter().filter_map(|index| Bundle::at(*index, 70_000)).map(Resource::Entries);
    for resource in tiles.chain(bundles).chain([Resource::Checkpoint]) {
        files.insert(resource.path(), log.files[&resource.path()].clone());
    }
    let mut seen = Vec::new();
    verify_some(&files, &log.keys(), wanted, |position, entry| {
        assert_eq!(entry, leaf(position));
        seen.push(position);
    })
    .unwrap();
    assert_eq!(seen.len(), 5 * 256 + 112);
    assert!(verify_some(&files, &log.keys(), [1], |_, _| {}).is_err());
    assert_eq!(verify_some(&files, &log.keys(), [274], |_, _| {}), Err(Fault::NotInTree { size: 70_000 }));
    for path in files.keys().cloned().collect::<Vec<_>>() {
        let mut changed = files.clone();
        changed.get_mut(&path).unwrap()[20] ^= 1;
        assert!(verify_some(&changed, &log.keys(), wanted, |_, _| {}).is_err(), "{path}");
    }
}

#[test]
fn a_leaf_without_a_form_is_named_although_it_was_signed() {
    let mut tiler = Tiler::default();
    for entry in [&leaf(0)[..], b"hello", &[0xa1, 0x01, 0x18, 99]] {
        tiler.push(entry).unwrap();
    }
    let mut log = Log::grown(&[0]);
    log.files.extend(tiler.take().into_iter().map(|(resource, bytes)| (resource.path(), bytes)));
    log.heads = vec![tiler.head()];
    log.files.insert("checkpoint".to_owned(), log.signed(0));
    assert_eq!(log.faults(), ["entry 1 is not written as a leaf must be"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any byte of any file, changed, cut, added, or the file gone: found. Kept partial files of earlier sizes too.
    #[test]
    fn any_change_is_found(early in 1u64..400, more in 1u64..700, file: prop::sample::Index, at: prop::sample::Index, kind in 0..4, bit in 0u8..8) {
        let mut log = Log::grown(&[early, early + more]);
        let path = log.files.keys().nth(file.index(log.files.len())).unwrap().clone();
        let bytes = log.files.get_mut(&path).unwrap();
        let place = at.index(bytes.len());
        match kind {
            0 => bytes[place] ^= 1 << bit,
            1 => { bytes.remove(place); }
            2 => bytes.insert(place, bit),
            _ => { log.files.remove(&path); }
        }
        let kept = check_kept(&log.files, early + more, Resource::parse(&path).unwrap());
        let found = log.check().is_err() || kept.is_err();
        // A partial file of an earlier size may be cleaned away (C2SP tlog-tiles); nothing else may be missing.
        prop_assert!(found, "{path} {kind} {place}");
    }

    /// Proofs made from tiles hold for their leaf, and for nothing else.
    #[test]
    fn proofs_hold_and_their_mutations_do_not(size in 1u64..1500, leaf_at: prop::sample::Index, old_at: prop::sample::Index, place: prop::sample::Index, bit in 0usize..256) {
        let log = Log::grown(&[size]);
        let head = log.heads[0];
        let index = leaf_at.index(usize::try_from(size).unwrap()) as u64;
        let proof = proof::inclusion(&log.files, size, index).unwrap();
        let hash = leaf_hash(&leaf(index));
        prop_assert_eq!(proof::check_inclusion(&proof, head, index, hash), Ok(()));
        prop_assert!(proof::check_inclusion(&proof, head, index + 1, hash).is_err());
        prop_assert!(proof::check_inclusion(&proof, head, index, leaf_hash(&leaf(size))).is_err());
        let old = 1 + old_at.index(usize::try_from(size).unwrap()) as u64;
        let mut edge = Edge::default();
        (0..old).for_each(|n| { edge.push(leaf_hash(&leaf(n))); });
        let grown = proof::consistency(&log.files, old, size).unwrap();
        prop_assert_eq!(proof::check_consistency(&grown, edge.head(), head), Ok(()));
        for (proof, check) in [
            (proof, &(|p: &[tlog::Hash]| proof::check_inclusion(p, head, index, hash)) as &dyn Fn(&[tlog::Hash]) -> _),
            (grown, &|p: &[tlog::Hash]| proof::check_consistency(p, edge.head(), head)),
        ] {
            if !proof.is_empty() {
                let mut changed = proof.clone();
                changed[place.index(proof.len())][bit / 8] ^= 1 << (bit % 8);
                prop_assert!(check(&changed).is_err());
                prop_assert!(check(&proof[1..]).is_err());
            }
            let longer = [&[[0; 32]], proof.as_slice()].concat();
            prop_assert!(check(&longer).is_err());
        }
    }
}
