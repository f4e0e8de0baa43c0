//! The table of jobs.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The migrations, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Jobs)]
}

/// Jobs that wait or were given up; a job that is done leaves no row. Some thousands of rows on a busy day.
struct Jobs;

impl MigrationName for Jobs {
    fn name(&self) -> &'static str {
        "m20261123_000002_jobs"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Jobs {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "job")
            .key("id")
            .text("kind")
            .text("payload")
            .text("state")
            .int("run_at")
            .int("attempts")
            .opt_text("claimed_by")
            .opt_int("claimed_until")
            .opt_text("last_error")
            .opt_text("unique_key")
            .create(manager)
            .await?;
        index(manager, "job_due", "job", "run_at, id", Uniqueness::Plain, Some("state = 'waiting'")).await?;
        index(manager, "job_dead", "job", "run_at, id", Uniqueness::Plain, Some("state = 'dead'")).await?;
        // Dead jobs give their key free: a new intention must not fail because an old one died.
        index(manager, "job_unique_key", "job", "unique_key", Uniqueness::Unique, Some("state = 'waiting'")).await
    }
}
