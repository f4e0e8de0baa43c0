//! Telling people of a case or an order, in the commit of the cause.

use kernel::{AccountId, NoticeId, Timestamp};
use notify::NewNotice;
use store::{StoreError, Tx};

use crate::model::Told;
use crate::service::Supervision;

/// What there is to tell.
pub(super) struct News<'a> {
    /// The code of the sentence.
    pub kind: &'static str,
    /// The number of what it is about.
    pub about: &'a str,
    /// A second value of the sentence.
    pub detail: Option<String>,
    /// Names the cause.
    pub once: String,
}

impl Supervision {
    /// Tells each of `to` once; whether anybody was told who had not been.
    pub(super) async fn tell(
        &self,
        tx: &Tx,
        to: impl IntoIterator<Item = AccountId>,
        news: &News<'_>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut fresh = false;
        for account in to {
            let notice = NewNotice {
                to: account,
                kind: news.kind,
                about: news.about.to_owned(),
                detail: news.detail.clone(),
                once: news.once.clone(),
            };
            fresh |= notify::tell(tx, NoticeId::new(now, self.0.rng.as_ref()), &notice, now).await?;
        }
        Ok(fresh)
    }
}

/// Everybody who was chosen, each once.
pub(super) fn all(told: &[Told]) -> Vec<AccountId> {
    let mut all: Vec<AccountId> = told.iter().flat_map(|told| told.to.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}
