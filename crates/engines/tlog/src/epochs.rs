//! The logs of one site, one after the other (decisions 9). A database that was restored from before its last signed checkpoint cannot
//! go on with its log: it begins the next, `origin/2`, whose first leaf holds what the one before had signed, and why. Behind it stand
//! all events that the database still has. The first log has epoch 0 and no such leaf.

use crate::bundle;
use crate::checkpoint::{self, Believed};
use crate::leaf::{Epoch, Leaf};
use crate::note::Keys;
use crate::reader::{self, Fault};
use crate::source::{Source, Unreadable};
use crate::tile::{Bundle, FULL, Resource};

/// The origin of the log that the site `name` began as its `epoch`th: `name`, then `name/2` and so on.
pub fn origin(name: &str, epoch: u64) -> String {
    if epoch == 0 { name.to_owned() } else { format!("{name}/{}", epoch.saturating_add(1)) }
}

/// Which log of the site `name` has this origin; `None` for another site's.
pub fn of(name: &str, origin: &str) -> Option<u64> {
    let rest = origin.strip_prefix(name)?;
    if rest.is_empty() {
        return Some(0);
    }
    let number: u64 = rest.strip_prefix('/')?.parse().ok()?;
    (number > 1 && rest == format!("/{number}")).then(|| number - 1)
}

/// Where the log of an epoch lies below the first: nowhere else, then `2/` and so on, as its origin says.
pub fn folder(epoch: u64) -> String {
    if epoch == 0 { String::new() } else { format!("{}/", epoch.saturating_add(1)) }
}

/// How many leaves stand before the first event: the one that says why the log began.
pub fn before_events(epoch: u64) -> u64 {
    u64::from(epoch > 0)
}

/// One log of a site, read from where the first lies.
#[derive(Clone, Copy)]
pub struct At<'s> {
    /// Where the first lies.
    pub site: &'s dyn Source,
    /// Which.
    pub epoch: u64,
}

impl Source for At<'_> {
    fn get(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        self.site.get(&format!("{}{path}", folder(self.epoch)))
    }
}

/// The newest log that a site serves: the last that has a checkpoint. A site without any has the first.
pub fn newest(site: &dyn Source) -> Result<u64, Unreadable> {
    let mut epoch = 0;
    loop {
        match (At { site, epoch: epoch + 1 }).get(&Resource::Checkpoint.path()) {
            Ok(_) => epoch += 1,
            Err(Unreadable::Missing) => return Ok(epoch),
            Err(failed) => return Err(failed),
        }
    }
}

/// What the first leaf of a log says of the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    /// The last signed checkpoint of the log before, checked.
    pub before: Believed,
    /// Why that log could not go on.
    pub reason: String,
}

/// Why a log does not follow the one before it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfounded {
    /// Its first leaf cannot be had.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// Its first leaf does not say which log was before.
    #[error("its first entry does not say which log was before it")]
    NoReason,
    /// What it says was the last checkpoint is none that the site signed.
    #[error("the checkpoint in its first entry {0}")]
    NotSigned(checkpoint::Disbelief),
    /// It says that another log was before.
    #[error("its first entry follows {0}")]
    OtherLog(
        /// The origin of that log.
        String,
    ),
}

/// What the leaf with these bytes says of the log before the one of `epoch`.
pub fn follows(leaf: &[u8], keys: &Keys, epoch: u64) -> Result<Follows, Unfounded> {
    let Ok(Leaf::Epoch(Epoch { checkpoint, reason })) = Leaf::decode(leaf) else { return Err(Unfounded::NoReason) };
    let before = checkpoint::open(checkpoint.as_bytes(), keys).map_err(Unfounded::NotSigned)?;
    let told = &before.checkpoint.origin;
    if keys.iter().any(|key| of(key.name(), told).is_some_and(|before| before + 1 == epoch)) {
        Ok(Follows { before, reason })
    } else {
        Err(Unfounded::OtherLog(told.clone()))
    }
}

/// The same of a log that is served; `size` is how many leaves it has.
pub fn follows_at(log: At<'_>, keys: &Keys, size: u64) -> Result<Follows, Unfounded> {
    let place = Bundle::at(0, size).ok_or(Fault::NotInTree { size })?;
    let bytes = reader::bundle(&log, place)?;
    let first = bundle::entries(&bytes).next().and_then(Result::ok).unwrap_or_default();
    follows(first, keys, log.epoch)
}

/// How many of the first leaves of one log stand in the same order behind the first leaf of the next: what a restore kept. What lies
/// beyond in the older log was signed and is gone from the database.
pub fn kept(older: At<'_>, size: u64, newer: At<'_>, newer_size: u64) -> Result<u64, Fault> {
    let mut ahead = Entries::new(newer, newer_size, before_events(newer.epoch));
    let mut behind = Entries::new(older, size, before_events(older.epoch));
    let mut same = 0;
    while let (Some(old), Some(new)) = (behind.next()?, ahead.next()?) {
        if old != new {
            break;
        }
        same += 1;
    }
    Ok(same)
}

/// The entries of a log, a bundle in memory.
struct Entries<'s> {
    log: At<'s>,
    size: u64,
    next: u64,
    bundle: Vec<Vec<u8>>,
}

impl<'s> Entries<'s> {
    fn new(log: At<'s>, size: u64, next: u64) -> Self {
        Self { log, size, next, bundle: Vec::new() }
    }

    fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        if self.next >= self.size {
            return Ok(None);
        }
        let within = usize::try_from(self.next % u64::from(FULL)).unwrap_or(0);
        if within == 0 || self.bundle.is_empty() {
            let place = Bundle::at(self.next / u64::from(FULL), self.size).ok_or(Fault::NotInTree { size: self.size })?;
            let bytes = reader::bundle(&self.log, place)?;
            self.bundle = bundle::entries(&bytes).flatten().map(<[u8]>::to_vec).collect();
        }
        self.next += 1;
        Ok(self.bundle.get(within).cloned())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::checkpoint::{Checkpoint, Disbelief};
    use crate::note::LogKey;
    use crate::reader::{Begin, verify};
    use crate::tiler::Tiler;
    use crate::tree::TreeHead;

    const NAME: &str = "county.example/log";

    fn key() -> LogKey {
        LogKey::from_seed(NAME, &[1; 32]).unwrap()
    }

    /// Writes a log of these leaves below the site's first, and returns its head.
    fn put(site: &mut BTreeMap<String, Vec<u8>>, epoch: u64, leaves: impl IntoIterator<Item = Vec<u8>>) -> TreeHead {
        let mut tiler = Tiler::default();
        for leaf in leaves {
            tiler.push(&leaf).unwrap();
        }
        let below = folder(epoch);
        site.extend(tiler.take().into_iter().map(|(resource, bytes)| (format!("{below}{resource}"), bytes)));
        let checkpoint = Checkpoint { origin: origin(NAME, epoch), head: tiler.head() };
        site.insert(format!("{below}checkpoint"), checkpoint.sign(&[&key()]).unwrap());
        tiler.head()
    }

    fn seal(n: u64) -> Vec<u8> {
        crate::seal_leaf(&crate::commit(&[7; 32], &n.to_be_bytes()))
    }

    fn first(checkpoint: &[u8]) -> Vec<u8> {
        let checkpoint = String::from_utf8(checkpoint.to_vec()).unwrap();
        Leaf::Epoch(Epoch { checkpoint, reason: "the disk failed".to_owned() }).encode().unwrap()
    }

    #[test]
    fn names_and_epochs_are_inverse() {
        for epoch in [0, 1, 2, 9, 10, 1000] {
            assert_eq!(of(NAME, &origin(NAME, epoch)), Some(epoch));
        }
        assert_eq!((origin(NAME, 1), folder(1), folder(0)), ("county.example/log/2".to_owned(), "2/".to_owned(), String::new()));
        for other in ["county.example/log/1", "county.example/log/02", "county.example/log/", "county.example/logs", "other"] {
            assert_eq!(of(NAME, other), None, "{other}");
        }
    }

    #[test]
    fn a_restored_site_goes_on_in_public() {
        let keys = Keys::new([key().vkey().clone()]);
        let mut site = BTreeMap::new();
        let old = put(&mut site, 0, (0..700).map(seal));
        assert_eq!(newest(&site), Ok(0));
        // 600 events came back; the next two are others.
        let last = site["checkpoint"].clone();
        let new = put(&mut site, 1, [first(&last)].into_iter().chain((0..600).map(seal)).chain((1000..1002).map(seal)));
        assert_eq!((newest(&site), new.size), (Ok(1), 603));
        let (older, newer) = (At { site: &site, epoch: 0 }, At { site: &site, epoch: 1 });
        assert!(verify(&older, &keys, Begin::Start, |_, _| {}).is_ok());
        assert!(verify(&newer, &keys, Begin::Start, |_, _| {}).is_ok());
        let follows = follows_at(newer, &keys, new.size).unwrap();
        assert_eq!((follows.before.checkpoint.head, follows.reason.as_str()), (old, "the disk failed"));
        assert_eq!(kept(older, old.size, newer, new.size), Ok(600));
        // And once more.
        let last = site["2/checkpoint"].clone();
        let third = put(&mut site, 2, [first(&last)].into_iter().chain((0..650).map(seal)));
        assert_eq!(kept(At { site: &site, epoch: 1 }, new.size, At { site: &site, epoch: 2 }, third.size), Ok(600));
    }

    #[test]
    fn a_log_that_follows_nothing_is_told() {
        let keys = Keys::new([key().vkey().clone()]);
        let mut site = BTreeMap::new();
        put(&mut site, 0, (0..3).map(seal));
        let last = site["checkpoint"].clone();
        assert_eq!(follows(&seal(1), &keys, 1), Err(Unfounded::NoReason));
        assert_eq!(follows(&first(&last), &keys, 0), Err(Unfounded::OtherLog(NAME.to_owned())), "no log follows itself");
        let changed = String::from_utf8(last).unwrap().replacen("\n3\n", "\n4\n", 1);
        assert_eq!(follows(&first(changed.as_bytes()), &keys, 1), Err(Unfounded::NotSigned(Disbelief::BadSignature(NAME.to_owned()))));
        assert!(matches!(follows_at(At { site: &site, epoch: 1 }, &keys, 3), Err(Unfounded::Fault(Fault::Unreadable { .. }))));
        assert!(matches!(follows_at(At { site: &site, epoch: 1 }, &keys, 0), Err(Unfounded::Fault(Fault::NotInTree { .. }))));
    }
}
