//! `case_idempotency`: what a repeated request already did (decisions 8). The key and the effect commit together.

use kernel::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::QueryTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use store::{StoreError, Tx};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_idempotency")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub principal: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub idem_key: String,
    pub digest: String,
    pub outcome: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// What a key was used for before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Used {
    pub(crate) digest: String,
    pub(crate) outcome: String,
}

/// The earlier use of a key, at most 24 hours old.
pub(crate) async fn find(tx: &Tx, principal: &str, key: &str, now: Timestamp) -> Result<Option<Used>, StoreError> {
    let found = Entity::find_by_id((principal.to_owned(), key.to_owned())).one(tx).await?;
    Ok(found.filter(|row| row.created_at > now.as_millisecond() - DAY_MS).map(|row| Used { digest: row.digest, outcome: row.outcome }))
}

const DAY_MS: i64 = 86_400_000;

/// Remembers a use, in place of one that has lapsed.
pub(crate) async fn remember(tx: &Tx, principal: &str, key: &str, used: Used, now: Timestamp) -> Result<(), StoreError> {
    let row = ActiveModel {
        principal: Set(principal.to_owned()),
        idem_key: Set(key.to_owned()),
        digest: Set(used.digest),
        outcome: Set(used.outcome),
        created_at: Set(now.as_millisecond()),
    };
    let anew = OnConflict::columns([Column::Principal, Column::IdemKey])
        .update_columns([Column::Digest, Column::Outcome, Column::CreatedAt])
        .to_owned();
    tx.later(&Entity::insert(row).on_conflict(anew).into_query()).await
}

/// Forgets lapsed keys.
pub(crate) async fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, StoreError> {
    let lapsed = Column::CreatedAt.lt(now.as_millisecond() - DAY_MS).and(Column::IdemKey.ne(""));
    Ok(Entity::delete_many().filter(lapsed).exec(tx).await?.rows_affected)
}
