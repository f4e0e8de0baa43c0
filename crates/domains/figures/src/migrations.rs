//! The tables of figures.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The migrations, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Figures)]
}

/// What the public log says, kept as sums (ADR 0021). Newest facts by name, one row per published case (≤ 0.5 M a year), with no way to the case;
/// cells, some thousands a month; batches, one a week; names of areas, units and categories, some hundreds; what waits, at
/// most some thousands.
struct Figures;

impl MigrationName for Figures {
    fn name(&self) -> &'static str {
        "figures_0001_figures"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Figures {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "figure_batch").int_key("position").text("on_day").int("made_at").int("through").create(manager).await?;
        index(manager, "figure_batch_day", "figure_batch", "on_day", Uniqueness::Unique, None).await?;
        Table::new(manager, "figure_case").key("name").int("month").opt_bytes("leaf").int("batch").create(manager).await?;
        index(manager, "figure_case_month", "figure_case", "month", Uniqueness::Plain, Some("leaf IS NOT NULL")).await?;
        Table::new(manager, "figure_cell")
            .int_key("month")
            .int_key("area")
            .int_key("unit")
            .int_key("category")
            .text("counts")
            .create(manager)
            .await?;
        Table::new(manager, "figure_name").key("what").key("code").int("number").text("value").text("from_on").create(manager).await?;
        Table::new(manager, "figure_waiting").key("id").create(manager).await?;
        Table::new(manager, "figure_repeat").key("id").create(manager).await?;
        Table::new(manager, "figure_score")
            .key("id")
            .int("month")
            .int("area")
            .int("unit")
            .int("case_type")
            .flag("contacted")
            .flag("solved")
            .int("satisfaction")
            .create(manager)
            .await
    }
}
