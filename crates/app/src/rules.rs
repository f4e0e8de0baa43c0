//! What the rules of the county ask of cases: how many matters are open, and which a new calendar moves.

use cases::model::StateName;
use cases::permissions::ReadCase;
use cases::queries::ListInput;
use cases::{Cases, ChangeError};
use identity::Granted;
use jobs::NewJob;
use kernel::{JobId, Timestamp};
use settings::ports::{CalendarFollow, Concerned, Moved, OpenMatters};
use store::StoreError;
use workday::Calendar;

/// The ports of settings over cases.
pub(crate) struct CasesForSettings(pub(crate) Cases);

/// Counting has no other failure than the storage's; nothing is the honest answer to one.
fn stored<T: Default>(result: Result<T, ChangeError>) -> Result<T, StoreError> {
    match result {
        Ok(value) => Ok(value),
        Err(ChangeError::Store(error)) => Err(error),
        Err(_) => Ok(T::default()),
    }
}

#[async_trait::async_trait]
impl OpenMatters for CasesForSettings {
    async fn count(&self, of: Option<Concerned<'_>>, most: u64) -> Result<u64, StoreError> {
        let grant = Granted::<ReadCase>::system("effect of a change");
        let (area, unit, kind) = match of {
            None => (None, None, None),
            Some(Concerned::Area(code)) => (Some(code.to_string()), None, None),
            Some(Concerned::Unit(code)) => (None, Some(code.to_string()), None),
            Some(Concerned::Kind(code)) => (None, None, Some(code.to_string())),
        };
        let states = StateName::ALL.iter().filter(|state| state.is_open()).map(|state| state.code().to_owned()).collect();
        stored(self.0.count_like(&grant, &ListInput { states, area, unit, kind, ..ListInput::default() }, most).await)
    }

    async fn moved_by(&self, calendar: &Calendar, most: u64) -> Result<Moved, StoreError> {
        let (count, complete) = self.0.moved_by(calendar, most).await?;
        Ok(Moved { count, complete })
    }
}

/// Open cases follow the calendar.
pub(crate) struct CasesFollow;

impl CalendarFollow for CasesFollow {
    fn job(&self, id: JobId, number: u32, from: Timestamp) -> NewJob {
        cases::commands::recalculation(id, number, from)
    }
}
