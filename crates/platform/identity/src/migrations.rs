//! Accounts, roles, sessions, one-time links, attempts.

use sea_orm_migration::prelude::*;
use store::schema::{Table, Uniqueness, index};

/// The migrations, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Accounts), Box::new(Factors)]
}

/// The five tables of identity. Hundreds of accounts; sessions by the ten thousands, because ended ones are kept half
/// a year as the record of who signed in when.
struct Accounts;

impl MigrationName for Accounts {
    fn name(&self) -> &'static str {
        "m20261123_000003_identity"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Accounts {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "identity_account")
            .key("id")
            .text("login")
            .text("display_name")
            .opt_text("display_name_en")
            .opt_text("password_hash")
            .opt_bytes("totp_sealed")
            .opt_int("totp_step")
            .opt_text("unit")
            .int("created_at")
            .opt_int("closed_at")
            .int("version")
            .create(manager)
            .await?;
        index(manager, "identity_account_login", "identity_account", "login", Uniqueness::Unique, None).await?;

        Table::new(manager, "identity_grant")
            .key("account")
            .key("role")
            .key("scope_kind")
            .key("scope_ref")
            .int_key("from_at")
            .opt_int("until_at")
            .create(manager)
            .await?;

        Table::new(manager, "identity_session")
            .key("id")
            .bytes("token_hash")
            .text("kind")
            .text("account")
            .int("created_at")
            .int("seen_at")
            .int("expires_at")
            .opt_int("revoked_at")
            .opt_text("agent")
            .opt_text("network")
            .create(manager)
            .await?;
        index(manager, "identity_session_token", "identity_session", "token_hash", Uniqueness::Unique, None).await?;
        index(manager, "identity_session_account", "identity_session", "account, created_at", Uniqueness::Plain, None).await?;
        index(manager, "identity_session_expiry", "identity_session", "expires_at", Uniqueness::Plain, None).await?;

        Table::new(manager, "identity_link")
            .key("id")
            .text("account")
            .text("purpose")
            .int("created_at")
            .int("expires_at")
            .opt_int("used_at")
            .create(manager)
            .await?;

        Table::new(manager, "identity_attempt").key("source").int("window_start").int("tries").int("next_at").create(manager).await
    }
}

/// What stands beside the password: recovery codes, ten for each authenticator, and the networks an account has signed in
/// from, a few for each.
struct Factors;

impl MigrationName for Factors {
    fn name(&self) -> &'static str {
        "m20261123_000011_identity_factors"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Factors {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "identity_recovery")
            .key("account")
            .key("code_hash")
            .int("created_at")
            .opt_int("used_at")
            .create(manager)
            .await?;
        Table::new(manager, "identity_known").key("account").key("network").int("seen_at").create(manager).await?;
        // Who holds a role somewhere: successors, and whether an admin and an organiser remain.
        index(manager, "identity_grant_role", "identity_grant", "role, scope_kind, scope_ref", Uniqueness::Plain, None).await?;
        index(manager, "identity_known_age", "identity_known", "seen_at", Uniqueness::Plain, None).await
    }
}
