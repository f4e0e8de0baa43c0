//! Names in the public log whose person was erased, until the next batch takes their facts back (ADR 0021). No case beside them. A handful
//! of rows at any time. And an index by which an earlier case of the same kind is found, when the same matter comes again.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

pub(super) struct Gone;

impl MigrationName for Gone {
    fn name(&self) -> &'static str {
        "m20261128_000011_cases_gone"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Gone {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_ref_gone").key("name").create(manager).await?;
        index(manager, "case_record_answered", "case_record", "kind, answered_at", Uniqueness::Plain, Some("answered_at IS NOT NULL")).await
    }
}
