//! Signing in. The page says that something was wrong, never what; it keeps the account and forgets the password.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use identity::http::Caller;
use identity::{Credentials, FormToken, Identity, Origin, Password, SafeForm, Session, SessionKind, SignInError};
use kernel::Kind;
use kernel::problem::Problem as _;
use serde::Deserialize;
use web::prefs::safe_back;
use web::{ClientAddr, Fail, Prefs, Shell, Site, page, page_with};

use crate::pages::views::SignIn;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    account: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    totp: String,
    #[serde(default)]
    next: String,
}

/// Where to go once signed in: a path of this site, never the door itself.
fn inside(next: &str) -> &str {
    match safe_back(next) {
        "/" => "/staff",
        path if path.starts_with("/sign") => "/staff",
        path => path,
    }
}

fn frame(site: &Arc<Site>, prefs: Prefs, token: &FormToken, caller: &Caller, next: &str) -> Shell {
    // Whoever changes the language at the door still gets to where she was going.
    let path = if next == "/staff" {
        "/signin".to_owned()
    } else {
        format!("/signin?next={}", next.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace('#', "%23"))
    };
    let mut shell = Shell::resident(site, prefs, &path, caller.request_id.to_string());
    token.as_str().clone_into(&mut shell.csrf);
    shell
}

pub(super) async fn show(
    State(site): State<Arc<Site>>,
    caller: Caller,
    token: FormToken,
    prefs: Prefs,
    Query(asked): Query<Asked>,
) -> Response {
    let next = inside(&asked.next);
    if caller.session.is_some() {
        return Redirect::to(next).into_response();
    }
    page(&frame(&site, prefs, &token, &caller, next), &SignIn { back: next.to_owned(), ..SignIn::default() })
}

#[expect(clippy::too_many_arguments, reason = "extractors")]
pub(super) async fn submit(
    State(identity): State<Identity>,
    State(site): State<Arc<Site>>,
    caller: Caller,
    token: FormToken,
    before: Option<Session>,
    prefs: Prefs,
    from: ClientAddr,
    headers: HeaderMap,
    SafeForm(typed): SafeForm<Typed>,
) -> Result<Response, Fail> {
    let next = inside(&typed.next);
    let totp = Some(typed.totp.trim()).filter(|digits| !digits.is_empty()).map(str::to_owned);
    let credentials = Credentials { login: typed.account.clone(), password: Password::new(typed.password), totp };
    let error = match identity.sign_in(credentials, &Origin::of(from.0, &headers), SessionKind::Cookie).await {
        Ok(signed_in) => {
            // One browser, one session: the one that this cookie replaces would stay open unseen.
            if let Some(Session(before)) = before {
                identity.sign_out(&before).await?;
            }
            let mut response = Redirect::to(next).into_response();
            for cookie in [identity.session_cookie(&signed_in.token), identity.device_cookie(&signed_in)] {
                response.headers_mut().append(header::SET_COOKIE, cookie.ok_or_else(|| Fail::new(Kind::Bug, "internal"))?);
            }
            return Ok(response);
        }
        Err(error @ (SignInError::Hashing | SignInError::Store(_))) => return Err(error.into()),
        Err(error) => error,
    };
    let (kind, code) = error.face();
    let shell = frame(&site, prefs, &token, &caller, next);
    let view = SignIn {
        back: next.to_owned(),
        account: typed.account,
        error: Some(site.messages.problem(shell.locale(), kind, code).into_owned()),
        // Once it was asked for, it is asked for again.
        totp: matches!(error, SignInError::SecondFactor) || !typed.totp.is_empty(),
    };
    let status = if kind == Kind::TooMany { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNAUTHORIZED };
    let mut response = page_with(status, &shell, &view);
    if let SignInError::SlowDown { seconds } = error {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn one_is_led_back_within_the_site_and_never_in_a_circle() {
        assert_eq!(inside("/staff/cases/261113048271?x=1"), "/staff/cases/261113048271?x=1");
        for elsewhere in ["", "/", "//evil.example", "https://evil.example/", "/\\evil", "/signin?next=/signin", "/signout"] {
            assert_eq!(inside(elsewhere), "/staff", "{elsewhere}");
        }
    }
}
