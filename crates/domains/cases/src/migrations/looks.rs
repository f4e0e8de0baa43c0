//! Who saw what in the clear, and leave to read with an end. A look is written once a day for each reader of a case, and once
//! for each thing unmasked: a few for every case. Warrants and samples are few.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

pub(super) struct Looks;

impl MigrationName for Looks {
    fn name(&self) -> &'static str {
        "m20261128_000012_cases_looks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Looks {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_look")
            .key("id")
            .text("case_id")
            .int("at")
            .text("on_day")
            .text("account")
            .text("role")
            .opt_text("unit")
            .text("seen")
            .opt_text("reason")
            .create(manager)
            .await?;
        // The resident's page; one's own looks; everybody's, for the auditor.
        index(manager, "case_look_case", "case_look", "case_id, at, id", Uniqueness::Plain, None).await?;
        index(manager, "case_look_account", "case_look", "account, at, id", Uniqueness::Plain, None).await?;
        index(manager, "case_look_at", "case_look", "at, id", Uniqueness::Plain, None).await?;
        Table::new(manager, "case_warrant")
            .key("id")
            .text("case_id")
            .text("reader")
            .text("reason")
            .int("days")
            .int("asked_at")
            .text("state")
            .opt_text("decided_by")
            .opt_int("decided_at")
            .opt_int("until")
            .create(manager)
            .await?;
        index(manager, "case_warrant_reader", "case_warrant", "reader, until", Uniqueness::Plain, None).await?;
        Table::new(manager, "case_sampled")
            .key("sample")
            .key("case_id")
            .text("reader")
            .text("drawn_by")
            .int("drawn_at")
            .int("until")
            .create(manager)
            .await?;
        index(manager, "case_sampled_reader", "case_sampled", "reader, until", Uniqueness::Plain, None).await
    }
}
