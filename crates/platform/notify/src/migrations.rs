//! The table of reminders.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The migrations, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Notices)]
}

/// One row per reminder and person; what was read is deleted after 90 days. Some hundreds a day. Every staff page counts its
/// reader's unread ones, so these have an index of their own.
struct Notices;

impl MigrationName for Notices {
    fn name(&self) -> &'static str {
        "notify_0001_items"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Notices {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "notify_item")
            .key("id")
            .text("account")
            .text("kind")
            .text("about")
            .opt_text("detail")
            .text("once_key")
            .int("created_at")
            .opt_int("read_at")
            .create(manager)
            .await?;
        index(manager, "notify_item_once", "notify_item", "account, once_key", Uniqueness::Unique, None).await?;
        index(manager, "notify_item_newest", "notify_item", "account, created_at, id", Uniqueness::Plain, None).await?;
        index(manager, "notify_item_unread", "notify_item", "account", Uniqueness::Plain, Some("read_at IS NULL")).await?;
        index(manager, "notify_item_read", "notify_item", "read_at", Uniqueness::Plain, Some("read_at IS NOT NULL")).await
    }
}
