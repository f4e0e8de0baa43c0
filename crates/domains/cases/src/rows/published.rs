//! Which cases have something to publish, and how many have not.

use kernel::{CaseId, KindCode, Timestamp};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, SimpleExpr};
use sea_orm::{Condition, PaginatorTrait, QueryOrder, QuerySelect, Select};
use store::{StoreError, Tx};

use super::record::{Column, Entity};
use crate::catalogue::CaseType;
use crate::model::StateName;
use crate::model::facts::Received;

async fn ids(tx: &Tx, query: Select<Entity>) -> Result<Vec<CaseId>, StoreError> {
    let ids: Vec<String> = query.select_only().column(Column::Id).order_by_asc(Column::Id).into_tuple().all(tx).await?;
    ids.iter().map(|id| id.parse().map_err(|_| StoreError::corrupt("case_record", "id", id))).collect()
}

/// Those of these cases that have a kind and a person: the kind, and when they were received.
pub(crate) async fn kinds_of(tx: &Tx, cases: &[CaseId]) -> Result<Vec<(CaseId, KindCode, Timestamp)>, StoreError> {
    let these = Column::Id.is_in(cases.iter().map(ToString::to_string));
    let query = Entity::find().select_only().columns([Column::Id, Column::Kind, Column::ReceivedAt]);
    let query = query.filter(these.and(Column::Kind.is_not_null()).and(Column::Erased.eq(false)));
    let rows: Vec<(String, String, i64)> = query.into_tuple().all(tx).await?;
    rows.into_iter()
        .map(|(id, kind, at)| {
            let bad = |column| StoreError::corrupt("case_record", column, &id);
            let received_at = Timestamp::from_millisecond(at).map_err(|_| bad("received_at"))?;
            Ok((id.parse().map_err(|_| bad("id"))?, kind.parse().map_err(|_| bad("kind"))?, received_at))
        })
        .collect()
}

/// Cases of this kind that were answered from `from` on and before `to`, and when.
pub(crate) async fn answered_like(
    tx: &Tx,
    kind: &KindCode,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<(CaseId, Timestamp)>, StoreError> {
    let within = Column::AnsweredAt.gte(from.as_millisecond()).and(Column::AnsweredAt.lt(to.as_millisecond()));
    let query = Entity::find().select_only().columns([Column::Id, Column::AnsweredAt]);
    let query = query.filter(Column::Kind.eq(kind.to_string()).and(within).and(Column::Erased.eq(false)));
    let rows: Vec<(String, i64)> = query.into_tuple().all(tx).await?;
    rows.into_iter()
        .map(|(id, at)| {
            let bad = |column| StoreError::corrupt("case_record", column, &id);
            Ok((id.parse().map_err(|_| bad("id"))?, Timestamp::from_millisecond(at).map_err(|_| bad("answered_at"))?))
        })
        .collect()
}

/// What of no facts are ever published (decisions 10).
fn never() -> SimpleExpr {
    let archived = Column::State.eq(StateName::Archived.code());
    let erased = Column::Erased.eq(true).and(archived.not());
    Column::Sealed.eq(true).or(Column::CaseType.eq(CaseType::Report.code())).or(Column::Against.is_not_null()).or(erased)
}

pub(crate) async fn under_way(tx: &Tx, after: &str, most: u64) -> Result<Vec<CaseId>, StoreError> {
    let over = [StateName::Closed.code(), StateName::Archived.code()];
    let under_way = Column::Id.gt(after).and(Column::State.is_not_in(over)).and(Column::Erased.eq(false));
    ids(tx, Entity::find().filter(under_way).limit(most)).await
}

pub(crate) async fn all_known(tx: &Tx, after: &str, most: u64) -> Result<Vec<CaseId>, StoreError> {
    ids(tx, Entity::find().filter(Column::Id.gt(after).and(Column::Erased.eq(false))).limit(most)).await
}

fn within(from: Timestamp, to: Timestamp) -> Condition {
    Condition::all().add(Column::ReceivedAt.gte(from.as_millisecond())).add(Column::ReceivedAt.lt(to.as_millisecond()))
}

pub(crate) async fn known_received(tx: &Tx, (from, to): (Timestamp, Timestamp), after: &str, most: u64) -> Result<Vec<CaseId>, StoreError> {
    let known = Column::Id.gt(after).and(Column::Erased.eq(false));
    ids(tx, Entity::find().filter(within(from, to)).filter(known).limit(most)).await
}

pub(crate) async fn never_received(tx: &Tx, from: Timestamp, to: Timestamp) -> Result<Vec<CaseId>, StoreError> {
    ids(tx, Entity::find().filter(within(from, to)).filter(never()).filter(Column::Erased.eq(false))).await
}

pub(crate) async fn never_among(tx: &Tx, among: &[CaseId]) -> Result<Vec<CaseId>, StoreError> {
    let mut found = Vec::new();
    for part in among.chunks(1000) {
        let those = Column::Id.is_in(part.iter().map(ToString::to_string));
        found.extend(ids(tx, Entity::find().filter(those.and(never()))).await?);
    }
    Ok(found)
}

pub(crate) async fn received(tx: &Tx, from: Timestamp, to: Timestamp) -> Result<Received, StoreError> {
    let within = || Entity::find().filter(within(from, to));
    Ok(Received { all: within().count(tx).await?, never: within().filter(never()).count(tx).await? })
}

pub(crate) async fn first_received(tx: &Tx) -> Result<Option<Timestamp>, StoreError> {
    let first = Entity::find().select_only().column(Column::ReceivedAt).order_by_asc(Column::ReceivedAt).limit(1);
    let first: Option<i64> = first.into_tuple().one(tx).await?;
    Ok(first.and_then(|at| Timestamp::from_millisecond(at).ok()))
}
