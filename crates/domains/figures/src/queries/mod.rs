//! What can be read of the figures: everything here is public.

mod examine;

use jiff::civil::Date;
use store::{StoreError, Tx};
use tally::report::{Row, rows};
use tally::{Cube, cohort};
use tlog::epochs;
use tlog::leaf::{Apart, BatchTable, Community, Leaf, Month, MonthRow, Span, Table};

use crate::commands::{JUDGED_DAYS, first_of, quarter_ending};
use crate::model::{Batch, Said};
use crate::rows as tables;
use crate::service::Figures;

/// Tables behind one batch are read up to here: four figures of some dozens of areas for a few months.
const MOST_TABLES: u64 = 4_000;

/// The figures of some months as the last batch left them.
#[derive(Debug, Clone)]
pub struct Board {
    /// The last batch.
    pub batch: Batch,
    /// The month that is shown.
    pub month: Month,
    /// Months with figures, newest first.
    pub months: Vec<Month>,
    /// Sums of the months asked for.
    pub cube: Cube,
    /// What numbers mean.
    pub said: Vec<Said>,
    /// What the last table says of the month: how many wait.
    pub row: Option<MonthRow>,
    /// The month's figures by community, once they went out.
    pub communities: Vec<Community>,
    /// Figures of the cases of this month that never get facts, or of its quarter's.
    pub apart: Option<Apart>,
}

/// Days from the end of a month to the day of a batch.
pub(crate) fn age_days(month: Month, on: Date) -> i64 {
    let last = kernel::format::local_date(first_of(month.next())).yesterday();
    last.and_then(|last| last.until(on)).map_or(0, |age| age.get_days().into())
}

/// The rows of a board in the form in which programs compare them.
pub(crate) fn rows_of(board: &Board, months: impl IntoIterator<Item = Month>) -> Vec<Row> {
    let name = |what, number: u16| {
        board.said.iter().find(|said| said.what == what && said.number == u32::from(number)).map(|said| said.code.clone())
    };
    rows(&board.cube, months, name, |month| age_days(month, board.batch.on))
}

impl Figures {
    /// The board of a month, or of the newest that can be shown; `None` before there is a batch, or when the month has no figures.
    pub async fn board(&self, month: Option<Month>) -> Result<Option<Board>, StoreError> {
        let figures = self.clone();
        self.0
            .db
            .read(move |tx| async move {
                let Some(batch) = tables::batch::last(&tx).await? else { return Ok(None) };
                let Some((_, table)) = figures.table_of(&tx, Some(&batch)).await? else { return Ok(None) };
                let months = months_of(&table);
                // A month that has ended tells more than the one under way.
                let ended = || months.iter().find(|month| month.to_string() < batch.on.strftime("%Y-%m").to_string());
                let shown = match month {
                    None => ended().or(months.first()),
                    Some(asked) => months.iter().find(|month| **month == asked),
                };
                let Some(month) = shown.copied() else { return Ok(None) };
                let (cube, said) = (tables::cell::cube(&tx, month, month).await?, tables::name::all(&tx).await?);
                let row = table.months.iter().find(|row| row.month == month).copied();
                let (communities, apart) = figures.tables_about(&tx, month).await?;
                Ok(Some(Board { batch, month, months, cube, said, row, communities, apart }))
            })
            .await
    }

    /// The tables about a month that stand behind the first batch that could judge it, and about its quarter behind that which could judge
    /// the quarter.
    async fn tables_about(&self, tx: &Tx, month: Month) -> Result<(Vec<Community>, Option<Apart>), StoreError> {
        let batches = tables::batch::all(tx).await?;
        let judged = |month: Month| batches.iter().find(|batch| age_days(month, batch.on) >= JUDGED_DAYS);
        let mut quarters = [month, month.next(), month.next().next()].into_iter().filter_map(quarter_ending);
        let (mut communities, mut apart) = (Vec::new(), None);
        for table in self.behind(tx, judged(month)).await? {
            if let Table::Community(table) = table
                && table.month == month
            {
                communities.push(table);
            }
        }
        if let Some(quarter) = quarters.next() {
            for table in self.behind(tx, judged(quarter[2])).await? {
                if let Table::Apart(table) = table {
                    let about = match table.span {
                        Span::Month => table.month == month,
                        Span::Quarter => table.month == quarter[0],
                    };
                    apart = if about { Some(table) } else { apart };
                }
            }
        }
        Ok((communities, apart))
    }

    /// The tables that stand behind a batch.
    async fn behind(&self, tx: &Tx, batch: Option<&Batch>) -> Result<Vec<Table>, StoreError> {
        let Some(batch) = batch else { return Ok(Vec::new()) };
        let leaves = self.0.journal.leaves_after(tx, batch.table, MOST_TABLES).await?;
        let next = |position: &i64, nth: usize| i64::try_from(nth).is_ok_and(|nth| *position == batch.table + 1 + nth);
        let behind = leaves.iter().enumerate().take_while(|(nth, (position, _))| next(position, *nth));
        let tables = behind.map_while(|(_, (_, leaf))| match Leaf::decode(leaf) {
            Ok(Leaf::Table(table @ (Table::Community(_) | Table::Apart(_)))) => Some(table),
            Ok(_) | Err(_) => None,
        });
        Ok(tables.collect())
    }

    /// The sums of several months, whether they have figures or not; `None` before there is a batch.
    pub async fn board_of(&self, from: Month, to: Month) -> Result<Option<Board>, StoreError> {
        self.0
            .db
            .read(move |tx| async move {
                let Some(batch) = tables::batch::last(&tx).await? else { return Ok(None) };
                let (cube, said) = (tables::cell::cube(&tx, from, to).await?, tables::name::all(&tx).await?);
                Ok(Some(Board { batch, month: from, months: Vec::new(), cube, said, row: None, communities: Vec::new(), apart: None }))
            })
            .await
    }

    /// The last batch; its day is the date of all figures.
    pub async fn last_batch(&self) -> Result<Option<Batch>, StoreError> {
        self.0.db.read(|tx| async move { tables::batch::last(&tx).await }).await
    }

    /// The file that proves a month: every batch about it, with the tiles that lead to the signed root. `None` when no batch is, or the last one
    /// is not signed yet.
    pub async fn cohort(&self, month: Month) -> Result<Option<Vec<u8>>, StoreError> {
        let figures = self.clone();
        let batches = self.0.db.read(move |tx| async move {
            let mut batches = Vec::new();
            for batch in tables::batch::all(&tx).await? {
                batches.extend(figures.table_of(&tx, Some(&batch)).await?);
            }
            Ok::<_, StoreError>(batches)
        });
        let batches = batches.await?;
        match self
            .0
            .ledger
            .with_signed(move |log, signed| {
                let before = epochs::before_events(signed.epoch);
                let last = batches.last().map_or(0, |(at, _)| at + before);
                if last >= signed.head.size { Ok(None) } else { cohort::write(log, &batches, month, signed.head.size, before) }
            })
            .await
        {
            Ok(file) => Ok(file.flatten()),
            Err(ledger::LedgerError::Store(error)) => Err(error),
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a cohort file could not be made");
                Ok(None)
            }
        }
    }
}

fn months_of(table: &BatchTable) -> Vec<Month> {
    table.months.iter().rev().filter(|row| row.with_facts > 0).map(|row| row.month).collect()
}
