//! Why a batch does not go out.

use store::StoreError;
use tlog::leaf::DoesNotFit;

/// Why a batch does not go out. It is tried again.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The storage failed.
    #[error("storage, while publishing figures")]
    Store(#[from] StoreError),
    /// A leaf is longer than its form allows: a county with more months or communities than a table holds.
    #[error(transparent)]
    Leaf(#[from] DoesNotFit),
    /// What was to go out was sealed or erased while it was computed, several times.
    #[error("what was to go out changed meanwhile")]
    Moved,
}
