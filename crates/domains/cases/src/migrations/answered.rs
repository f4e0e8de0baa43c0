//! What became of the limits of what was answered, and returns that were sent back: the supervision desk sums ninety days of both by
//! unit. The indexes hold what it sums, so that no row is read: a county has some 0.1 M answers in ninety days, and few returns.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

pub(super) struct Answered;

impl MigrationName for Answered {
    fn name(&self) -> &'static str {
        "m20261128_000022_cases_answered"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Answered {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_record")
            .opt_flag("final_late")
            .opt_int("final_ran")
            .opt_int("final_stopped")
            .opt_text("sent_back_unit")
            .opt_int("sent_back_at")
            .extend(manager)
            .await?;
        let columns = "answered_at, unit, final_late, final_ran, final_stopped";
        index(manager, "case_record_terms", "case_record", columns, Uniqueness::Plain, Some("answered_at IS NOT NULL")).await?;
        let columns = "sent_back_at, sent_back_unit";
        index(manager, "case_record_sent_back", "case_record", columns, Uniqueness::Plain, Some("sent_back_at IS NOT NULL")).await
    }
}
