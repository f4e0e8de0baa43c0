//! What a county decides about kinds of matters: kinds of its own, ends with successors, other units from a day on. Reason: kinds have
//! dates of validity and successors like areas and units (decisions 3). Expected size: some dozen rows in the life of a site; read whole
//! at start.
//!
//! Kinds that ship with the program have no row: only what was decided about them has. Words of an opened kind are JSON text, never
//! queried.

use sea_orm_migration::prelude::*;
use store::schema::Table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "places_0003_kinds"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "place_kind")
            .key("code")
            .int("seq")
            .text("first")
            .text("name")
            .text("name_en")
            .text("unit")
            .text("case_type")
            .text("complexity")
            .flag("public_space")
            .text("basis")
            .text("words")
            .text("valid_from")
            .create(manager)
            .await?;
        Table::new(manager, "place_kind_end").key("level").key("code").text("valid_until").text("successor").create(manager).await?;
        Table::new(manager, "place_kind_unit").key("code").key("valid_from").text("unit").create(manager).await
    }
}
