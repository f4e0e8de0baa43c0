//! `identity_link`: one-time links, by the hash of what opens them.

use kernel::{AccountId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use store::{StoreError, Tx};

use crate::LinkPurpose;
use crate::secret;

const TABLE: &str = "identity_link";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_link")]
pub struct Model {
    /// base64url of the SHA-256 of the token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account: String,
    pub purpose: String,
    pub created_at: i64,
    pub expires_at: i64,
    pub used_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn insert(
    tx: &Tx,
    hash: &[u8; 32],
    account: AccountId,
    purpose: LinkPurpose,
    now: Timestamp,
    expires: Timestamp,
) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(secret::text(hash)),
        account: Set(account.to_string()),
        purpose: Set(purpose.code().to_owned()),
        created_at: Set(now.as_millisecond()),
        expires_at: Set(expires.as_millisecond()),
        used_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

fn unused(hash: &[u8; 32], now: Timestamp) -> sea_orm::sea_query::SimpleExpr {
    Column::Id.eq(secret::text(hash)).and(Column::UsedAt.is_null()).and(Column::ExpiresAt.gt(now.as_millisecond()))
}

/// Whose link this is and what for, while it can be used.
pub(crate) async fn find(tx: &Tx, hash: &[u8; 32], now: Timestamp) -> Result<Option<(AccountId, LinkPurpose)>, StoreError> {
    let Some(row) = Entity::find().filter(unused(hash, now)).one(tx).await? else {
        return Ok(None);
    };
    let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
    let account = row.account.parse().map_err(|_| bad("account"))?;
    let purpose = LinkPurpose::from_code(&row.purpose).ok_or_else(|| bad("purpose"))?;
    Ok(Some((account, purpose)))
}

/// Uses the link up; false when it cannot be used.
pub(crate) async fn spend(tx: &Tx, hash: &[u8; 32], now: Timestamp) -> Result<bool, StoreError> {
    let used = Entity::update_many().col_expr(Column::UsedAt, Expr::value(now.as_millisecond()));
    Ok(used.filter(unused(hash, now)).exec(tx).await?.rows_affected == 1)
}

/// Makes every unused link of an account useless: a new one, or a new password, takes their place.
pub(crate) async fn revoke_all(tx: &Tx, account: AccountId, now: Timestamp) -> Result<(), StoreError> {
    let these = Column::Account.eq(account.to_string()).and(Column::UsedAt.is_null());
    Entity::update_many().col_expr(Column::UsedAt, Expr::value(now.as_millisecond())).filter(these).exec(tx).await?;
    Ok(())
}

/// Forgets links that expired before `before`; how many.
pub(crate) async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    let old = Column::ExpiresAt.lt(before.as_millisecond());
    Ok(Entity::delete_many().filter(old).exec(tx).await?.rows_affected)
}
