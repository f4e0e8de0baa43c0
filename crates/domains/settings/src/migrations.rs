//! The tables of settings, oldest first. Applied migrations are never edited.

use sea_orm_migration::MigrationTrait;

mod m0001_settings;

/// The migrations of this domain, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(m0001_settings::Migration)]
}
