//! `case_escalation`: which cases the supervisor and the organiser may read because they were escalated (decisions 3: tier ≥ 2,
//! an order). A row exists while one of them may.

use identity::{Role, Scope, Scopes};
use kernel::CaseId;
use sea_orm::ActiveValue::Set;
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{OnConflict, Query};
use store::{StoreError, Tx};

use super::record;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_escalation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub supervisor: bool,
    pub organiser: bool,
}

impl ActiveModelBehavior for ActiveModel {}

/// Says who may read the case.
pub(crate) async fn set(tx: &Tx, case: CaseId, supervisor: bool, organiser: bool) -> Result<(), StoreError> {
    if !supervisor && !organiser {
        Entity::delete_many().filter(Column::Id.eq(case.to_string())).exec(tx).await?;
        return Ok(());
    }
    let row = ActiveModel { id: Set(case.to_string()), supervisor: Set(supervisor), organiser: Set(organiser) };
    let again = OnConflict::column(Column::Id).update_columns([Column::Supervisor, Column::Organiser]).to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// To whom a case was escalated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ToWhom {
    pub(crate) supervisor: bool,
    pub(crate) organiser: bool,
}

/// To whom the case was escalated.
pub(crate) async fn to_whom(tx: &Tx, case: CaseId) -> Result<ToWhom, StoreError> {
    let row = Entity::find_by_id(case.to_string()).one(tx).await?;
    Ok(row.map_or_else(ToWhom::default, |row| ToWhom { supervisor: row.supervisor, organiser: row.organiser }))
}

/// What `scopes` may read: what `reached` covers, and the cases that were escalated to one of their roles. Added to what they
/// read, never to what they may do.
pub(crate) fn readable(reached: Condition, scopes: &Scopes) -> Condition {
    let to = |column: Column| {
        let rows = Query::select().column(Column::Id).from(Entity).and_where(column.eq(true)).to_owned();
        record::Column::Id.in_subquery(rows)
    };
    let escalated = |role: Role| scopes.scopes().any(|scope| *scope == Scope::Escalated(role));
    let mut readable = Condition::any().add(reached);
    if escalated(Role::Supervisor) {
        readable = readable.add(to(Column::Supervisor));
    }
    if escalated(Role::Organiser) {
        readable = readable.add(to(Column::Organiser));
    }
    readable
}
