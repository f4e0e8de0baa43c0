//! `case_assist`: which units are asked to help with a case now. It is what [`Case::assisting`](crate::model::Case::assisting) says,
//! as rows, so that a unit's list is one query.

use std::collections::{HashMap, HashSet};

use identity::Scopes;
use kernel::{CaseId, UnitCode};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{NullOrdering, Query};
use sea_orm::{Condition, Order, QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use super::record;
use super::record::Stored;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_assist")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// Says which units help with the case now.
pub(crate) async fn set(tx: &Tx, case: CaseId, units: &[&UnitCode]) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::CaseId.eq(case.to_string())).exec(tx).await?;
    if units.is_empty() {
        return Ok(());
    }
    let row = |unit: &&UnitCode| ActiveModel { case_id: Set(case.to_string()), unit: Set(unit.to_string()) };
    Entity::insert_many(units.iter().map(row)).exec_without_returning(tx).await?;
    Ok(())
}

/// The cases that the units of `scopes` are asked to help with, and no others: not the units' own.
pub(crate) fn asked_of(scopes: &Scopes) -> Condition {
    let units = scopes.units().map(|unit| unit.as_str().to_owned());
    let cases = Query::select().column(Column::CaseId).from(Entity).and_where(Column::Unit.is_in(units)).to_owned();
    Condition::all().add(record::Column::Id.in_subquery(cases))
}

/// Those cases, what turns red first before all others, at most `most`.
pub(crate) async fn list(tx: &Tx, scopes: &Scopes, most: u64) -> Result<Vec<Stored>, StoreError> {
    let rows = record::Entity::find()
        .filter(asked_of(scopes))
        .order_by_with_nulls(record::Column::RedAt, Order::Asc, NullOrdering::Last)
        .order_by_asc(record::Column::Id)
        .limit(most)
        .all(tx)
        .await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// How many there are, counted up to `most`.
pub(crate) async fn count_up_to(tx: &Tx, scopes: &Scopes, most: u64) -> Result<u64, StoreError> {
    let units = scopes.units().map(|unit| unit.as_str().to_owned());
    let found: Vec<String> =
        Entity::find().select_only().column(Column::CaseId).filter(Column::Unit.is_in(units)).limit(most).into_tuple().all(tx).await?;
    Ok(found.len() as u64)
}

/// The units of several cases, for the examination.
pub(crate) async fn of_cases(tx: &Tx, cases: &[CaseId]) -> Result<HashMap<String, HashSet<String>>, StoreError> {
    let rows = Entity::find().filter(Column::CaseId.is_in(cases.iter().map(ToString::to_string))).all(tx).await?;
    let mut found: HashMap<String, HashSet<String>> = HashMap::new();
    for row in rows {
        found.entry(row.case_id).or_default().insert(row.unit);
    }
    Ok(found)
}
