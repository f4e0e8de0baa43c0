//! `place_point`: contact points.

use sea_orm::IntoActiveModel;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use store::{StoreError, Tx};

use super::read;
use crate::model::Point;

const TABLE: &str = "place_point";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_point")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub seq: i64,
    pub name: String,
    pub name_en: String,
    pub area: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(super) fn row(seq: i64, point: &Point) -> ActiveModel {
    Model { code: point.code.to_string(), seq, name: point.name.clone(), name_en: point.name_en.clone(), area: point.area.to_string() }
        .into_active_model()
}

/// All of them, in the order of the county file.
pub(super) async fn all(tx: &Tx) -> Result<Vec<Point>, StoreError> {
    Entity::find().order_by_asc(Column::Seq).all(tx).await?.into_iter().map(Point::try_from).collect()
}

impl TryFrom<Model> for Point {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            code: read(&row.code, TABLE, "code", &row.code)?,
            area: read(&row.area, TABLE, "area", &row.code)?,
            name: row.name,
            name_en: row.name_en,
        })
    }
}
