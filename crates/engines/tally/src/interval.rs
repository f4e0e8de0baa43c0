//! Wilson's interval at 95 % (z = 1.96), rounded half to even at four decimals: the bounds beside every share. Computed in
//! whole numbers, so that every program in every language finds the same last digit.

use std::cmp::Ordering;

/// Bounds in ten-thousandths: 9,663 is 96.63 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The lower bound (保守估计不低于).
    pub low: u16,
    /// The upper bound.
    pub high: u16,
}

/// Denominators up to here are computed exactly: more cases than there are people.
const LARGEST: u64 = 10_000_000_000;

/// The bounds of `n` out of `d`; `None` where there is no share: nothing to divide by, or more than all of it.
pub fn wilson(n: u64, d: u64) -> Option<Bounds> {
    if d == 0 || n > d || d > LARGEST {
        return None;
    }
    Some(Bounds { low: low(n, d), high: 10_000 - low(d - n, d) })
}

/// The lower bound in ten-thousandths.
///
/// With z = 196/100 the bound is (top − 196·√(root/d)) / bottom where top = 20,000·n + 38,416, bottom = 2·(10,000·d + 38,416)
/// and root = 38,416·d + 40,000·n·(d − n). It is at least t + ½ ten-thousandths when
/// 20,000·top − (2t + 1)·bottom ≥ 20,000·196·√(root/d), and both sides can be squared. The upper bound is 1 less the lower
/// bound of the opposite; half to even is the same there, since 10,000 is even.
fn low(n: u64, d: u64) -> u16 {
    let (n, d) = (u128::from(n), u128::from(d));
    let top = 20_000 * n + 38_416;
    let bottom = 2 * (10_000 * d + 38_416);
    let root = (20_000u128 * 196).pow(2) * (38_416 * d + 40_000 * n * (d - n));
    // How the bound compares with t + ½.
    let against = |tenth: u128| match (20_000 * top).checked_sub((2 * tenth + 1) * bottom) {
        Some(left) => wide(left * left, d).cmp(&(0, root)),
        None => Ordering::Less,
    };
    // The largest t with t − ½ at most the bound, by halving.
    let (mut from, mut to) = (0u128, 10_000u128);
    while from < to {
        let half = (from + to).div_ceil(2);
        if against(half - 1).is_ge() { from = half } else { to = half - 1 }
    }
    // Exactly on t − ½: the even one of the two.
    if from % 2 == 1 && against(from - 1).is_eq() {
        from -= 1;
    }
    u16::try_from(from).unwrap_or(10_000)
}

/// The product in 256 bits: high and low half. `small` is at most 10¹⁰, so nothing overflows on the way.
fn wide(large: u128, small: u128) -> (u128, u128) {
    let word = u128::from(u64::MAX);
    let low = (large & word) * small;
    let high = (large >> 64) * small + (low >> 64);
    (high >> 64, high << 64 | low & word)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::cast_precision_loss, reason = "the comparison is with floating point")]
    fn they_are_wilsons() {
        // The board of the mock, and values computed with 60 decimals.
        let bounds = |n, d| wilson(n, d).map(|bounds| (bounds.low, bounds.high));
        assert_eq!(bounds(1253, 1284), Some((9659, 9829)));
        assert_eq!(bounds(0, 10), Some((0, 2775)));
        assert_eq!(bounds(10, 10), Some((7225, 10_000)));
        assert_eq!(bounds(1, 2), Some((945, 9055)));
        assert_eq!((bounds(0, 0), bounds(2, 1)), (None, None));
        for d in [1u64, 2, 3, 7, 30, 517, 1284, 99_999, 7_500_000, 9_999_999_999] {
            for n in [0, 1, d / 3, d / 2, d - d / 7, d - 1, d] {
                let (p, df, z) = (n as f64 / d as f64, d as f64, 1.96f64);
                let middle = p + z * z / (2.0 * df);
                let reach = z * (p * (1.0 - p) / df + z * z / (4.0 * df * df)).sqrt();
                let scale = 10_000.0 / (1.0 + z * z / df);
                let found = wilson(n, d).unwrap();
                assert!((f64::from(found.low) - (middle - reach) * scale).abs() <= 0.500_01, "{n} of {d}: {found:?}");
                assert!((f64::from(found.high) - (middle + reach) * scale).abs() <= 0.500_01, "{n} of {d}: {found:?}");
            }
        }
    }
}
