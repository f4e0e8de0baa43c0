//! Figures as a program tells them: by month, for the county, each area and each unit, in one form everywhere. A site's API, its files and
//! `lianxin kpi` say the same words, so that two answers can be laid side by side.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tlog::leaf::{Month, What};

use crate::cube::{Cube, Slice, Value, values};

/// The figures of one month: of the whole county, of an area, or of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The month received (`2026-11`).
    pub month: String,
    /// The area; absent for the whole county and for units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Named>,
    /// The unit; absent for all units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Named>,
    /// Cases received.
    pub cases: u64,
    /// Cases that have come to an end.
    pub ended: u64,
    /// Whether the cohort could be judged on the day of the last batch.
    pub mature: bool,
    /// Closed without the resident's word.
    pub unknown: u64,
    /// Left out by two people.
    pub excluded: u64,
    /// With an extension.
    pub extended: u64,
    /// Whole working days for which clocks stood still.
    pub stopped_days: u64,
    /// Whole hours in red.
    pub red_hours: u64,
    /// Every figure.
    pub figures: Vec<FigureRow>,
}

/// What a number of a leaf means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The number; 0 is the county, or no unit.
    pub number: u16,
    /// Its code, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureRow {
    /// Which (`K1`).
    pub figure: String,
    /// Above the line.
    pub n: u64,
    /// Below it.
    pub d: u64,
    /// The lower bound of the share, four decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// The upper bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
}

impl FigureRow {
    /// The row of a value.
    pub fn of(value: &Value) -> Self {
        let decimal = |bound: u16| format!("{}.{:04}", bound / 10_000, bound % 10_000);
        Self {
            figure: value.figure.code().to_owned(),
            n: value.pair.n,
            d: value.pair.d,
            low: value.bounds.map(|bounds| decimal(bounds.low)),
            high: value.bounds.map(|bounds| decimal(bounds.high)),
        }
    }
}

impl Row {
    /// What it is of, for people: `2026-11, area 3`.
    pub fn place(&self) -> String {
        let of = |what: &str, named: &Named| {
            format!("{}, {what} {}", self.month, named.code.clone().unwrap_or_else(|| named.number.to_string()))
        };
        match (&self.area, &self.unit) {
            (Some(area), _) => of("area", area),
            (None, Some(unit)) => of("unit", unit),
            (None, None) => self.month.clone(),
        }
    }
}

/// The rows of months, each followed by those of its areas and of its units. `name` gives the code of a number; `age_days` says how long ago a
/// month had ended on the day of the last batch.
pub fn rows(
    cube: &Cube,
    months: impl IntoIterator<Item = Month>,
    name: impl Fn(What, u16) -> Option<String>,
    age_days: impl Fn(Month) -> i64,
) -> Vec<Row> {
    let named = |what, number: u16| Named { number, code: name(what, number) };
    let mut rows = Vec::new();
    for month in months {
        let whole = Slice::county(month);
        let row = |slice: &Slice| {
            let counts = cube.sum(slice);
            Row {
                month: month.to_string(),
                area: slice.area.map(|number| named(What::Area, number)),
                unit: slice.unit.map(|number| named(What::Unit, number)),
                cases: counts.cases,
                ended: counts.ended,
                mature: counts.is_mature(age_days(month)),
                unknown: counts.unknown,
                excluded: counts.excluded(),
                extended: counts.extended,
                stopped_days: counts.stopped,
                red_hours: counts.red_hours,
                figures: values(&counts).iter().map(FigureRow::of).collect(),
            }
        };
        rows.push(row(&whole));
        let there = || cube.cells().map(|(cell, _)| cell).filter(|cell| cell.month == month);
        let areas: BTreeSet<u16> = there().map(|cell| cell.area).collect();
        let units: BTreeSet<u16> = there().map(|cell| cell.unit).collect();
        rows.extend(areas.into_iter().map(|area| row(&Slice { area: Some(area), ..whole.clone() })));
        rows.extend(units.into_iter().map(|unit| row(&Slice { unit: Some(unit), ..whole.clone() })));
    }
    rows
}

/// Where two answers differ, a line for each place: what `one` and `other` say of the same row.
pub fn differences(one: &[Row], other: &[Row]) -> Vec<String> {
    let mut lines = Vec::new();
    for row in one {
        let same_place = |found: &&Row| (&found.month, &found.area, &found.unit) == (&row.month, &row.area, &row.unit);
        match other.iter().find(same_place) {
            None => lines.push(format!("{}: only on one side", row.place())),
            Some(found) if found == row => {}
            Some(found) => {
                let pairs = row.figures.iter().zip(&found.figures).filter(|(mine, theirs)| mine != theirs);
                let told = pairs.map(|(mine, theirs)| format!("{} {}/{} and {}/{}", mine.figure, mine.n, mine.d, theirs.n, theirs.d));
                let told: Vec<String> = told.collect();
                let told = if told.is_empty() { "what stands beside the figures".to_owned() } else { told.join(", ") };
                lines.push(format!("{}: {told}", row.place()));
            }
        }
    }
    let missing =
        other.iter().filter(|row| !one.iter().any(|mine| (&mine.month, &mine.area, &mine.unit) == (&row.month, &row.area, &row.unit)));
    lines.extend(missing.map(|row| format!("{}: only on one side", row.place())));
    lines
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use tlog::leaf::Facts;

    use super::*;

    #[test]
    fn two_answers_are_laid_side_by_side() {
        let month = Month::new(2026, 11).unwrap();
        let mut cube = Cube::default();
        cube.replace(None, Some(&Facts { area: 3, unit: 2, ..Facts::received(month) })).unwrap();
        let of = |cube: &Cube| rows(cube, [month], |what, number| (what == What::Area).then(|| format!("a{number}")), |_| 0);
        let told = of(&cube);
        assert_eq!(told.iter().map(Row::place).collect::<Vec<_>>(), ["2026-11", "2026-11, area a3", "2026-11, unit 2"]);
        let again: Vec<Row> = serde_json::from_str(&serde_json::to_string(&told).unwrap()).unwrap();
        assert_eq!((differences(&told, &again), &again), (Vec::new(), &told));
        cube.replace(None, Some(&Facts { area: 4, unit: 2, ..Facts::received(month) })).unwrap();
        let lines = differences(&told, &of(&cube));
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("2026-11: K1 0/1 and 0/2")));
        assert!(lines.contains(&"2026-11, area a4: only on one side".to_owned()));
    }
}
