//! A case as whoever replaces its query code needs it.

use identity::Granted;
use kernel::CaseNumber;

use super::detail::Detail;
use crate::errors::ChangeError;
use crate::permissions::ReissueCode;
use crate::service::Cases;

impl Cases {
    /// The case whose code is to be replaced, if the grant reaches it.
    pub async fn detail_to_reissue(&self, grant: &Granted<ReissueCode>, number: &CaseNumber) -> Result<Detail, ChangeError> {
        self.detail_to_compare(grant, number).await
    }
}
