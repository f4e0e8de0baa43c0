//! The screens: the door, one's own account, the accounts of others. One file per screen.

mod account;
mod close;
mod desk;
mod import;
mod link;
mod new;
mod own;
mod people;
mod person;
mod proposals;
mod seats;
mod sessions;
mod signin;
mod signout;
mod totp;
pub mod views;
mod welcome;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use identity::Identity;
use web::Site;

use crate::service::Accounts;

/// The page where an authenticator is set up: whoever has to, is led there.
pub const ENROL: &str = "/staff/account/totp";

/// All screens.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Accounts: FromRef<S>,
    Identity: FromRef<S>,
    Arc<Site>: FromRef<S>,
{
    Router::new()
        .route("/signin", get(signin::show).post(signin::submit))
        .route("/signout", post(signout::submit))
        .route("/welcome/{token}", get(welcome::show).post(welcome::submit))
        .route("/staff/account", get(account::show))
        .route("/staff/account/password", get(own::password).post(own::set_password))
        .route(ENROL, get(totp::show).post(totp::submit))
        .route("/staff/account/totp/off", get(own::totp_off).post(own::disable_totp))
        .route("/staff/account/recovery", get(own::recovery).post(own::renew_recovery))
        .route("/staff/account/sessions/end", post(sessions::end))
        .route("/staff/account/sessions/end-others", post(sessions::end_others))
        .route("/staff/accounts", get(people::show))
        .route("/staff/accounts/new", get(new::show).post(new::submit))
        .route("/staff/accounts/import", get(import::show).post(import::submit))
        .route("/staff/accounts/proposals", get(proposals::show))
        .route("/staff/accounts/proposals/{id}", post(proposals::decide))
        .route("/staff/accounts/{id}", get(person::show))
        .route("/staff/accounts/{id}/roles", post(person::give))
        .route("/staff/accounts/{id}/roles/end", post(person::end))
        .route("/staff/accounts/{id}/reset", post(person::reset))
        .route("/staff/accounts/{id}/link", post(link::submit))
        .route("/staff/accounts/{id}/close", get(close::show).post(close::submit))
}
