//! `place_named`: estates and roads.

use sea_orm::IntoActiveModel;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use store::{StoreError, Tx};

use super::read;
use crate::model::{NamedPlace, NamedPlaceKind};

const TABLE: &str = "place_named";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_named")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub area: String,
    pub seq: i64,
    pub kind: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(super) fn row(seq: i64, place: &NamedPlace) -> ActiveModel {
    Model { name: place.name.clone(), area: place.area.to_string(), seq, kind: place.kind.code().to_owned() }.into_active_model()
}

/// All of them, in the order of the county file.
pub(super) async fn all(tx: &Tx) -> Result<Vec<NamedPlace>, StoreError> {
    Entity::find().order_by_asc(Column::Seq).all(tx).await?.into_iter().map(NamedPlace::try_from).collect()
}

impl TryFrom<Model> for NamedPlace {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            kind: NamedPlaceKind::from_code(&row.kind).ok_or_else(|| StoreError::corrupt(TABLE, "kind", &row.name))?,
            area: read(&row.area, TABLE, "area", &row.name)?,
            name: row.name,
        })
    }
}
