//! What settings need from neighbours; `app` plugs them in.

use jobs::NewJob;
use kernel::{AreaCode, JobId, KindCode, Timestamp, UnitCode};
use store::StoreError;
use workday::Calendar;

/// Whose matters are counted.
#[derive(Debug, Clone, Copy)]
pub enum Concerned<'a> {
    /// Those of an area.
    Area(&'a AreaCode),
    /// Those at a unit.
    Unit(&'a UnitCode),
    /// Those of a kind.
    Kind(&'a KindCode),
}

/// The matters that are open now. They keep the rules of their receipt, whatever is decided.
#[async_trait::async_trait]
pub trait OpenMatters: Send + Sync + 'static {
    /// How many there are, of an area, a unit or a kind, or in all, counted up to `most`.
    async fn count(&self, of: Option<Concerned<'_>>, most: u64) -> Result<u64, StoreError>;

    /// How many of them get another deadline by `calendar`, counted up to `most`.
    async fn moved_by(&self, calendar: &Calendar, most: u64) -> Result<Moved, StoreError>;
}

/// How many deadlines a calendar moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Matters that were found to get another deadline.
    pub count: u64,
    /// Whether all open matters were looked at; else there may be more.
    pub complete: bool,
}

/// What must be computed again when another calendar takes effect.
pub trait CalendarFollow: Send + Sync + 'static {
    /// The job that does it from `from` on, for the approval of the proposal `number`. It is enqueued in the commit of the
    /// approval.
    fn job(&self, id: JobId, number: u32, from: Timestamp) -> NewJob;
}
