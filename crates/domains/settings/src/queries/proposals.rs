//! Proposals, for those who propose, decide or look on.

use identity::Granted;
use kernel::{AccountId, Locale};
use store::StoreError;

use crate::errors::SettingError;
use crate::model::{Person, Proposal};
use crate::permissions::ViewSettings;
use crate::rows;
use crate::service::Settings;

/// Proposals on one page.
const PAGE: u64 = 50;

/// A page of proposals, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalList {
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// The number before which the next page begins; `None` at the end.
    pub next: Option<u32>,
}

impl Settings {
    /// The proposals with a number below `before`, or the newest; all, or those that wait for a decision.
    pub async fn proposals(
        &self,
        _grant: &Granted<ViewSettings>,
        waiting: bool,
        before: Option<u32>,
    ) -> Result<ProposalList, SettingError> {
        let mut found = self.0.parts.db.read(move |tx| async move { rows::proposal::list(&tx, waiting, before, PAGE + 1).await }).await?;
        let more = found.len() as u64 > PAGE;
        found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        let proposals: Vec<Proposal> = found.into_iter().map(|stored| stored.proposal).collect();
        let next = if more { proposals.last().map(|last| last.number) } else { None };
        Ok(ProposalList { proposals, next })
    }

    /// One proposal.
    pub async fn proposal(&self, _grant: &Granted<ViewSettings>, number: u32) -> Result<Proposal, SettingError> {
        let found = self.0.parts.db.read(move |tx| async move { rows::proposal::find(&tx, number).await }).await?;
        found.map(|stored| stored.proposal).ok_or(SettingError::NoSuchProposal)
    }

    /// Number and reason of everything that was approved, for everybody.
    pub async fn reasons(&self) -> Result<Vec<(u32, String)>, StoreError> {
        self.0.parts.db.read(|tx| async move { rows::proposal::reasons(&tx).await }).await
    }

    /// The names of these people, for staff; the platform itself has none.
    pub async fn names(&self, people: &[&Person], locale: Locale) -> Result<Vec<(AccountId, String)>, StoreError> {
        let accounts: Vec<AccountId> =
            people.iter().filter_map(|person| if let Person::Account(id) = person { Some(*id) } else { None }).collect();
        if accounts.is_empty() {
            return Ok(Vec::new());
        }
        let identity = self.0.parts.identity.clone();
        let names = self.0.parts.db.read(move |tx| async move { identity.names(&tx).await }).await?;
        let known = names.into_iter().filter(|(id, _, _)| accounts.contains(id));
        Ok(known.map(|(id, zh, en)| (id, locale.pick(&zh, en.as_deref().unwrap_or(&zh)).to_owned())).collect())
    }
}
