//! `settings_proposal`: proposed changes and what became of them.

use jiff::civil::Date;
use journal::Actor;
use kernel::{RuleChangeId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use crate::events::{actor, person};
use crate::model::{CalendarChange, Decision, Person, Proposal, Status};

const TABLE: &str = "settings_proposal";

/// How the stored form of a change of the calendar begins: the tag stands first, which a test holds.
pub(crate) const ABOUT_CALENDAR: &str = r#"{"about":"calendar""#;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settings_proposal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub number: i64,
    pub body: String,
    pub effective_on: Option<String>,
    pub reason: String,
    pub proposed_by: String,
    pub proposed_at: i64,
    pub expires_at: i64,
    pub status: String,
    pub effective_at: Option<i64>,
    pub decided_by: Option<String>,
    pub decided_at: Option<i64>,
    pub remark: Option<String>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// A proposal with the id of its stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) id: RuleChangeId,
    pub(crate) proposal: Proposal,
}

fn row(id: RuleChangeId, proposal: &Proposal) -> Result<ActiveModel, StoreError> {
    let effective_at = if let Status::Approved { effective_at } = proposal.status { Some(effective_at.as_millisecond()) } else { None };
    let decision = proposal.decision.as_ref();
    Ok(ActiveModel {
        id: Set(id.to_string()),
        number: Set(i64::from(proposal.number)),
        body: Set(serde_json::to_string(&proposal.body).map_err(|_| StoreError::corrupt(TABLE, "body", id))?),
        effective_on: Set(proposal.effective_on.map(|day| day.to_string())),
        reason: Set(proposal.reason.clone()),
        proposed_by: Set(actor(&proposal.proposed_by).to_string()),
        proposed_at: Set(proposal.proposed_at.as_millisecond()),
        expires_at: Set(proposal.expires_at.as_millisecond()),
        status: Set(proposal.status.code().to_owned()),
        effective_at: Set(effective_at),
        decided_by: Set(decision.map(|decision| actor(&decision.by).to_string())),
        decided_at: Set(decision.map(|decision| decision.at.as_millisecond())),
        remark: Set(decision.and_then(|decision| decision.remark.clone())),
        version: Set(proposal.version),
    })
}

/// The number of the next proposal.
pub(crate) async fn next_number(tx: &Tx) -> Result<u32, StoreError> {
    let last: Option<i64> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::Number.gt(0))
        .order_by_desc(Column::Number)
        .into_tuple()
        .one(tx)
        .await?;
    u32::try_from(last.unwrap_or(0) + 1).map_err(|_| StoreError::corrupt(TABLE, "number", "last"))
}

/// Writes a new proposal.
pub(crate) async fn insert(tx: &Tx, id: RuleChangeId, proposal: &Proposal) -> Result<(), StoreError> {
    Entity::insert(row(id, proposal)?).exec_without_returning(tx).await?;
    Ok(())
}

/// Saves a decision; [`StoreError::Stale`] when somebody decided meanwhile.
pub(crate) async fn save(tx: &Tx, id: RuleChangeId, proposal: &Proposal, seen: i64) -> Result<(), StoreError> {
    let changed = Entity::update_many()
        .set(row(id, proposal)?)
        .filter(Column::Id.eq(id.to_string()).and(Column::Version.eq(seen)))
        .exec(tx)
        .await?
        .rows_affected;
    if changed == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The proposal with this number.
pub(crate) async fn find(tx: &Tx, number: u32) -> Result<Option<Stored>, StoreError> {
    Entity::find().filter(Column::Number.eq(i64::from(number))).one(tx).await?.map(Stored::try_from).transpose()
}

/// All of them, or only those that wait, the newest first, at most `most` with a number below `before`.
pub(crate) async fn list(tx: &Tx, waiting: bool, before: Option<u32>, most: u64) -> Result<Vec<Stored>, StoreError> {
    let mut query = Entity::find().order_by_desc(Column::Number).limit(most);
    if waiting {
        query = query.filter(Column::Status.eq(Status::Open.code()));
    }
    if let Some(before) = before {
        query = query.filter(Column::Number.lt(i64::from(before)));
    }
    query.all(tx).await?.into_iter().map(Stored::try_from).collect()
}

/// How many were approved: approvals only come, so the count says whether any came.
pub(crate) async fn count_approved(tx: &Tx) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(Column::EffectiveAt.is_not_null()).count(tx).await?)
}

/// The approved changes of the calendar, in any order. Rows about something else are not read: a broken one among them must
/// not keep the site from opening.
pub(crate) async fn calendars(tx: &Tx) -> Result<Vec<CalendarChange>, StoreError> {
    let rows = Entity::find().filter(Column::EffectiveAt.is_not_null()).order_by_asc(Column::Number).all(tx).await?;
    let mut changes = Vec::new();
    for row in rows.into_iter().filter(|row| row.body.starts_with(ABOUT_CALENDAR)) {
        let number = row.number;
        let stored = Stored::try_from(row)?;
        if let Some(change) = stored.proposal.calendar_change() {
            changes.push(change.map_err(|_| StoreError::corrupt(TABLE, "body", number))?);
        }
    }
    Ok(changes)
}

/// Number and reason of what was approved: published with the values.
pub(crate) async fn reasons(tx: &Tx) -> Result<Vec<(u32, String)>, StoreError> {
    let query = Entity::find().select_only().column(Column::Number).column(Column::Reason).filter(Column::EffectiveAt.is_not_null());
    let found: Vec<(i64, String)> = query.order_by_asc(Column::Number).into_tuple().all(tx).await?;
    let number = |n: i64| u32::try_from(n).map_err(|_| StoreError::corrupt(TABLE, "number", n));
    found.into_iter().map(|(n, reason)| Ok((number(n)?, reason))).collect()
}

/// The raw rows, for the examination, which must survive rows that we never wrote.
pub(crate) async fn all_raw(tx: &Tx) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().order_by_asc(Column::Number).all(tx).await?)
}

fn status(row: &Model) -> Option<Status> {
    match (row.status.as_str(), row.effective_at) {
        ("open", None) => Some(Status::Open),
        ("approved", Some(ms)) => Timestamp::from_millisecond(ms).ok().map(|effective_at| Status::Approved { effective_at }),
        ("refused", None) => Some(Status::Refused),
        ("withdrawn", None) => Some(Status::Withdrawn),
        ("expired", None) => Some(Status::Expired),
        (_, _) => None,
    }
}

impl TryFrom<Model> for Stored {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, row.number);
        let instant = |ms, column| Timestamp::from_millisecond(ms).map_err(|_| bad(column));
        let who = |text: &str, column| -> Result<Person, StoreError> {
            text.parse::<Actor>().ok().as_ref().and_then(person).ok_or_else(|| bad(column))
        };
        let decision = match (&row.decided_by, row.decided_at) {
            (Some(by), Some(at)) => {
                Some(Decision { by: who(by, "decided_by")?, at: instant(at, "decided_at")?, remark: row.remark.clone() })
            }
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(bad("decided_at")),
        };
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            proposal: Proposal {
                number: u32::try_from(row.number).map_err(|_| bad("number"))?,
                body: serde_json::from_str(&row.body).map_err(|_| bad("body"))?,
                effective_on: row.effective_on.as_deref().map(|text| text.parse::<Date>().map_err(|_| bad("effective_on"))).transpose()?,
                proposed_by: who(&row.proposed_by, "proposed_by")?,
                proposed_at: instant(row.proposed_at, "proposed_at")?,
                expires_at: instant(row.expires_at, "expires_at")?,
                status: status(&row).ok_or_else(|| bad("status"))?,
                decision,
                version: row.version,
                reason: row.reason,
            },
        })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::model::Body;

    #[test]
    fn a_change_of_the_calendar_is_known_by_its_beginning() {
        let body = Body::Calendar { csv: "year,kind,from,to,text\n".to_owned() };
        assert!(serde_json::to_string(&body).unwrap().starts_with(ABOUT_CALENDAR));
        let other = Body::Parameters { changes: Vec::new() };
        assert!(!serde_json::to_string(&other).unwrap().starts_with(ABOUT_CALENDAR));
    }
}
