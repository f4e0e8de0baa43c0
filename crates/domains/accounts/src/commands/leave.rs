//! Somebody leaves: what she has to do goes to named successors, and the account closes, in one commit (decisions 3).

use std::collections::BTreeMap;
use std::sync::Arc;

use identity::permissions::ManageAccounts;
use identity::{AccountView, Granted};
use kernel::{AccountId, Locale};
use store::{StoreError, Tx};

use crate::errors::{LeaveError, ProposalError};
use crate::model::Step;
use crate::ports::{Duties, Duty};
use crate::rows;
use crate::service::Accounts;

/// One piece of work of somebody who leaves, with those who could have it.
#[derive(Debug, Clone)]
pub struct Leaving {
    /// What it is called.
    pub label: String,
    /// The work.
    pub duty: Duty,
    /// Who holds what it needs, without the leaver.
    pub successors: Vec<AccountView>,
}

impl Accounts {
    /// What somebody has to hand over, with those who could have it.
    pub async fn leaving(&self, grant: &Granted<ManageAccounts>, id: AccountId, locale: Locale) -> Result<(Vec<Leaving>, u64), LeaveError> {
        let (accounts, grant) = (self.clone(), grant.clone());
        self.0
            .db
            .read(move |tx| async move {
                accounts.identity().reach(&tx, &grant, id, accounts.now()).await?;
                let mut all = Vec::new();
                for (duties, duty) in accounts.duties(&tx, id).await? {
                    let successors = accounts.successors(&tx, &duty, id).await?;
                    all.push(Leaving { label: duties.label(locale), duty, successors });
                }
                Ok((all, rows::proposal::pending_of(&tx, id).await?.len() as u64))
            })
            .await
    }

    /// Hands everything over to the successors named by [`Duty::key`], takes back what the leaver has proposed, and closes the
    /// account. [`LeaveError::Open`] when something is left, and nothing has happened.
    pub async fn close(
        &self,
        grant: &Granted<ManageAccounts>,
        id: AccountId,
        successors: BTreeMap<String, AccountId>,
    ) -> Result<(), LeaveError> {
        let (accounts, grant, now, successors) = (self.clone(), grant.clone(), self.now(), Arc::new(successors));
        self.0
            .db
            .write(move |tx| {
                let (accounts, grant, successors) = (accounts.clone(), grant.clone(), Arc::clone(&successors));
                async move {
                    accounts.identity().reach(&tx, &grant, id, now).await?;
                    let envelope = grant.envelope(now);
                    let mut open = Vec::new();
                    for (duties, duty) in accounts.duties(&tx, id).await? {
                        let able = accounts.successors(&tx, &duty, id).await?;
                        match successors.get(&duty.key).filter(|named| able.iter().any(|one| one.id == **named)) {
                            Some(to) => duties.hand_over(&tx, &envelope, &duty, id, *to).await?,
                            None => open.push(duty.key),
                        }
                    }
                    if open.is_empty() {
                        open.extend(accounts.duties(&tx, id).await?.into_iter().map(|(_, duty)| duty.key));
                    }
                    if !open.is_empty() {
                        return Err(LeaveError::Open(open));
                    }
                    for duties in &accounts.0.duties {
                        duties.relieve(&tx, &envelope, id).await?;
                    }
                    for proposal in rows::proposal::pending_of(&tx, id).await? {
                        accounts.end(&tx, &envelope, proposal, Step::Abandon).await.map_err(store_part)?;
                    }
                    accounts.identity().close_account_in(&tx, &grant, id, now).await?;
                    Ok(())
                }
            })
            .await?;
        self.identity().changed();
        Ok(())
    }

    async fn duties(&self, tx: &Tx, id: AccountId) -> Result<Vec<(Arc<dyn Duties>, Duty)>, StoreError> {
        let mut all = Vec::new();
        for duties in &self.0.duties {
            all.extend(duties.of(tx, id).await?.into_iter().map(|duty| (Arc::clone(duties), duty)));
        }
        Ok(all)
    }

    async fn successors(&self, tx: &Tx, duty: &Duty, leaver: AccountId) -> Result<Vec<AccountView>, StoreError> {
        let mut able = self.identity().holders(tx, &duty.needs, self.now()).await?;
        able.retain(|one| one.id != leaver);
        Ok(able)
    }
}

/// Abandoning what is pending can fail in the storage alone.
fn store_part(error: ProposalError) -> StoreError {
    match error {
        ProposalError::Account(identity::AccountError::Store(error)) => error,
        ProposalError::Account(_)
        | ProposalError::NoSuchProposal
        | ProposalError::Refused(_)
        | ProposalError::ProposerGone
        | ProposalError::Invalid(_) => StoreError::Stale,
    }
}
