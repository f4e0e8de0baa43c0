//! Names in the public log whose person was erased, until the next batch takes their facts back (ADR 0021). No case beside them. A handful
//! of rows at any time.

use sea_orm_migration::prelude::*;
use store::schema::Table;

pub(super) struct Gone;

impl MigrationName for Gone {
    fn name(&self) -> &'static str {
        "m20261128_000011_cases_gone"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Gone {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_ref_gone").key("name").create(manager).await
    }
}
