//! The day table: for each day how many counted before it, so that the N-th counted day is found without a walk.

use crate::DayKind;
use crate::instant::DAYS;
use crate::pause::Span;
use crate::{Error, instant};

/// One hundred years of days with prefix sums, and the inverse of the working-day sum.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// One more than there are days, so that sums up to the last day exist.
    cells: Vec<Cell>,
    /// Index of the n-th working day, from 0. Day indexes and counts stay below 2^16.
    working: Vec<u16>,
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    kind: DayKind,
    /// Working days before this day.
    working_before: u16,
    /// Days of unpublished years before this day.
    unpublished_before: u16,
}

/// Which days a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    Working,
    Natural,
}

/// Where the search for the N-th counted day ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    Day(usize),
    /// An open pause came first; `day` is the first day whose close it holds.
    Stopped {
        since: i64,
        day: usize,
    },
}

impl Table {
    /// The table of days of which `kind` and `published` are given in order.
    pub fn new(days: impl IntoIterator<Item = (DayKind, bool)>) -> Self {
        let mut cells = Vec::with_capacity(DAYS + 1);
        let mut working = Vec::with_capacity(DAYS);
        let (mut working_before, mut unpublished_before) = (0, 0);
        for (day, (kind, published)) in (0u16..).zip(days) {
            cells.push(Cell { kind, working_before, unpublished_before });
            if kind.is_working() {
                working.push(day);
                working_before += 1;
            }
            unpublished_before += u16::from(!published);
        }
        cells.push(Cell { kind: DayKind::Weekend, working_before, unpublished_before });
        Self { cells, working }
    }

    /// The kind of `day`.
    pub fn kind(&self, day: usize) -> Option<DayKind> {
        self.cells.get(day).filter(|_| day < DAYS).map(|cell| cell.kind)
    }

    /// Days counted before `day`.
    pub fn rank(&self, count: Count, day: usize) -> usize {
        match count {
            Count::Natural => day.min(DAYS),
            Count::Working => self.cells.get(day.min(DAYS)).map_or(0, |cell| usize::from(cell.working_before)),
        }
    }

    /// The day with `rank` counted days before it that counts itself; [`DAYS`] beyond the table.
    fn select(&self, count: Count, rank: usize) -> usize {
        match count {
            Count::Natural => rank.min(DAYS),
            Count::Working => self.working.get(rank).map_or(DAYS, |day| usize::from(*day)),
        }
    }

    /// The first day from `first` to `last`, both included, whose year is not published.
    pub fn unpublished(&self, first: usize, last: usize) -> Option<usize> {
        let before = |day: usize| self.cells.get(day.min(DAYS)).map_or(0, |cell| cell.unpublished_before);
        let last = last.min(DAYS - 1);
        if first > last || before(last + 1) == before(first) {
            return None;
        }
        (first..=last).find(|day| before(*day + 1) > before(*day))
    }

    /// The `n`-th day (from 1) from `first` on that `count` counts and whose close lies in no span.
    ///
    /// `close` is the close of business in nanoseconds since midnight. Since the spans do not touch, the days whose
    /// close they hold are disjoint runs in order: each run that begins before the day found so far pushes it on by
    /// what the run would have counted.
    pub fn nth(&self, count: Count, first: usize, n: u32, spans: &[Span], close: i64) -> Result<Found, Error> {
        let skip = usize::try_from(n).ok().and_then(|n| n.checked_sub(1)).ok_or(Error::ZeroLimit)?;
        let mut rank = self.rank(count, first).saturating_add(skip);
        for span in spans {
            let from = first_close_from(span.from, close).max(first);
            if from > self.select(count, rank) {
                break;
            }
            if span.is_open() {
                return Ok(Found::Stopped { since: span.from, day: from });
            }
            let until = first_close_from(span.to, close).max(from);
            rank = rank.saturating_add(self.rank(count, until) - self.rank(count, from));
        }
        let day = self.select(count, rank);
        if day < DAYS { Ok(Found::Day(day)) } else { Err(Error::OutOfRange) }
    }
}

/// The first day whose close of business is at or after `at`.
pub(crate) fn first_close_from(at: i64, close: i64) -> usize {
    let after_midnight = at.saturating_sub(instant::ORIGIN).saturating_sub(close);
    let day = after_midnight.div_euclid(instant::DAY) + i64::from(after_midnight.rem_euclid(instant::DAY) > 0);
    usize::try_from(day).unwrap_or(0).min(DAYS)
}
