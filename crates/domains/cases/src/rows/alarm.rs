//! `case_alarm`: whose words spoke of harming herself, and who has taken it on. No word of it stands here.

use kernel::{AccountId, CaseId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{QueryOrder, QuerySelect};
use store::{StoreError, Tx};

const TABLE: &str = "case_alarm";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_alarm")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub raised_at: i64,
    pub answered_at: Option<i64>,
    pub answered_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// An alarm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    /// The case.
    pub case: CaseId,
    /// When it was raised, last.
    pub raised_at: Timestamp,
    /// Who took it on, and when.
    pub answered: Option<(AccountId, Timestamp)>,
}

impl TryFrom<Model> for Alarm {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column: &'static str| StoreError::corrupt(TABLE, column, &row.id);
        let instant = |ms, column| Timestamp::from_millisecond(ms).map_err(|_| bad(column));
        let answered = match (&row.answered_by, row.answered_at) {
            (None, None) => None,
            (Some(by), Some(at)) => Some((by.parse().map_err(|_| bad("answered_by"))?, instant(at, "answered_at")?)),
            (Some(_), None) | (None, Some(_)) => return Err(bad("answered_at")),
        };
        Ok(Self { case: row.id.parse().map_err(|_| bad("id"))?, raised_at: instant(row.raised_at, "raised_at")?, answered })
    }
}

/// Raises an alarm; one that was answered is open again.
pub(crate) async fn raise(tx: &Tx, case: CaseId, now: Timestamp) -> Result<(), StoreError> {
    let row =
        ActiveModel { id: Set(case.to_string()), raised_at: Set(now.as_millisecond()), answered_at: Set(None), answered_by: Set(None) };
    let again = OnConflict::column(Column::Id).update_columns([Column::RaisedAt, Column::AnsweredAt, Column::AnsweredBy]).to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes down who took it on.
pub(crate) async fn answer(tx: &Tx, case: CaseId, by: AccountId, now: Timestamp) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::AnsweredAt, Expr::value(now.as_millisecond()))
        .col_expr(Column::AnsweredBy, Expr::value(by.to_string()))
        .filter(Column::Id.eq(case.to_string()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets the alarm of an erased case.
pub(crate) async fn forget(tx: &Tx, case: CaseId) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::Id.eq(case.to_string())).exec(tx).await?;
    Ok(())
}

/// The alarm of a case.
pub(crate) async fn find(tx: &Tx, case: CaseId) -> Result<Option<Alarm>, StoreError> {
    Entity::find_by_id(case.to_string()).one(tx).await?.map(Alarm::try_from).transpose()
}

/// The alarms of several cases, raw, for the examination.
pub(crate) async fn find_many(tx: &Tx, cases: &[CaseId]) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Id.is_in(cases.iter().map(ToString::to_string))).all(tx).await?)
}

/// The open alarms, the oldest first, at most `most`.
pub(crate) async fn open(tx: &Tx, most: u64) -> Result<Vec<Alarm>, StoreError> {
    let rows = Entity::find().filter(Column::AnsweredAt.is_null()).order_by_asc(Column::RaisedAt).limit(most).all(tx).await?;
    rows.into_iter().map(Alarm::try_from).collect()
}
