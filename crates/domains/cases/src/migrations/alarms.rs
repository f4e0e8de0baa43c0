//! Whose words spoke of harming herself, and who is called then. Few alarms are open at any time; every page of the desk
//! asks for them, so the open ones have an index of their own.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

pub(super) struct Alarms;

impl MigrationName for Alarms {
    fn name(&self) -> &'static str {
        "m20261123_000011_cases_alarms"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Alarms {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_alarm").key("id").int("raised_at").opt_int("answered_at").opt_text("answered_by").create(manager).await?;
        index(manager, "case_alarm_open", "case_alarm", "raised_at", Uniqueness::Plain, Some("answered_at IS NULL")).await?;
        Table::new(manager, "case_on_call").key("id").int("version").text("duties").create(manager).await
    }
}
