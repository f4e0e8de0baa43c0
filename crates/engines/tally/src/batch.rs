//! Which cases and ratings may go out (decisions 10): never so few that somebody who knows one of them learns the rest.

use std::collections::BTreeMap;

use tlog::leaf::{CaseRef, Score};

/// The number of the county where areas are named by number.
pub const COUNTY: u16 = 0;

/// How many must go out together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Cases of an area that are there for the first time.
    pub cases: usize,
    /// Ratings.
    pub scores: usize,
}

impl Default for Thresholds {
    /// Ten cases, five ratings (decisions 10); a county may raise them.
    fn default() -> Self {
        Self { cases: 10, scores: 5 }
    }
}

/// When a batch is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Monday 03:00.
    Week,
    /// The last batch of a month: what waits everywhere may go out for the county.
    MonthEnd,
}

/// A case whose facts changed since the last batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub case: CaseRef,
    /// Where it stands.
    pub place: Place,
}

/// Whether the log knows a case already, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It would be there for the first time.
    New {
        /// Its area.
        area: u16,
    },
    /// It has facts in the log.
    Known {
        /// The area they say: what went out for the county stays there.
        area: u16,
    },
}

/// What goes out and what does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// Cases that go out, by `ref`, with the area that their leaf says.
    pub enters: Vec<(CaseRef, u16)>,
    /// Cases that wait.
    pub waits: Vec<Waiting>,
}

/// The cases of the next batch. An area enters with all its changed cases if enough of them are there for the first time, or
/// none is; else it waits. At month's end those who wait everywhere go out together if enough of them are new: new ones for
/// the county, known ones for the area under which they are known, since moving them would tell what hiding them was to hide.
pub fn cases(waiting: &[Waiting], moment: Moment, thresholds: Thresholds) -> Batch {
    let mut areas: BTreeMap<u16, Vec<Waiting>> = BTreeMap::new();
    for case in waiting {
        let (Place::New { area } | Place::Known { area }) = case.place;
        areas.entry(area).or_default().push(*case);
    }
    let new = |cases: &[Waiting]| cases.iter().filter(|case| matches!(case.place, Place::New { .. })).count();
    let mut batch = Batch::default();
    for (area, cases) in areas {
        let first = new(&cases);
        if first == 0 || first >= thresholds.cases {
            batch.enters.extend(cases.iter().map(|case| (case.case, area)));
        } else {
            batch.waits.extend(cases);
        }
    }
    if moment == Moment::MonthEnd && new(&batch.waits) >= thresholds.cases {
        batch.enters.extend(batch.waits.drain(..).map(|case| match case.place {
            Place::New { .. } => (case.case, COUNTY),
            Place::Known { area } => (case.case, area),
        }));
    }
    batch.enters.sort_unstable();
    batch.waits.sort_unstable_by_key(|case| case.case);
    batch
}

/// The ratings of the next batch and those that wait: for area and unit if enough wait there, else for the area, else at
/// month's end for the county. They go out in the order of their own content, which tells nothing of when they were given.
pub fn scores(waiting: &[Score], moment: Moment, thresholds: Thresholds) -> (Vec<Score>, Vec<Score>) {
    let mut out = Vec::new();
    let by_unit = grouped(waiting, |score| (score.area, score.unit));
    let rest = take_full(by_unit, thresholds.scores, &mut out, |score| score);
    let by_area = grouped(&rest, |score| score.area);
    let mut rest = take_full(by_area, thresholds.scores, &mut out, |score| Score { unit: 0, ..score });
    if moment == Moment::MonthEnd && rest.len() >= thresholds.scores {
        out.extend(rest.drain(..).map(|score| Score { area: COUNTY, unit: 0, ..score }));
    }
    out.sort_unstable();
    rest.sort_unstable();
    (out, rest)
}

fn grouped<G: Ord>(scores: &[Score], group: impl Fn(&Score) -> G) -> BTreeMap<G, Vec<Score>> {
    let mut groups: BTreeMap<G, Vec<Score>> = BTreeMap::new();
    for score in scores {
        groups.entry(group(score)).or_default().push(*score);
    }
    groups
}

fn take_full<G>(groups: BTreeMap<G, Vec<Score>>, enough: usize, out: &mut Vec<Score>, as_what: impl Fn(Score) -> Score) -> Vec<Score> {
    let mut rest = Vec::new();
    for scores in groups.into_values() {
        if scores.len() >= enough {
            out.extend(scores.into_iter().map(&as_what));
        } else {
            rest.extend(scores);
        }
    }
    rest
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use tlog::leaf::{CaseType, Month};

    use super::*;

    fn case(n: u8, place: Place) -> Waiting {
        Waiting { case: CaseRef([n; 16]), place }
    }

    fn new(from: u8, count: u8, area: u16) -> Vec<Waiting> {
        (from..from + count).map(|n| case(n, Place::New { area })).collect()
    }

    #[test]
    fn an_area_enters_whole_or_waits_whole() {
        let waiting = [new(0, 10, 1), vec![case(50, Place::Known { area: 1 })], new(20, 9, 2), vec![case(60, Place::Known { area: 2 })]];
        let batch = cases(&waiting.concat(), Moment::Week, Thresholds::default());
        assert_eq!(batch.enters.len(), 11);
        assert!(batch.enters.iter().all(|(_, area)| *area == 1) && batch.enters.is_sorted());
        assert_eq!(batch.waits.len(), 10);
        // Only known ones: nobody is new, nobody waits.
        let known = [case(9, Place::Known { area: 3 }), case(8, Place::Known { area: 0 })];
        assert_eq!(cases(&known, Moment::Week, Thresholds::default()).enters, [(CaseRef([8; 16]), 0), (CaseRef([9; 16]), 3)]);
    }

    #[test]
    fn at_months_end_the_rest_goes_out_for_the_county_if_it_is_enough() {
        let mut waiting = [new(0, 6, 1), new(20, 4, 2), vec![case(50, Place::Known { area: 2 })]].concat();
        let batch = cases(&waiting, Moment::MonthEnd, Thresholds::default());
        assert_eq!(batch.enters.iter().filter(|(_, area)| *area == COUNTY).count(), 10);
        assert_eq!(batch.enters.last(), Some(&(CaseRef([50; 16]), 2)));
        assert!(batch.waits.is_empty());
        waiting.remove(0);
        assert_eq!(cases(&waiting, Moment::MonthEnd, Thresholds::default()).waits.len(), 10);
    }

    #[test]
    fn ratings_go_out_where_five_hide_each_other() {
        let score = |area, unit, satisfaction| Score {
            month: Month::new(2026, 11).unwrap(),
            area,
            unit,
            case_type: CaseType::Help,
            contacted: true,
            solved: true,
            satisfaction,
        };
        let waiting: Vec<Score> =
            [vec![score(1, 1, 5); 5], vec![score(1, 2, 1); 3], vec![score(1, 3, 2); 2], vec![score(2, 1, 3); 4], vec![score(3, 1, 4); 1]]
                .concat();
        let (out, rest) = scores(&waiting, Moment::Week, Thresholds::default());
        assert_eq!(out.iter().filter(|s| s.unit == 1).count(), 5);
        assert_eq!(out.iter().filter(|s| (s.area, s.unit) == (1, 0)).count(), 5);
        assert!(out.is_sorted());
        assert_eq!(rest.len(), 5);
        let (out, rest) = scores(&rest, Moment::MonthEnd, Thresholds::default());
        assert!(out.iter().all(|s| (s.area, s.unit) == (COUNTY, 0)));
        assert_eq!((out.len(), rest.len()), (5, 0));
    }
}
