//! Which numbers of a table may be shown (decisions 10): none from 1 to 4, and none that a subtraction would reveal.

use tlog::leaf::{Pair, Span};

/// Numbers from 1 to one less than this are not shown.
pub const K: u64 = 5;

/// Whether a count tells too little about anybody: none, or at least five.
fn safe(count: u64) -> bool {
    count == 0 || count >= K
}

/// Whether a pair may stand in a table: those counted, those not counted, and both together.
pub fn may_stand(pair: Pair) -> bool {
    pair.n <= pair.d && safe(pair.n) && safe(pair.d - pair.n) && safe(pair.d)
}

fn sum<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Pair {
    pairs.fold(Pair::default(), |sum, pair| Pair { n: sum.n + pair.n, d: sum.d + pair.d })
}

/// The rows of a table over communities that make up an area whose own figure is published. Hides what may not stand, and
/// then as many of the smallest others as it takes until what is hidden may stand as one (complementary suppression).
pub fn communities(rows: &[(u16, Pair)]) -> Vec<(u16, Option<Pair>)> {
    let mut hidden: Vec<bool> = rows.iter().map(|(_, pair)| !may_stand(*pair)).collect();
    loop {
        let left_out = || rows.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|((_, pair), _)| pair);
        let several = left_out().filter(|pair| pair.d > 0).count() != 1;
        if several && may_stand(sum(left_out())) {
            break;
        }
        let next = rows.iter().zip(&mut hidden).filter(|((_, pair), hidden)| !**hidden && pair.d > 0);
        match next.min_by_key(|((number, pair), _)| (pair.d, *number)) {
            Some((_, hidden)) => *hidden = true,
            // Everything is hidden: what is left to know is the area's own figure.
            None => break,
        }
    }
    rows.iter().zip(hidden).map(|((number, pair), hidden)| (*number, (!hidden).then_some(*pair))).collect()
}

/// What is wrong with a table over communities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongTable {
    /// Its rows come to more than the area's figure, or all are shown and come to less.
    #[error("its rows do not add up to the area's figure")]
    Sum,
    /// A row shows a number that is too small.
    #[error("community {0} shows a number below five")]
    TooSmall(
        /// The community.
        u16,
    ),
    /// One number that is hidden can be had by subtraction.
    #[error("what is hidden can be had by subtraction")]
    Revealed,
}

/// Checks a table over communities against the figure of their area, recomputed from case leaves.
pub fn check_communities(rows: &[(u16, Option<Pair>)], area: Pair) -> Result<(), WrongTable> {
    let shown = || rows.iter().filter_map(|(number, pair)| pair.as_ref().map(|pair| (*number, pair)));
    if let Some((number, _)) = shown().find(|(_, pair)| !may_stand(**pair)) {
        return Err(WrongTable::TooSmall(number));
    }
    let total = sum(shown().map(|(_, pair)| pair));
    let (Some(n), Some(d)) = (area.n.checked_sub(total.n), area.d.checked_sub(total.d)) else { return Err(WrongTable::Sum) };
    let hidden = rows.iter().filter(|(_, pair)| pair.is_none()).count();
    match hidden {
        0 if (n, d) == (0, 0) => Ok(()),
        0 => Err(WrongTable::Sum),
        // Where nothing with cases is shown, the rest is the area's own figure, which is public.
        _ if total.d == 0 => Ok(()),
        1 => Err(WrongTable::Revealed),
        _ if may_stand(Pair { n, d }) => Ok(()),
        _ => Err(WrongTable::Revealed),
    }
}

/// How many cases wait and how many never get facts, as a batch's table may say it: fewer than five of these are counted
/// among the waiting.
pub fn waiting_and_sealed(waiting: u64, sealed: u64) -> (u64, Option<u64>) {
    if sealed >= K { (waiting, Some(sealed)) } else { (waiting + sealed, None) }
}

/// How the figures of cases that never get facts go out for a quarter: by month if each month has none or five and more.
pub fn span_of(cases_by_month: [u64; 3]) -> Span {
    if cases_by_month.into_iter().all(safe) { Span::Month } else { Span::Quarter }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pair(n: u64, d: u64) -> Pair {
        Pair { n, d }
    }

    #[test]
    fn small_numbers_take_a_neighbour_with_them() {
        let shown = |rows: &[(u16, Pair)]| communities(rows).into_iter().filter(|(_, p)| p.is_some()).map(|(c, _)| c).collect::<Vec<_>>();
        assert_eq!(shown(&[(1, pair(20, 30)), (2, pair(10, 20))]), [1, 2]);
        assert_eq!(shown(&[(1, pair(20, 30)), (2, pair(10, 20)), (3, pair(2, 3))]), [1]);
        // Two small ones that come to five and more together need nobody else.
        assert_eq!(shown(&[(1, pair(20, 30)), (2, pair(0, 3)), (3, pair(0, 4))]), [1]);
        assert_eq!(shown(&[(1, pair(20, 30)), (2, pair(0, 0)), (3, pair(0, 2))]), [2]);
        assert!(shown(&[(1, pair(1, 2))]).is_empty());
        assert_eq!((waiting_and_sealed(3, 4), waiting_and_sealed(3, 5)), ((7, None), (3, Some(5))));
        assert_eq!((span_of([5, 0, 9]), span_of([5, 1, 9])), (Span::Month, Span::Quarter));
    }

    proptest! {
        #[test]
        fn what_is_made_passes_the_check_and_a_changed_row_does_not(rows in prop::collection::vec((0u64..40, 0u64..40), 1..12), at: prop::sample::Index) {
            let rows: Vec<(u16, Pair)> = (1u16..).zip(rows).map(|(c, (n, more))| (c, pair(n, n + more))).collect();
            let total = sum(rows.iter().map(|(_, pair)| pair));
            let table = communities(&rows);
            prop_assert_eq!(check_communities(&table, total), Ok(()));
            if let Some(place) = (0..table.len()).map(|n| (n + at.index(table.len())) % table.len()).find(|n| table[*n].1.is_some()) {
                let mut changed = table.clone();
                changed[place].1 = changed[place].1.map(|p| pair(p.n, p.d + 1 + total.d));
                prop_assert!(check_communities(&changed, total).is_err());
                if table.iter().all(|(_, pair)| pair.is_some()) {
                    let less = pair(total.n, total.d + 1);
                    prop_assert_eq!(check_communities(&table, less), Err(WrongTable::Sum));
                }
            }
        }
    }
}
