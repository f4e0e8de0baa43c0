//! `/sessions`: a bearer token for an account.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::IntoResponse;
use http::{HeaderMap, StatusCode};
use identity::{Credentials, Identity, Origin, Password, Session, SessionKind};
use kernel::{Kind, format};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ClientAddr, Fail};

/// Who signs in.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SessionInput {
    /// The sign-in name.
    account: String,
    /// The password.
    password: String,
    /// The digits of the authenticator, where the account has one; or one of its recovery codes.
    #[serde(default)]
    totp: Option<String>,
}

/// A token; it ends after 30 idle minutes, at most after 12 hours.
#[derive(Serialize, ToSchema)]
pub(crate) struct SessionView {
    /// For `Authorization: Bearer …`.
    token: String,
    /// When it ends at the latest.
    expires_at: String,
}

/// Sign in.
///
/// An account whose role needs an authenticator and that has none may sign in; every other route then says 403
/// `auth.enrol_first`, until one is set up in the browser.
#[utoipa::path(post, path = "/sessions", tag = "sessions", request_body = SessionInput,
    responses((status = 201, body = SessionView), (status = 401, description = "`auth.wrong` or `auth.totp_required`"), (status = 429, description = "`auth.slow_down`")))]
pub(crate) async fn create(
    State(identity): State<Identity>,
    from: ClientAddr,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<impl IntoResponse, Fail> {
    let input: SessionInput = serde_json::from_slice(&bytes).map_err(|_| Fail::new(Kind::Invalid, "input.malformed"))?;
    let typed = Credentials { login: input.account, password: Password::new(input.password), totp: input.totp };
    let signed_in = identity.sign_in(typed, &Origin::of(from.0, &headers), SessionKind::Bearer).await?;
    let view = SessionView { token: signed_in.token.reveal().to_owned(), expires_at: format::rfc3339(signed_in.expires_at) };
    Ok((StatusCode::CREATED, Json(view)))
}

/// Sign out: the token that came with the request ends.
#[utoipa::path(delete, path = "/sessions/current", tag = "sessions", security(("bearer" = [])), responses((status = 204), (status = 401)))]
pub(crate) async fn end(State(identity): State<Identity>, Session(who): Session) -> Result<StatusCode, Fail> {
    identity.sign_out(&who).await?;
    Ok(StatusCode::NO_CONTENT)
}
