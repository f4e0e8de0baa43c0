//! What is near its limit. The index of what turns red is no help there: all that is open lies behind "later than now".

use sea_orm_migration::prelude::*;
use store::schema::{Uniqueness, index};

pub(super) struct Lit;

impl MigrationName for Lit {
    fn name(&self) -> &'static str {
        "m20261128_000020_cases_lit"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Lit {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = "yellow_at, red_at, id";
        index(manager, "case_record_yellow", "case_record", columns, Uniqueness::Plain, Some("yellow_at IS NOT NULL")).await
    }
}
