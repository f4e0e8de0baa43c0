//! What handlers ask for.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};
use kernel::Face;
use kernel::problem::{Kind, Problem};

use super::Caller;
use crate::{Denied, Granted, Permission, Principal};

/// The status of a class of problems.
fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Bug => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A response with the status of the problem and its [`Face`] as an extension, for the layer that gives it words.
pub fn refusal(problem: &(impl Problem + 'static)) -> Response {
    let face = Face::of(problem);
    if matches!(face.kind, Kind::Bug | Kind::Unavailable) {
        tracing::error!(error = problem as &dyn std::error::Error, "a request was not let through");
    }
    let mut response = status(face.kind).into_response();
    if face.kind == Kind::Unauthenticated {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response.extensions_mut().insert(face);
    response
}

impl IntoResponse for Denied {
    fn into_response(self) -> Response {
        refusal(&self)
    }
}

pub(crate) fn caller(parts: &Parts) -> Result<&Caller, Denied> {
    parts.extensions.get::<Caller>().ok_or(Denied::NoGate)
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Denied> {
        caller(parts).cloned()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Principal {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Denied> {
        caller(parts)?.staff()
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Principal {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Option<Self>, Denied> {
        Ok(caller(parts)?.principal.clone())
    }
}

impl<S: Send + Sync, P: Permission> FromRequestParts<S> for Granted<P> {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Denied> {
        let caller = caller(parts)?;
        let of_person = caller.principal.as_ref().map(|principal| principal.granted::<P>(Some(caller.request_id)));
        match of_person {
            Some(Ok(granted)) => Ok(granted),
            // What anybody may do, staff may do as anybody: then without their name.
            Some(Err(denied)) => Self::to_anybody(Some(caller.request_id)).ok_or(denied),
            None => Self::to_anybody(Some(caller.request_id)).ok_or_else(|| caller.staff().err().unwrap_or(Denied::Unauthenticated)),
        }
    }
}

/// Who is signed in, even before the authenticator that her role needs: for the pages that set one up, and for signing
/// out. Everything else asks for a [`Principal`] or a [`Granted`].
#[derive(Debug, Clone)]
pub struct Session(pub Principal);

impl<S: Send + Sync> FromRequestParts<S> for Session {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Denied> {
        caller(parts)?.session.clone().map(Self).ok_or(Denied::Unauthenticated)
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Session {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Option<Self>, Denied> {
        Ok(caller(parts)?.session.clone().map(Self))
    }
}

/// The machine account whose `X-Channel-Token` came with the request (decisions 4): it lifts the limit on creates, and
/// opens nothing. Ask for `Option<Channel>`.
#[derive(Debug, Clone)]
pub struct Channel(pub Principal);

impl<S: Send + Sync> OptionalFromRequestParts<S> for Channel {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Option<Self>, Infallible> {
        Ok(caller(parts).ok().and_then(|caller| caller.channel.clone()).map(Self))
    }
}
