//! `figure_case`: the newest facts under each name, as their leaf. No way leads from here to the case.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, PaginatorTrait, QueryOrder, QuerySelect};
use store::{StoreError, Tx};
use tlog::leaf::{CaseRef, Facts, FactsLeaf, Leaf, Month};

use crate::model::Published;

const TABLE: &str = "figure_case";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_case")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Received in.
    pub month: i64,
    /// The facts leaf; nothing after its facts were taken back.
    pub leaf: Option<Vec<u8>>,
    /// The table of the batch that it stands in.
    pub batch: i64,
}

impl ActiveModelBehavior for ActiveModel {}

fn read(row: Model) -> Result<(String, Published), StoreError> {
    let bad = |column| StoreError::corrupt(TABLE, column, &row.name);
    let known = match &row.leaf {
        None => None,
        Some(bytes) => match Leaf::decode(bytes) {
            Ok(Leaf::Facts(FactsLeaf { case, known: Some(known) })) if case.to_string() == row.name => Some(known),
            _ => return Err(bad("leaf")),
        },
    };
    if known.is_some_and(|(facts, _)| i64::from(facts.month.number()) != row.month) {
        return Err(bad("month"));
    }
    Ok((row.name, Published { known, batch: row.batch }))
}

/// What is published under these names; names without any are missing.
pub(crate) async fn find_many(tx: &Tx, names: &[String]) -> Result<HashMap<String, Published>, StoreError> {
    let mut found = HashMap::with_capacity(names.len());
    for part in names.chunks(1000) {
        for row in Entity::find().filter(Column::Name.is_in(part)).all(tx).await? {
            let (name, published) = read(row)?;
            found.insert(name, published);
        }
    }
    Ok(found)
}

/// Names after `after` with what is published under them, in order; an error where a row is not as we write it.
pub(crate) async fn after(tx: &Tx, after: &str, most: u64) -> Result<Vec<(String, Result<Published, StoreError>)>, StoreError> {
    let rows = Entity::find().filter(Column::Name.gt(after)).order_by_asc(Column::Name).limit(most).all(tx).await?;
    Ok(rows.into_iter().map(|row| (row.name.clone(), read(row).map(|(_, published)| published))).collect())
}

/// How many cases of a month have facts.
pub(crate) async fn with_facts(tx: &Tx, month: Month) -> Result<u64, StoreError> {
    Ok(Entity::find().filter(Column::Month.eq(i64::from(month.number())).and(Column::Leaf.is_not_null())).count(tx).await?)
}

/// Stores what a batch says of cases: the leaf, or that its facts were taken back.
pub(crate) async fn put(tx: &Tx, batch: i64, leaves: &[(CaseRef, Month, Option<Vec<u8>>)]) -> Result<(), StoreError> {
    let changed = OnConflict::column(Column::Name).update_columns([Column::Month, Column::Leaf, Column::Batch]).to_owned();
    for part in leaves.chunks(store::ROWS_AT_ONCE) {
        let rows = part.iter().map(|(name, month, leaf)| ActiveModel {
            name: Set(name.to_string()),
            month: Set(month.number().into()),
            leaf: Set(leaf.clone()),
            batch: Set(batch),
        });
        Entity::insert_many(rows).on_conflict(changed.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The facts in a leaf that was read.
pub(crate) fn facts(published: &Published) -> Option<&Facts> {
    published.known.as_ref().map(|(facts, _)| facts)
}
