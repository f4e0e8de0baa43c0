//! `notify_item`: reminders, one row each.

use kernel::{AccountId, NoticeId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use crate::{NewNotice, Notice};

const TABLE: &str = "notify_item";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notify_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account: String,
    pub kind: String,
    pub about: String,
    pub detail: Option<String>,
    pub once_key: String,
    pub created_at: i64,
    pub read_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Notice {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
        let instant = |ms, column| Timestamp::from_millisecond(ms).map_err(|_| bad(column));
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            at: instant(row.created_at, "created_at")?,
            read_at: row.read_at.map(|ms| instant(ms, "read_at")).transpose()?,
            kind: row.kind,
            about: row.about,
            detail: row.detail,
        })
    }
}

pub(crate) async fn insert(tx: &Tx, id: NoticeId, new: &NewNotice, now: Timestamp) -> Result<bool, StoreError> {
    let row = ActiveModel {
        id: Set(id.to_string()),
        account: Set(new.to.to_string()),
        kind: Set(new.kind.to_owned()),
        about: Set(new.about.clone()),
        detail: Set(new.detail.clone()),
        once_key: Set(new.once.clone()),
        created_at: Set(now.as_millisecond()),
        read_at: Set(None),
    };
    let once = OnConflict::columns([Column::Account, Column::OnceKey]).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? == 1)
}

pub(crate) async fn unread(tx: &Tx, account: AccountId, most: u64) -> Result<u64, StoreError> {
    let found: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Account.eq(account.to_string()).and(Column::ReadAt.is_null()))
        .limit(most)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(found.len() as u64)
}

pub(crate) async fn newest(tx: &Tx, account: AccountId, most: u64) -> Result<Vec<Notice>, StoreError> {
    let of = || Entity::find().filter(Column::Account.eq(account.to_string()));
    let newest = |query: Select<Entity>, most: u64| query.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id).limit(most);
    let mut rows = newest(of().filter(Column::ReadAt.is_null()), most).all(tx).await?;
    let left = most.saturating_sub(rows.len() as u64);
    if left > 0 {
        rows.extend(newest(of().filter(Column::ReadAt.is_not_null()), left).all(tx).await?);
    }
    rows.into_iter().map(Notice::try_from).collect()
}

pub(crate) async fn mark_read(tx: &Tx, account: AccountId, until: Timestamp, now: Timestamp) -> Result<u64, StoreError> {
    let unread = Column::Account.eq(account.to_string()).and(Column::ReadAt.is_null()).and(Column::CreatedAt.lte(until.as_millisecond()));
    let read = Entity::update_many().col_expr(Column::ReadAt, Expr::value(now.as_millisecond())).filter(unread).exec(tx).await?;
    Ok(read.rows_affected)
}

pub(crate) async fn delete_read_before(tx: &Tx, before: i64) -> Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(Column::ReadAt.lt(before)).exec(tx).await?.rows_affected)
}
