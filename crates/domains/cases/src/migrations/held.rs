//! The desk lists what is held apart from its queue. Few rows are held at any time, so the index is small.

use sea_orm_migration::prelude::*;
use store::schema::{Uniqueness, index};

pub(super) struct Held;

impl MigrationName for Held {
    fn name(&self) -> &'static str {
        "m20261123_000010_cases_held"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Held {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        index(manager, "case_record_held", "case_record", "received_at, id", Uniqueness::Plain, Some("held")).await
    }
}
