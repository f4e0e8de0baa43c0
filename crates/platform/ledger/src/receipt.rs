//! Receipts (decisions 12): the `.lxr` file that opens one's own seal and proves that it stands in the signed log.

use journal::SealOf;
use tlog::proof;
use tlog::receipt::Receipt;

use crate::{Ledger, LedgerError, blocking};

/// How far a receipt is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sealing {
    /// The event waits for its place in a signed checkpoint, about a second: 正在封存.
    Waiting,
    /// The person was erased: the seal stands in the log, and nobody can open it any more.
    Gone,
    /// The file.
    Sealed(Vec<u8>),
}

impl Ledger {
    /// The receipt of an event.
    pub async fn receipt(&self, seal: &SealOf) -> Result<Sealing, LedgerError> {
        let Some(opening) = seal.opening.clone() else { return Ok(Sealing::Gone) };
        let Some(index) = seal.index else { return Ok(Sealing::Waiting) };
        let (ledger, leaf) = (self.clone(), seal.event.leaf_hash());
        blocking(move || {
            let Some(signed) = ledger.known()?.filter(|signed| index < signed.at.head.size) else { return Ok(Sealing::Waiting) };
            let proof = proof::inclusion(&ledger.0.folder.of(signed.at.epoch), signed.at.head.size, index)?;
            // While nothing is signed because the database is not what was, its events have places that are others' in the signed log.
            if proof::check_inclusion(&proof, signed.at.head, index, leaf).is_err() {
                return Ok(Sealing::Waiting);
            }
            Ok(Sealing::Sealed(Receipt { opening, index, proof, checkpoint: signed.note }.to_bytes()))
        })
        .await
    }
}
