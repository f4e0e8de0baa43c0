//! `log_head`: the single row that orders all sequencers.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, LockType, OnConflict, Query};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbBackend, PaginatorTrait};
use store::{StoreError, Tx};
use tlog::Edge;

use crate::sequence::Head;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "log_head")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub epoch: i64,
    pub size: i64,
    pub root: Vec<u8>,
    pub edge: Vec<u8>,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

fn row(head: &Head, now: Timestamp) -> ActiveModel {
    ActiveModel {
        id: Set(1),
        epoch: Set(i64::try_from(head.epoch).unwrap_or(i64::MAX)),
        size: Set(i64::try_from(head.edge.size()).unwrap_or(i64::MAX)),
        root: Set(head.edge.root().to_vec()),
        edge: Set(head.edge.to_bytes()),
        updated_at: Set(now.as_millisecond()),
    }
}

/// The head, held until the transaction ends: SQLite by its one writer, PostgreSQL by a row lock.
pub(crate) async fn lock(tx: &Tx, now: Timestamp) -> Result<Head, StoreError> {
    Entity::insert(row(&Head::default(), now))
        .on_conflict(OnConflict::column(Column::Id).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    if tx.get_database_backend() == DbBackend::Postgres {
        let lock = Query::select().column(Column::Id).from(Alias::new("log_head")).lock(LockType::Update).to_owned();
        tx.query_all(&lock).await?;
    }
    read(tx).await
}

/// The head as it stands; of an empty log before the first.
pub(crate) async fn read(tx: &Tx) -> Result<Head, StoreError> {
    let Some(row) = Entity::find_by_id(1i64).one(tx).await? else { return Ok(Head::default()) };
    let size = u64::try_from(row.size).map_err(|_| StoreError::corrupt("log_head", "size", 1))?;
    let edge = Edge::from_bytes(size, &row.edge).map_err(|_| StoreError::corrupt("log_head", "edge", 1))?;
    if edge.root().as_slice() != row.root {
        return Err(StoreError::corrupt("log_head", "root", 1));
    }
    let epoch = u64::try_from(row.epoch).map_err(|_| StoreError::corrupt("log_head", "epoch", 1))?;
    Ok(Head { epoch, edge })
}

/// How many rows there are beside the one.
pub(crate) async fn others(tx: &Tx) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(Column::Id.ne(1i64)).count(tx).await?)
}

pub(crate) async fn save(tx: &Tx, head: &Head, now: Timestamp) -> Result<(), StoreError> {
    Entity::update(row(head, now)).exec_without_returning(tx).await?;
    Ok(())
}
