//! The world of the integration tests: a demo county without cases, under a clock that stands still, on either
//! database, entered by the door that people and programs use.
//!
//! A world is a copy of a template that is made once per schema: a folder for SQLite, a template database for
//! PostgreSQL. PostgreSQL is `TEST_PG_URL`, or the server on 127.0.0.1:5432; a world that cannot have it fails.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::missing_panics_doc, reason = "test code fails loudly")]

mod reply;
mod site;
mod template;
mod visitor;
mod world;

pub use reply::Reply;
pub use site::Site;
pub use template::Kind;
pub use visitor::{Visitor, hidden};
pub use world::{DISPATCHER, Filed, HANDLER, World};

/// Each test runs on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! both_databases {
    ($($(#[$meta:meta])* async fn $name:ident($world:ident: World) $body:block)*) => {$(
        mod $name {
            use super::*;

            $(#[$meta])*
            async fn story($world: World) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                let world = World::new($crate::Kind::Sqlite).await;
                story(world).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                let world = World::new($crate::Kind::Postgres).await;
                story(world).await;
            }
        }
    )*};
}
