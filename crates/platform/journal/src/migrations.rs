//! The journal's tables.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The journal's migrations, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Journal), Box::new(Epochs), Box::new(Leaves)]
}

/// The journal, its queue before sequencing, its order after, the head of the log and the keys of people.
/// About ten events per case; `journal_event` is by far the largest table and is never updated.
struct Journal;

impl MigrationName for Journal {
    fn name(&self) -> &'static str {
        "m20261123_000001_journal"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Journal {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "journal_event")
            .serial("seq")
            .text("id")
            .int("recorded_at")
            .int("occurred_at")
            .text("source")
            .text("stream")
            .int("version")
            .text("kind")
            .int("kind_version")
            .text("actor")
            .opt_text("on_behalf_of")
            .opt_text("request_id")
            .opt_text("cause")
            .text("public")
            .text("subject")
            .bytes("private")
            .opt_text("reason")
            .bytes("seal")
            .bytes("mac")
            .create(manager)
            .await?;
        index(manager, "journal_event_stream", "journal_event", "stream, version", Uniqueness::Unique, None).await?;
        index(manager, "journal_event_id", "journal_event", "id", Uniqueness::Unique, None).await?;
        Table::new(manager, "journal_pending").int_key("seq").opt_text("refused").create(manager).await?;
        Table::new(manager, "journal_log").int_key("position").int("seq").int("leaf_start").create(manager).await?;
        index(manager, "journal_log_seq", "journal_log", "seq", Uniqueness::Unique, None).await?;
        index(manager, "journal_log_leaf_start", "journal_log", "leaf_start", Uniqueness::Plain, None).await?;
        Table::new(manager, "log_head")
            .int_key("id")
            .int("epoch")
            .int("size")
            .bytes("root")
            .bytes("edge")
            .int("updated_at")
            .create(manager)
            .await?;
        Table::new(manager, "subject_key")
            .key("subject")
            .opt_bytes("wrapped")
            .int("created_at")
            .opt_int("destroyed_at")
            .create(manager)
            .await
    }
}

/// The logs that began because a restored database could not go on with the one before: their first leaves. One row for each, nearly
/// always none.
struct Epochs;

impl MigrationName for Epochs {
    fn name(&self) -> &'static str {
        "m20261128_000001_epochs"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Epochs {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "log_epoch").int_key("epoch").bytes("leaf").bytes("mac").int("began_at").create(manager).await
    }
}

/// Leaves of the public log that are no seals: what is published of cases, and the names of what they speak of. Two to five for each case.
struct Leaves;

impl MigrationName for Leaves {
    fn name(&self) -> &'static str {
        "m20261128_000002_leaves"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Leaves {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "log_leaf").int_key("position").bytes("leaf").bytes("mac").create(manager).await
    }
}
