//! Both databases have the same tables, columns, nullability and keys.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, Statement};
use suite::{Kind, World};

async fn columns(world: &World, sql: &str) -> BTreeSet<String> {
    let db = world.app.db.admin();
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect()
}

#[tokio::test]
async fn the_two_schemas_are_one() {
    let (sqlite, postgres) = (World::new(Kind::Sqlite).await, World::new(Kind::Postgres).await);
    let of_sqlite = columns(
        &sqlite,
        "SELECT m.name || '.' || p.name || CASE WHEN p.\"notnull\" = 1 OR p.pk > 0 THEN ' not null' ELSE '' END || CASE WHEN p.pk > 0 THEN ' key' ELSE '' END \
         FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'seaql_migrations'",
    )
    .await;
    let of_postgres = columns(
        &postgres,
        "SELECT c.table_name || '.' || c.column_name || CASE WHEN c.is_nullable = 'NO' THEN ' not null' ELSE '' END || \
         CASE WHEN k.column_name IS NOT NULL THEN ' key' ELSE '' END \
         FROM information_schema.columns c LEFT JOIN (SELECT u.table_name, u.column_name FROM information_schema.key_column_usage u \
         JOIN information_schema.table_constraints t ON t.constraint_name = u.constraint_name AND t.constraint_type = 'PRIMARY KEY') k \
         ON k.table_name = c.table_name AND k.column_name = c.column_name \
         WHERE c.table_schema = 'public' AND c.table_name <> 'seaql_migrations'",
    )
    .await;
    assert_eq!(of_sqlite, of_postgres);
    let indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%'";
    let of_sqlite = columns(&sqlite, indexes).await;
    let of_postgres = columns(
        &postgres,
        "SELECT indexname::text FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%_pk' AND indexname NOT LIKE '%_pkey'",
    )
    .await;
    assert_eq!(of_sqlite, of_postgres);
}
