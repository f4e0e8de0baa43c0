//! Who looked: at one's own matter, for the resident; one's own looks, for staff; everybody's, for the auditor.

use identity::{Granted, Principal};
use kernel::{AccountId, CaseNumber, Page, PageSize};

use crate::errors::ChangeError;
use crate::model::Look;
use crate::permissions::{AuditLooks, ReadCase};
use crate::rows;
use crate::rows::lists::Cursor;
use crate::service::Cases;

/// Looks shown to a resident: a matter that was read more often has been read by everybody who may.
const MOST: u64 = 200;

impl Cases {
    /// The looks at the case that a query code opens, newest first.
    pub async fn looks_at(&self, grant: &Granted<ReadCase>) -> Result<Vec<Look>, ChangeError> {
        let case = Self::case_of(grant)?;
        Ok(self.db.read(move |tx| async move { rows::look::of_case(&tx, case, MOST).await }).await?)
    }

    /// The looks of whoever is signed in, newest first.
    pub async fn own_looks(&self, who: &Principal, after: Option<&str>, size: PageSize) -> Result<Page<(Look, CaseNumber)>, ChangeError> {
        self.looks(Some(who.account()), after, size).await
    }

    /// Everybody's looks, newest first.
    pub async fn all_looks(
        &self,
        _grant: &Granted<AuditLooks>,
        after: Option<&str>,
        size: PageSize,
    ) -> Result<Page<(Look, CaseNumber)>, ChangeError> {
        self.looks(None, after, size).await
    }

    async fn looks(
        &self,
        account: Option<AccountId>,
        after: Option<&str>,
        size: PageSize,
    ) -> Result<Page<(Look, CaseNumber)>, ChangeError> {
        let after = match after {
            None => None,
            Some(text) => Some(Cursor::from_text(text).ok_or_else(|| ChangeError::field("after", "unknown"))?),
        };
        let rows = self.db.read(move |tx| async move { rows::look::newest(&tx, account, after.as_ref(), size.rows()).await }).await?;
        Ok(Page::from_one_more(rows, size, |(look, _)| rows::look::cursor(look)))
    }
}
