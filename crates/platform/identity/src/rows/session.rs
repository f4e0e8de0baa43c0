//! `identity_session`: signed-in browsers and tokens. The row outlives the session as the record of the sign-in.

use kernel::{AccountId, SessionId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use store::{StoreError, Tx};

use super::instant;
use crate::SessionKind;
use crate::model::NetworkClass;

const TABLE: &str = "identity_session";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub token_hash: Vec<u8>,
    pub kind: String,
    pub account: String,
    pub created_at: i64,
    pub seen_at: i64,
    pub expires_at: i64,
    pub revoked_at: Option<i64>,
    pub agent: Option<String>,
    pub network: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// A session as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) id: SessionId,
    pub(crate) kind: SessionKind,
    pub(crate) account: AccountId,
    pub(crate) created_at: Timestamp,
    pub(crate) seen_at: Timestamp,
    pub(crate) expires_at: Timestamp,
    pub(crate) revoked_at: Option<Timestamp>,
    pub(crate) agent: Option<String>,
    pub(crate) network: Option<NetworkClass>,
}

impl TryFrom<Model> for Session {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            kind: SessionKind::from_code(&row.kind).ok_or_else(|| bad("kind"))?,
            account: row.account.parse().map_err(|_| bad("account"))?,
            created_at: instant(TABLE, "created_at", &row.id, row.created_at)?,
            seen_at: instant(TABLE, "seen_at", &row.id, row.seen_at)?,
            expires_at: instant(TABLE, "expires_at", &row.id, row.expires_at)?,
            revoked_at: row.revoked_at.map(|ms| instant(TABLE, "revoked_at", &row.id, ms)).transpose()?,
            network: row.network.as_deref().map(|code| NetworkClass::from_code(code).ok_or_else(|| bad("network"))).transpose()?,
            agent: row.agent,
        })
    }
}

pub(crate) async fn insert(tx: &Tx, session: &Session, token_hash: &[u8; 32]) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(session.id.to_string()),
        token_hash: Set(token_hash.to_vec()),
        kind: Set(session.kind.code().to_owned()),
        account: Set(session.account.to_string()),
        created_at: Set(session.created_at.as_millisecond()),
        seen_at: Set(session.seen_at.as_millisecond()),
        expires_at: Set(session.expires_at.as_millisecond()),
        revoked_at: Set(None),
        agent: Set(session.agent.clone()),
        network: Set(session.network.map(|network| network.code().to_owned())),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

pub(crate) async fn find_by_token(tx: &Tx, token_hash: &[u8; 32]) -> Result<Option<Session>, StoreError> {
    let row = Entity::find().filter(Column::TokenHash.eq(token_hash.to_vec())).one(tx).await?;
    row.map(Session::try_from).transpose()
}

/// Sessions of an account that have neither been revoked nor expired, newest first. Those that are idle for too long are
/// among them: that is the caller's to judge.
pub(crate) async fn open_of(tx: &Tx, account: AccountId, now: Timestamp) -> Result<Vec<Session>, StoreError> {
    let open = Column::Account.eq(account.to_string()).and(Column::RevokedAt.is_null()).and(Column::ExpiresAt.gt(now.as_millisecond()));
    let rows = Entity::find().filter(open).order_by_desc(Column::CreatedAt).order_by_desc(Column::Id).all(tx).await?;
    rows.into_iter().map(Session::try_from).collect()
}

/// Notes that the session was used; never backwards.
pub(crate) async fn touch(tx: &Tx, id: SessionId, now: Timestamp) -> Result<(), StoreError> {
    let older = Column::Id.eq(id.to_string()).and(Column::SeenAt.lt(now.as_millisecond()));
    Entity::update_many().col_expr(Column::SeenAt, Expr::value(now.as_millisecond())).filter(older).exec(tx).await?;
    Ok(())
}

/// Ends one session of an account; false when it has none such.
pub(crate) async fn revoke(tx: &Tx, account: AccountId, id: SessionId, now: Timestamp) -> Result<bool, StoreError> {
    let this = Column::Id.eq(id.to_string()).and(Column::Account.eq(account.to_string())).and(Column::RevokedAt.is_null());
    let result = Entity::update_many().col_expr(Column::RevokedAt, Expr::value(now.as_millisecond())).filter(this).exec(tx).await?;
    Ok(result.rows_affected == 1)
}

/// Ends all sessions of an account but `keep`; how many.
pub(crate) async fn revoke_all(tx: &Tx, account: AccountId, keep: Option<SessionId>, now: Timestamp) -> Result<u64, StoreError> {
    let mut these = Column::Account.eq(account.to_string()).and(Column::RevokedAt.is_null());
    if let Some(keep) = keep {
        these = these.and(Column::Id.ne(keep.to_string()));
    }
    let result = Entity::update_many().col_expr(Column::RevokedAt, Expr::value(now.as_millisecond())).filter(these).exec(tx).await?;
    Ok(result.rows_affected)
}

/// Forgets sessions that expired before `before`; how many.
pub(crate) async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    let old = Column::ExpiresAt.lt(before.as_millisecond());
    Ok(Entity::delete_many().filter(old).exec(tx).await?.rows_affected)
}
