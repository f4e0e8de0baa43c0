//! `identity_recovery`: codes for the day the authenticator is lost, by keyed hash.

use kernel::{AccountId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use store::{StoreError, Tx};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_recovery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub code_hash: String,
    pub created_at: i64,
    pub used_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Puts new codes in the place of all earlier ones.
pub(crate) async fn replace(tx: &Tx, account: AccountId, hashes: &[String], now: Timestamp) -> Result<(), StoreError> {
    forget(tx, account).await?;
    let rows = hashes.iter().map(|hash| ActiveModel {
        account: Set(account.to_string()),
        code_hash: Set(hash.clone()),
        created_at: Set(now.as_millisecond()),
        used_at: Set(None),
    });
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Forgets all codes of an account.
pub(crate) async fn forget(tx: &Tx, account: AccountId) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::Account.eq(account.to_string())).exec(tx).await?;
    Ok(())
}

/// Uses a code up; false when there is none such, or when it was used before.
pub(crate) async fn spend(tx: &Tx, account: AccountId, hash: &str, now: Timestamp) -> Result<bool, StoreError> {
    let this = Column::Account.eq(account.to_string()).and(Column::CodeHash.eq(hash)).and(Column::UsedAt.is_null());
    let used = Entity::update_many().col_expr(Column::UsedAt, Expr::value(now.as_millisecond()));
    Ok(used.filter(this).exec(tx).await?.rows_affected == 1)
}

/// How many codes are left.
pub(crate) async fn left(tx: &Tx, account: AccountId) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(Column::Account.eq(account.to_string()).and(Column::UsedAt.is_null())).count(tx).await?)
}
