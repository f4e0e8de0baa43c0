//! One case with its story.

use identity::{Granted, Permission};
use journal::Stream;
use kernel::CaseNumber;

use crate::errors::ChangeError;
use crate::events::{Entry, from_journal};
use crate::model::Case;
use crate::permissions::ReadCase;
use crate::rows;
use crate::rows::private::Said;
use crate::service::Cases;

/// A case as pages and API show it.
#[derive(Debug, Clone)]
pub struct Detail {
    /// The case.
    pub case: Case,
    /// What the resident said; `None` after erasure.
    pub said: Option<Said>,
    /// Its events, oldest first.
    pub story: Vec<Entry>,
}

impl Cases {
    /// The case with this number, if the grant reaches it.
    pub async fn detail(&self, grant: &Granted<ReadCase>, number: &CaseNumber) -> Result<Detail, ChangeError> {
        self.detail_in(grant, number).await
    }

    pub(super) async fn detail_in<P: Permission>(&self, grant: &Granted<P>, number: &CaseNumber) -> Result<Detail, ChangeError> {
        let (cases, number, scope) = (self.clone(), number.clone(), self.readable_by(grant.scopes()));
        self.db
            .read(move |tx| async move {
                let case = rows::record::find(&tx, &number, scope).await?.ok_or(ChangeError::NoSuchCase)?.case;
                let said = rows::private::find(&tx, case.id).await?;
                let story = cases.journal.history(&tx, &Stream::of(case.id)).await?;
                let story = story.into_iter().map(|opened| from_journal(case.id, opened)).collect::<Result<_, _>>()?;
                Ok(Detail { case, said, story })
            })
            .await
    }
}
