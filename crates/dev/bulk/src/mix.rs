//! Drawing from mixes.

use kernel::Rng;

/// One of `items`, each as likely as its weight; `None` when there is nothing to draw from.
pub(crate) fn draw<'i, T>(rng: &dyn Rng, items: &'i [(T, u64)]) -> Option<&'i T> {
    let total = items.iter().map(|(_, weight)| weight).sum();
    let mut left = rng.below(total);
    items.iter().find_map(|(item, weight)| {
        if left < *weight {
            return Some(item);
        }
        left -= weight;
        None
    })
}

/// One of `items`, all alike.
pub(crate) fn pick<'i, T>(rng: &dyn Rng, items: &'i [T]) -> Option<&'i T> {
    usize::try_from(rng.below(items.len() as u64)).ok().and_then(|at| items.get(at))
}

/// Whether something happens that happens `percent` times in a hundred.
pub(crate) fn happens(rng: &dyn Rng, percent: u64) -> bool {
    rng.below(100) < percent
}

/// Milliseconds between `low` and `high` minutes; most often near `low`, as waiting times are.
pub(crate) fn minutes(rng: &dyn Rng, low: u64, high: u64) -> i64 {
    let span = (high - low) * 60_000;
    let drawn = rng.below(span + 1).min(rng.below(span + 1));
    i64::try_from(low * 60_000 + drawn).unwrap_or(i64::MAX)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::SeededRng;

    use super::*;

    #[test]
    fn heavy_items_are_drawn_more_often_and_weightless_ones_never() {
        let rng = SeededRng::new(1);
        let items = [("a", 1), ("b", 9), ("c", 0)];
        let drawn: Vec<&str> = (0..1_000).map(|_| *draw(&rng, &items).unwrap()).collect();
        let count = |item| drawn.iter().filter(|drawn| **drawn == item).count();
        assert!((50..200).contains(&count("a")) && count("c") == 0, "{} {}", count("a"), count("c"));
        assert_eq!(draw::<&str>(&rng, &[]), None);
    }

    #[test]
    fn waiting_times_stay_within_their_bounds() {
        let rng = SeededRng::new(2);
        assert!((0..1_000).map(|_| minutes(&rng, 5, 60)).all(|ms| (300_000..=3_600_000).contains(&ms)));
    }
}
