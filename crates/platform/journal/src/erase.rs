//! Forgetting a person: the key goes, the proofs stay (decisions 14).

use kernel::{SubjectId, Timestamp};
use store::{StoreError, Tx};

use crate::{Journal, rows};

/// The subject of events that are about nobody: parameters, accounts, the site itself.
pub fn site_subject() -> SubjectId {
    SubjectId::from_bytes([0; 16])
}

impl Journal {
    /// Destroys the data key of `subject`; whether there was one. The caller empties its own rows, appends its
    /// `erased` event before this call, and does all of it in one transaction.
    pub async fn forget(&self, tx: &Tx, subject: SubjectId, now: Timestamp) -> Result<bool, StoreError> {
        if subject == site_subject() {
            return Ok(false);
        }
        rows::subject_key::destroy(tx, subject, now).await
    }
}
