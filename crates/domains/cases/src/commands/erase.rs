//! Forgetting the person behind a case (decisions 14): the data key goes, the words go, the figures and proofs stay.

use identity::Granted;
use journal::{Envelope, Stream};
use kernel::{CaseNumber, Timestamp};
use store::{StoreError, Tx};

use super::change::Changed;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Case, CaseEvent};
use crate::permissions::EraseCase;
use crate::rows;
use crate::service::Cases;

impl Cases {
    /// Erases the person behind a case. Erasing twice is harmless.
    pub async fn erase(&self, grant: &Granted<EraseCase>, number: &CaseNumber) -> Result<Changed, ChangeError> {
        let (cases, number, now) = (self.clone(), number.clone(), self.clock.now());
        let envelope = Envelope { source: self.source, ..Envelope::live(grant.actor().clone(), grant.request_id(), now) };
        self.db
            .write(move |tx| {
                let (cases, number, envelope) = (cases.clone(), number.clone(), envelope.clone());
                async move {
                    let stored = rows::record::find(&tx, &number, rows::scope::everything()).await?.ok_or(ChangeError::NoSuchCase)?;
                    let mut case = stored.case;
                    if case.erased {
                        return Ok(Changed::from(&case));
                    }
                    let was = case.clone();
                    let events = cases.save_steps(&tx, &was, &mut case, &[(CaseEvent::Erased, Private::Nothing)], now).await?;
                    cases.journal.append(&tx, &envelope, &Stream::of(case.id), case.subject(), was.version, events).await?;
                    // Facts of an erased person leave the figures with the next batch. What is archived stays in them.
                    if let Some(name) = cases.journal.name_of(&tx, &Stream::of(case.id), case.subject()).await? {
                        rows::gone::insert(&tx, name).await?;
                    }
                    cases.forget_person(&tx, &case, now).await?;
                    Ok(Changed::from(&case))
                }
            })
            .await
    }

    /// Takes the person out of a case, after its last event: words, contact, alarm, and the key of all that was said.
    pub(super) async fn forget_person(&self, tx: &Tx, case: &Case, now: Timestamp) -> Result<(), StoreError> {
        rows::private::erase(tx, case.id).await?;
        rows::alarm::forget(tx, case.id).await?;
        rows::assist::set(tx, case.id, &[]).await?;
        super::watch::end(tx, case.id).await?;
        self.journal.forget(tx, case.subject(), now).await.map(drop)
    }
}
