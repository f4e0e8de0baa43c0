//! Says in public what the numbers in leaves mean (decisions 9): at once, and before any facts that use them.

use kernel::Timestamp;
use store::StoreError;
use tlog::leaf::Leaf;

use crate::errors::PublishError;
use crate::model::Said;
use crate::model::names::{Numbers, change, unsaid, wanted};
use crate::rows;
use crate::service::Figures;

impl Figures {
    /// Puts what is new among areas, units, categories, kinds, parameters, calendars and definitions into the public log. Returns how many leaves.
    pub async fn say_names(&self) -> Result<usize, PublishError> {
        Ok(self.named(self.now()).await?.1)
    }

    pub(crate) async fn named(&self, now: Timestamp) -> Result<(Numbers, usize), PublishError> {
        let parts = &self.0;
        let (register, timeline, calendars) = (parts.cases.places().register(), parts.settings.timeline(), parts.settings.calendars());
        let wanted = wanted(&register, &parts.cases.catalogue(), &timeline, &calendars, now);
        let said = parts.db.read(|tx| async move { rows::name::all(&tx).await }).await?;
        if unsaid(wanted.clone(), &said, now).is_empty() {
            return Ok((Numbers::of(&said), 0));
        }
        let journal = parts.journal.clone();
        let (said, new) = parts
            .db
            .write_read_committed(move |tx| {
                let (journal, wanted) = (journal.clone(), wanted.clone());
                async move {
                    // Numbers are given under the head of the log, so that two processes never give one twice.
                    let turn = journal.turn(&tx, now).await?;
                    let mut said = rows::name::all(&tx).await?;
                    let new = unsaid(wanted, &said, now);
                    let leaves = new.iter().map(|said| Leaf::Change(change(said)).encode()).collect::<Result<_, _>>()?;
                    journal.place(&tx, turn, leaves, now).await?;
                    rows::name::put(&tx, &new).await?;
                    let count = new.len();
                    let again = |old: &Said| new.iter().any(|new| (new.what, &new.code) == (old.what, &old.code));
                    said.retain(|old| !again(old));
                    said.extend(new);
                    Ok::<_, PublishError>((said, count))
                }
            })
            .await?;
        Ok((Numbers::of(&said), new))
    }

    /// What was said of all numbers.
    pub async fn said(&self) -> Result<Vec<Said>, StoreError> {
        self.0.db.read(|tx| async move { rows::name::all(&tx).await }).await
    }
}
