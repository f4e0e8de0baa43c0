//! What settings need from neighbours; `app` plugs them in.

use kernel::{AreaCode, UnitCode};
use store::StoreError;

/// Whose matters are counted.
#[derive(Debug, Clone, Copy)]
pub enum Concerned<'a> {
    /// Those of an area.
    Area(&'a AreaCode),
    /// Those at a unit.
    Unit(&'a UnitCode),
}

/// The matters that are open now. They keep the rules of their receipt, whatever is decided.
#[async_trait::async_trait]
pub trait OpenMatters: Send + Sync + 'static {
    /// How many there are, of an area or a unit or in all, counted up to `most`.
    async fn count(&self, of: Option<Concerned<'_>>, most: u64) -> Result<u64, StoreError>;
}
