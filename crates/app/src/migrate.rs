//! The migrations of all crates, in the order in which their tables lean on each other.

use sea_orm_migration::{MigrationTrait, MigratorTrait};
use store::{Db, StoreError};

/// All migrations.
pub struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        [
            journal::migrations(),
            jobs::migrations(),
            notify::migrations(),
            identity::migrations(),
            places::migrations(),
            accounts::migrations(),
            cases::migrations(),
            settings::migrations(),
            supervision::migrations(),
            figures::migrations(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Brings the schema up to date.
pub async fn migrate(db: &Db) -> Result<(), StoreError> {
    Ok(Migrations::up(db.admin(), None).await?)
}

/// How many migrations wait. `serve` refuses to run on a schema that is not its own.
pub async fn waiting(db: &Db) -> Result<usize, StoreError> {
    Ok(Migrations::get_pending_migrations(db.admin()).await?.len())
}
