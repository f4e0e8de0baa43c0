//! Proposals and decided values. Reason: the rules of a county have dates, authors and reasons. Expected size: some
//! hundred proposals and values in the life of a site; read whole at start.
//!
//! `settings_value` only grows: a value is superseded by a later one, never overwritten. `body` is JSON, never queried.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "settings_0001_settings"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "settings_proposal")
            .key("id")
            .int("number")
            .text("body")
            .opt_text("effective_on")
            .text("reason")
            .text("proposed_by")
            .int("proposed_at")
            .int("expires_at")
            .text("status")
            .opt_int("effective_at")
            .opt_text("decided_by")
            .opt_int("decided_at")
            .opt_text("remark")
            .int("version")
            .create(manager)
            .await?;
        index(manager, "settings_proposal_number", "settings_proposal", "number", Uniqueness::Unique, None).await?;
        Table::new(manager, "settings_value")
            .int_key("proposal")
            .key("parameter")
            .key("scope")
            .opt_text("value")
            .int("effective_at")
            .int("approved_at")
            .create(manager)
            .await
    }
}
