//! Pauses (停钟): spans in which a clock stands still.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Error, instant};

/// A span in which the clock stands still (停钟): from `from` up to but not including `to`, or until further notice.
///
/// Pauses may overlap, touch, precede the start of the clock or lie after its end; they are merged and clipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pause {
    /// The first instant of the pause.
    pub from: Timestamp,
    /// The first instant after the pause; `None` while the clock still stands.
    pub to: Option<Timestamp>,
}

/// A merged pause in nanoseconds, not before the clock's start. Spans in a list are sorted and do not touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub from: i64,
    /// [`OPEN`] while the clock still stands.
    pub to: i64,
}

/// The end of a pause that has none yet.
pub(crate) const OPEN: i64 = i64::MAX;

impl Span {
    pub fn is_open(self) -> bool {
        self.to == OPEN
    }
}

/// `pauses` merged and clipped to what is not before `start`. Empty pauses vanish. Allocates only when there are pauses.
pub(crate) fn merge(pauses: &[Pause], start: i64) -> Result<Vec<Span>, Error> {
    let mut spans = Vec::with_capacity(pauses.len());
    for pause in pauses {
        let to = match pause.to {
            None => OPEN,
            Some(to) if to < pause.from => return Err(Error::ReversedPause { from: pause.from, to }),
            Some(to) => instant::clamped(to),
        };
        let from = instant::clamped(pause.from).max(start);
        if from < to {
            spans.push(Span { from, to });
        }
    }
    if spans.len() > 1 {
        spans.sort_unstable_by_key(|span| span.from);
        spans.dedup_by(|next, kept| {
            let joins = next.from <= kept.to;
            if joins {
                kept.to = kept.to.max(next.to);
            }
            joins
        });
    }
    Ok(spans)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn second(s: i64) -> i64 {
        instant::ORIGIN + s * 1_000_000_000
    }

    fn merged(pauses: &[(i64, Option<i64>)]) -> Vec<(i64, Option<i64>)> {
        let at = |s| Timestamp::from_second(second(s) / 1_000_000_000).unwrap();
        let pauses: Vec<_> = pauses.iter().map(|(from, to)| Pause { from: at(*from), to: to.map(at) }).collect();
        let back = |ns: i64| (ns - instant::ORIGIN) / 1_000_000_000;
        let spans = merge(&pauses, second(10)).unwrap();
        spans.iter().map(|s| (back(s.from), (!s.is_open()).then(|| back(s.to)))).collect()
    }

    #[test]
    fn overlapping_and_touching_pauses_become_one() {
        assert_eq!(merged(&[(30, Some(40)), (20, Some(30)), (35, Some(50)), (60, Some(70))]), [(20, Some(50)), (60, Some(70))]);
    }

    #[test]
    fn a_pause_before_the_start_is_clipped_or_dropped() {
        assert_eq!(merged(&[(0, Some(5)), (5, Some(10)), (8, Some(12))]), [(10, Some(12))]);
        assert_eq!(merged(&[(0, None)]), [(10, None)]);
    }

    #[test]
    fn an_open_pause_swallows_what_follows() {
        assert_eq!(merged(&[(40, Some(50)), (20, Some(25)), (25, None)]), [(20, None)]);
    }

    #[test]
    fn an_empty_pause_vanishes_and_a_reversed_one_is_refused() {
        assert_eq!(merged(&[(20, Some(20))]), []);
        let [from, to] = ["2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"].map(|t| t.parse().unwrap());
        assert_eq!(merge(&[Pause { from, to: Some(to) }], 0), Err(Error::ReversedPause { from, to }));
    }
}
