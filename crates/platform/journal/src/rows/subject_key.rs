//! `subject_key`: the wrapped data key of each person. Destroying it erases the person.

use kernel::{SubjectId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect, QueryTrait};
use store::{StoreError, Tx, insert_all};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subject_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject: String,
    pub wrapped: Option<Vec<u8>>,
    pub created_at: i64,
    pub destroyed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn find(tx: &Tx, subject: SubjectId) -> Result<Option<Model>, StoreError> {
    Ok(Entity::find_by_id(subject.to_string()).one(tx).await?)
}

pub(crate) async fn find_many(tx: &Tx, subjects: impl IntoIterator<Item = SubjectId>) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Subject.is_in(subjects.into_iter().map(|s| s.to_string()))).all(tx).await?)
}

/// Rows behind a subject, in their order; of an empty one all.
pub(crate) async fn after(tx: &Tx, subject: &str, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Subject.gt(subject)).order_by_asc(Column::Subject).limit(most).all(tx).await?)
}

fn row(subject: SubjectId, wrapped: Vec<u8>, now: Timestamp) -> ActiveModel {
    ActiveModel {
        subject: Set(subject.to_string()),
        wrapped: Set(Some(wrapped)),
        created_at: Set(now.as_millisecond()),
        destroyed_at: Set(None),
    }
}

/// Stores the keys of subjects that have none.
pub(crate) async fn insert_many(tx: &Tx, keys: impl IntoIterator<Item = (SubjectId, Vec<u8>, Timestamp)>) -> Result<(), StoreError> {
    let rows = keys.into_iter().map(|(subject, wrapped, now)| row(subject, wrapped, now)).collect();
    insert_all(tx, rows).await
}

/// Stores a new key unless the subject has one; whether it was stored.
pub(crate) async fn insert(tx: &Tx, subject: SubjectId, wrapped: Vec<u8>, now: Timestamp) -> Result<bool, StoreError> {
    let once = OnConflict::column(Column::Subject).do_nothing().to_owned();
    let mut insert = Entity::insert(row(subject, wrapped, now)).on_conflict(once).into_query();
    // Asked for, so that what waits to be written can go with it.
    insert.returning(Query::returning().column(Column::Subject));
    Ok(tx.query_one(&insert).await?.is_some())
}

/// Destroys the key; whether there was one.
pub(crate) async fn destroy(tx: &Tx, subject: SubjectId, now: Timestamp) -> Result<bool, StoreError> {
    let result = Entity::update_many()
        .col_expr(Column::Wrapped, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(Column::DestroyedAt, Expr::value(now.as_millisecond()))
        .filter(Column::Subject.eq(subject.to_string()).and(Column::DestroyedAt.is_null()))
        .exec(tx)
        .await?;
    Ok(result.rows_affected == 1)
}
