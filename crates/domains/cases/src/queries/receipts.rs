//! What a resident may keep a receipt of (decisions 12): the seals of her case's events that matter to her.

use identity::Granted;
use journal::{SealOf, Stream};
use kernel::{CaseNumber, Timestamp};
use tlog::Hash;

use crate::errors::ChangeError;
use crate::permissions::OwnCase;
use crate::rows;
use crate::service::Cases;

/// What a receipt is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceiptOf {
    /// The matter, as it was handed in.
    Intake,
    /// An answer.
    Answer,
    /// A rating.
    Rating,
    /// That the case was left out of the figures, and why.
    Exclusion,
}

impl ReceiptOf {
    /// Which receipt an event of this kind has; most have none.
    fn of_kind(kind: &str) -> Option<Self> {
        match kind {
            "case.submitted" => Some(Self::Intake),
            "case.answered" | "case.answered_at_once" | "case.answered_silent" | "case.answered_with_parent" => Some(Self::Answer),
            "case.rated" => Some(Self::Rating),
            "case.excluded" => Some(Self::Exclusion),
            _ => None,
        }
    }
}

/// How far a receipt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// Not yet in a signed checkpoint: 正在封存.
    Waiting,
    /// In the log, at this place.
    At(u64),
    /// In the log; its content was erased, and nobody can open the seal any more.
    Gone,
}

/// One receipt of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The event's version in the case: names the receipt in addresses.
    pub version: i64,
    /// What it is of.
    pub of: ReceiptOf,
    /// When that happened.
    pub at: Timestamp,
    /// The hash of the seal's leaf, known from the commit on.
    pub leaf: Hash,
    /// How far it is.
    pub sealed: Sealed,
}

impl Cases {
    /// The receipts of a case, oldest first.
    pub async fn receipts(&self, grant: &Granted<OwnCase>, number: &CaseNumber) -> Result<Vec<Kept>, ChangeError> {
        let seals = self.seals(grant, number).await?;
        // A log that cannot be read seals nothing, and a resident's page does not fail for it: the worker tells why.
        let signed = self.ledger().signed().await.ok().flatten().map_or(0, |signed| signed.head.size);
        let kept = seals.into_iter().filter_map(|seal| {
            let sealed = match (&seal.opening, seal.index) {
                (None, _) => Sealed::Gone,
                (Some(_), Some(index)) if index < signed => Sealed::At(index),
                (Some(_), _) => Sealed::Waiting,
            };
            let of = ReceiptOf::of_kind(&seal.event.kind)?;
            Some(Kept { version: seal.event.version, of, at: seal.event.occurred_at, leaf: seal.event.leaf_hash(), sealed })
        });
        Ok(kept.collect())
    }

    /// The seal behind one receipt of a case; `None` where that event has none.
    pub async fn seal(&self, grant: &Granted<OwnCase>, number: &CaseNumber, version: i64) -> Result<Option<SealOf>, ChangeError> {
        let seals = self.seals(grant, number).await?;
        Ok(seals.into_iter().find(|seal| seal.event.version == version && ReceiptOf::of_kind(&seal.event.kind).is_some()))
    }

    async fn seals(&self, grant: &Granted<OwnCase>, number: &CaseNumber) -> Result<Vec<SealOf>, ChangeError> {
        let (journal, number, scope) = (self.journal.clone(), number.clone(), self.scope_of(grant.scopes()));
        self.db
            .read(move |tx| async move {
                let case = rows::record::find(&tx, &number, scope).await?.ok_or(ChangeError::NoSuchCase)?.case;
                Ok(journal.seals(&tx, &Stream::of(case.id)).await?)
            })
            .await
    }
}
