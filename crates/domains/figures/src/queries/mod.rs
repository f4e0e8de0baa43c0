//! What can be read of the figures: everything here is public.

mod examine;

use jiff::civil::Date;
use store::StoreError;
use tally::report::{Row, rows};
use tally::{Cube, cohort};
use tlog::epochs;
use tlog::leaf::{BatchTable, Month, MonthRow};

use crate::commands::first_of;
use crate::model::{Batch, Said};
use crate::rows as tables;
use crate::service::Figures;

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
                Ok(Some(Board { batch, month, months, cube, said, row }))
            })
            .await
    }

    /// The sums of several months, whether they have figures or not; `None` before there is a batch.
    pub async fn board_of(&self, from: Month, to: Month) -> Result<Option<Board>, StoreError> {
        self.0
            .db
            .read(move |tx| async move {
                let Some(batch) = tables::batch::last(&tx).await? else { return Ok(None) };
                let (cube, said) = (tables::cell::cube(&tx, from, to).await?, tables::name::all(&tx).await?);
                Ok(Some(Board { batch, month: from, months: Vec::new(), cube, said, row: None }))
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
