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
        let Some(index) = seal.position else { return Ok(Sealing::Waiting) };
        let ledger = self.clone();
        blocking(move || {
            let Some(signed) = ledger.known()?.filter(|signed| index < signed.head.size) else { return Ok(Sealing::Waiting) };
            let proof = proof::inclusion(&ledger.0.folder, signed.head.size, index)?;
            Ok(Sealing::Sealed(Receipt { opening, index, proof, checkpoint: signed.note }.to_bytes()))
        })
        .await
    }
}
