//! `identity_account`: somebody who may sign in, or a machine.

use std::collections::BTreeSet;

use kernel::{AccountId, PageSize, Timestamp, UnitCode};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use super::instant;
use crate::AccountFilter;

const TABLE: &str = "identity_account";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub login: String,
    pub display_name: String,
    pub display_name_en: Option<String>,
    pub password_hash: Option<String>,
    pub totp_sealed: Option<Vec<u8>>,
    pub totp_step: Option<i64>,
    pub unit: Option<String>,
    pub created_at: i64,
    pub closed_at: Option<i64>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// An account as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) id: AccountId,
    pub(crate) login: String,
    pub(crate) name: String,
    pub(crate) name_en: Option<String>,
    pub(crate) password_hash: Option<String>,
    pub(crate) totp_sealed: Option<Vec<u8>>,
    pub(crate) totp_step: Option<i64>,
    pub(crate) unit: Option<UnitCode>,
    pub(crate) created_at: Timestamp,
    pub(crate) closed_at: Option<Timestamp>,
    /// The version of its stream in the journal.
    pub(crate) version: i64,
}

impl TryFrom<Model> for Account {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            unit: row.unit.as_deref().map(str::parse).transpose().map_err(|_| bad("unit"))?,
            created_at: instant(TABLE, "created_at", &row.id, row.created_at)?,
            closed_at: row.closed_at.map(|ms| instant(TABLE, "closed_at", &row.id, ms)).transpose()?,
            login: row.login,
            name: row.display_name,
            name_en: row.display_name_en,
            password_hash: row.password_hash,
            totp_sealed: row.totp_sealed,
            totp_step: row.totp_step,
            version: row.version,
        })
    }
}

/// Stores a new account; false when its login is taken.
pub(crate) async fn insert(tx: &Tx, account: &Account) -> Result<bool, StoreError> {
    let row = ActiveModel {
        id: Set(account.id.to_string()),
        login: Set(account.login.clone()),
        display_name: Set(account.name.clone()),
        display_name_en: Set(account.name_en.clone()),
        password_hash: Set(account.password_hash.clone()),
        totp_sealed: Set(account.totp_sealed.clone()),
        totp_step: Set(account.totp_step),
        unit: Set(account.unit.as_ref().map(ToString::to_string)),
        created_at: Set(account.created_at.as_millisecond()),
        closed_at: Set(account.closed_at.map(Timestamp::as_millisecond)),
        version: Set(account.version),
    };
    let stored =
        Entity::insert(row).on_conflict(OnConflict::column(Column::Login).do_nothing().to_owned()).exec_without_returning(tx).await?;
    Ok(stored == 1)
}

pub(crate) async fn find(tx: &Tx, id: AccountId) -> Result<Option<Account>, StoreError> {
    Entity::find_by_id(id.to_string()).one(tx).await?.map(Account::try_from).transpose()
}

pub(crate) async fn find_by_login(tx: &Tx, login: &str) -> Result<Option<Account>, StoreError> {
    Entity::find().filter(Column::Login.eq(login)).one(tx).await?.map(Account::try_from).transpose()
}

pub(crate) async fn all(tx: &Tx) -> Result<Vec<Account>, StoreError> {
    Entity::find().order_by_asc(Column::Login).all(tx).await?.into_iter().map(Account::try_from).collect()
}

/// Those of these that are not closed.
pub(crate) async fn open(tx: &Tx, ids: &BTreeSet<AccountId>) -> Result<BTreeSet<AccountId>, StoreError> {
    let these = Column::Id.is_in(ids.iter().map(ToString::to_string)).and(Column::ClosedAt.is_null());
    let found: Vec<String> = Entity::find().select_only().column(Column::Id).filter(these).into_tuple().all(tx).await?;
    let id = |id: String| id.parse().map_err(|_| StoreError::corrupt("identity_account", "id", &id));
    found.into_iter().map(id).collect()
}

/// One page by login and one row more when there are more; of `units` alone, or of all where there is no such list.
pub(crate) async fn page(
    tx: &Tx,
    units: Option<&[UnitCode]>,
    filter: &AccountFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Vec<Account>, StoreError> {
    let mut query = Entity::find();
    query = query.filter(if filter.closed { Column::ClosedAt.is_not_null() } else { Column::ClosedAt.is_null() });
    if let Some(units) = units {
        query = query.filter(Column::Unit.is_in(units.iter().map(UnitCode::as_str)));
    }
    if let Some(unit) = &filter.unit {
        query = query.filter(Column::Unit.eq(unit.as_str()));
    }
    if let Some(after) = after {
        query = query.filter(Column::Login.gt(after));
    }
    query.order_by_asc(Column::Login).limit(size.rows() + 1).all(tx).await?.into_iter().map(Account::try_from).collect()
}

/// Saves what may change, if the row is still at version `seen`; else [`StoreError::Stale`].
pub(crate) async fn save(tx: &Tx, account: &Account, seen: i64) -> Result<(), StoreError> {
    let result = Entity::update_many()
        .col_expr(Column::PasswordHash, Expr::value(account.password_hash.clone()))
        .col_expr(Column::TotpSealed, Expr::value(account.totp_sealed.clone()))
        .col_expr(Column::TotpStep, Expr::value(account.totp_step))
        .col_expr(Column::ClosedAt, Expr::value(account.closed_at.map(Timestamp::as_millisecond)))
        .col_expr(Column::Version, Expr::value(account.version))
        .filter(Column::Id.eq(account.id.to_string()).and(Column::Version.eq(seen)))
        .exec(tx)
        .await?;
    if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Marks a step of the one-time password as used; false when it, or a later one, was used before.
pub(crate) async fn use_totp_step(tx: &Tx, id: AccountId, step: i64) -> Result<bool, StoreError> {
    let unused = Column::TotpStep.is_null().or(Column::TotpStep.lt(step));
    let result = Entity::update_many()
        .col_expr(Column::TotpStep, Expr::value(step))
        .filter(Column::Id.eq(id.to_string()).and(unused))
        .exec(tx)
        .await?;
    Ok(result.rows_affected == 1)
}
