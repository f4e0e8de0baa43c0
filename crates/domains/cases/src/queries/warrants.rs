//! Which warrants and samples there are.

use identity::Granted;
use jiff::ToSpan as _;
use kernel::CaseNumber;

use crate::errors::ChangeError;
use crate::model::{Sample, Warrant};
use crate::permissions::{AskWarrant, DrawSample, GrantWarrant};
use crate::ports::Person;
use crate::rows;
use crate::service::Cases;

/// Warrants on one page: the newest.
const MOST: u64 = 100;
/// Samples stay on the page for so long after their end.
const KEPT_DAYS: i64 = 90;

impl Cases {
    /// The warrants that the holder of the grant has asked for, newest first.
    pub async fn own_warrants(&self, grant: &Granted<AskWarrant>) -> Result<Vec<(Warrant, CaseNumber)>, ChangeError> {
        self.warrants(Some(Self::person(grant)?)).await
    }

    /// Everybody's warrants, newest first.
    pub async fn all_warrants(&self, _grant: &Granted<GrantWarrant>) -> Result<Vec<(Warrant, CaseNumber)>, ChangeError> {
        self.warrants(None).await
    }

    async fn warrants(&self, reader: Option<kernel::AccountId>) -> Result<Vec<(Warrant, CaseNumber)>, ChangeError> {
        self.db
            .read(move |tx| async move {
                let warrants = rows::warrant::newest(&tx, reader, MOST).await?;
                let numbers = rows::record::numbers_of(&tx, warrants.iter().map(|warrant| warrant.case)).await?;
                Ok(warrants
                    .into_iter()
                    .filter_map(|warrant| Some((numbers.get(&warrant.case)?.clone(), warrant)))
                    .map(|(number, warrant)| (warrant, number))
                    .collect())
            })
            .await
    }

    /// The samples that are open or ended lately: everybody's.
    pub async fn all_samples(&self, _grant: &Granted<DrawSample>) -> Result<Vec<Sample>, ChangeError> {
        let since = self.clock.now().checked_sub((24 * KEPT_DAYS).hours()).unwrap_or_default();
        Ok(self.db.read(move |tx| async move { rows::sample::since(&tx, None, since).await }).await?)
    }

    /// Those for whom a sample may be drawn.
    pub async fn readers(&self, _grant: &Granted<DrawSample>) -> Result<Vec<Person>, ChangeError> {
        Ok(self.staff.readers().await?)
    }
}
