//! The only door to chance.

use std::sync::Mutex;

use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng};

/// Fills bytes with randomness. Everything random (ids, salts, nonces, tokens) comes through here,
/// so that a demo with the same seed has the same bytes.
pub trait Rng: Send + Sync + 'static {
    /// Fills `out`.
    fn fill(&self, out: &mut [u8]);
}

impl dyn Rng {
    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.fill(&mut out);
        out
    }

    /// A number below `limit`; 0 when `limit` is 0. Rejection keeps it unbiased.
    pub fn below(&self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        let cut = u64::MAX - u64::MAX % limit;
        loop {
            let drawn = u64::from_le_bytes(self.bytes());
            if drawn < cut {
                return drawn % limit;
            }
        }
    }
}

/// A cryptographic generator, seeded once by the operating system.
pub struct SystemRng(Mutex<StdRng>);

impl SystemRng {
    /// Seeds from the operating system.
    pub fn new() -> Result<Self, rand::rngs::SysError> {
        StdRng::try_from_rng(&mut rand::rngs::SysRng).map(|rng| Self(Mutex::new(rng)))
    }
}

impl Rng for SystemRng {
    fn fill(&self, out: &mut [u8]) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill_bytes(out);
    }
}

/// A repeatable generator for tests and demo data. Never for real keys.
pub struct SeededRng(Mutex<StdRng>);

impl SeededRng {
    /// The generator that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }
}

impl Rng for SeededRng {
    fn fill(&self, out: &mut [u8]) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill_bytes(out);
    }
}
