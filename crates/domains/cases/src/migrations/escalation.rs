//! Who else may read a case because it was escalated. A row exists only while it is: some hundreds at any time.

use sea_orm_migration::prelude::*;
use store::schema::Table;

pub(super) struct Escalation;

impl MigrationName for Escalation {
    fn name(&self) -> &'static str {
        "m20261128_000012_cases_escalation"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Escalation {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_escalation").key("id").flag("supervisor").flag("organiser").create(manager).await
    }
}
