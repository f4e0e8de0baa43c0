//! Table leaves (decisions 10): sums that no case leaf shows. Numbers below five do not stand in them.

use super::facts::numbered;
use super::{DoesNotFit, Month, TABLE};
use crate::bundle::LONGEST;
use crate::cbor::{Malformed, Reader, Writer};

numbered! {
    /// How long a time a table is about.
    Span {
        /// One month.
        Month = 1 "month",
        /// Three, where a month would show fewer than five.
        Quarter = 3 "quarter",
    }
}

/// A numerator and a denominator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// How many of them.
    pub n: u64,
    /// How many there are.
    pub d: u64,
}

/// The last leaf of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchTable {
    /// The day of the batch, `YYYY-MM-DD`.
    pub on: String,
    /// Facts leaves in this batch: they stand right before the scores.
    pub facts: u64,
    /// Score leaves in this batch: they stand right before this leaf.
    pub scores: u64,
    /// By received month, in order.
    pub months: Vec<MonthRow>,
    /// Where the table of the batch before this one stands; `None` in the first. Whoever has the last table finds all.
    pub before: Option<u64>,
}

/// One received month in a batch's table: where its cases are, so that nobody can leave one out unseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthRow {
    /// The month.
    pub month: Month,
    /// Cases with facts in the log.
    pub with_facts: u64,
    /// Cases whose facts wait for a later batch; with `sealed` when that is not told.
    pub waiting: u64,
    /// Cases that never get facts; `None` when fewer than five, who are then among `waiting`.
    pub sealed: Option<u64>,
    /// Leaves of this batch that are about the month: facts, facts taken back, scores.
    pub leaves: u64,
    /// Where the table of the last batch before this one stands that had leaves about the month; `None` if none had. Whoever
    /// wants one month follows these, and knows that no batch is missing.
    pub before: Option<u64>,
}

/// One figure by community within an area, for one received month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Community {
    /// The month.
    pub month: Month,
    /// The area by its number.
    pub area: u16,
    /// The figure (`K1`).
    pub figure: String,
    /// Communities by their number, in order; `None` is not shown.
    pub rows: Vec<(u16, Option<Pair>)>,
}

/// Figures of the cases that never get facts: county only, never added to recomputed rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The first month.
    pub month: Month,
    /// One month or three.
    pub span: Span,
    /// The figures.
    pub rows: Vec<FigureRow>,
}

/// One figure in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow {
    /// The figure (`K1`).
    pub figure: String,
    /// Its value.
    pub value: Pair,
}

/// A table leaf: `{1: 4, 2: kind, …}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Table {
    /// `{1: 4, 2: 1, 3: on, 4: facts, 5: scores, 6: [[month, with facts, waiting, sealed or null,
    /// leaves, before or null] …], 7: before or null}`.
    Batch(BatchTable),
    /// `{1: 4, 2: 2, 3: month, 4: area, 5: figure, 6: [[community, n, d] or [community, null] …]}`.
    Community(Community),
    /// `{1: 4, 2: 3, 3: month, 4: span, 5: [[figure, n, d] …]}`.
    Apart(Apart),
}

impl Table {
    pub(super) fn encode(&self) -> Result<Vec<u8>, DoesNotFit> {
        let mut out = Writer::default();
        match self {
            Self::Batch(table) => {
                out.map(7).uint(1).uint(TABLE).uint(2).uint(1).uint(3).text(&table.on);
                out.uint(4).uint(table.facts).uint(5).uint(table.scores).uint(6).array(table.months.len() as u64);
                for row in &table.months {
                    out.array(6).uint(row.month.number().into()).uint(row.with_facts).uint(row.waiting);
                    opt_uint(&mut out, row.sealed);
                    opt_uint(out.uint(row.leaves), row.before);
                }
                opt_uint(out.uint(7), table.before);
            }
            Self::Community(table) => {
                out.map(6).uint(1).uint(TABLE).uint(2).uint(2).uint(3).uint(table.month.number().into());
                out.uint(4).uint(table.area.into()).uint(5).text(&table.figure).uint(6).array(table.rows.len() as u64);
                for (community, pair) in &table.rows {
                    match pair {
                        Some(pair) => out.array(3).uint((*community).into()).uint(pair.n).uint(pair.d),
                        None => out.array(2).uint((*community).into()).null(),
                    };
                }
            }
            Self::Apart(table) => {
                out.map(5).uint(1).uint(TABLE).uint(2).uint(3).uint(3).uint(table.month.number().into());
                out.uint(4).uint(table.span.number().into()).uint(5).array(table.rows.len() as u64);
                for row in &table.rows {
                    out.array(3).text(&row.figure).uint(row.value.n).uint(row.value.d);
                }
            }
        }
        let bytes = out.into_bytes();
        if bytes.len() <= LONGEST { Ok(bytes) } else { Err(DoesNotFit("a table beyond 65,535 bytes")) }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Malformed> {
        reader.key(2)?;
        let kind = reader.uint()?;
        reader.key(3)?;
        match kind {
            1 => {
                let on = reader.text()?.to_owned();
                let facts = value(reader, 4)?;
                let scores = value(reader, 5)?;
                let months = rows(reader, 6, |reader| {
                    expect(reader.array()?, 6)?;
                    let month = month(reader)?;
                    let (with_facts, waiting) = (reader.uint()?, reader.uint()?);
                    let (sealed, leaves) = (opt(reader)?, reader.uint()?);
                    Ok(MonthRow { month, with_facts, waiting, sealed, leaves, before: opt(reader)? })
                })?;
                reader.key(7)?;
                Ok(Self::Batch(BatchTable { on, facts, scores, months, before: opt(reader)? }))
            }
            2 => {
                let month = month(reader)?;
                let area = u16::try_from(value(reader, 4)?).map_err(|_| Malformed)?;
                reader.key(5)?;
                let figure = reader.text()?.to_owned();
                let rows = rows(reader, 6, |reader| {
                    let items = reader.array()?;
                    let community = u16::try_from(reader.uint()?).map_err(|_| Malformed)?;
                    if items == 2 {
                        return if reader.null() { Ok((community, None)) } else { Err(Malformed) };
                    }
                    expect(items, 3)?;
                    Ok((community, Some(Pair { n: reader.uint()?, d: reader.uint()? })))
                })?;
                Ok(Self::Community(Community { month, area, figure, rows }))
            }
            3 => {
                let month = month(reader)?;
                let span = Span::from_number(value(reader, 4)?).ok_or(Malformed)?;
                let rows = rows(reader, 5, |reader| {
                    expect(reader.array()?, 3)?;
                    Ok(FigureRow { figure: reader.text()?.to_owned(), value: Pair { n: reader.uint()?, d: reader.uint()? } })
                })?;
                Ok(Self::Apart(Apart { month, span, rows }))
            }
            _ => Err(Malformed),
        }
    }
}

fn expect(found: u64, wanted: u64) -> Result<(), Malformed> {
    if found == wanted { Ok(()) } else { Err(Malformed) }
}

fn opt_uint(out: &mut Writer, value: Option<u64>) {
    match value {
        Some(value) => out.uint(value),
        None => out.null(),
    };
}

fn opt(reader: &mut Reader<'_>) -> Result<Option<u64>, Malformed> {
    if reader.null() { Ok(None) } else { reader.uint().map(Some) }
}

fn value(reader: &mut Reader<'_>, key: u64) -> Result<u64, Malformed> {
    reader.key(key)?;
    reader.uint()
}

fn month(reader: &mut Reader<'_>) -> Result<Month, Malformed> {
    Month::from_number(reader.uint()?).ok_or(Malformed)
}

fn rows<T>(reader: &mut Reader<'_>, key: u64, mut row: impl FnMut(&mut Reader<'_>) -> Result<T, Malformed>) -> Result<Vec<T>, Malformed> {
    reader.key(key)?;
    (0..reader.array()?).map(|_| row(reader)).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::super::Leaf;
    use super::*;

    #[test]
    fn tables_come_back() {
        let month = Month::new(2026, 10).unwrap();
        let pair = Some(Pair { n: 17, d: 20 });
        let tables = [
            Table::Batch(BatchTable {
                on: "2026-11-23".to_owned(),
                facts: 120,
                scores: 45,
                months: vec![
                    MonthRow { month, with_facts: 1284, waiting: 7, sealed: Some(6), leaves: 0, before: Some(60_000) },
                    MonthRow { month: month.next(), with_facts: 300, waiting: 40, sealed: None, leaves: 165, before: None },
                ],
                before: Some(70_000),
            }),
            Table::Community(Community { month, area: 3, figure: "K1".to_owned(), rows: vec![(7, pair), (8, None), (9, None)] }),
            Table::Apart(Apart {
                month,
                span: Span::Quarter,
                rows: vec![FigureRow { figure: "K1".to_owned(), value: Pair { n: 5, d: 6 } }],
            }),
        ];
        for table in tables {
            let bytes = Leaf::Table(table.clone()).encode().unwrap();
            assert_eq!(Leaf::decode(&bytes), Ok(Leaf::Table(table)));
        }
        let long = Table::Community(Community { month, area: 3, figure: "K1".to_owned(), rows: vec![(7, pair); 20_000] });
        assert!(Leaf::Table(long).encode().is_err());
    }
}
