//! The county's dictionary. Reason: people call places by names that no register has. Expected size: some hundred words, at most
//! 5,000 in force; read whole at start and after a change.

use sea_orm_migration::prelude::*;
use store::schema::Table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "places_0003_words"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "place_word").key("word").int("seq").text("means").text("since").opt_text("until").create(manager).await
    }
}
