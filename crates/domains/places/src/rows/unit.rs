//! `place_unit`: handling units.

use jiff::civil::Date;
use kernel::UnitCode;
use sea_orm::IntoActiveModel;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use store::{StoreError, Tx};

use super::{read, validity};
use crate::model::{Unit, UnitKind};

const TABLE: &str = "place_unit";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_unit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub seq: i64,
    pub name: String,
    pub name_en: String,
    pub kind: String,
    pub phone: String,
    pub valid_from: Option<String>,
    pub valid_until: Option<String>,
    pub successor: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(super) fn row(seq: i64, unit: &Unit) -> ActiveModel {
    Model {
        code: unit.code.to_string(),
        seq,
        name: unit.name.clone(),
        name_en: unit.name_en.clone(),
        kind: unit.kind.code().to_owned(),
        phone: unit.phone.clone(),
        valid_from: unit.validity.from.map(|day| day.to_string()),
        valid_until: unit.validity.until.map(|day| day.to_string()),
        successor: unit.validity.successor.as_ref().map(ToString::to_string),
    }
    .into_active_model()
}

/// All of them, in the order of the county file.
pub(super) async fn all(tx: &Tx) -> Result<Vec<Unit>, StoreError> {
    Entity::find().order_by_asc(Column::Seq).all(tx).await?.into_iter().map(Unit::try_from).collect()
}

/// Ends the unit on `from`; [`StoreError::Stale`] when it has an end already.
pub(super) async fn close(tx: &Tx, code: &UnitCode, from: Date, successor: &UnitCode) -> Result<(), StoreError> {
    let ended = Entity::update_many()
        .col_expr(Column::ValidUntil, Expr::value(from.to_string()))
        .col_expr(Column::Successor, Expr::value(successor.to_string()))
        .filter(Column::Code.eq(code.to_string()).and(Column::ValidUntil.is_null()))
        .exec(tx)
        .await?
        .rows_affected;
    if ended == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Writes a new unit behind the others.
pub(super) async fn open(tx: &Tx, unit: &Unit) -> Result<(), StoreError> {
    let last = Entity::find().filter(Column::Code.gt("")).all(tx).await?.into_iter().map(|row| row.seq).max();
    Entity::insert(row(last.unwrap_or(-1) + 1, unit)).exec_without_returning(tx).await?;
    Ok(())
}

impl TryFrom<Model> for Unit {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            code: read(&row.code, TABLE, "code", &row.code)?,
            kind: UnitKind::from_code(&row.kind).ok_or_else(|| StoreError::corrupt(TABLE, "kind", &row.code))?,
            validity: validity(TABLE, &row.code, [row.valid_from.as_deref(), row.valid_until.as_deref(), row.successor.as_deref()])?,
            name: row.name,
            name_en: row.name_en,
            phone: row.phone,
        })
    }
}
