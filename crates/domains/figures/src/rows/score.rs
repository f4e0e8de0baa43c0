//! `figure_score`: first verdicts that wait until enough others hide them. They go out without their case.

use kernel::CaseId;
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};
use tlog::leaf::{CaseType, Month, Score};

const TABLE: &str = "figure_score";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_score")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub month: i64,
    pub area: i64,
    pub unit: i64,
    pub case_type: i64,
    pub contacted: bool,
    pub solved: bool,
    pub satisfaction: i64,
}

impl ActiveModelBehavior for ActiveModel {}

fn read(row: &Model) -> Result<(CaseId, Score), StoreError> {
    let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
    let score = Score {
        month: u64::try_from(row.month).ok().and_then(Month::from_number).ok_or_else(|| bad("month"))?,
        area: u16::try_from(row.area).map_err(|_| bad("area"))?,
        unit: u16::try_from(row.unit).map_err(|_| bad("unit"))?,
        case_type: u64::try_from(row.case_type).ok().and_then(CaseType::from_number).ok_or_else(|| bad("case_type"))?,
        contacted: row.contacted,
        solved: row.solved,
        satisfaction: u8::try_from(row.satisfaction).map_err(|_| bad("satisfaction"))?,
    };
    Ok((row.id.parse().map_err(|_| bad("id"))?, score))
}

/// Everything that waits, by case.
pub(crate) async fn all(tx: &Tx) -> Result<Vec<(CaseId, Score)>, StoreError> {
    Entity::find().order_by_asc(Column::Id).all(tx).await?.iter().map(read).collect()
}

/// Makes what waits these.
pub(crate) async fn replace(tx: &Tx, waiting: &[(CaseId, Score)]) -> Result<(), StoreError> {
    Entity::delete_many().exec(tx).await?;
    for part in waiting.chunks(store::ROWS_AT_ONCE) {
        let rows = part.iter().map(|(id, score)| ActiveModel {
            id: Set(id.to_string()),
            month: Set(score.month.number().into()),
            area: Set(score.area.into()),
            unit: Set(score.unit.into()),
            case_type: Set(score.case_type.number().into()),
            contacted: Set(score.contacted),
            solved: Set(score.solved),
            satisfaction: Set(score.satisfaction.into()),
        });
        let once = OnConflict::column(Column::Id).do_nothing().to_owned();
        Entity::insert_many(rows).on_conflict(once).exec_without_returning(tx).await?;
    }
    Ok(())
}
