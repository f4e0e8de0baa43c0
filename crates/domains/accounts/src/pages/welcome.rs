//! A one-time link sets a password, once: for first accounts and for those who forgot.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::{Identity, LinkError, Password, SafeForm};
use kernel::problem::Problem as _;
use serde::Deserialize;
use web::Fail;

use super::visit::Visit;
use crate::pages::views::Welcome;
use crate::pages::views::parts::Errors;

/// The form as it is sent.
#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    password: String,
}

/// `GET /welcome/{token}`.
pub(super) async fn show(State(identity): State<Identity>, visit: Visit, Path(token): Path<String>) -> Result<Response, Fail> {
    // The secret is no address to come back to: a change of language leads home.
    let visit = visit.at("/");
    let account = identity.link_login(&token).await?;
    Ok(web::page(&visit.shell, &Welcome { token, account, errors: Errors::default() }))
}

/// `POST /welcome/{token}`.
pub(super) async fn submit(
    State(identity): State<Identity>,
    visit: Visit,
    Path(token): Path<String>,
    SafeForm(typed): SafeForm<Typed>,
) -> Result<Response, Fail> {
    let account = identity.link_login(&token).await?;
    match identity.set_password_by_link(&token, Password::new(typed.password)).await {
        Ok(()) => Ok(Redirect::to("/signin").into_response()),
        Err(error @ LinkError::Password(_)) => {
            let errors = Errors::of_faults(&error.fields(), &visit.shell.site.messages, visit.locale());
            Ok(web::page_with(StatusCode::UNPROCESSABLE_ENTITY, &visit.shell, &Welcome { token, account, errors }))
        }
        Err(error) => Err(error.into()),
    }
}
