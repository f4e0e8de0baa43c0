//! One case with its story, and what of it its reader is shown. Contact data never leave here in the clear: whoever may see
//! them asks for one field, with a reason (`commands/look.rs`).

use identity::{Granted, Permission, Reach, Scope, Scopes, Visibility};
use journal::Stream;
use kernel::CaseNumber;
use kernel::text::{mask_mail, mask_name, mask_phone};

use crate::errors::ChangeError;
use crate::events::{Entry, from_journal};
use crate::model::{Case, CaseEvent, Look, Seen};
use crate::permissions::{ReadCase, UnmaskContact};
use crate::rows;
use crate::rows::private::Said;
use crate::rows::scope::Leave;
use crate::service::Cases;

/// A case as pages and API show it.
#[derive(Debug, Clone)]
pub struct Detail {
    /// The case.
    pub case: Case,
    /// What the resident said, its contact masked; `None` after erasure, and where its words are withheld.
    pub said: Option<Said>,
    /// Its events, oldest first.
    pub story: Vec<Entry>,
    /// How much of it the reader is shown.
    pub shows: Shows,
}

/// How much of a case its reader is shown (decisions 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shows {
    /// Her words. Free text has no mask until the scan of personal data exists: it is shown or withheld.
    pub words: bool,
    /// Name and ways to reach her, masked; else nothing of them.
    pub contact: bool,
}

impl Shows {
    /// Everything that a case page has.
    pub const ALL: Self = Self { words: true, contact: true };
}

impl Said {
    /// The same with its contact masked, or without it.
    pub(crate) fn masked(mut self, contact: bool) -> Self {
        if !contact {
            (self.name, self.phone, self.email) = (None, None, None);
        }
        self.name = self.name.map(|name| mask_name(&name));
        self.phone = self.phone.map(|phone| mask_phone(&phone));
        self.email = self.email.map(|mail| mask_mail(&mail));
        self
    }
}

/// What was read, by which way, and whether today's look stands already.
struct Read {
    detail: Detail,
    way: Option<Reach>,
    noted: bool,
}

impl Cases {
    /// The case with this number, if the grant reaches it. Staff who read its words leave a trace, before they are shown: one
    /// a day for each reader.
    pub async fn detail(&self, grant: &Granted<ReadCase>, number: &CaseNumber) -> Result<Detail, ChangeError> {
        let read = self.detail_in(grant, number).await?;
        if let (Some(account), Some(way)) = (grant.actor().account(), &read.way)
            && read.detail.said.is_some()
            && !read.noted
        {
            let now = self.clock.now();
            let id = Look::once_a_day(read.detail.case.id, account, Seen::Text, now);
            let look = Self::look_by(id, &read.detail.case, account, way, Seen::Text, None, now);
            self.write_look(grant, look).await?;
        }
        Ok(read.detail)
    }

    /// The story of a case without a word of it, for what a page works out from it.
    pub(crate) async fn events_of(&self, grant: &Granted<ReadCase>, number: &CaseNumber) -> Result<Vec<CaseEvent>, ChangeError> {
        let read = self.detail_in(grant, number).await?;
        Ok(read.detail.story.into_iter().map(|entry| entry.event).collect())
    }

    /// Whether the grant reaches the case.
    pub async fn is_there(&self, grant: &Granted<ReadCase>, number: &CaseNumber) -> Result<bool, ChangeError> {
        match self.standing(grant, number).await {
            Ok(_) => Ok(true),
            Err(ChangeError::NoSuchCase) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The case as it stands, without a word of it: for what a page works out from it.
    pub async fn standing(&self, grant: &Granted<ReadCase>, number: &CaseNumber) -> Result<Case, ChangeError> {
        let (number, scope) = (number.clone(), self.readable_by(grant.scopes()));
        let found = self.db.read(move |tx| async move { rows::record::find(&tx, &number, scope).await }).await?;
        found.map(|stored| stored.case).ok_or(ChangeError::NoSuchCase)
    }

    /// The case as whoever replaces its code needs it: enough of the contact to compare, and no word.
    pub(super) async fn detail_to_compare<P: Permission>(&self, grant: &Granted<P>, number: &CaseNumber) -> Result<Detail, ChangeError> {
        let (number, scope) = (number.clone(), self.scope_of(grant.scopes()));
        self.db
            .read(move |tx| async move {
                let case = rows::record::find(&tx, &number, scope).await?.ok_or(ChangeError::NoSuchCase)?.case;
                let said = rows::private::find(&tx, case.id).await?;
                let said = said.map(|said| Said { title: None, text: String::new(), ..said.masked(true) });
                Ok(Detail { case, said, story: Vec::new(), shows: Shows { words: false, contact: true } })
            })
            .await
    }

    async fn detail_in(&self, grant: &Granted<ReadCase>, number: &CaseNumber) -> Result<Read, ChangeError> {
        let (cases, grant, number, scope) = (self.clone(), grant.clone(), number.clone(), self.readable_by(grant.scopes()));
        let now = self.clock.now();
        self.db
            .read(move |tx| async move {
                let case = rows::record::find(&tx, &number, scope).await?.ok_or(ChangeError::NoSuchCase)?.case;
                let leave = Leave::of(&tx, grant.scopes(), case.id, now).await?;
                let shows = cases.shows(&grant, &case, leave);
                let said = rows::private::find(&tx, case.id).await?.filter(|_| shows.words).map(|said| said.masked(shows.contact));
                let story = cases.journal.history(&tx, &Stream::of(case.id)).await?;
                let story = story.into_iter().map(|opened| from_journal(case.id, opened)).collect::<Result<Vec<_>, _>>()?;
                let story = story.into_iter().map(|entry| shown(entry, shows)).collect();
                let noted = match grant.actor().account() {
                    Some(account) => rows::look::is_there(&tx, Look::once_a_day(case.id, account, Seen::Text, now)).await?,
                    None => true,
                };
                let way = cases.way(grant.scopes(), &case, leave).cloned();
                Ok(Read { detail: Detail { case, said, story, shows }, way, noted })
            })
            .await
    }

    /// The way that shows most of a case, of those that reach it.
    pub(crate) fn way<'s>(&self, scopes: &'s Scopes, case: &Case, leave: Leave) -> Option<&'s Reach> {
        scopes.iter().filter(|reach| leave.covers(reach) || self.reaches_by(reach, case)).min_by_key(|reach| reach.visibility)
    }

    fn shows(&self, grant: &Granted<ReadCase>, case: &Case, leave: Leave) -> Shows {
        // The resident herself, and the platform.
        if grant.actor().account().is_none() {
            return Shows::ALL;
        }
        let ways = || grant.scopes().iter().filter(|reach| leave.covers(reach) || self.reaches_by(reach, case));
        Shows { words: ways().any(|reach| reach.visibility == Visibility::Clear), contact: ways().any(unmasks) }
    }
}

/// Whether whoever reaches a case this way may open its contact.
fn unmasks(reach: &Reach) -> bool {
    UnmaskContact::RULES.iter().any(|rule| rule.role == reach.role && rule.scope == reach.scope.kind())
}

/// Whether a way shows the words of a case in a list. By a warrant or in a sample they are read one at a time, each a look.
pub(super) fn shows_in_lists(reach: &Reach) -> bool {
    reach.visibility == Visibility::Clear && !matches!(reach.scope, Scope::Warrant(_) | Scope::Sample(_))
}

/// An entry as its reader sees it. What was said at intake and what was corrected of it is in the row, masked; where words are
/// withheld, notes stay (decisions 3: kind, place and the unit's note).
fn shown(mut entry: Entry, shows: Shows) -> Entry {
    (entry.said, entry.corrected) = (None, None);
    if !shows.words && !matches!(entry.event, CaseEvent::Noted { .. }) {
        entry.words = None;
    }
    entry
}
