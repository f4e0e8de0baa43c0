//! New names of areas and units, each from a day on. Reason: places are renamed, and figures of old months keep the old
//! names. Expected size: some hundred rows in the life of a site; read whole at start.

use sea_orm_migration::prelude::*;
use store::schema::Table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "places_0002_names"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "place_name").key("sort").key("code").key("valid_from").text("name").text("name_en").create(manager).await
    }
}
