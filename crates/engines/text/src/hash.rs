//! The one hash of features and terms: fixed for ever, because models on disk are made of it.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Scrambles 64 bits; a bijection, so that it loses nothing (constants of SplitMix64).
#[inline]
pub(crate) fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// What stands for one character: made once, joined many times.
#[inline]
pub(crate) fn letter(c: char) -> u64 {
    mix(u64::from(u32::from(c)).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x6C69_616E_7869_6E31)
}

/// Goes on from `state` with one more letter. [`end`] makes a key of it.
#[inline]
pub(crate) fn join(state: u64, letter: u64) -> u64 {
    state.rotate_left(9) ^ letter
}

/// The key of joined letters; `kind` sets runs of characters, words and terms apart.
#[inline]
pub(crate) fn end(state: u64, kind: u64) -> u64 {
    let key = (state ^ kind).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    key ^ (key >> 32)
}

/// The key of a text.
pub(crate) fn text(text: &str, kind: u64) -> u64 {
    mix(text.chars().fold(0, |state, c| join(state, letter(c)).wrapping_mul(0xD6E8_FEB8_6659_FD93)) ^ kind)
}

/// A map from keys that are hashes already.
pub(crate) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<Same>>;

/// A set of keys that are hashes already.
pub(crate) type KeySet = HashSet<u64, BuildHasherDefault<Same>>;

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

    /// A map looks at the lowest and the highest bits: a half of a key has only one of them.
    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
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
