//! Slowing down guesses without locking anybody out (decisions 4): after some free tries each further one must wait,
//! twice as long each time, a minute at most. Waits belong to a source, so that an attacker elsewhere never slows the owner
//! down; strangers together have a budget per login too, which counts neither for a network the owner has signed in from
//! nor for a browser of hers.

/// Tries are forgotten this long after the first of them.
const WINDOW_MS: i64 = 15 * 60 * 1_000;

/// The longest wait.
const LONGEST_MS: i64 = 60 * 1_000;

/// How many tries are free within a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Budget(pub(crate) i64);

impl Budget {
    /// For one login from one source: a person who mistypes, and several windows of one person.
    pub(crate) const LOGIN: Self = Self(8);
    /// For one source: a whole office behind one address.
    pub(crate) const SOURCE: Self = Self(100);
    /// For one login from all networks it has never been used in. One attacker at one place cannot fill it: 8 free tries
    /// and then one in up to a minute are fewer than 30 in a window.
    pub(crate) const STRANGERS: Self = Self(60);
}

/// The tries of one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) window_start: i64,
    pub(crate) count: i64,
    pub(crate) next_at: i64,
}

impl Tally {
    /// The tally after one more try at `now` (ms), or the milliseconds to wait before it.
    pub(crate) fn try_at(known: Self, now: i64, budget: Budget) -> Result<Self, i64> {
        let is_running = known.window_start <= now && now < known.window_start.saturating_add(WINDOW_MS);
        if !is_running {
            return Ok(Self { window_start: now, count: 1, next_at: now });
        }
        if now < known.next_at {
            return Err(known.next_at - now);
        }
        let count = known.count + 1;
        let over = u32::try_from((count - budget.0).clamp(0, 7)).unwrap_or(7);
        let wait = if over == 0 { 0 } else { (1_000 << (over - 1)).min(LONGEST_MS) };
        Ok(Self { window_start: known.window_start, count, next_at: now + wait })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_minute_and_end_with_the_window() {
        let mut tally = Tally { window_start: i64::MIN, count: 0, next_at: i64::MIN };
        for _ in 0..8 {
            tally = Tally::try_at(tally, 0, Budget::LOGIN).unwrap();
        }
        let mut now = 0;
        let mut waits = Vec::new();
        for _ in 0..9 {
            tally = Tally::try_at(tally, now, Budget::LOGIN).unwrap();
            waits.push(tally.next_at - now);
            assert_eq!(Tally::try_at(tally, now, Budget::LOGIN), Err(tally.next_at - now));
            now = tally.next_at;
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60, 60].map(|s| s * 1_000));
        assert_eq!(Tally::try_at(tally, WINDOW_MS, Budget::LOGIN).unwrap().count, 1);
    }
}
