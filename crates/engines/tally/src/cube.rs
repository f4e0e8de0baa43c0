//! The cube: counts by month, area, unit and category, kept up to date case by case. Boards read it; no board scans cases.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use tlog::leaf::{Facts, Month, Pair, Score};

use crate::counts::{Counts, NeverAdded};
use crate::define::Figure;
use crate::interval::{Bounds, wilson};

/// The smallest thing that is counted. A rating has no category: it stands under 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Received in.
    pub month: Month,
    /// Area by its number; 0 is the county, for what could not be published by area.
    pub area: u16,
    /// Unit by its number; 0 while there is none.
    pub unit: u16,
    /// First-level category by its number.
    pub category: u16,
}

impl Cell {
    fn of(facts: &Facts) -> Self {
        Self { month: facts.month, area: facts.area, unit: facts.unit, category: facts.category }
    }
}

/// Which cells to sum: `None` is all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// Months.
    pub months: RangeInclusive<Month>,
    /// One area.
    pub area: Option<u16>,
    /// One unit.
    pub unit: Option<u16>,
    /// One category; ratings stand under 0.
    pub category: Option<u16>,
}

impl Slice {
    /// The whole county in this month.
    pub fn county(month: Month) -> Self {
        Self { months: month..=month, area: None, unit: None, category: None }
    }
}

/// Sums by cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cube {
    cells: BTreeMap<Cell, Counts>,
}

/// A figure as it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// Which.
    pub figure: Figure,
    /// Its two numbers.
    pub pair: Pair,
    /// The bounds of its share, where there is one.
    pub bounds: Option<Bounds>,
}

impl Cube {
    /// A case's facts change from `old` to `new`: `None` before it has any, and when it has none any more. Imported history
    /// leaves no trace.
    pub fn replace(&mut self, old: Option<&Facts>, new: Option<&Facts>) -> Result<(), NeverAdded> {
        if let Some(old) = old.filter(|old| !old.imported) {
            let cell = Cell::of(old);
            let counts = self.cells.get_mut(&cell).ok_or(NeverAdded)?;
            counts.take(&Counts::of_case(old))?;
            if *counts == Counts::default() {
                self.cells.remove(&cell);
            }
        }
        if let Some(new) = new.filter(|new| !new.imported) {
            self.cells.entry(Cell::of(new)).or_default().add(&Counts::of_case(new));
        }
        Ok(())
    }

    /// A rating was published.
    pub fn score(&mut self, score: &Score) {
        let cell = Cell { month: score.month, area: score.area, unit: score.unit, category: 0 };
        self.cells.entry(cell).or_default().add(&Counts::of_score(score));
    }

    /// The sum over these cells.
    pub fn sum(&self, slice: &Slice) -> Counts {
        let first = Cell { month: *slice.months.start(), area: 0, unit: 0, category: 0 };
        let mut sum = Counts::default();
        for (cell, counts) in self.cells.range(first..).take_while(|(cell, _)| cell.month <= *slice.months.end()) {
            let wanted = |asked: Option<u16>, has| asked.is_none_or(|asked| asked == has);
            if wanted(slice.area, cell.area) && wanted(slice.unit, cell.unit) && wanted(slice.category, cell.category) {
                sum.add(counts);
            }
        }
        sum
    }

    /// Every cell, in order.
    pub fn cells(&self) -> impl Iterator<Item = (&Cell, &Counts)> {
        self.cells.iter()
    }

    /// Puts a stored cell back: the cube is kept between runs as its cells.
    pub fn restore(&mut self, cell: Cell, counts: Counts) {
        self.cells.insert(cell, counts);
    }

    /// Every figure over these cells.
    pub fn figures(&self, slice: &Slice) -> Vec<Value> {
        values(&self.sum(slice))
    }
}

/// Every figure of these counts.
pub fn values(counts: &Counts) -> Vec<Value> {
    let value = |figure: Figure| {
        let pair = figure.pair(counts);
        Value { figure, pair, bounds: wilson(pair.n, pair.d) }
    };
    Figure::ALL.iter().copied().map(value).collect()
}
