//! Opening a case with number and code. A wrong code and an unknown number fail alike, after the same work.

use identity::ByCodeProof;
use kernel::{CaseId, CaseNumber, QueryCode};
use store::StoreError;

use crate::errors::ChangeError;
use crate::rows;
use crate::service::Cases;

impl Cases {
    /// The proof that `code` opens the case with `number`.
    pub async fn open(&self, number: &CaseNumber, code: &QueryCode) -> Result<ByCodeProof, ChangeError> {
        let wanted = number.clone();
        let found = self.db.read(move |tx| async move { rows::record::find(&tx, &wanted, rows::scope::everything()).await }).await?;
        // An unknown number still costs one HMAC and one comparison, with an id that no case has.
        let (id, generation, known) =
            found.map_or((CaseId::from_bytes([0; 16]), 0, false), |stored| (stored.case.id, stored.code_generation, true));
        ByCodeProof::check(&self.keys.code, id, generation, code).filter(|_| known).ok_or(ChangeError::NoSuchCase)
    }

    /// The code of a case whose proof one holds: for receipts and links.
    pub fn code_of(&self, proof: &ByCodeProof) -> QueryCode {
        QueryCode::of(&self.keys.code, proof.case(), proof.generation())
    }

    /// The proof for a case that was just handed in: who submits it holds its code.
    pub fn proof_of(&self, receipt: &crate::commands::Receipt) -> Option<ByCodeProof> {
        ByCodeProof::check(&self.keys.code, receipt.id, receipt.generation, &receipt.code)
    }

    /// The id behind a number with the generation of its code, whoever asks: for looking up the cookie that opens it.
    /// Opens nothing by itself.
    pub(crate) async fn id_of(&self, number: &CaseNumber) -> Result<Option<(CaseId, i32)>, StoreError> {
        let number = number.clone();
        let find = |tx: store::Tx| async move { rows::record::find(&tx, &number, rows::scope::everything()).await };
        Ok(self.db.read(find).await?.map(|stored| (stored.case.id, stored.code_generation)))
    }
}
