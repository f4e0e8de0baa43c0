//! The table of jobs.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The migrations, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Jobs), Box::new(Lanes)]
}

/// Jobs that wait or were given up; a job that is done leaves no row. Every case whose light may turn has one: up to a million.
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

/// The claim goes down one index for each kind, and what is held has an index of its own: with a million waiting rows neither may
/// read what is not due. About four seconds for a million rows.
struct Lanes;

impl MigrationName for Lanes {
    fn name(&self) -> &'static str {
        "m20261128_000002_job_lanes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Lanes {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("job_due").table(Alias::new("job")).to_owned()).await?;
        let free = "state = 'waiting' AND claimed_until IS NULL";
        index(manager, "job_free", "job", "kind, run_at, id", Uniqueness::Plain, Some(free)).await?;
        index(manager, "job_held", "job", "claimed_until", Uniqueness::Plain, Some("claimed_until IS NOT NULL")).await
    }
}
