//! The ledger against a second computation that shares nothing with it but the leaves: lists of cases and ratings, filtered.

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use tally::ledger::Odd;
use tally::{Cube, Figure, Ledger, Slice};
use tlog::leaf::{
    BatchTable, CaseRef, CaseType, Community, Complexity, Contact, Exclusion, Facts, FactsLeaf, Leaf, Lights, Month, MonthRow, Pair, Plan,
    Score, Standing, Table,
};

fn month(n: u8) -> Month {
    Month::new(2026, n).unwrap()
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let codes = (0usize..7, 0usize..2, 0usize..5, 0usize..3, 0usize..11, 0usize..6);
    let numbers = (1u8..4, 0u16..3, 0u16..3, 0u16..3, 0u16..8, 0u16..8);
    let rest = (0u8..3, 0u8..2, 0u8..2, any::<bool>(), any::<bool>(), prop::bool::weighted(0.1), 0u16..9);
    (codes, numbers, rest).prop_map(
        |((t, x, c, p, s, e), (m, area, unit, category, limit, closes), (d, r, o, repeat, asked, imported, light))| Facts {
            area,
            unit,
            category,
            case_type: CaseType::ALL[t],
            complexity: Complexity::ALL[x],
            contact: Contact::ALL[c],
            plan: Plan::ALL[p],
            standing: Standing::ALL[s],
            exclusion: Exclusion::ALL[e],
            limit,
            closes,
            dispatches: d,
            returns: r,
            reopenings: o,
            repeat,
            asked,
            imported,
            lights: Lights { green: light, yellow: light % 3, red: light % 2, red_hours: 7 },
            ..Facts::received(month(m))
        },
    )
}

fn any_score() -> impl Strategy<Value = Score> {
    (1u8..4, 0u16..3, 0u16..3, 1u8..6).prop_map(|(m, area, unit, satisfaction)| Score {
        month: month(m),
        area,
        unit,
        case_type: CaseType::Help,
        contacted: true,
        solved: satisfaction > 2,
        satisfaction,
    })
}

/// The definitions once more, as filters.
fn by_filter(figure: Figure, cases: &[&Facts], scores: &[&Score]) -> Pair {
    let count = |keep: &dyn Fn(&Facts) -> bool| cases.iter().filter(|facts| keep(facts)).count() as u64;
    let lights = |light: fn(&Facts) -> u16| cases.iter().map(|facts| u64::from(light(facts))).sum::<u64>();
    let closed = |f: &Facts| [Standing::Solved, Standing::Silent, Standing::Disputed].contains(&f.standing);
    let answered = |f: &Facts| closed(f) || f.standing == Standing::Answered || f.reopenings > 0;
    let late = |f: &Facts| f.limit > 0 && f.closes >= f.limit;
    let solvable = |f: &Facts| {
        !([Standing::Merged, Standing::Split, Standing::Withdrawn].contains(&f.standing)
            || [CaseType::Enquiry, CaseType::Thanks].contains(&f.case_type)
            || f.exclusion != Exclusion::None)
    };
    let (n, d) = match figure {
        Figure::K1 => (count(&|f| [Contact::Within1h, Contact::Within4h, Contact::Within24h].contains(&f.contact)), cases.len() as u64),
        Figure::K2 => {
            let complex = |f: &Facts| f.complexity == Complexity::Complex;
            (count(&|f| complex(f) && f.plan == Plan::InTime), count(&complex))
        }
        Figure::K3 => (count(&|f| answered(f) && !late(f)), count(&|f| answered(f) || late(f))),
        Figure::K4 => (count(&|f| solvable(f) && f.standing == Standing::Solved), count(&solvable)),
        Figure::K5 => (scores.iter().filter(|score| score.satisfaction >= 3).count() as u64, scores.len() as u64),
        Figure::K5r => (scores.len() as u64, count(&|f| f.asked)),
        Figure::K6 => (count(&|f| closed(f) && f.asked), count(&closed)),
        Figure::K7 => {
            let finished = |f: &Facts| closed(f) || f.reopenings > 0;
            (count(&|f| finished(f) && (f.reopenings > 0 || f.repeat)), count(&finished))
        }
        Figure::K8 => (count(&|f| f.dispatches > 0 && f.returns == 0), count(&|f| f.dispatches > 0)),
        Figure::K9g | Figure::K9y | Figure::K9r => {
            let (g, y, r) = (lights(|f| f.lights.green), lights(|f| f.lights.yellow), lights(|f| f.lights.red));
            let n = match figure {
                Figure::K9g => g,
                Figure::K9y => y,
                _ => r,
            };
            (n, g + y + r)
        }
    };
    Pair { n, d }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_cube_kept_case_by_case_equals_the_batch_computation(
        steps in prop::collection::vec((0u8..20, prop::option::weighted(0.9, any_facts())), 0..120),
        scores in prop::collection::vec(any_score(), 0..40),
    ) {
        let mut ledger = Ledger::default();
        let mut newest: BTreeMap<u8, Facts> = BTreeMap::new();
        for (at, (case, facts)) in steps.iter().enumerate() {
            let leaf = FactsLeaf { case: CaseRef([*case; 16]), known: facts.map(|facts| (facts, [0; 32])) };
            let bytes = Leaf::Facts(leaf).encode().unwrap();
            ledger.take_bytes(at as u64, &bytes);
            match facts {
                Some(facts) => newest.insert(*case, *facts),
                None => newest.remove(case),
            };
        }
        for score in &scores {
            ledger.take_bytes(0, &Leaf::Score(*score).encode().unwrap());
        }
        prop_assert_eq!(ledger.cases(), newest.len());
        // The whole county, and every area, unit and category of every month.
        let mut slices = vec![Slice { months: month(1)..=month(12), area: None, unit: None, category: None }];
        for m in 1..4 {
            for n in 0..3 {
                slices.push(Slice { area: Some(n), ..Slice::county(month(m)) });
                slices.push(Slice { unit: Some(n), ..Slice::county(month(m)) });
                slices.push(Slice { area: Some(n), unit: Some(2 - n), ..Slice::county(month(m)) });
            }
        }
        for slice in slices {
            let wanted = |asked: Option<u16>, has: u16| asked.is_none_or(|asked| asked == has);
            let cases: Vec<&Facts> = newest.values().filter(|f| !f.imported && slice.months.contains(&f.month) && wanted(slice.area, f.area) && wanted(slice.unit, f.unit)).collect();
            let rated: Vec<&Score> = scores.iter().filter(|s| slice.months.contains(&s.month) && wanted(slice.area, s.area) && wanted(slice.unit, s.unit)).collect();
            for value in ledger.cube().figures(&slice) {
                prop_assert_eq!(value.pair, by_filter(value.figure, &cases, &rated), "{:?} {:?}", value.figure, slice);
            }
        }
        // Taking everything away leaves nothing behind.
        let mut cube = Cube::default();
        for facts in newest.values().filter(|facts| !facts.imported) {
            cube.replace(None, Some(facts)).unwrap();
        }
        for facts in newest.values().filter(|facts| !facts.imported) {
            cube.replace(Some(facts), None).unwrap();
        }
        prop_assert_eq!(cube, Cube::default());
    }
}

fn facts_leaf(case: u8, area: u16) -> Leaf {
    let facts = Facts { area, contact: Contact::Within1h, ..Facts::received(month(10)) };
    Leaf::Facts(FactsLeaf { case: CaseRef([case; 16]), known: Some((facts, [0; 32])) })
}

fn batch(facts: u64, with_facts: u64, before: Option<u64>) -> Leaf {
    let months = vec![MonthRow { month: month(10), with_facts, waiting: 0, sealed: None, leaves: facts, before }];
    Leaf::Table(Table::Batch(BatchTable { on: "2026-11-02".to_owned(), facts, scores: 0, months, before }))
}

fn read(leaves: Vec<Leaf>) -> Vec<Odd> {
    let mut ledger = Ledger::default();
    for (at, leaf) in (0u64..).zip(leaves) {
        ledger.take(at, leaf);
    }
    ledger.odd().to_vec()
}

#[test]
fn a_batch_that_is_not_whole_is_named() {
    let ten = || (0..10).map(|n| facts_leaf(n, 1)).collect::<Vec<_>>();
    assert_eq!(read([ten(), vec![batch(10, 10, None)]].concat()), []);
    let mut missing = ten();
    missing.remove(4);
    assert_eq!(
        read([missing, vec![batch(10, 10, None)]].concat()),
        [
            Odd::Facts { at: 9, said: 10, found: 9 },
            Odd::Month { at: 9, month: month(10), said: 10, found: 9 },
            Odd::MonthLeaves { at: 9, month: month(10), said: 10, found: 9 }
        ]
    );
    let mut swapped = ten();
    swapped.swap(2, 3);
    assert_eq!(read([swapped, vec![batch(10, 10, None)]].concat()), [Odd::Order { at: 3 }]);
    let mut doubled = ten();
    doubled.insert(3, facts_leaf(3, 1));
    assert_eq!(read([doubled, vec![batch(11, 10, None)]].concat()), [Odd::Order { at: 4 }]);
    let mut torn = ten();
    torn.insert(3, Leaf::Seal([0; 32]));
    assert_eq!(read([torn, vec![batch(10, 10, None)]].concat()), [Odd::Torn { at: 11 }]);
    assert_eq!(read([ten(), vec![batch(10, 10, Some(3))]].concat()), [Odd::Chain { at: 10 }, Odd::MonthChain { at: 10, month: month(10) }]);
    // A second batch in which a case comes again, and one leaves.
    let gone = Leaf::Facts(FactsLeaf { case: CaseRef([5; 16]), known: None });
    assert_eq!(read([ten(), vec![batch(10, 10, None), facts_leaf(4, 1), gone, batch(2, 9, Some(10))]].concat()), []);
}

#[test]
fn a_community_table_must_add_up_to_its_areas_cases() {
    let table = |rows: Vec<(u16, Option<Pair>)>| {
        Leaf::Table(Table::Community(Community { month: month(10), area: 1, figure: "K1".to_owned(), rows }))
    };
    let cases: Vec<Leaf> = (0..20).map(|n| facts_leaf(n, 1)).collect();
    let pair = |d| Some(Pair { n: d, d });
    assert_eq!(read([cases.clone(), vec![table(vec![(7, pair(12)), (8, pair(8))])]].concat()), []);
    assert_eq!(read([cases.clone(), vec![table(vec![(7, pair(12)), (8, None), (9, None)])]].concat()), []);
    for wrong in [
        vec![(7, pair(12)), (8, pair(7))],
        vec![(7, pair(16)), (8, pair(4))],
        vec![(7, pair(12)), (8, None)],
        vec![(7, pair(25)), (8, None)],
    ] {
        let odd = read([cases.clone(), vec![table(wrong.clone())]].concat());
        assert!(matches!(odd.as_slice(), [Odd::Community { at: 20, .. }]), "{wrong:?}: {odd:?}");
    }
}
