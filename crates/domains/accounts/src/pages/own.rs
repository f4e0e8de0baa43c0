//! Changes of one's own sign-in that the password confirms: a new password, no authenticator, new recovery codes.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderValue, StatusCode, header};
use identity::{Confirmation, Identity, OwnError, Password, SafeForm};
use kernel::Kind;
use kernel::problem::Problem as _;
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::Desk;
use super::views::parts::Errors;
use super::views::{Codes, Confirm};

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    current: String,
    #[serde(default)]
    password: String,
}

impl Typed {
    fn confirmation(&self, desk: &Desk) -> Confirmation {
        Confirmation { password: Password::new(&*self.current), from: desk.from.clone() }
    }
}

pub(super) async fn password(desk: Desk) -> Response {
    page(&desk.shell, &Confirm::password(desk.words(), desk.who.login()))
}

pub(super) async fn totp_off(desk: Desk) -> Response {
    page(&desk.shell, &Confirm::totp_off(desk.words(), desk.who.login()))
}

pub(super) async fn recovery(desk: Desk) -> Response {
    page(&desk.shell, &Confirm::recovery(desk.words(), desk.who.login()))
}

pub(super) async fn set_password(State(identity): State<Identity>, desk: Desk, SafeForm(typed): SafeForm<Typed>) -> Result<Response, Fail> {
    let by = typed.confirmation(&desk);
    match identity.change_password(&desk.who, Password::new(typed.password), by).await {
        Ok(()) => Ok(Redirect::to("/staff/account?done=password").into_response()),
        Err(error) => again(&desk, Confirm::password(desk.words(), desk.who.login()), error),
    }
}

pub(super) async fn disable_totp(State(identity): State<Identity>, desk: Desk, SafeForm(typed): SafeForm<Typed>) -> Result<Response, Fail> {
    match identity.disable_totp(&desk.who, typed.confirmation(&desk)).await {
        Ok(()) => Ok(Redirect::to("/staff/account?done=totp-off").into_response()),
        Err(error) => again(&desk, Confirm::totp_off(desk.words(), desk.who.login()), error),
    }
}

pub(super) async fn renew_recovery(
    State(identity): State<Identity>,
    desk: Desk,
    SafeForm(typed): SafeForm<Typed>,
) -> Result<Response, Fail> {
    match identity.renew_recovery(&desk.who, typed.confirmation(&desk)).await {
        // Shown in the answer and nowhere else: there is no address at which they could be read again.
        Ok(codes) => Ok(page(&desk.shell, &Codes { codes: codes.reveal() })),
        Err(error) => again(&desk, Confirm::recovery(desk.words(), desk.who.login()), error),
    }
}

/// The form again, with what is wrong; passwords are typed anew.
fn again(desk: &Desk, form: Confirm, error: OwnError) -> Result<Response, Fail> {
    let errors = Errors::of(&error.fields(), &desk.shell.site.messages, desk.locale());
    let (status, wait) = status_of(&error);
    let error = if errors.is_empty() { Some(desk.sentence(error)?) } else { None };
    let mut response = page_with(status, &desk.shell, &Confirm { errors, error, ..form });
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    Ok(response)
}

/// The status of a page that comes back, and how long to wait where that is said.
pub(super) fn status_of(error: &OwnError) -> (StatusCode, Option<HeaderValue>) {
    let wait = if let OwnError::SlowDown { seconds } = error { Some(HeaderValue::from(*seconds)) } else { None };
    let (kind, _) = error.face();
    let status = match kind {
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound | Kind::Invalid | Kind::Unauthenticated | Kind::PreconditionRequired | Kind::Unavailable | Kind::Bug => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    };
    (status, wait)
}
