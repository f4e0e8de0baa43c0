//! Lists of cases within a scope.

use std::collections::HashMap;

use identity::{Granted, Permission, Reach, Scopes};
use kernel::{CaseNumber, Page, PageSize, Timestamp};
use sea_orm::Condition;
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

/// One line of a list, without the rest of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The number.
    pub number: CaseNumber,
    /// The version.
    pub version: i64,
    /// The state.
    pub state: StateName,
    /// Its light at the instant of the list.
    pub light: Light,
    /// The title, or the first words; empty after erasure, and where its words are not shown in lists.
    pub headline: String,
    /// Code of the kind.
    pub kind: Option<String>,
    /// Code of the area.
    pub area: Option<String>,
    /// Code of the unit.
    pub unit: Option<String>,
    /// Waits for the desk's release.
    pub held: bool,
    /// When it was received.
    pub received_at: Timestamp,
    /// When its light turns red.
    pub red_at: Option<Timestamp>,
}

impl Line {
    fn read(row: rows::lists::Line, headline: Option<String>, now: Timestamp) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt("case_record", column, &row.id);
        let instant = |ms: Option<i64>, column| ms.map(|ms| Timestamp::from_millisecond(ms).map_err(|_| bad(column))).transpose();
        let (yellow_at, red_at) = (instant(row.yellow_at, "yellow_at")?, instant(row.red_at, "red_at")?);
        Ok(Self {
            number: row.number.parse().map_err(|_| bad("number"))?,
            version: row.version,
            state: StateName::from_code(&row.state).ok_or_else(|| bad("state"))?,
            light: Light::at(yellow_at, red_at, now),
            headline: headline.unwrap_or_default(),
            received_at: Timestamp::from_millisecond(row.received_at).map_err(|_| bad("received_at"))?,
            kind: row.kind,
            area: row.area,
            unit: row.unit,
            held: row.held,
            red_at,
        })
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
        Ok(self.list_beside(grant, input, &[], 0).await?.0)
    }

    /// A page of cases, newest first, and how many cases each of `others` has in all, whatever page of it is read, counted up to `most`.
    /// All of it is of one instant.
    pub async fn list_beside(
        &self,
        grant: &Granted<ReadCase>,
        input: &ListInput,
        others: &[ListInput],
        most: u64,
    ) -> Result<(Page<Item>, Vec<u64>), ChangeError> {
        let (filter, after) = self.filter(input)?;
        let others = others.iter().map(|other| Ok(self.filter(other)?.0)).collect::<Result<Vec<_>, ChangeError>>()?;
        let (scope, now, size) = (self.readable_by(grant.scopes()), self.clock.now(), PageSize::clamped(input.size));
        let (cases, scopes) = (self.clone(), grant.scopes().clone());
        self.db
            .read(move |tx| async move {
                let rows = rows::lists::newest(&tx, scope.clone(), &filter, after.as_ref(), size, now).await?;
                let rows = cases.with_words(&tx, &scopes, rows).await?;
                let page = Page::from_one_more(rows, size, |item| {
                    Cursor { received_at: item.case.intake.received_at.as_millisecond(), id: item.case.id.to_string() }.to_text()
                });
                let mut counted: Vec<(&Filter, u64)> = Vec::with_capacity(others.len());
                for other in &others {
                    // A list as it is opened is one of the ready-made ones.
                    let count = match counted.iter().find(|(earlier, _)| *earlier == other) {
                        Some((_, count)) => *count,
                        None => rows::lists::count_up_to(&tx, scope.clone(), other, most, now).await?,
                    };
                    counted.push((other, count));
                }
                let counts = counted.into_iter().map(|(_, count)| count).collect();
                Ok((page, counts))
            })
            .await
    }

    /// The same page in lines, for whoever shows no more of a case.
    pub async fn lines(&self, grant: &Granted<ReadCase>, input: &ListInput) -> Result<Page<Line>, ChangeError> {
        let (filter, after) = self.filter(input)?;
        let (scope, now, size) = (self.readable_by(grant.scopes()), self.clock.now(), PageSize::clamped(input.size));
        let words = self.words_within(grant.scopes());
        self.db
            .read(move |tx| async move {
                let rows = rows::lists::newest_lines(&tx, scope, &filter, after.as_ref(), size, now).await?;
                let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
                let mut headlines = match words {
                    Words::None => HashMap::new(),
                    Words::Within(within) => rows::private::headlines(&tx, &ids, within).await?,
                };
                let page = Page::from_one_more(rows, size, |row| Cursor { received_at: row.received_at, id: row.id.clone() }.to_text());
                let read = |row: rows::lists::Line| {
                    let headline = headlines.remove(&row.id);
                    Line::read(row, headline, now)
                };
                Ok(Page { rows: page.rows.into_iter().map(read).collect::<Result<_, _>>()?, next: page.next })
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
        let ids: Vec<String> = rows.iter().map(|stored| stored.case.id.to_string()).collect();
        let mut said = match self.words_within(scopes) {
            Words::None => HashMap::new(),
            Words::Within(within) => rows::private::find_within(tx, &ids, within).await?,
        };
        let item =
            |(id, stored): (String, rows::record::Stored)| Item { said: said.remove(&id).map(|said| said.masked(true)), case: stored.case };
        Ok(ids.into_iter().zip(rows).map(item).collect())
    }

    /// Of which cases that somebody's list has, the words are shown in it.
    fn words_within(&self, scopes: &Scopes) -> Words {
        let showing: Vec<&Reach> = scopes.iter().filter(|reach| shows_in_lists(reach)).collect();
        if showing.is_empty() {
            return Words::None;
        }
        let all = showing.len() == scopes.iter().count();
        Words::Within((!all).then(|| rows::scope::covers(showing, &self.places.register(), self.clock.now())))
    }
}

/// Whose words a list shows.
enum Words {
    /// Nobody's.
    None,
    /// Those of the cases that the condition covers; without one, of all in the list.
    Within(Option<Condition>),
}
