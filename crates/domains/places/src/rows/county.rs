//! `place_county`: one row.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QuerySelect};
use store::{StoreError, Tx};

use super::{outline_text, read};
use crate::model::County;

const TABLE: &str = "place_county";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_county")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub hotline: String,
    pub outline: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(super) fn row(county: &County) -> Result<ActiveModel, StoreError> {
    Ok(Model {
        code: county.code.to_string(),
        name: county.name.clone(),
        name_en: county.name_en.clone(),
        hotline: county.hotline.clone(),
        outline: outline_text(&county.outline)?,
    }
    .into_active_model())
}

/// The county, `None` before the import.
pub(super) async fn find(tx: &Tx) -> Result<Option<County>, StoreError> {
    Entity::find().limit(1).one(tx).await?.map(County::try_from).transpose()
}

impl TryFrom<Model> for County {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            code: read(&row.code, TABLE, "code", &row.code)?,
            outline: serde_json::from_str(&row.outline).map_err(|_| StoreError::corrupt(TABLE, "outline", &row.code))?,
            name: row.name,
            name_en: row.name_en,
            hotline: row.hotline,
        })
    }
}
