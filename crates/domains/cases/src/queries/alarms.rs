//! The alarms that call somebody, and the list of who is called.

use std::collections::HashSet;

use identity::Granted;
use kernel::{AccountId, CaseNumber};

use crate::errors::ChangeError;
use crate::model::on_call::{Called, called};
use crate::model::{Case, Duty};
use crate::permissions::{AnswerAlarm, SetOnCall};
use crate::ports::Person;
use crate::rows;
pub use crate::rows::alarm::Alarm;
use crate::service::Cases;

/// Open alarms read for one page. There is never nearly so much harm; if there is, the oldest come first.
const MOST: u64 = 100;

impl Cases {
    /// The matters whose alarms call `account` now, the oldest first.
    pub async fn calling(&self, grant: &Granted<AnswerAlarm>, account: AccountId) -> Result<Vec<CaseNumber>, ChangeError> {
        let scope = self.scope_of(grant.scopes());
        let (open, duties) = self
            .db
            .read(move |tx| async move {
                let open = rows::alarm::open(&tx, MOST).await?;
                if open.is_empty() {
                    return Ok((Vec::new(), Vec::new()));
                }
                let numbers = rows::lists::numbers(&tx, scope, open.iter().map(|alarm| alarm.case)).await?;
                let open: Vec<(Alarm, CaseNumber)> =
                    open.into_iter().filter_map(|alarm| Some((alarm, numbers.get(&alarm.case)?.clone()))).collect();
                Ok::<_, store::StoreError>((open, rows::on_call::read(&tx).await?.0))
            })
            .await?;
        if open.is_empty() {
            return Ok(Vec::new());
        }
        let available: HashSet<AccountId> = self.staff.answering().await?.into_iter().map(|person| person.account).collect();
        let now = self.clock.now();
        let calls = |alarm: &Alarm| match called(&duties, |account| available.contains(&account), alarm.raised_at, now) {
            Called::Accounts(accounts) => accounts.contains(&account),
            Called::Dispatchers => true,
        };
        Ok(open.into_iter().filter(|(alarm, _)| calls(alarm)).map(|(_, number)| number).collect())
    }

    /// The alarm of a case that the reader has open.
    pub async fn alarm_of(&self, _grant: &Granted<AnswerAlarm>, case: &Case) -> Result<Option<Alarm>, ChangeError> {
        let id = case.id;
        Ok(self.db.read(move |tx| async move { rows::alarm::find(&tx, id).await }).await?)
    }

    /// The list of who is called, its version, and who may stand on it.
    pub async fn on_call(&self, _grant: &Granted<SetOnCall>) -> Result<(Vec<Duty>, i64, Vec<Person>), ChangeError> {
        let (duties, version) = self.db.read(move |tx| async move { rows::on_call::read(&tx).await }).await?;
        Ok((duties, version, self.staff.answering().await?))
    }
}
