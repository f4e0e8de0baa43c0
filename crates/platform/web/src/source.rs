//! Where requests come from, and how many of a sort one source may send (decisions 4).
//!
//! Counted in memory, per process: the limits protect the desk, not a secret. A query code has 60 bits and needs no
//! lock; wrong ones only slow their source down.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::FromRequestParts;
use http::request::Parts;
use kernel::Clock;
use kernel::problem::Kind;

use crate::Fail;

/// Where a request came from, as an outer layer found it that knows which proxies to believe. `None` where no layer did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClientAddr(pub Option<IpAddr>);

impl<S: Send + Sync> FromRequestParts<S> for ClientAddr {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().copied().unwrap_or_default())
    }
}

/// How many an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceLimits {
    /// Matters of one address (/32, /64) before they are held for the desk.
    pub creates_per_address: u32,
    /// Matters of one block (/24, /56) before they are refused.
    pub creates_per_block: u32,
    /// Wrong codes of one address before each further try waits.
    pub wrong_codes: u32,
}

impl Default for SourceLimits {
    /// Decisions 4.
    fn default() -> Self {
        Self { creates_per_address: 30, creates_per_block: 600, wrong_codes: 10 }
    }
}

const HOUR_SECS: i64 = 3_600;

/// Longest pause before a guess is answered.
const LONGEST_PAUSE: Duration = Duration::from_secs(8);

/// Counts by source and hour.
#[derive(Clone)]
pub struct Sources {
    clock: Arc<dyn Clock>,
    limits: SourceLimits,
    tallies: Arc<Mutex<HashMap<(Sort, Prefix), Tally>>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    CreateByAddress,
    CreateByBlock,
    WrongCode,
}

/// An address cut to a prefix.
type Prefix = (u128, u8);

#[derive(Debug, Clone, Copy)]
struct Tally {
    since: i64,
    count: u32,
}

fn prefix(addr: IpAddr, v4: u8, v6: u8) -> Prefix {
    match addr.to_canonical() {
        IpAddr::V4(addr) => (u128::from(u32::from(addr)) >> (32 - v4), v4),
        IpAddr::V6(addr) => (u128::from(addr) >> (128 - u32::from(v6)), 128 + v6 % 128),
    }
}

impl Sources {
    /// Counts by `clock` against `limits`.
    pub fn new(clock: Arc<dyn Clock>, limits: SourceLimits) -> Self {
        Self { clock, limits, tallies: Arc::new(Mutex::new(HashMap::new())) }
    }

    fn bump(&self, sort: Sort, prefix: Prefix, by: u32) -> u32 {
        let now = self.clock.now().as_second();
        let mut tallies = self.tallies.lock().unwrap_or_else(PoisonError::into_inner);
        // A flood from many addresses must not fill the memory: what has lapsed goes when the map is large.
        if tallies.len() > 100_000 {
            tallies.retain(|_, tally| now - tally.since < HOUR_SECS);
        }
        let tally = tallies.entry((sort, prefix)).or_insert(Tally { since: now, count: 0 });
        if now - tally.since >= HOUR_SECS || now < tally.since {
            *tally = Tally { since: now, count: 0 };
        }
        tally.count = tally.count.saturating_add(by);
        tally.count
    }

    /// Counts a matter. True when it is to be held for the desk; refused above the block's limit.
    pub fn create(&self, from: ClientAddr) -> Result<bool, Fail> {
        let Some(addr) = from.0 else { return Ok(false) };
        if self.bump(Sort::CreateByBlock, prefix(addr, 24, 56), 1) > self.limits.creates_per_block {
            return Err(Fail::new(Kind::TooMany, "source.too_many"));
        }
        Ok(self.bump(Sort::CreateByAddress, prefix(addr, 32, 64), 1) > self.limits.creates_per_address)
    }

    /// Before a code is tried: a source with many wrong ones waits, longer each time. A right code is always let in.
    pub async fn guess(&self, from: ClientAddr) {
        let Some(addr) = from.0 else { return };
        let wrong = self.bump(Sort::WrongCode, prefix(addr, 32, 64), 0);
        let over = wrong.saturating_sub(self.limits.wrong_codes);
        if over > 0 {
            tokio::time::sleep(Duration::from_millis(250 * u64::from(over)).min(LONGEST_PAUSE)).await;
        }
    }

    /// Counts a wrong code.
    pub fn wrong_code(&self, from: ClientAddr) {
        if let Some(addr) = from.0 {
            self.bump(Sort::WrongCode, prefix(addr, 32, 64), 1);
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::{FixedClock, Timestamp};

    use super::*;

    fn from(addr: &str) -> ClientAddr {
        ClientAddr(Some(addr.parse().unwrap()))
    }

    #[test]
    fn above_the_first_limit_a_matter_is_held_and_above_the_second_refused() {
        let clock = Arc::new(FixedClock::at(Timestamp::UNIX_EPOCH));
        let limits = SourceLimits { creates_per_address: 2, creates_per_block: 5, wrong_codes: 1 };
        let sources = Sources::new(clock.clone(), limits);
        let held: Vec<bool> = (0..3).map(|_| sources.create(from("10.0.0.1")).unwrap()).collect();
        assert_eq!(held, [false, false, true]);
        assert!(!sources.create(from("10.0.0.2")).unwrap(), "a neighbour has her own limit");
        assert!(!sources.create(from("10.0.0.2")).unwrap());
        assert_eq!(sources.create(from("10.0.0.3")).unwrap_err().code(), "source.too_many");
        assert!(!sources.create(from("10.0.1.3")).unwrap(), "another block");
        clock.set(Timestamp::from_second(HOUR_SECS).unwrap());
        assert!(!sources.create(from("10.0.0.1")).unwrap(), "an hour later");
    }

    #[test]
    fn an_ipv6_source_is_its_subnet() {
        assert_eq!(prefix("2001:db8:1:2::3".parse().unwrap(), 32, 64), prefix("2001:db8:1:2::4".parse().unwrap(), 32, 64));
        assert_ne!(prefix("2001:db8:1:2::3".parse().unwrap(), 32, 64), prefix("2001:db8:1:3::3".parse().unwrap(), 32, 64));
        assert_eq!(prefix("::ffff:10.0.0.1".parse().unwrap(), 32, 64), prefix("10.0.0.1".parse().unwrap(), 32, 64));
    }
}
