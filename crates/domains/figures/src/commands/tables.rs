//! Tables that stand behind a batch (decisions 10): figures by community within an area, and those of cases that never get facts. A month's
//! go out once, with the first batch after it can be judged, and never again: the difference of two such tables would be about fewer
//! people than either.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{AreaCode, CaseId, Timestamp};
use store::{StoreError, Tx};
use tally::suppress::{communities, may_stand, span_of};
use tally::{Counts, Figure, Slice};
use tlog::leaf::{Apart, Community, FigureRow, Leaf, Month, Pair, Score, Span, Table};

use super::batch::first_of;
use crate::errors::PublishError;
use crate::model::names::Numbers;
use crate::queries::age_days;
use crate::rows;
use crate::service::{Figures, grant};

/// From this age on a month is judged whatever is open (decisions 11).
pub(crate) const JUDGED_DAYS: i64 = 90;

/// Figures by community: those whose numbers are cases with facts. Ratings name no place below the area.
const BY_COMMUNITY: [Figure; 4] = [Figure::K1, Figure::K3, Figure::K4, Figure::K7];

/// Figures of cases that never get facts: those whose numbers are cases or ratings.
const OF_APART: [Figure; 6] = [Figure::K1, Figure::K3, Figure::K4, Figure::K5, Figure::K5r, Figure::K7];

/// Cases whose histories are read at a time.
const CASES: u64 = 200;

/// Which case of a month came from which community; by name, because facts are published under names.
pub(super) type Homes = BTreeMap<Month, Vec<(String, u16)>>;

/// What the tables of a batch are made of.
#[derive(Default)]
pub(super) struct Tables {
    homes: Homes,
    apart: Vec<Apart>,
}

/// The months that a batch on `on` is the first to judge, of those from `first` on.
pub(crate) fn due(first: Month, on: Date, last: Option<Date>) -> Vec<Month> {
    let mut due = Vec::new();
    let mut month = first;
    while age_days(month, on) >= JUDGED_DAYS {
        if last.is_none_or(|last| age_days(month, last) < JUDGED_DAYS) {
            due.push(month);
        }
        month = month.next();
    }
    due
}

/// The quarter that a month is the last of.
pub(crate) fn quarter_ending(month: Month) -> Option<[Month; 3]> {
    let (year, number) = (u16::try_from(month.number() / 100).ok()?, u8::try_from(month.number() % 100).ok()?);
    let of = |number| Month::new(year, number);
    if number.is_multiple_of(3) { Some([of(number - 2)?, of(number - 1)?, of(number)?]) } else { None }
}

impl Figures {
    /// What the tables of a batch on `on` are made of: facts by events up to `through`, as they stand at `now`.
    pub(super) async fn tables_due(
        &self,
        (on, last): (Date, Option<Date>),
        (through, now): (i64, Timestamp),
        numbers: &Numbers,
    ) -> Result<Tables, StoreError> {
        let cases = self.0.cases.clone();
        let first = self.0.db.read(move |tx| async move { cases.first_received(&grant(), &tx).await }).await?;
        let Some(first) = first.and_then(cases::model::facts::month_of) else { return Ok(Tables::default()) };
        let mut tables = Tables::default();
        for month in due(first, on, last) {
            let homes = self.homes(month, (through, now), numbers).await?;
            tables.homes.insert(month, homes);
            if let Some(quarter) = quarter_ending(month) {
                let mut never = [(0, Counts::default()); 3];
                for (sum, month) in never.iter_mut().zip(quarter) {
                    *sum = self.never_told(month, (through, now)).await?;
                }
                tables.apart.extend(apart(quarter, &never));
            }
        }
        Ok(tables)
    }

    async fn homes(&self, month: Month, (through, now): (i64, Timestamp), numbers: &Numbers) -> Result<Vec<(String, u16)>, StoreError> {
        let mut homes = Vec::new();
        let mut after = String::new();
        loop {
            let (cases, from) = (self.0.cases.clone(), after.clone());
            let found = self.0.db.read(move |tx| async move {
                let ids = cases.known_received(&grant(), &tx, (first_of(month), first_of(month.next())), &from, CASES).await?;
                Ok::<_, StoreError>((ids.last().map(CaseId::to_string), cases.derive(&grant(), &tx, &ids, through, now).await?))
            });
            let (last, derived) = found.await?;
            let Some(last) = last else { return Ok(homes) };
            after = last;
            let number = |area: Option<&AreaCode>| area.map_or(0, |area| numbers.area(area));
            let told = derived.into_iter().filter(|derived| derived.known.open);
            homes.extend(told.map(|derived| (derived.name.to_string(), number(derived.known.area.as_ref()))));
        }
    }

    /// How many cases of a month never get facts, and what they come to. Whose person is gone is counted nowhere.
    async fn never_told(&self, month: Month, (through, now): (i64, Timestamp)) -> Result<(u64, Counts), StoreError> {
        let cases = self.0.cases.clone();
        let derived = self.0.db.read(move |tx| async move {
            let ids = cases.never_received(&grant(), &tx, first_of(month), first_of(month.next())).await?;
            cases.derive(&grant(), &tx, &ids, through, now).await
        });
        let (mut count, mut sum) = (0, Counts::default());
        for known in derived.await?.into_iter().map(|derived| derived.known).filter(|known| !known.open && !known.facts.imported) {
            count += 1;
            sum.add(&Counts::of_case(&known.facts));
            if let Some((rating, _)) = known.rating {
                let (contacted, solved, satisfaction) = (rating.contacted, rating.solved, rating.satisfaction);
                let case_type = known.facts.case_type;
                sum.add(&Counts::of_score(&Score { month, area: 0, unit: 0, case_type, contacted, solved, satisfaction }));
            }
        }
        Ok((count, sum))
    }

    /// The leaves of the tables, by what is published after the facts of the batch were counted.
    pub(super) async fn table_leaves(&self, tx: &Tx, tables: &Tables) -> Result<Vec<Vec<u8>>, PublishError> {
        let mut leaves = Vec::new();
        for (month, homes) in &tables.homes {
            for table in by_community(tx, *month, homes).await? {
                leaves.push(Leaf::Table(Table::Community(table)).encode()?);
            }
        }
        for table in &tables.apart {
            leaves.push(Leaf::Table(Table::Apart(table.clone())).encode()?);
        }
        Ok(leaves)
    }
}

async fn by_community(tx: &Tx, month: Month, homes: &[(String, u16)]) -> Result<Vec<Community>, StoreError> {
    let names: Vec<String> = homes.iter().map(|(name, _)| name.clone()).collect();
    let published = rows::case::find_many(tx, &names).await?;
    let mut areas: BTreeMap<u16, BTreeMap<u16, Counts>> = BTreeMap::new();
    for (name, community) in homes {
        let facts = published.get(name).and_then(rows::case::facts).filter(|facts| facts.month == month);
        if let Some(facts) = facts {
            areas.entry(facts.area).or_default().entry(*community).or_default().add(&Counts::of_case(facts));
        }
    }
    let cube = rows::cell::cube(tx, month, month).await?;
    let mut tables = Vec::new();
    // What was published for no area has no communities: their names would say more than its own does.
    for (area, communities_of) in areas.into_iter().filter(|(area, _)| *area != 0) {
        let whole = cube.sum(&Slice { area: Some(area), ..Slice::county(month) });
        tables.extend(BY_COMMUNITY.iter().filter_map(|figure| table_of(month, area, *figure, &communities_of, &whole)));
    }
    Ok(tables)
}

/// The table of one figure; none where the area has one community only, or none of its rows may be shown.
fn table_of(month: Month, area: u16, figure: Figure, communities_of: &BTreeMap<u16, Counts>, whole: &Counts) -> Option<Community> {
    let mut rows: BTreeMap<u16, Pair> = communities_of.iter().map(|(community, counts)| (*community, figure.pair(counts))).collect();
    // Cases whose person is gone keep their facts, and nobody knows any more where they came from: they stand under no community.
    let (known, all) = (rows.values().fold(Pair::default(), |sum, pair| Pair { n: sum.n + pair.n, d: sum.d + pair.d }), figure.pair(whole));
    let rest = Pair { n: all.n.checked_sub(known.n)?, d: all.d.checked_sub(known.d)? };
    if rest != Pair::default() {
        let unknown = rows.entry(0).or_default();
        (unknown.n, unknown.d) = (unknown.n + rest.n, unknown.d + rest.d);
    }
    if rows.values().filter(|pair| pair.d > 0).count() < 2 {
        return None;
    }
    let rows = communities(&rows.into_iter().collect::<Vec<_>>());
    let shown = rows.iter().any(|(_, pair)| pair.is_some_and(|pair| pair.d > 0));
    shown.then(|| Community { month, area, figure: figure.code().to_owned(), rows })
}

/// The tables of a quarter's cases that never get facts: by month where each has none or enough, else for the quarter, else none.
fn apart(quarter: [Month; 3], never: &[(u64, Counts); 3]) -> Vec<Apart> {
    let rows = |counts: &Counts| -> Vec<FigureRow> {
        let pairs = OF_APART.iter().map(|figure| (figure, figure.pair(counts))).filter(|(_, pair)| pair.d > 0 && may_stand(*pair));
        pairs.map(|(figure, value)| FigureRow { figure: figure.code().to_owned(), value }).collect()
    };
    let tables: Vec<Apart> = match span_of(never.map(|(count, _)| count)) {
        Span::Month => {
            quarter.into_iter().zip(never).map(|(month, (_, sum))| Apart { month, span: Span::Month, rows: rows(sum) }).collect()
        }
        Span::Quarter => {
            let mut sum = Counts::default();
            for (_, counts) in never {
                sum.add(counts);
            }
            vec![Apart { month: quarter[0], span: Span::Quarter, rows: rows(&sum) }]
        }
    };
    tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use jiff::civil::date;
    use tally::suppress::check_communities;

    use super::*;

    fn month(number: u8) -> Month {
        Month::new(2026, number).unwrap()
    }

    fn counts(cases: u64, contacted: u64) -> Counts {
        Counts { cases, contacted_24h: contacted, ..Counts::default() }
    }

    #[test]
    fn each_month_is_due_once() {
        // January ended 90 days before 1 May.
        assert_eq!(due(month(1), date(2026, 4, 27), Some(date(2026, 4, 20))), []);
        assert_eq!(due(month(1), date(2026, 5, 4), Some(date(2026, 4, 27))), [month(1)]);
        assert_eq!(due(month(1), date(2026, 5, 11), Some(date(2026, 5, 4))), []);
        assert_eq!(due(month(1), date(2026, 7, 6), None), [month(1), month(2), month(3)], "the first batch of a site with a past");
        assert_eq!(quarter_ending(month(6)), Some([month(4), month(5), month(6)]));
        assert_eq!(quarter_ending(month(7)), None);
    }

    #[test]
    fn a_table_adds_up_to_its_area_and_shows_no_few() {
        let of = |rows: &[(u16, Counts)], whole: Counts| table_of(month(1), 7, Figure::K1, &rows.iter().copied().collect(), &whole);
        let table = of(&[(11, counts(30, 20)), (12, counts(20, 10)), (13, counts(3, 2))], counts(60, 35)).unwrap();
        // Three of one community, and seven of whom nobody knows the community any more.
        assert_eq!(table.rows.iter().map(|(community, _)| *community).collect::<Vec<_>>(), [0, 11, 12, 13]);
        assert_eq!(check_communities(&table.rows, Pair { n: 35, d: 60 }), Ok(()));
        assert!(table.rows.iter().any(|(community, pair)| *community == 11 && *pair == Some(Pair { n: 20, d: 30 })));
        assert_eq!(of(&[(11, counts(30, 20))], counts(30, 20)), None, "one community is its area");
        assert_eq!(of(&[(11, counts(3, 2)), (12, counts(4, 2))], counts(7, 4)), None, "nothing may be shown");
        assert_eq!(of(&[(11, counts(30, 20)), (12, counts(40, 20))], counts(60, 40)), None, "more than was published: no table");
    }

    #[test]
    fn what_is_never_told_is_told_by_quarter_where_months_have_few() {
        let quarter = [month(1), month(2), month(3)];
        let spans = |never: [(u64, Counts); 3]| apart(quarter, &never).iter().map(|table| (table.month, table.span)).collect::<Vec<_>>();
        let (none, few, many) = ((0, counts(0, 0)), (2, counts(2, 2)), (9, counts(9, 9)));
        assert_eq!(spans([many, none, many]), [(month(1), Span::Month), (month(3), Span::Month)]);
        assert_eq!(spans([many, few, none]), [(month(1), Span::Quarter)]);
        assert_eq!(spans([few, none, none]), [], "too few in three months");
        assert_eq!(apart(quarter, &[many, few, none])[0].rows, [FigureRow { figure: "K1".to_owned(), value: Pair { n: 11, d: 11 } }]);
    }
}
