//! What has ended, by type and day: what is kept long enough is found without reading what was archived before. A county has up
//! to 0.5 M cases a year; the index holds those that closed.

use sea_orm_migration::prelude::*;
use store::schema::{Uniqueness, index};

pub(super) struct Ended;

impl MigrationName for Ended {
    fn name(&self) -> &'static str {
        "m20261128_000015_cases_ended"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Ended {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = "state, case_type, closed_at, id";
        index(manager, "case_record_ended", "case_record", columns, Uniqueness::Plain, Some("closed_at IS NOT NULL")).await
    }
}
