//! The tables of cases.

mod alarms;
mod answered;
mod assists;
mod ended;
mod escalation;
mod gone;
mod held;
mod lit;
mod looks;
mod open;

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The migrations of cases, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Cases),
        Box::new(held::Held),
        Box::new(alarms::Alarms),
        Box::new(looks::Looks),
        Box::new(escalation::Escalation),
        Box::new(ended::Ended),
        Box::new(lit::Lit),
        Box::new(open::Open),
        Box::new(assists::Assists),
        Box::new(gone::Gone),
        Box::new(answered::Answered),
    ]
}

/// A case is one row without personal data (what lists read), one row with them (the only place where they stand in the
/// clear), its number's counter, and the keys that make repeated requests harmless. A county has up to 0.5 M cases a year.
struct Cases;

impl MigrationName for Cases {
    fn name(&self) -> &'static str {
        "m20261123_000004_cases"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Cases {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_record")
            .key("id")
            .text("number")
            .int("version")
            .int("code_generation")
            .int("received_at")
            .text("channel")
            .flag("reachable")
            .flag("confidential")
            .flag("held")
            .flag("sealed")
            .opt_text("against")
            .opt_text("link_case")
            .opt_text("link_how")
            .text("parameters")
            .opt_text("area")
            .opt_text("kind")
            .text("case_type")
            .text("complexity")
            .flag("urgent")
            .text("state")
            .opt_text("unit")
            .opt_text("handler")
            .opt_int("until")
            .opt_text("review_on")
            .opt_text("refused_by")
            .opt_text("merged_into")
            .opt_int("closed_at")
            .opt_text("pending")
            .opt_text("pending_unit")
            .flag("waits_supervisor")
            .flag("waits_organiser")
            .text("clocks")
            .opt_int("yellow_at")
            .opt_int("red_at")
            .opt_int("first_contact_at")
            .int("dispatches")
            .opt_text("outcome")
            .opt_int("answered_at")
            .opt_flag("contacted")
            .opt_flag("solved")
            .opt_int("satisfaction")
            .int("reopenings")
            .text("course")
            .flag("erased")
            .int("updated_at")
            .create(manager)
            .await?;
        index(manager, "case_record_number", "case_record", "number", Uniqueness::Unique, None).await?;
        // Lists: newest first within a filter; work lists: what turns red first.
        index(manager, "case_record_received", "case_record", "received_at, id", Uniqueness::Plain, None).await?;
        index(manager, "case_record_state", "case_record", "state, received_at, id", Uniqueness::Plain, None).await?;
        index(manager, "case_record_unit", "case_record", "unit, state, received_at, id", Uniqueness::Plain, None).await?;
        index(manager, "case_record_handler", "case_record", "handler, state, red_at", Uniqueness::Plain, None).await?;
        index(manager, "case_record_red", "case_record", "red_at, id", Uniqueness::Plain, Some("red_at IS NOT NULL")).await?;
        // Children of a case, when it is answered; parts of a whole, when one closes; what waits for few.
        index(manager, "case_record_merged", "case_record", "merged_into", Uniqueness::Plain, Some("merged_into IS NOT NULL")).await?;
        index(manager, "case_record_link", "case_record", "link_case", Uniqueness::Plain, Some("link_case IS NOT NULL")).await?;
        index(manager, "case_record_pending", "case_record", "pending_unit", Uniqueness::Plain, Some("pending_unit IS NOT NULL")).await?;
        Table::new(manager, "case_private")
            .key("id")
            .opt_text("title")
            .opt_text("text")
            .opt_text("place_words")
            .opt_real("lat")
            .opt_real("lon")
            .opt_text("name")
            .opt_text("phone")
            .opt_text("email")
            .create(manager)
            .await?;
        Table::new(manager, "case_counter").key("day").int("next").create(manager).await?;
        Table::new(manager, "case_idempotency")
            .key("principal")
            .key("idem_key")
            .text("digest")
            .text("outcome")
            .int("created_at")
            .create(manager)
            .await
    }
}
