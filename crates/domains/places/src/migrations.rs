//! The tables of the register, oldest first. Applied migrations are never edited.

use sea_orm_migration::MigrationTrait;

mod m0001_register;
mod m0002_names;
mod m0003_kinds;
mod m0003_words;

/// The migrations of this domain, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m0001_register::Migration),
        Box::new(m0002_names::Migration),
        Box::new(m0003_kinds::Migration),
        Box::new(m0003_words::Migration),
    ]
}
