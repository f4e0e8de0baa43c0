//! The tables of supervision.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The migrations, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Supervision), Box::new(Red)]
}

/// How far the reminding of a case has gone, one row per case that was ever near its limit (a third of all, so some 150,000 a
/// year); orders, some thousands a year; absences, some hundreds. The desk reads what is lit now: an index of its own.
struct Supervision;

impl MigrationName for Supervision {
    fn name(&self) -> &'static str {
        "supervision_0001_supervision"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Supervision {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "supervision_matter")
            .key("id")
            .int("version")
            .text("number")
            .opt_text("unit")
            .opt_text("area")
            .opt_text("kind")
            .text("level")
            .opt_int("yellow_at")
            .opt_int("red_at")
            .create(manager)
            .await?;
        index(manager, "supervision_matter_lit", "supervision_matter", "level, red_at, id", Uniqueness::Plain, Some("level <> 'none'"))
            .await?;
        Table::new(manager, "supervision_order")
            .key("id")
            .int("number")
            .int("version")
            .text("case_id")
            .text("case_number")
            .text("unit")
            .text("cause")
            .text("occasion")
            .text("state")
            .flag("open")
            .int("issued_at")
            .opt_int("due_at")
            .flag("late")
            .opt_text("answered_by")
            .create(manager)
            .await?;
        index(manager, "supervision_order_number", "supervision_order", "number", Uniqueness::Unique, None).await?;
        index(manager, "supervision_order_case", "supervision_order", "case_id, occasion", Uniqueness::Unique, None).await?;
        index(manager, "supervision_order_one", "supervision_order", "case_id", Uniqueness::Unique, Some("open")).await?;
        index(manager, "supervision_order_unit", "supervision_order", "unit, number", Uniqueness::Plain, None).await?;
        index(manager, "supervision_order_open", "supervision_order", "due_at, number", Uniqueness::Plain, Some("open")).await?;
        Table::new(manager, "supervision_absence")
            .key("id")
            .int("version")
            .text("account")
            .text("from_on")
            .text("until_on")
            .opt_text("deputy")
            .flag("ended")
            .create(manager)
            .await?;
        index(manager, "supervision_absence_until", "supervision_absence", "until_on", Uniqueness::Plain, Some("NOT ended")).await?;
        index(manager, "supervision_absence_account", "supervision_absence", "account, from_on", Uniqueness::Plain, None).await
    }
}

/// How long matters were past their limit, one row for each time: some tens of thousands a year. The desk reads the last sixteen
/// weeks by their ends.
struct Red;

impl MigrationName for Red {
    fn name(&self) -> &'static str {
        "supervision_0002_red"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Red {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "supervision_red")
            .key("id")
            .text("case_id")
            .opt_text("unit")
            .int("from_at")
            .int("to_at")
            .create(manager)
            .await?;
        index(manager, "supervision_red_to", "supervision_red", "to_at", Uniqueness::Plain, None).await?;
        index(manager, "supervision_red_case", "supervision_red", "case_id, to_at", Uniqueness::Plain, None).await
    }
}
