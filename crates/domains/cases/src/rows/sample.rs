//! `case_sampled`: which matters were drawn for whom, until when.

use std::collections::BTreeMap;

use kernel::{AccountId, CaseId, SampleId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use store::{StoreError, Tx};

use super::record;
use crate::model::{Sample, StateName};

const TABLE: &str = "case_sampled";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_sampled")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub sample: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    pub reader: String,
    pub drawn_by: String,
    pub drawn_at: i64,
    pub until: i64,
}

impl ActiveModelBehavior for ActiveModel {}

fn open(reader: AccountId, now: Timestamp) -> Condition {
    Condition::all().add(Column::Reader.eq(reader.to_string())).add(Column::Until.gt(now.as_millisecond()))
}

/// The cases that samples open to `reader` at `now`, for the condition of another query.
pub(super) fn opened_to(reader: AccountId, now: Timestamp) -> SelectStatement {
    Entity::find().select_only().column(Column::CaseId).filter(open(reader, now)).into_query()
}

/// The cases that samples open to anybody at `now`.
pub(super) fn open_to_anybody(now: Timestamp) -> SelectStatement {
    Entity::find().select_only().column(Column::CaseId).filter(Column::Until.gt(now.as_millisecond())).into_query()
}

/// Whether a sample opens this case to `reader` at `now`.
pub(super) async fn opens(tx: &Tx, reader: AccountId, case: CaseId, now: Timestamp) -> Result<bool, StoreError> {
    let this = open(reader, now).add(Column::CaseId.eq(case.to_string()));
    Ok(Entity::find().filter(this).one(tx).await?.is_some())
}

/// The ids of closed cases received from `from` until before `to` that may be drawn: sealed and erased ones may not.
pub(crate) async fn may_be_drawn(tx: &Tx, from: Timestamp, to: Timestamp) -> Result<Vec<CaseId>, StoreError> {
    let ids: Vec<String> = record::Entity::find()
        .select_only()
        .column(record::Column::Id)
        .filter(
            Condition::all()
                .add(record::Column::State.eq(StateName::Closed.code()))
                .add(record::Column::ReceivedAt.gte(from.as_millisecond()))
                .add(record::Column::ReceivedAt.lt(to.as_millisecond()))
                .add(record::Column::Sealed.eq(false))
                .add(record::Column::Erased.eq(false)),
        )
        .order_by_asc(record::Column::ReceivedAt)
        .order_by_asc(record::Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    ids.iter().map(|id| id.parse().map_err(|_| StoreError::corrupt("case_record", "id", id))).collect()
}

/// Stores a sample.
pub(crate) async fn insert(tx: &Tx, sample: &Sample, cases: &[CaseId]) -> Result<(), StoreError> {
    let row = |case: &CaseId| ActiveModel {
        sample: Set(sample.id.to_string()),
        case_id: Set(case.to_string()),
        reader: Set(sample.reader.to_string()),
        drawn_by: Set(sample.drawn_by.to_string()),
        drawn_at: Set(sample.drawn_at.as_millisecond()),
        until: Set(sample.until.as_millisecond()),
    };
    Entity::insert_many(cases.iter().map(row)).exec_without_returning(tx).await?;
    Ok(())
}

/// Ends a sample at `now`; false when it is not there or over.
pub(crate) async fn end(tx: &Tx, id: SampleId, now: Timestamp) -> Result<bool, StoreError> {
    let this = Column::Sample.eq(id.to_string()).and(Column::Until.gt(now.as_millisecond()));
    let ended = Entity::update_many().col_expr(Column::Until, Expr::value(now.as_millisecond())).filter(this).exec(tx).await?;
    Ok(ended.rows_affected > 0)
}

fn grouped(rows: Vec<Model>) -> Result<Vec<(Sample, Vec<CaseId>)>, StoreError> {
    let mut samples: BTreeMap<String, (Sample, Vec<CaseId>)> = BTreeMap::new();
    for row in rows {
        let bad = |column: &'static str| StoreError::corrupt(TABLE, column, &row.sample);
        let instant = |at, column| Timestamp::from_millisecond(at).map_err(|_| bad(column));
        let sample = Sample {
            id: row.sample.parse().map_err(|_| bad("sample"))?,
            reader: row.reader.parse().map_err(|_| bad("reader"))?,
            drawn_by: row.drawn_by.parse().map_err(|_| bad("drawn_by"))?,
            drawn_at: instant(row.drawn_at, "drawn_at")?,
            until: instant(row.until, "until")?,
            cases: 0,
        };
        let case = row.case_id.parse().map_err(|_| bad("case_id"))?;
        let (known, cases) = samples.entry(row.sample.clone()).or_insert_with(|| (sample.clone(), Vec::new()));
        cases.push(case);
        known.cases = cases.len() as u64;
        // One sample has one reader and one end.
        if (known.reader, known.drawn_by, known.drawn_at, known.until) != (sample.reader, sample.drawn_by, sample.drawn_at, sample.until) {
            return Err(bad("until"));
        }
    }
    Ok(samples.into_values().collect())
}

/// The samples that ended after `since` or are open, of one reader or of all, newest first.
pub(crate) async fn since(tx: &Tx, reader: Option<AccountId>, since: Timestamp) -> Result<Vec<Sample>, StoreError> {
    let mut query = Entity::find().filter(Column::Until.gt(since.as_millisecond()));
    if let Some(reader) = reader {
        query = query.filter(Column::Reader.eq(reader.to_string()));
    }
    let mut samples: Vec<Sample> = grouped(query.all(tx).await?)?.into_iter().map(|(sample, _)| sample).collect();
    samples.sort_by_key(|sample| std::cmp::Reverse((sample.drawn_at, sample.id)));
    Ok(samples)
}

/// One sample with its cases.
pub(crate) async fn find(tx: &Tx, id: SampleId) -> Result<Option<(Sample, Vec<CaseId>)>, StoreError> {
    let rows = Entity::find().filter(Column::Sample.eq(id.to_string())).order_by_asc(Column::CaseId).all(tx).await?;
    Ok(grouped(rows)?.pop())
}

/// The ids of all samples, for the examination.
pub(crate) async fn all(tx: &Tx) -> Result<Vec<String>, StoreError> {
    let ids: Vec<String> = Entity::find().select_only().column(Column::Sample).distinct().into_tuple().all(tx).await?;
    Ok(ids)
}
