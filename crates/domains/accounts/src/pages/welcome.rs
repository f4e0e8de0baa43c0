//! A one-time link sets a password, once: for first accounts and for those who forgot.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::http::Caller;
use identity::{FormToken, Identity, LinkError, Password, SafeForm};
use kernel::problem::Problem as _;
use serde::Deserialize;
use web::{Fail, Prefs, Shell, Site};

use super::views::Welcome;
use super::views::parts::Errors;

/// The form as it is sent.
#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    password: String,
}

fn frame(site: &Arc<Site>, prefs: Prefs, token: &FormToken, caller: &Caller) -> Shell {
    // The secret is no address to come back to: a change of language leads home.
    let mut shell = Shell::resident(site, prefs, "/", caller.request_id.to_string());
    token.as_str().clone_into(&mut shell.csrf);
    shell
}

/// `GET /welcome/{token}`.
pub(super) async fn show(
    State(identity): State<Identity>,
    State(site): State<Arc<Site>>,
    caller: Caller,
    form: FormToken,
    prefs: Prefs,
    Path(token): Path<String>,
) -> Result<Response, Fail> {
    let account = identity.link_login(&token).await?;
    Ok(web::page(&frame(&site, prefs, &form, &caller), &Welcome { token, account, errors: Errors::default() }))
}

/// `POST /welcome/{token}`.
pub(super) async fn submit(
    State(identity): State<Identity>,
    State(site): State<Arc<Site>>,
    caller: Caller,
    form: FormToken,
    prefs: Prefs,
    Path(token): Path<String>,
    SafeForm(typed): SafeForm<Typed>,
) -> Result<Response, Fail> {
    let account = identity.link_login(&token).await?;
    match identity.set_password_by_link(&token, Password::new(typed.password)).await {
        Ok(()) => Ok(Redirect::to("/signin").into_response()),
        Err(error @ LinkError::Password(_)) => {
            let shell = frame(&site, prefs, &form, &caller);
            let errors = Errors::of(&error.fields(), &site.messages, shell.locale());
            Ok(web::page_with(StatusCode::UNPROCESSABLE_ENTITY, &shell, &Welcome { token, account, errors }))
        }
        Err(error) => Err(error.into()),
    }
}
