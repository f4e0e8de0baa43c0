//! `identity_known`: networks an account has signed in from, by keyed hash. They are no strangers when somebody guesses.

use kernel::{AccountId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_known")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub network: String,
    pub seen_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Whether the account has signed in from this network lately.
pub(crate) async fn has(tx: &Tx, account: AccountId, network: &str) -> Result<bool, StoreError> {
    Ok(Entity::find_by_id((account.to_string(), network.to_owned())).one(tx).await?.is_some())
}

/// Notes a sign-in.
pub(crate) async fn note(tx: &Tx, account: AccountId, network: &str, now: Timestamp) -> Result<(), StoreError> {
    let row = ActiveModel { account: Set(account.to_string()), network: Set(network.to_owned()), seen_at: Set(now.as_millisecond()) };
    let key = OnConflict::columns([Column::Account, Column::Network]).update_column(Column::SeenAt).to_owned();
    Entity::insert(row).on_conflict(key).exec_without_returning(tx).await?;
    Ok(())
}

/// Forgets all networks of an account.
pub(crate) async fn forget(tx: &Tx, account: AccountId) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::Account.eq(account.to_string())).exec(tx).await?;
    Ok(())
}

/// Forgets networks that were last used before `before`; how many.
pub(crate) async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(Column::SeenAt.lt(before.as_millisecond())).exec(tx).await?.rows_affected)
}
