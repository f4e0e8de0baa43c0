//! The table of accounts' own.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The migrations of accounts, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Proposals)]
}

/// What waits for a second person. A few a week; decided ones are kept half a year, without names.
struct Proposals;

impl MigrationName for Proposals {
    fn name(&self) -> &'static str {
        "m20261123_000012_accounts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Proposals {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "account_proposal")
            .key("id")
            .text("kind")
            .opt_text("account")
            .opt_text("role")
            .opt_text("people")
            .int("people_count")
            .text("proposed_by")
            .int("proposed_at")
            .int("expires_at")
            .text("state")
            .opt_text("decided_by")
            .opt_int("decided_at")
            .int("version")
            .create(manager)
            .await?;
        index(manager, "account_proposal_state", "account_proposal", "state, proposed_at, id", Uniqueness::Plain, None).await?;
        index(manager, "account_proposal_by", "account_proposal", "proposed_by, state", Uniqueness::Plain, None).await
    }
}
