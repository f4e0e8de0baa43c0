//! What can be read of the figures: everything here is public.

mod examine;

use store::StoreError;
use tally::Cube;
use tlog::leaf::Month;

use crate::model::Batch;
use crate::rows;
use crate::service::Figures;

impl Figures {
    /// The sums of these months, as the last batch left them.
    pub async fn cube(&self, from: Month, to: Month) -> Result<Cube, StoreError> {
        self.0.db.read(move |tx| async move { rows::cell::cube(&tx, from, to).await }).await
    }

    /// The last batch; its day is the date of all figures.
    pub async fn last_batch(&self) -> Result<Option<Batch>, StoreError> {
        self.0.db.read(|tx| async move { rows::batch::last(&tx).await }).await
    }
}
