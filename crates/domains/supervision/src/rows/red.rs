//! `supervision_red`: how long matters were past their limit, one row for each time. Written when it ends; what is red now is
//! read from the matters.

use kernel::{CaseId, Timestamp, UnitCode};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use crate::model::RedSpan;

const TABLE: &str = "supervision_red";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supervision_red")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub case_id: String,
    pub unit: Option<String>,
    pub from_at: i64,
    pub to_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for RedSpan {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
        let instant = |ms, column| Timestamp::from_millisecond(ms).map_err(|_| bad(column));
        Ok(Self {
            unit: row.unit.as_ref().map(|code| code.parse::<UnitCode>().map_err(|_| bad("unit"))).transpose()?,
            from: instant(row.from_at, "from_at")?,
            to: instant(row.to_at, "to_at")?,
        })
    }
}

/// Stores a span; `nth` is the version of the matter's event that ended it.
pub(crate) async fn insert(tx: &Tx, case: CaseId, nth: i64, span: &RedSpan) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(format!("{case}:{nth}")),
        case_id: Set(case.to_string()),
        unit: Set(span.unit.as_ref().map(ToString::to_string)),
        from_at: Set(span.from.as_millisecond()),
        to_at: Set(span.to.as_millisecond()),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// The spans that ended after `since`, at most `most`, the newest first.
pub(crate) async fn since(tx: &Tx, since: Timestamp, most: u64) -> Result<Vec<RedSpan>, StoreError> {
    let query = Entity::find().filter(Column::ToAt.gt(since.as_millisecond())).order_by_desc(Column::ToAt).limit(most);
    query.all(tx).await?.into_iter().map(RedSpan::try_from).collect()
}

/// The spans of these cases, each with its case and by the order of their ends, for the examination.
pub(crate) async fn of_cases(tx: &Tx, cases: &[String]) -> Result<Vec<(String, RedSpan)>, StoreError> {
    let query = Entity::find().filter(Column::CaseId.is_in(cases.iter().map(String::as_str))).order_by_asc(Column::ToAt);
    query.all(tx).await?.into_iter().map(|row| Ok((row.case_id.clone(), RedSpan::try_from(row)?))).collect()
}
