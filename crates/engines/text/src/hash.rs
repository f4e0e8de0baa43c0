//! The one hash of features and terms: fixed for ever, because models on disk are made of it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Scrambles 64 bits; a bijection, so that it loses nothing (constants of SplitMix64).
#[inline]
pub(crate) fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// Goes on from `state` with one more character.
#[inline]
pub(crate) fn step(state: u64, c: char) -> u64 {
    mix(state.rotate_left(7) ^ (u64::from(u32::from(c)).wrapping_mul(0x9E37_79B9_7F4A_7C15)))
}

/// A map from keys that are hashes already.
pub(crate) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<Same>>;

/// The hash of a hash is itself.
#[derive(Debug, Default, Clone)]
pub(crate) struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = mix(self.0.rotate_left(8) ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// Numbers that follow from a seed and nothing else.
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`, which is at least 1.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let bound = bound.max(1) as u64;
        usize::try_from(mix(self.0) % bound).unwrap_or(0)
    }

    /// Puts `items` into another order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}
