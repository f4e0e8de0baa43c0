//! How fast, and how large, the pure parts are; beside bare hashing in the same run:
//!
//! ```text
//! cargo run --release -p tlog --example measure
//! ```

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use tlog::checkpoint::Checkpoint;
use tlog::leaf::commit;
use tlog::note::{Keys, LogKey};
use tlog::receipt::{Opening, Receipt};
use tlog::tiler::Tiler;
use tlog::{leaf_hash, proof, receipt, seal_leaf};

const LEAVES: u32 = 1_000_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let seals: Vec<Vec<u8>> = (0..LEAVES).map(|n| seal_leaf(&commit(&[7; 32], &n.to_be_bytes()))).collect();
    let (bare, _) = timed(|| seals.iter().fold(0u8, |all, seal| all ^ leaf_hash(seal)[0]));
    let mut log: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut tiler = Tiler::default();
    let (appended, done) = timed(|| seals.iter().try_for_each(|seal| tiler.push(seal).map(drop)));
    done?;
    log.extend(tiler.take().into_iter().map(|(resource, bytes)| (resource.path(), bytes)));
    let a_second = |took: Duration| f64::from(LEAVES) / took.as_secs_f64();
    println!("bare leaf hashes {:>10.0} a second", a_second(bare));
    println!("appended, tiled  {:>10.0} a second", a_second(appended));
    let bytes: usize = log.values().map(Vec::len).sum();
    println!("served           {:>10} bytes for a thousand events", bytes / (LEAVES as usize / 1000));

    let key = LogKey::from_seed("county.example/log", &[1; 32])?;
    let keys = Keys::new([key.vkey().clone()]);
    let head = tiler.head();
    let (signed, note) = timed(|| Checkpoint { origin: "county.example/log".to_owned(), head }.sign(&[&key]));
    let note = note?;
    let opening = || Opening { salt: [7; 32], facts: 77u32.to_be_bytes().to_vec(), case: None };
    let (built, file) = timed(|| {
        let proof = proof::inclusion(&log, head.size, 77)?;
        Ok::<_, tlog::reader::Fault>(Receipt { opening: opening(), index: 77, proof, checkpoint: note.clone() }.to_bytes())
    });
    let file = file?;
    let (checked, verdict) = timed(|| receipt::verify(&file, &keys));
    verdict?;
    println!("checkpoint signed in {signed:?}, receipt of {} bytes built in {built:?}, checked in {checked:?}", file.len());
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a measurement looks at the machine's clock")]
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let began = Instant::now();
    let done = work();
    (began.elapsed(), done)
}
