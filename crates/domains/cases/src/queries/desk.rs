//! What waits on the dispatch desk, and what is held apart from it.

use identity::Granted;
use store::StoreError;

use crate::errors::ChangeError;
use crate::model::StateName;
use crate::permissions::ReadCase;
use crate::queries::Item;
use crate::rows;
use crate::rows::lists::Filter;
use crate::service::Cases;

/// The states in which a case waits for the dispatcher.
pub const QUEUE: [StateName; 3] = [StateName::Triage, StateName::Returned, StateName::Reopened];

fn on_desk(held: bool) -> Filter {
    Filter { states: QUEUE.to_vec(), held: Some(held), ..Filter::default() }
}

impl Cases {
    /// The cases that may be dispatched now: open alarms first, then urgent ones, then what turns red first; at most `most`.
    pub async fn waiting(&self, grant: &Granted<ReadCase>, most: u64) -> Result<Vec<Item>, ChangeError> {
        let (scope, now) = (self.scope_of(grant.scopes()), self.clock.now());
        let (cases, scopes) = (self.clone(), grant.scopes().clone());
        self.db
            .read(move |tx| async move {
                // Where somebody may be in danger, nothing else comes first.
                let alarms: Vec<_> = rows::alarm::open(&tx, most).await?.into_iter().map(|alarm| alarm.case).collect();
                let rows = rows::lists::for_desk(&tx, scope, &on_desk(false), &alarms, most, now).await?;
                Ok(cases.with_words(&tx, &scopes, rows).await?)
            })
            .await
    }

    /// How many may be dispatched now, counted up to `most`.
    pub async fn count_waiting(&self, grant: &Granted<ReadCase>, most: u64) -> Result<u64, ChangeError> {
        Ok(self.count_on_desk(grant, false, most).await?)
    }

    /// How many wait for their release first, counted up to `most`.
    pub async fn count_held(&self, grant: &Granted<ReadCase>, most: u64) -> Result<u64, ChangeError> {
        Ok(self.count_on_desk(grant, true, most).await?)
    }

    async fn count_on_desk(&self, grant: &Granted<ReadCase>, held: bool, most: u64) -> Result<u64, StoreError> {
        let (scope, now) = (self.scope_of(grant.scopes()), self.clock.now());
        self.db.read(move |tx| async move { rows::lists::count_up_to(&tx, scope, &on_desk(held), most, now).await }).await
    }
}
