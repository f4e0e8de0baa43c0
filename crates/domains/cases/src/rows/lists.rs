//! Lists of cases: keyset pages, always within a scope.

use std::collections::HashMap;

use kernel::{AreaCode, CaseId, CaseNumber, KindCode, PageSize, Timestamp};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, NullOrdering, Query};
use sea_orm::{Condition, ConnectionTrait, FromQueryResult, Order, PaginatorTrait, QueryOrder, QuerySelect, QueryTrait};
use store::{StoreError, Tx};

use super::record::{Column, Entity, Stored};
use crate::model::{Light, LinkHow, StateName};

/// Which cases of a scope.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// In one of these states; empty: any.
    pub states: Vec<StateName>,
    /// With this light at `now`.
    pub light: Option<Light>,
    /// Of this unit.
    pub unit: Option<String>,
    /// In these areas; empty: any.
    pub areas: Vec<String>,
    /// Of this kind.
    pub kind: Option<String>,
    /// Waiting for the desk's release, or not.
    pub held: Option<bool>,
}

/// The place in a list that is ordered by receipt, newest first: the last row seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// When that row was received.
    pub received_at: i64,
    /// Its id.
    pub id: String,
}

impl Cursor {
    /// The opaque text of a link.
    pub fn to_text(&self) -> String {
        // The id without its prefix: it is a key of ours, and nothing can be done with it but paging.
        format!("{:x}-{}", self.received_at, self.id.trim_start_matches("case_"))
    }

    /// Reads such a text; `None` when it is none.
    pub fn from_text(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('-')?;
        let whole = id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit());
        Some(Self { received_at: i64::from_str_radix(at, 16).ok()?, id: whole.then(|| format!("case_{id}"))? })
    }
}

fn states(names: &[StateName]) -> Condition {
    if names.is_empty() { Condition::all() } else { Condition::all().add(Column::State.is_in(names.iter().map(|name| name.code()))) }
}

fn lit(light: Light, now: Timestamp) -> Condition {
    let now = now.as_millisecond();
    let red = Column::RedAt.lte(now);
    let yellow = Column::YellowAt.lte(now);
    match light {
        Light::Red => Condition::all().add(red),
        // Whatever turns yellow turns red later. Saying so and not "or never" lets an index answer.
        Light::Yellow => Condition::all().add(yellow).add(Column::RedAt.gt(now)),
        Light::Green => Condition::all()
            .add(Condition::any().add(Column::YellowAt.is_null()).add(Column::YellowAt.gt(now)))
            .add(Condition::any().add(Column::RedAt.is_null()).add(Column::RedAt.gt(now))),
    }
}

fn filtered(filter: &Filter, now: Timestamp) -> Condition {
    let mut all = states(&filter.states);
    if let Some(light) = filter.light {
        all = all.add(lit(light, now));
    }
    if let Some(unit) = &filter.unit {
        all = all.add(Column::Unit.eq(&**unit));
    }
    if !filter.areas.is_empty() {
        all = all.add(Column::Area.is_in(filter.areas.iter().map(String::as_str)));
    }
    if let Some(kind) = &filter.kind {
        all = all.add(Column::Kind.eq(&**kind));
    }
    if let Some(held) = filter.held {
        all = all.add(Column::Held.eq(held));
    }
    all
}

fn read(rows: Vec<super::record::Model>) -> Result<Vec<Stored>, StoreError> {
    rows.into_iter().map(Stored::try_from).collect()
}

/// One page, newest first, and one row more when there are more.
fn page(scope: Condition, filter: &Filter, after: Option<&Cursor>, size: PageSize, now: Timestamp) -> Select<Entity> {
    let mut query = Entity::find().filter(scope).filter(filtered(filter, now));
    if let Some(after) = after {
        query = query
            .filter(Column::ReceivedAt.lt(after.received_at).or(Column::ReceivedAt.eq(after.received_at).and(Column::Id.lt(&*after.id))));
    }
    query.order_by_desc(Column::ReceivedAt).order_by_desc(Column::Id).limit(size.rows() + 1)
}

/// One page of whole cases.
pub(crate) async fn newest(
    tx: &Tx,
    scope: Condition,
    filter: &Filter,
    after: Option<&Cursor>,
    size: PageSize,
    now: Timestamp,
) -> Result<Vec<Stored>, StoreError> {
    read(page(scope, filter, after, size, now).all(tx).await?)
}

/// What a line of a list shows of a case. A row has four times as many columns, and reading them is most of the work of a page.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) version: i64,
    pub(crate) received_at: i64,
    pub(crate) held: bool,
    pub(crate) area: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) state: String,
    pub(crate) unit: Option<String>,
    pub(crate) yellow_at: Option<i64>,
    pub(crate) red_at: Option<i64>,
}

/// The same page as [`newest`], in lines.
pub(crate) async fn newest_lines(
    tx: &Tx,
    scope: Condition,
    filter: &Filter,
    after: Option<&Cursor>,
    size: PageSize,
    now: Timestamp,
) -> Result<Vec<Line>, StoreError> {
    use Column::{Area, Held, Id, Kind, Number, ReceivedAt, RedAt, State, Unit, Version, YellowAt};
    let columns = [Id, Number, Version, ReceivedAt, Held, Area, Kind, State, Unit, YellowAt, RedAt];
    Ok(page(scope, filter, after, size, now).select_only().columns(columns).into_model::<Line>().all(tx).await?)
}

/// The cases that wait, what turns red first, at most `most`.
pub(crate) async fn most_urgent(tx: &Tx, scope: Condition, filter: &Filter, most: u64, now: Timestamp) -> Result<Vec<Stored>, StoreError> {
    let query = Entity::find()
        .filter(scope)
        .filter(filtered(filter, now))
        .order_by_with_nulls(Column::RedAt, Order::Asc, NullOrdering::Last)
        .order_by_asc(Column::ReceivedAt)
        .order_by_asc(Column::Id)
        .limit(most);
    read(query.all(tx).await?)
}

/// The cases that wait on the dispatch desk: those of `first` before all others, then urgent ones, however many are late;
/// then what turns red first.
pub(crate) async fn for_desk(
    tx: &Tx,
    scope: Condition,
    filter: &Filter,
    first: &[CaseId],
    most: u64,
    now: Timestamp,
) -> Result<Vec<Stored>, StoreError> {
    let mut query = Entity::find().filter(scope).filter(filtered(filter, now));
    if !first.is_empty() {
        query = query.order_by_desc(Column::Id.is_in(first.iter().map(ToString::to_string)));
    }
    let query = query
        .order_by_desc(Column::Urgent)
        .order_by_with_nulls(Column::RedAt, Order::Asc, NullOrdering::Last)
        .order_by_asc(Column::ReceivedAt)
        .order_by_asc(Column::Id)
        .limit(most);
    read(query.all(tx).await?)
}

/// How many cases a filter has, counted up to `most` ("100+"). The database counts: a row for each would cost more than the rest.
pub(crate) async fn count_up_to(tx: &Tx, scope: Condition, filter: &Filter, most: u64, now: Timestamp) -> Result<u64, StoreError> {
    let some = Entity::find().select_only().column(Column::Id).filter(scope).filter(filtered(filter, now)).limit(most).into_query();
    let count = Query::select().expr(Expr::col(Asterisk).count()).from_subquery(some, "some").take();
    let row = tx.query_one(&count).await?;
    let counted = row.map(|row| row.try_get_by_index::<i64>(0)).transpose()?.unwrap_or(0);
    u64::try_from(counted).map_err(|_| StoreError::corrupt("case_record", "id", "a count"))
}

/// The numbers of those of `cases` that `scope` covers.
pub(crate) async fn numbers(
    tx: &Tx,
    scope: Condition,
    cases: impl IntoIterator<Item = CaseId>,
) -> Result<HashMap<CaseId, CaseNumber>, StoreError> {
    let found: Vec<(String, String)> = Entity::find()
        .select_only()
        .column(Column::Id)
        .column(Column::Number)
        .filter(scope)
        .filter(Column::Id.is_in(cases.into_iter().map(|id| id.to_string())))
        .into_tuple()
        .all(tx)
        .await?;
    let bad = |column| StoreError::corrupt("case_record", column, "a list of alarms");
    found.into_iter().map(|(id, number)| Ok((id.parse().map_err(|_| bad("id"))?, number.parse().map_err(|_| bad("number"))?))).collect()
}

/// Ids in order after `after`, for going through all cases.
pub(crate) async fn all_after(tx: &Tx, after: &str, most: u64) -> Result<Vec<super::record::Model>, StoreError> {
    Ok(Entity::find().filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(most).all(tx).await?)
}

/// Those of these ids that are there.
pub(crate) async fn there(tx: &Tx, ids: &[CaseId]) -> Result<Vec<CaseId>, StoreError> {
    let these = Column::Id.is_in(ids.iter().map(ToString::to_string));
    let found: Vec<String> = Entity::find().select_only().column(Column::Id).filter(these).into_tuple().all(tx).await?;
    found.iter().map(|id| id.parse().map_err(|_| StoreError::corrupt("case_record", "id", id))).collect()
}

/// Those of these cases that `scope` covers, in no particular order.
pub(crate) async fn with_ids(tx: &Tx, scope: Condition, ids: impl IntoIterator<Item = CaseId>) -> Result<Vec<Stored>, StoreError> {
    let ids = Column::Id.is_in(ids.into_iter().map(|id| id.to_string()));
    read(Entity::find().filter(scope).filter(ids).all(tx).await?)
}

/// What tells of a case whether another calendar moves it.
#[derive(Debug, FromQueryResult)]
pub(crate) struct RunningRow {
    pub(crate) id: String,
    pub(crate) clocks: String,
    pub(crate) course: String,
}

/// The cases whose clocks run, in order of their ids after `after`, for going through all of them. Raw: one row that is not
/// as we write it must not stop the others.
pub(crate) async fn running_after(tx: &Tx, after: &str, most: u64) -> Result<Vec<RunningRow>, StoreError> {
    let running = Column::Id.gt(after).and(Column::RedAt.is_not_null()).and(Column::Erased.eq(false));
    let columns = [Column::Id, Column::Clocks, Column::Course];
    Ok(Entity::find().select_only().columns(columns).filter(running).order_by_asc(Column::Id).limit(most).into_model().all(tx).await?)
}

/// The cases that are merged into `parent` now.
pub(crate) async fn merged_into(tx: &Tx, parent: CaseId) -> Result<Vec<Stored>, StoreError> {
    let merged = Condition::all().add(Column::MergedInto.eq(parent.to_string())).add(Column::State.eq(StateName::Merged.code()));
    read(Entity::find().filter(merged).order_by_asc(Column::ReceivedAt).order_by_asc(Column::Id).all(tx).await?)
}

/// How many parts of `whole` are not over yet, `but` left out.
pub(crate) async fn open_parts(tx: &Tx, whole: CaseId, but: CaseId) -> Result<u64, StoreError> {
    let over = [StateName::Closed.code(), StateName::Archived.code()];
    let open = Condition::all()
        .add(Column::LinkCase.eq(whole.to_string()))
        .add(Column::LinkHow.eq(LinkHow::Part.code()))
        .add(Column::State.is_not_in(over))
        .add(Column::Id.ne(but.to_string()));
    Entity::find().filter(open).count(tx).await.map_err(StoreError::from)
}

/// The cases that came out of `whole`, oldest first.
pub(crate) async fn linked_to(tx: &Tx, whole: CaseId) -> Result<Vec<Stored>, StoreError> {
    let linked = Column::LinkCase.eq(whole.to_string());
    read(Entity::find().filter(linked).order_by_asc(Column::ReceivedAt).order_by_asc(Column::Id).all(tx).await?)
}

/// How many cases of each unit are in `states`. Reads what is open and nothing else: an index holds unit and state.
pub(crate) async fn by_unit(tx: &Tx, states: &[StateName]) -> Result<Vec<(String, i64)>, StoreError> {
    let open = Column::Unit.is_not_null().and(Column::State.is_in(states.iter().map(|name| name.code())));
    let query = Entity::find().select_only().column(Column::Unit).column_as(Column::Unit.count(), "n").filter(open).group_by(Column::Unit);
    Ok(query.into_tuple().all(tx).await?)
}

/// What was answered since `since`, by unit and by whether it was late: how many, and the milliseconds that their final clocks ran
/// and stood still. Reads an index and no row.
pub(crate) async fn answered_by_unit(tx: &Tx, since: Timestamp) -> Result<Vec<(String, bool, i64, i64, i64)>, StoreError> {
    let answered = Column::AnsweredAt.gte(since.as_millisecond()).and(Column::Unit.is_not_null()).and(Column::FinalLate.is_not_null());
    // PostgreSQL sums 64-bit integers to a number without end.
    let sum = |column: Column| column.sum().cast_as("bigint");
    let query = Entity::find()
        .select_only()
        .column(Column::Unit)
        .column(Column::FinalLate)
        .column_as(Column::Unit.count(), "n")
        .column_as(sum(Column::FinalRan), "ran")
        .column_as(sum(Column::FinalStopped), "stopped")
        .filter(answered)
        .group_by(Column::Unit)
        .group_by(Column::FinalLate);
    Ok(query.into_tuple().all(tx).await?)
}

/// How many returns of each unit were sent back to it since `since`.
pub(crate) async fn sent_back_by_unit(tx: &Tx, since: Timestamp) -> Result<Vec<(String, i64)>, StoreError> {
    let sent_back = Column::SentBackAt.gte(since.as_millisecond()).and(Column::SentBackUnit.is_not_null());
    let query = Entity::find().select_only().column(Column::SentBackUnit).column_as(Column::SentBackUnit.count(), "n");
    Ok(query.filter(sent_back).group_by(Column::SentBackUnit).into_tuple().all(tx).await?)
}

/// The newest cases received since `since`, at most `most`.
pub(crate) async fn received_since(tx: &Tx, since: Timestamp, most: u64) -> Result<Vec<Stored>, StoreError> {
    let fresh = Column::ReceivedAt.gte(since.as_millisecond());
    read(Entity::find().filter(fresh).order_by_desc(Column::ReceivedAt).order_by_desc(Column::Id).limit(most).all(tx).await?)
}

/// The matters of a kind in these areas that strangers may know of, the newest first, at most `most`: still to be answered, and neither
/// sealed, held, confidential nor about a unit.
pub(crate) async fn open_to_strangers(tx: &Tx, kind: &KindCode, areas: &[AreaCode], most: u64) -> Result<Vec<Stored>, StoreError> {
    let open = states(&StateName::TAKES_OTHERS)
        .add(Column::ClosedAt.is_null())
        .add(Column::Kind.eq(kind.to_string()))
        .add(Column::Area.is_in(areas.iter().map(ToString::to_string)))
        .add(Column::Sealed.eq(false))
        .add(Column::Held.eq(false))
        .add(Column::Confidential.eq(false))
        .add(Column::Erased.eq(false))
        .add(Column::Against.is_null());
    read(Entity::find().filter(open).order_by_desc(Column::ReceivedAt).order_by_desc(Column::Id).limit(most).all(tx).await?)
}
