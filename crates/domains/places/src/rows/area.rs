//! `place_area`: the areas below the county.

use jiff::civil::Date;
use kernel::AreaCode;
use sea_orm::IntoActiveModel;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use store::{StoreError, Tx};

use super::{outline_text, read, validity};
use crate::model::{Area, AreaLevel};

const TABLE: &str = "place_area";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_area")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub seq: i64,
    pub name: String,
    pub name_en: String,
    pub level: String,
    pub parent: String,
    pub residents: i64,
    pub outline: String,
    pub valid_from: Option<String>,
    pub valid_until: Option<String>,
    pub successor: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(super) fn row(seq: i64, area: &Area) -> Result<ActiveModel, StoreError> {
    Ok(Model {
        code: area.code.to_string(),
        seq,
        name: area.name.clone(),
        name_en: area.name_en.clone(),
        level: area.level.code().to_owned(),
        parent: area.parent.as_ref().map(ToString::to_string).unwrap_or_default(),
        residents: i64::from(area.residents),
        outline: outline_text(&area.outline)?,
        valid_from: area.validity.from.map(|day| day.to_string()),
        valid_until: area.validity.until.map(|day| day.to_string()),
        successor: area.validity.successor.as_ref().map(ToString::to_string),
    }
    .into_active_model())
}

/// All of them, in the order of the county file.
pub(super) async fn all(tx: &Tx) -> Result<Vec<Area>, StoreError> {
    Entity::find().order_by_asc(Column::Seq).all(tx).await?.into_iter().map(Area::try_from).collect()
}

/// Writes a new area behind the others; [`StoreError::Stale`] when its code was taken meanwhile.
pub(super) async fn open(tx: &Tx, area: &Area) -> Result<(), StoreError> {
    let last = Entity::find().order_by_desc(Column::Seq).one(tx).await?.map_or(-1, |row| row.seq);
    let taken = OnConflict::column(Column::Code).do_nothing().to_owned();
    let written = Entity::insert(row(last + 1, area)?).on_conflict(taken).exec_without_returning(tx).await?;
    if written == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Ends the area on `from`; [`StoreError::Stale`] when it has an end already.
pub(super) async fn close(tx: &Tx, code: &AreaCode, from: Date, successor: &AreaCode) -> Result<(), StoreError> {
    let ended = Entity::update_many()
        .col_expr(Column::ValidUntil, Expr::value(from.to_string()))
        .col_expr(Column::Successor, Expr::value(successor.to_string()))
        .filter(Column::Code.eq(code.to_string()).and(Column::ValidUntil.is_null()))
        .exec(tx)
        .await?
        .rows_affected;
    if ended == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

impl TryFrom<Model> for Area {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |column| StoreError::corrupt(TABLE, column, &row.code);
        let level = AreaLevel::from_code(&row.level).filter(|level| *level != AreaLevel::County);
        Ok(Self {
            code: read(&row.code, TABLE, "code", &row.code)?,
            level: level.ok_or_else(|| corrupt("level"))?,
            parent: Some(read(&row.parent, TABLE, "parent", &row.code)?),
            residents: u32::try_from(row.residents).map_err(|_| corrupt("residents"))?,
            outline: serde_json::from_str(&row.outline).map_err(|_| corrupt("outline"))?,
            validity: validity(TABLE, &row.code, [row.valid_from.as_deref(), row.valid_until.as_deref(), row.successor.as_deref()])?,
            name: row.name,
            name_en: row.name_en,
        })
    }
}
