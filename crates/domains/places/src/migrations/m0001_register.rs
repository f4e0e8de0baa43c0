//! The register of areas, points, names and units. Reason: every case has an area and a unit.
//! Expected size: one county, ≤ 700 areas and points, ≤ 10,000 names, ≤ 200 units; read whole at start,
//! so there is no index beyond the keys.
//!
//! Outlines are JSON text, never queried. `seq` keeps the order of the county file: it is the order in which
//! people know their areas, and databases do not sort Chinese alike (decisions 16). Dates of validity and
//! successors (decisions 3) are open until the first reorganisation. No foreign keys among these tables: the
//! county file is checked as a whole before it is written, and every row is written in one transaction.

use sea_orm_migration::prelude::*;
use store::schema::Table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "places_0001_register"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "place_county")
            .key("code")
            .text("name")
            .text("name_en")
            .text("hotline")
            .text("outline")
            .create(manager)
            .await?;
        Table::new(manager, "place_area")
            .key("code")
            .int("seq")
            .text("name")
            .text("name_en")
            .text("level")
            .text("parent")
            .int("residents")
            .text("outline")
            .opt_text("valid_from")
            .opt_text("valid_until")
            .opt_text("successor")
            .create(manager)
            .await?;
        Table::new(manager, "place_point").key("code").int("seq").text("name").text("name_en").text("area").create(manager).await?;
        Table::new(manager, "place_named").key("name").key("area").int("seq").text("kind").create(manager).await?;
        Table::new(manager, "place_unit")
            .key("code")
            .int("seq")
            .text("name")
            .text("name_en")
            .text("kind")
            .text("phone")
            .opt_text("valid_from")
            .opt_text("valid_until")
            .opt_text("successor")
            .create(manager)
            .await
    }
}
