//! The layer in front of every route.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, header};
use kernel::RequestId;

use super::{cookie, csrf, refusal};
use crate::{Denied, Identity, Principal, SessionKind, secret};

/// Which sort of route is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// HTML: cookies count, bearer tokens do not.
    Page,
    /// `/api/…`: bearer tokens count, cookies do not, so that no other site's form can use them.
    Api,
}

impl Door {
    /// The door of a path.
    pub fn of(path: &str) -> Self {
        if path == "/api" || path.starts_with("/api/") { Self::Api } else { Self::Page }
    }
}

/// What the gate found out; in the extensions of every request behind it.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Which sort of route.
    pub door: Door,
    /// Who is signed in and may act.
    pub principal: Option<Principal>,
    /// Who is signed in, even if she has to set up an authenticator before she may act.
    pub session: Option<Principal>,
    /// The machine whose token came along.
    pub channel: Option<Principal>,
    /// Names the request in logs and on error pages.
    pub request_id: RequestId,
    pub(crate) form: Form,
    pub(crate) identity: Identity,
}

impl Caller {
    /// Who acts, or why nobody does.
    pub fn staff(&self) -> Result<Principal, Denied> {
        match (&self.principal, &self.session) {
            (Some(principal), _) => Ok(principal.clone()),
            (None, Some(_)) => Err(Denied::EnrolFirst),
            (None, None) => Err(Denied::Unauthenticated),
        }
    }
}

/// The token of the forms of this response, and whether a page took it.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) token: Arc<str>,
    pub(crate) is_used: Arc<AtomicBool>,
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Finds out who asks; `axum::middleware::from_fn_with_state(identity, identity::http::gate)`, as a layer around the
/// whole router, so that it sees whole paths. A [`RequestId`] in the extensions is kept, else it makes one.
pub async fn gate(State(identity): State<Identity>, mut request: Request, next: Next) -> Response {
    let door = Door::of(request.uri().path());
    let headers = request.headers();
    if door == Door::Page
        && !request.method().is_safe()
        && let Err(denied) = csrf::origin(headers, csrf::own_host(&identity, headers))
    {
        return refusal(&denied);
    }
    let settings = identity.settings();
    let (token, kind) = match door {
        Door::Page => (cookie::read(headers, &cookie::name(settings, cookie::SESSION)), SessionKind::Cookie),
        Door::Api => (bearer(headers), SessionKind::Bearer),
    };
    let channel = headers.get("x-channel-token").and_then(|token| token.to_str().ok());
    let found = async {
        let session = who(&identity, token, kind).await?;
        Ok::<_, Denied>((session, who(&identity, channel, SessionKind::Channel).await?))
    };
    let (session, channel) = match found.await {
        Ok(found) => found,
        Err(denied) => return refusal(&denied),
    };
    let principal = session.clone().filter(|session| !identity.must_enrol(session));
    let request_id = request.extensions().get::<RequestId>().copied();
    let request_id = request_id.unwrap_or_else(|| RequestId::new(identity.now(), identity.0.rng.as_ref()));

    // A reader without a session gets a random cookie, but only if the page holds a form.
    let known = cookie::read(headers, &cookie::name(settings, csrf::SEED)).filter(|seed| seed.len() >= 20);
    let fresh = match (&session, known, door) {
        (None, None, Door::Page) => Some(secret::text(&identity.0.rng.bytes::<16>())),
        (Some(_), _, _) | (None, Some(_), _) | (None, None, Door::Api) => None,
    };
    let token = csrf::token(identity.web_key(), session.as_ref(), known.or(fresh.as_deref()));
    let form = Form { token: token.unwrap_or_default().into(), is_used: Arc::default() };
    let is_used = Arc::clone(&form.is_used);

    let extensions = request.extensions_mut();
    extensions.insert(request_id);
    extensions.insert(Caller { door, principal, session, channel, request_id, form, identity: identity.clone() });
    let mut response = next.run(request).await;
    if let Some(seed) = fresh
        && is_used.load(Ordering::Acquire)
        && let Some(cookie) = cookie::set(identity.settings(), csrf::SEED, &seed, Some(csrf::SEED_SECS))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn who(identity: &Identity, token: Option<&str>, kind: SessionKind) -> Result<Option<Principal>, Denied> {
    // Nothing we issue is longer; what is empty was signed out.
    let Some(token) = token.filter(|token| (1..=64).contains(&token.len())) else {
        return Ok(None);
    };
    Ok(identity.authenticate(token, kind).await?)
}

#[cfg(test)]
mod tests {
    use super::Door;

    #[test]
    fn only_the_api_is_the_api() {
        assert_eq!(Door::of("/api/v1/cases"), Door::Api);
        assert_eq!(Door::of("/api"), Door::Api);
        assert_eq!(Door::of("/apiary"), Door::Page);
        assert_eq!(Door::of("/staff"), Door::Page);
    }
}
