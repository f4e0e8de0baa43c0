//! Which closed cases have been kept long enough, and wait for nobody.

use kernel::{CaseId, Timestamp};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use super::record::{Column, Entity};
use super::{escalation, sample, warrant};
use crate::catalogue::CaseType;
use crate::model::StateName;

/// Closed cases of one type that closed before `over`, sealed ones before `sealed_over`; oldest first, at most `most`. What has a
/// proposal, leave to read that is asked for or in force, or an escalation (an open order) is left until that is over.
pub(crate) async fn due(
    tx: &Tx,
    case_type: CaseType,
    (over, sealed_over): (Timestamp, Timestamp),
    now: Timestamp,
    most: u64,
) -> Result<Vec<CaseId>, StoreError> {
    let escalated = Query::select().column(escalation::Column::Id).from(escalation::Entity).to_owned();
    let due = Condition::all()
        .add(Column::State.eq(StateName::Closed.code()))
        .add(Column::CaseType.eq(case_type.code()))
        .add(Column::ClosedAt.lt(over.as_millisecond()))
        .add(Column::Sealed.eq(false).or(Column::ClosedAt.lt(sealed_over.as_millisecond())))
        .add(Column::Erased.eq(false))
        .add(Column::Pending.is_null())
        .add(Column::Id.not_in_subquery(warrant::waiting_or_open(now)))
        .add(Column::Id.not_in_subquery(sample::open_to_anybody(now)))
        .add(Column::Id.not_in_subquery(escalated));
    let ids: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(due)
        .order_by_asc(Column::ClosedAt)
        .order_by_asc(Column::Id)
        .limit(most)
        .into_tuple()
        .all(tx)
        .await?;
    ids.iter().map(|id| id.parse().map_err(|_| StoreError::corrupt("case_record", "id", id))).collect()
}
