//! Which unit is asked to help with which case now. A row exists only while it is: some hundreds at any time.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

pub(super) struct Assists;

impl MigrationName for Assists {
    fn name(&self) -> &'static str {
        "m20261128_000018_cases_assists"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Assists {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_assist").key("case_id").key("unit").create(manager).await?;
        index(manager, "case_assist_unit", "case_assist", "unit, case_id", Uniqueness::Plain, None).await
    }
}
