//! What a batch holds (decisions 10): which facts are new, which are taken back, what waits, and its table.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use kernel::CaseId;
use tally::batch::{self, Moment, Place, Thresholds, Waiting};
use tally::suppress::waiting_and_sealed;
use tlog::Hash;
use tlog::leaf::{BatchTable, CaseRef, Facts, FactsLeaf, Month, MonthRow, Score, Standing};

use super::Published;

/// A case that may have changed, with the numbers of what its facts speak of.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) id: CaseId,
    pub(crate) name: CaseRef,
    pub(crate) seals: Hash,
    /// Its facts; the area is where it lies.
    pub(crate) facts: Facts,
    /// Facts of it may be published.
    pub(crate) open: bool,
}

/// What goes out of cases, and which wait.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    /// The leaves, in their order; each with the month that it is about.
    pub(crate) leaves: Vec<(FactsLeaf, Month)>,
    /// The cases whose facts they are.
    pub(crate) enters: Vec<CaseId>,
    /// The cases that are looked at again for the next batch, whatever happens.
    pub(crate) waits: Vec<CaseId>,
}

/// What goes out: facts of cases that changed, as far as they hide each other; and at once, without facts, the names of cases that were
/// sealed, unmerged or erased (`gone`).
pub(crate) fn plan(
    candidates: &[Candidate],
    published: &HashMap<String, Published>,
    gone: &[String],
    moment: Moment,
    thresholds: Thresholds,
) -> Plan {
    let mut plan = Plan::default();
    let mut changed: BTreeMap<CaseRef, &Candidate> = BTreeMap::new();
    let mut waiting = Vec::new();
    let facts_of = |name: &str| published.get(name).and_then(|published| published.known).map(|(facts, _)| facts);
    for candidate in candidates {
        let known = facts_of(&candidate.name.to_string());
        let unmerged = known.is_some_and(|known| known.standing == Standing::Merged) && candidate.facts.standing != Standing::Merged;
        match known {
            Some(known) if !candidate.open || unmerged => {
                plan.leaves.push((FactsLeaf { case: candidate.name, known: None }, known.month));
                if candidate.open {
                    plan.waits.push(candidate.id);
                }
            }
            Some(known) if (Facts { area: known.area, ..candidate.facts }) == known => {}
            Some(known) => {
                changed.insert(candidate.name, candidate);
                waiting.push(Waiting { case: candidate.name, place: Place::Known { area: known.area } });
            }
            None if candidate.open => {
                changed.insert(candidate.name, candidate);
                waiting.push(Waiting { case: candidate.name, place: Place::New { area: candidate.facts.area } });
            }
            None => {}
        }
    }
    let erased = gone.iter().filter_map(|name| Some((name_from(name)?, facts_of(name)?)));
    plan.leaves.extend(erased.map(|(case, facts)| (FactsLeaf { case, known: None }, facts.month)));
    let sorted = batch::cases(&waiting, moment, thresholds);
    for (name, area) in sorted.enters {
        let Some(candidate) = changed.get(&name) else { continue };
        let facts = Facts { area, ..candidate.facts };
        plan.leaves.push((FactsLeaf { case: name, known: Some((facts, candidate.seals)) }, facts.month));
        plan.enters.push(candidate.id);
    }
    plan.waits.extend(sorted.waits.iter().filter_map(|waits| Some(changed.get(&waits.case)?.id)));
    plan.waits.sort_unstable();
    plan.leaves.sort_unstable_by_key(|(leaf, _)| leaf.case);
    plan
}

/// The name with these hexadecimal digits.
pub(crate) fn name_from(text: &str) -> Option<CaseRef> {
    let mut name = [0u8; 16];
    if text.len() != 32 {
        return None;
    }
    for (at, byte) in name.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(CaseRef(name))
}

/// The scores that go out, and those that wait, which keep their cases.
pub(crate) fn scores(waiting: &[(CaseId, Score)], moment: Moment, thresholds: Thresholds) -> (Vec<Score>, Vec<(CaseId, Score)>) {
    let all: Vec<Score> = waiting.iter().map(|(_, score)| *score).collect();
    let (out, rest) = batch::scores(&all, moment, thresholds);
    let mut left: BTreeMap<Score, usize> = BTreeMap::new();
    for score in rest {
        *left.entry(score).or_default() += 1;
    }
    // Of equal ones it does not matter which.
    let mut keep = |score: &Score| match left.get_mut(score) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        Some(_) | None => false,
    };
    (out, waiting.iter().filter(|(_, score)| keep(score)).copied().collect())
}

/// How many cases of a month there are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfMonth {
    pub(crate) month: Month,
    /// Received.
    pub(crate) all: u64,
    /// Never to be published.
    pub(crate) never: u64,
    /// With facts in the log, after this batch.
    pub(crate) with_facts: u64,
}

/// The table of a batch: `before` is the one before it, with its position.
pub(crate) fn table(on: Date, plan: &Plan, scores: &[Score], months: &[OfMonth], before: Option<&(u64, BatchTable)>) -> BatchTable {
    let mut about: BTreeMap<Month, u64> = BTreeMap::new();
    for month in plan.leaves.iter().map(|(_, month)| *month).chain(scores.iter().map(|score| score.month)) {
        *about.entry(month).or_default() += 1;
    }
    let newest = |month| {
        let (at, table) = before?;
        let row = table.months.iter().find(|row| row.month == month)?;
        if row.leaves > 0 { Some(*at) } else { row.before }
    };
    let row = |of: &OfMonth| {
        let never = of.never.min(of.all.saturating_sub(of.with_facts));
        let (waiting, sealed) = waiting_and_sealed(of.all.saturating_sub(of.with_facts + never), never);
        let leaves = about.get(&of.month).copied().unwrap_or(0);
        MonthRow { month: of.month, with_facts: of.with_facts, waiting, sealed, leaves, before: newest(of.month) }
    };
    BatchTable {
        on: on.to_string(),
        facts: plan.leaves.len() as u64,
        scores: scores.len() as u64,
        months: months.iter().map(row).collect(),
        before: before.map(|(at, _)| *at),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn month() -> Month {
        Month::new(2026, 11).unwrap()
    }

    fn candidate(n: u8, facts: Facts) -> Candidate {
        Candidate { id: CaseId::from_bytes([n; 16]), name: CaseRef([n; 16]), seals: [n; 32], facts, open: true }
    }

    fn facts(area: u16) -> Facts {
        Facts { area, ..Facts::received(month()) }
    }

    fn published(list: &[(u8, Facts)]) -> HashMap<String, Published> {
        list.iter().map(|(n, facts)| (CaseRef([*n; 16]).to_string(), Published { known: Some((*facts, [0; 32])), batch: 5 })).collect()
    }

    #[test]
    fn what_changed_goes_out_where_it_is_hidden_and_what_did_not_change_stays() {
        let ten: Vec<Candidate> = (0..10).map(|n| candidate(n, facts(1))).collect();
        let nothing = HashMap::new();
        let out = plan(&ten, &nothing, &[], Moment::Week, Thresholds::default());
        assert_eq!((out.leaves.len(), out.enters.len(), out.waits.len()), (10, 10, 0));
        let out = plan(&ten[1..], &nothing, &[], Moment::Week, Thresholds::default());
        assert_eq!((out.leaves.len(), out.waits.len()), (0, 9));
        // A known case that did not change, one that did, and one that went out for the county and keeps its place.
        let known = published(&[(1, facts(1)), (2, facts(1)), (3, facts(0))]);
        let later = |n, area| candidate(n, Facts { dispatches: 1, ..facts(area) });
        let out = plan(&[candidate(1, facts(1)), later(2, 1), later(3, 1)], &known, &[], Moment::Week, Thresholds::default());
        let said: Vec<_> = out.leaves.iter().map(|(leaf, _)| (leaf.case.0[0], leaf.known.unwrap().0.area)).collect();
        assert_eq!(said, [(2, 1), (3, 0)]);
    }

    #[test]
    fn facts_are_taken_back_at_once_and_of_an_unmerged_case_they_come_again() {
        let merged = Facts { standing: Standing::Merged, ..facts(1) };
        let known = published(&[(1, facts(1)), (2, merged), (3, facts(1))]);
        let sealed = Candidate { open: false, ..candidate(1, facts(1)) };
        let never = Candidate { open: false, ..candidate(9, facts(1)) };
        let gone = [CaseRef([3; 16]).to_string(), CaseRef([77; 16]).to_string(), "nonsense".to_owned()];
        let out = plan(&[sealed, candidate(2, facts(1)), never], &known, &gone, Moment::Week, Thresholds::default());
        assert_eq!(out.leaves.iter().map(|(leaf, _)| (leaf.case.0[0], leaf.known)).collect::<Vec<_>>(), [(1, None), (2, None), (3, None)]);
        assert_eq!((out.enters, out.waits), (Vec::new(), vec![CaseId::from_bytes([2; 16])]));
    }

    #[test]
    fn scores_that_wait_keep_their_cases() {
        let score = Score {
            month: month(),
            area: 1,
            unit: 1,
            case_type: tlog::leaf::CaseType::Help,
            contacted: true,
            solved: true,
            satisfaction: 5,
        };
        let waiting: Vec<(CaseId, Score)> =
            (0..7).map(|n| (CaseId::from_bytes([n; 16]), Score { unit: u16::from(n / 5), ..score })).collect();
        let (out, left) = scores(&waiting, Moment::Week, Thresholds::default());
        assert_eq!((out.len(), left.as_slice()), (5, &waiting[5..]));
    }

    #[test]
    fn a_table_names_the_one_before_it_and_hides_few() {
        let of = OfMonth { month: month(), all: 30, never: 3, with_facts: 20 };
        let first = table(jiff::civil::date(2026, 11, 23), &Plan::default(), &[], &[of], None);
        let row = first.months[0];
        assert_eq!((row.with_facts, row.waiting, row.sealed, row.leaves, row.before), (20, 10, None, 0, None));
        let about = Plan { leaves: vec![(FactsLeaf { case: CaseRef([1; 16]), known: None }, month())], ..Plan::default() };
        let second = table(jiff::civil::date(2026, 11, 30), &about, &[], &[OfMonth { never: 5, ..of }], Some(&(7, first)));
        assert_eq!((second.before, second.months[0].leaves, second.months[0].before), (Some(7), 1, None));
        assert_eq!((second.months[0].waiting, second.months[0].sealed), (5, Some(5)));
        let third = table(jiff::civil::date(2026, 12, 7), &Plan::default(), &[], &[of], Some(&(40, second)));
        assert_eq!((third.before, third.months[0].before), (Some(40), Some(40)));
    }
}
