//! Signing out: the session ends here and in the browser.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::header;
use identity::{Identity, SafeForm, Session};
use serde::Deserialize;
use web::Fail;

#[derive(Deserialize)]
pub(super) struct Nothing {}

pub(super) async fn submit(
    State(identity): State<Identity>,
    who: Option<Session>,
    SafeForm(Nothing {}): SafeForm<Nothing>,
) -> Result<Response, Fail> {
    if let Some(Session(who)) = who {
        identity.sign_out(&who).await?;
    }
    let mut response = Redirect::to("/signin").into_response();
    if let Some(cookie) = identity.no_session_cookie() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
