//! Read views for the pages.

use std::collections::HashMap;

use identity::permissions::ViewAccounts;
use identity::{AccountView, Granted};
use kernel::{AccountId, Locale, Page, PageSize};
use store::StoreError;

use crate::model::{Proposal, State};
use crate::rows;
use crate::service::Accounts;

/// A proposal with the names it speaks of.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The proposal.
    pub proposal: Proposal,
    /// How far it has come now.
    pub state: State,
    /// Who proposed it.
    pub by: String,
    /// Whose account it is about, where there is one already.
    pub whose: Option<String>,
    /// Who decided it.
    pub decided_by: Option<String>,
}

impl Accounts {
    /// One page of the proposals in a state, newest first. They are the county's affair: who sees a unit's accounts sees none.
    pub async fn proposals(
        &self,
        grant: &Granted<ViewAccounts>,
        state: State,
        after: Option<&str>,
        size: PageSize,
        locale: Locale,
    ) -> Result<Page<Shown>, StoreError> {
        if !grant.scopes().is_county() {
            return Ok(Page { rows: Vec::new(), next: None });
        }
        let after = after.and_then(|after| after.split_once('-')).and_then(|(at, id)| Some((at.parse().ok()?, format!("prop_{id}"))));
        let (identity, now) = (self.identity().clone(), self.now());
        self.0
            .db
            .read(move |tx| async move {
                let found = rows::proposal::page(&tx, state, after, size).await?;
                let page = Page::from_one_more(found, size, |last: &Proposal| {
                    format!("{}-{}", last.at.as_millisecond(), last.id.to_string().trim_start_matches("prop_"))
                });
                let names: HashMap<AccountId, String> = identity
                    .names(&tx)
                    .await?
                    .into_iter()
                    .map(|(id, zh, en)| (id, locale.pick(&zh, en.as_deref().unwrap_or(&zh)).to_owned()))
                    .collect();
                let name = |id: AccountId| names.get(&id).cloned().unwrap_or_default();
                Ok(page.map(|proposal| Shown {
                    state: proposal.state_at(now),
                    by: name(proposal.by),
                    whose: proposal.what.account().map(name),
                    decided_by: proposal.decided_by.map(name),
                    proposal,
                }))
            })
            .await
    }

    /// The name of an account in the reader's language.
    pub fn name_in(account: &AccountView, locale: Locale) -> &str {
        locale.pick_name(&account.name, account.name_en.as_deref())
    }
}
