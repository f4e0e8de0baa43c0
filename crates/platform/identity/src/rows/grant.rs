//! `identity_grant`: which role an account holds where, from when until when.

use kernel::{AccountId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{Condition, QueryOrder};
use store::{StoreError, Tx};

use crate::Role;
use crate::model::Place;
use crate::principal::Held;

const TABLE: &str = "identity_grant";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_grant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub role: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope_kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope_ref: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_at: i64,
    pub until_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

fn held(row: &Model) -> Result<(AccountId, Held), StoreError> {
    let bad = |column| StoreError::corrupt(TABLE, column, &row.account);
    let account = row.account.parse().map_err(|_| bad("account"))?;
    let role = Role::from_code(&row.role).ok_or_else(|| bad("role"))?;
    let place = Place::from_parts(&row.scope_kind, &row.scope_ref).map_err(|_| bad("scope_kind"))?;
    Ok((account, Held { role, place }))
}

fn valid_at(now: Timestamp) -> sea_orm::sea_query::SimpleExpr {
    let now = now.as_millisecond();
    Column::FromAt.lte(now).and(Column::UntilAt.is_null().or(Column::UntilAt.gt(now)))
}

/// The roles an account holds at `now`.
pub(crate) async fn held_by(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Vec<Held>, StoreError> {
    let rows = Entity::find().filter(Column::Account.eq(account.to_string()).and(valid_at(now)));
    let rows = rows.order_by_asc(Column::Role).order_by_asc(Column::ScopeRef).all(tx).await?;
    rows.into_iter().map(|row| held(&row).map(|(_, held)| held)).collect()
}

/// Everybody's roles at `now`.
pub(crate) async fn all(tx: &Tx, now: Timestamp) -> Result<Vec<(AccountId, Held)>, StoreError> {
    let rows = Entity::find().filter(valid_at(now)).order_by_asc(Column::Account).order_by_asc(Column::Role);
    rows.all(tx).await?.iter().map(held).collect()
}

/// A role that was given, with its span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) held: Held,
    pub(crate) from: Timestamp,
    pub(crate) until: Option<Timestamp>,
}

/// Every role that was ever given; an error where a row is not as we write it.
pub(crate) async fn every(tx: &Tx) -> Result<Vec<Result<(AccountId, Given), StoreError>>, StoreError> {
    let read = |row: Model| {
        let (account, held) = held(&row)?;
        let instant = |ms: i64, column| Timestamp::from_millisecond(ms).map_err(|_| StoreError::corrupt(TABLE, column, &row.account));
        let until = row.until_at.map(|until| instant(until, "until_at")).transpose()?;
        Ok((account, Given { held, from: instant(row.from_at, "from_at")?, until }))
    };
    let rows = Entity::find().order_by_asc(Column::Account).order_by_asc(Column::Role).all(tx).await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Who holds this role at this place at `now`; closed accounts among them.
pub(crate) async fn holders(tx: &Tx, held: &Held, now: Timestamp) -> Result<Vec<AccountId>, StoreError> {
    let holders = holders_of(tx, std::slice::from_ref(held), now).await?;
    Ok(holders.into_iter().map(|(account, _)| account).collect())
}

/// Who holds any of these at `now`; closed accounts among them.
pub(crate) async fn holders_of(tx: &Tx, wanted: &[Held], now: Timestamp) -> Result<Vec<(AccountId, Held)>, StoreError> {
    let any = wanted.iter().fold(Condition::any(), |any, held| {
        let this = Column::Role.eq(held.role.code()).and(Column::ScopeKind.eq(held.place.kind()));
        any.add(this.and(Column::ScopeRef.eq(held.place.code())))
    });
    let rows = Entity::find().filter(any).filter(valid_at(now)).order_by_asc(Column::Account).order_by_asc(Column::Role);
    rows.all(tx).await?.iter().map(held).collect()
}

/// Gives a role from `from` on; false when just that was given before.
pub(crate) async fn insert(
    tx: &Tx,
    account: AccountId,
    held: &Held,
    from: Timestamp,
    until: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let row = ActiveModel {
        account: Set(account.to_string()),
        role: Set(held.role.code().to_owned()),
        scope_kind: Set(held.place.kind().to_owned()),
        scope_ref: Set(held.place.code().to_owned()),
        from_at: Set(from.as_millisecond()),
        until_at: Set(until.map(Timestamp::as_millisecond)),
    };
    let key =
        OnConflict::columns([Column::Account, Column::Role, Column::ScopeKind, Column::ScopeRef, Column::FromAt]).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(key).exec_without_returning(tx).await? == 1)
}

/// Ends a role at `now`; false when it is not held.
pub(crate) async fn end(tx: &Tx, account: AccountId, held: &Held, now: Timestamp) -> Result<bool, StoreError> {
    let this = Column::Account
        .eq(account.to_string())
        .and(Column::Role.eq(held.role.code()))
        .and(Column::ScopeKind.eq(held.place.kind()))
        .and(Column::ScopeRef.eq(held.place.code()))
        .and(valid_at(now));
    let result = Entity::update_many().col_expr(Column::UntilAt, Expr::value(now.as_millisecond())).filter(this).exec(tx).await?;
    Ok(result.rows_affected > 0)
}
