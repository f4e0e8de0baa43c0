//! What a person of staff is reminded of, and what today brings (早报).

use cases::model::StateName;
use cases::permissions::ReadCase;
use identity::{Principal, Role};
use jiff::ToSpan as _;
use kernel::{RequestId, format};
use notify::Notice;

use crate::commands::MOST_ABSENCES;
use crate::errors::SupervisionError;
use crate::model::Absence;
use crate::permissions::ReadOrders;
use crate::rows;
use crate::service::Supervision;

/// Reminders shown.
const MOST: u64 = 100;

/// Counted up to here; one more is "100+".
pub(crate) const COUNTED: u64 = 100;

/// What today brings for one person: counts of the matters she may read that are not over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Digest {
    /// Due today and not past yet.
    pub today: u64,
    /// Past the limit.
    pub red: u64,
    /// Near the limit.
    pub yellow: u64,
    /// Orders that wait for her.
    pub waiting: u64,
}

/// What a person of staff finds under 我的提醒.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbox {
    /// Reminders: unread first, then the newest.
    pub notices: Vec<Notice>,
    /// Her absences that are not over.
    pub absences: Vec<Absence>,
    /// What today brings.
    pub digest: Digest,
}

impl Supervision {
    /// How many reminders are unread, counted a little past a hundred.
    pub async fn unread(&self, who: &Principal) -> Result<u64, store::StoreError> {
        let account = who.account();
        self.0.db.read(move |tx| async move { notify::unread(&tx, account, COUNTED + 1).await }).await
    }

    /// Her reminders, her absences, her day.
    pub async fn inbox(&self, who: &Principal, request_id: RequestId) -> Result<Inbox, SupervisionError> {
        let (account, today) = (who.account(), format::local_date(self.now()));
        let (notices, absences) = self
            .0
            .db
            .read(move |tx| async move {
                let absences = rows::absence::coming(&tx, account, today, MOST_ABSENCES).await?;
                Ok::<_, SupervisionError>((notify::list(&tx, account, MOST).await?, absences))
            })
            .await?;
        Ok(Inbox { notices, absences, digest: self.digest(who, request_id).await? })
    }

    /// Her absences that are not over.
    pub async fn absences(&self, who: &Principal) -> Result<Vec<Absence>, SupervisionError> {
        let (account, today) = (who.account(), format::local_date(self.now()));
        Ok(self.0.db.read(move |tx| async move { rows::absence::coming(&tx, account, today, MOST_ABSENCES).await }).await?)
    }

    async fn digest(&self, who: &Principal, request_id: RequestId) -> Result<Digest, SupervisionError> {
        let mut digest = Digest::default();
        let now = self.now();
        if let Ok(read) = who.granted::<ReadCase>(Some(request_id)) {
            let open: Vec<StateName> = StateName::ALL.iter().copied().filter(|state| state.is_open()).collect();
            let midnight = format::local_date(now).saturating_add(1.day());
            let midnight = format::instant(midnight.at(0, 0, 0, 0));
            let urgent = self.0.cases.lights(&read, &open, COUNTED + 1).await?;
            for (yellow, red) in urgent {
                if red.is_some_and(|red| red <= now) {
                    digest.red += 1;
                    continue;
                }
                digest.yellow += u64::from(yellow.is_some_and(|yellow| yellow <= now));
                digest.today += u64::from(red.is_some_and(|red| red < midnight));
            }
        }
        if let Ok(read) = who.granted::<ReadOrders>(Some(request_id)) {
            let (scope, leads, supervises) = (rows::order::covers(read.scopes()), who.is(Role::Lead), who.is(Role::Supervisor));
            let open = self.0.db.read(move |tx| async move { rows::order::open(&tx, scope, COUNTED + 1).await }).await?;
            let waits = |lead: bool| if lead { leads } else { supervises };
            digest.waiting = open.iter().filter(|stored| waits(stored.order.state.waits_for_lead())).count() as u64;
        }
        Ok(digest)
    }

    /// Marks what was shown up to `until` as read.
    pub async fn mark_read(&self, who: &Principal, until: kernel::Timestamp) -> Result<(), SupervisionError> {
        let (account, now) = (who.account(), self.now());
        self.0.db.write(move |tx| async move { notify::mark_read(&tx, account, until, now).await }).await?;
        Ok(())
    }

    /// Deletes reminders that were read long ago; for a regular job. Returns how many.
    pub async fn sweep(&self) -> Result<u64, store::StoreError> {
        let now = self.now();
        self.0.db.write(move |tx| async move { notify::sweep(&tx, now).await }).await
    }
}
