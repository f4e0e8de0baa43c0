//! What is open of a kind in a community: strangers are told that a matter of public space is known (decisions 2). The index holds what has
//! not closed: some tens of thousands of rows in a county.

use sea_orm_migration::prelude::*;
use store::schema::{Uniqueness, index};

pub(super) struct Open;

impl MigrationName for Open {
    fn name(&self) -> &'static str {
        "m20261128_000016_cases_open"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Open {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = "kind, area, received_at, id";
        index(manager, "case_record_open", "case_record", columns, Uniqueness::Plain, Some("closed_at IS NULL")).await
    }
}
