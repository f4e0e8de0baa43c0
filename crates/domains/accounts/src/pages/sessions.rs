//! Ending sessions of one's own.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use identity::{Identity, SafeForm};
use serde::Deserialize;
use web::Fail;

use super::desk::Desk;

#[derive(Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    session: String,
}

#[derive(Deserialize)]
pub(super) struct Nothing {}

/// `POST /staff/account/sessions/end`. One that has ended meanwhile has ended all the same.
pub(super) async fn end(State(identity): State<Identity>, desk: Desk, SafeForm(which): SafeForm<Which>) -> Result<Response, Fail> {
    if let Ok(session) = which.session.parse() {
        identity.revoke_session(&desk.who, session).await?;
    }
    Ok(Redirect::to("/staff/account?done=session").into_response())
}

/// `POST /staff/account/sessions/end-others`.
pub(super) async fn end_others(
    State(identity): State<Identity>,
    desk: Desk,
    SafeForm(Nothing {}): SafeForm<Nothing>,
) -> Result<Response, Fail> {
    identity.revoke_other_sessions(&desk.who).await?;
    Ok(Redirect::to("/staff/account?done=sessions").into_response())
}
