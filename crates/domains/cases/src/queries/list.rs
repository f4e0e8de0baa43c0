//! Lists of cases within a scope.

use identity::{Granted, Permission, Scopes};
use kernel::{Page, PageSize, Timestamp};
use store::{StoreError, Tx};

use super::detail::shows_in_lists;
use crate::errors::ChangeError;
use crate::model::{Case, Light, StateName};
use crate::permissions::ReadCase;
use crate::rows;
use crate::rows::lists::{Cursor, Filter};
use crate::rows::private::Said;
use crate::service::Cases;

/// What a unit still has to do something about. What waits for a rating is the resident's turn.
pub const AT_WORK: [StateName; 6] = [
    StateName::Dispatched,
    StateName::Accepted,
    StateName::InProgress,
    StateName::AwaitingResident,
    StateName::Deferred,
    StateName::Reopened,
];

/// One row of a list.
#[derive(Debug, Clone)]
pub struct Item {
    /// The case.
    pub case: Case,
    /// What was said, its contact masked; `None` after erasure, and where its words are read one at a time or not at all.
    pub said: Option<Said>,
}

impl Item {
    /// The title, or the first words; empty after erasure.
    pub fn headline(&self) -> String {
        self.said.as_ref().map_or_else(String::new, Said::headline)
    }
}

/// What a list is asked for. Unknown words are refused by name.
#[derive(Debug, Clone, Default)]
pub struct ListInput {
    /// State names; empty: any.
    pub states: Vec<String>,
    /// `green`, `yellow` or `red`.
    pub light: Option<String>,
    /// A unit.
    pub unit: Option<String>,
    /// An area; its communities are meant.
    pub area: Option<String>,
    /// A kind.
    pub kind: Option<String>,
    /// Waiting for the desk's release, or not.
    pub held: Option<bool>,
    /// Where to go on.
    pub after: Option<String>,
    /// How many.
    pub size: Option<u16>,
}

impl Cases {
    /// A page of cases, newest first.
    pub async fn list(&self, grant: &Granted<ReadCase>, input: &ListInput) -> Result<Page<Item>, ChangeError> {
        let (filter, after) = self.filter(input)?;
        let (scope, now, size) = (self.readable_by(grant.scopes()), self.clock.now(), PageSize::clamped(input.size));
        let (cases, scopes) = (self.clone(), grant.scopes().clone());
        self.db
            .read(move |tx| async move {
                let rows = rows::lists::newest(&tx, scope, &filter, after.as_ref(), size, now).await?;
                let rows = cases.with_words(&tx, &scopes, rows).await?;
                Ok(Page::from_one_more(rows, size, |item| {
                    Cursor { received_at: item.case.intake.received_at.as_millisecond(), id: item.case.id.to_string() }.to_text()
                }))
            })
            .await
    }

    /// The cases in `states` that turn red first, at most `most`; more than `most` are not counted.
    pub async fn most_urgent(&self, grant: &Granted<ReadCase>, states: &[StateName], most: u64) -> Result<Vec<Item>, ChangeError> {
        let filter = Filter { states: states.to_vec(), ..Filter::default() };
        let (scope, now) = (self.readable_by(grant.scopes()), self.clock.now());
        let (cases, scopes) = (self.clone(), grant.scopes().clone());
        self.db
            .read(move |tx| async move {
                let rows = rows::lists::most_urgent(&tx, scope, &filter, most, now).await?;
                Ok(cases.with_words(&tx, &scopes, rows).await?)
            })
            .await
    }

    /// When the lights of the cases in `states` turn yellow and red, what turns red first before all others, at most `most`.
    pub async fn lights(
        &self,
        grant: &Granted<ReadCase>,
        states: &[StateName],
        most: u64,
    ) -> Result<Vec<(Option<Timestamp>, Option<Timestamp>)>, StoreError> {
        let filter = Filter { states: states.to_vec(), ..Filter::default() };
        let (scope, now) = (self.readable_by(grant.scopes()), self.clock.now());
        self.db
            .read(move |tx| async move {
                let rows = rows::lists::most_urgent(&tx, scope, &filter, most, now).await?;
                Ok(rows.into_iter().map(|stored| (stored.case.yellow_at(), stored.case.red_at())).collect())
            })
            .await
    }

    /// The cases in `states` that turn red by `until` or are red already, what turns red first before all others, at most `most`.
    /// The grant is one to work, not only to read: what it reaches is its holder's to do.
    pub async fn falling_due<P: Permission>(
        &self,
        grant: &Granted<P>,
        states: &[StateName],
        until: Timestamp,
        most: u64,
    ) -> Result<Vec<Item>, StoreError> {
        let filter = Filter { states: states.to_vec(), light: Some(Light::Red), ..Filter::default() };
        let (cases, scope, scopes) = (self.clone(), self.scope_of(grant.scopes()), grant.scopes().clone());
        self.db
            .read(move |tx| async move {
                let rows = rows::lists::most_urgent(&tx, scope, &filter, most, until).await?;
                cases.with_words(&tx, &scopes, rows).await
            })
            .await
    }

    /// How many cases a list has in all, whatever page is read, counted up to `most`.
    pub async fn count_like(&self, grant: &Granted<ReadCase>, input: &ListInput, most: u64) -> Result<u64, ChangeError> {
        let (filter, _) = self.filter(input)?;
        let (scope, now) = (self.readable_by(grant.scopes()), self.clock.now());
        self.db.read(move |tx| async move { Ok(rows::lists::count_up_to(&tx, scope, &filter, most, now).await?) }).await
    }

    fn filter(&self, input: &ListInput) -> Result<(Filter, Option<Cursor>), ChangeError> {
        let unknown = |field| ChangeError::field(field, "unknown");
        let register = self.places.register();
        let states =
            input.states.iter().map(|code| StateName::from_code(code).ok_or_else(|| unknown("state"))).collect::<Result<Vec<_>, _>>()?;
        let light = match input.light.as_deref() {
            None => None,
            Some(code) => {
                Some([Light::Green, Light::Yellow, Light::Red].into_iter().find(|l| l.code() == code).ok_or_else(|| unknown("light"))?)
            }
        };
        let areas = match &input.area {
            None => Vec::new(),
            Some(code) => {
                let area = code.parse().ok().filter(|code| register.area(code).is_some()).ok_or_else(|| unknown("area"))?;
                register.areas_in(&area).into_iter().map(|area| area.to_string()).collect()
            }
        };
        let after = match &input.after {
            None => None,
            Some(text) => Some(Cursor::from_text(text).ok_or_else(|| unknown("after"))?),
        };
        Ok((Filter { states, light, unit: input.unit.clone(), areas, kind: input.kind.clone(), held: input.held }, after))
    }
}

impl Cases {
    /// The rows with their words, where one of `scopes` shows them in a list; the contact masked.
    pub(super) async fn with_words(&self, tx: &Tx, scopes: &Scopes, rows: Vec<rows::record::Stored>) -> Result<Vec<Item>, StoreError> {
        let everything = scopes.iter().all(shows_in_lists);
        let shown = |case: &Case| everything || scopes.iter().any(|reach| shows_in_lists(reach) && self.reaches_by(reach, case));
        let ids: Vec<_> = rows.iter().filter(|stored| shown(&stored.case)).map(|stored| stored.case.id).collect();
        let mut said = rows::private::find_many(tx, ids).await?;
        let item = |stored: rows::record::Stored| {
            let said = said.remove(&stored.case.id.to_string());
            Item { said: said.map(|said| said.masked(true)), case: stored.case }
        };
        Ok(rows.into_iter().map(item).collect())
    }
}
