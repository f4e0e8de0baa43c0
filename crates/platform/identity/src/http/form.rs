//! Forms that only our own pages can send.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Form;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::extract::caller;
use super::{Caller, csrf};
use crate::Denied;

/// The token for the hidden field [`csrf::FIELD`] of every form on a page. Asking for it makes the gate set the cookie
/// that belongs to it, if one is needed.
#[derive(Debug, Clone)]
pub struct FormToken(Arc<str>);

impl FormToken {
    /// The value of the hidden field.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for FormToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for FormToken {
    type Rejection = Denied;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Denied> {
        Ok(caller(parts)?.form_token())
    }
}

impl Caller {
    /// The token for the forms of this response, for layers and shells that are not handlers.
    pub fn form_token(&self) -> FormToken {
        self.form.is_used.store(true, Ordering::Release);
        FormToken(Arc::clone(&self.form.token))
    }
}

/// A form (`application/x-www-form-urlencoded`) whose token was right. A handler of a page's POST takes this and
/// nothing else for its body.
#[derive(Debug, Clone)]
pub struct SafeForm<T>(pub T);

#[derive(Deserialize)]
struct Tokened {
    csrf: Option<String>,
}

async fn read<T: DeserializeOwned>(parts: &Parts, body: Bytes) -> Result<T, Denied> {
    let mut request = Request::new(Body::from(body));
    request.method_mut().clone_from(&parts.method);
    request.headers_mut().clone_from(&parts.headers);
    let Form(form) = Form::<T>::from_request(request, &()).await.map_err(|_| Denied::FormShape)?;
    Ok(form)
}

/// A form of a page that may have lain open for days: of residents, who must not lose what they wrote. A handler does
/// nothing with an old one but show it again, in a page with a token of today.
#[derive(Debug, Clone)]
pub enum KeptForm<T> {
    /// Its token was right.
    Safe(T),
    /// Its token is missing or old; what was typed.
    Old(T),
}

impl<T> KeptForm<T> {
    /// What was typed, for what needs no token because it changes nothing.
    pub fn into_inner(self) -> T {
        match self {
            Self::Safe(typed) | Self::Old(typed) => typed,
        }
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for KeptForm<T> {
    type Rejection = Denied;

    async fn from_request(request: Request, state: &S) -> Result<Self, Denied> {
        let (parts, body) = request.into_parts();
        let caller = caller(&parts)?;
        let whole = Request::from_parts(parts.clone(), body);
        let body = Bytes::from_request(whole, state).await.map_err(|_| Denied::FormShape)?;
        let Tokened { csrf } = read(&parts, body.clone()).await?;
        let checked = csrf::check(&caller.identity, &parts.headers, caller.session.as_ref(), csrf.as_deref());
        let is_old = match checked {
            Ok(()) => false,
            Err(Denied::FormToken) => true,
            Err(denied) => return Err(denied),
        };
        let typed = read(&parts, body).await?;
        Ok(if is_old { Self::Old(typed) } else { Self::Safe(typed) })
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for SafeForm<T> {
    type Rejection = Denied;

    async fn from_request(request: Request, state: &S) -> Result<Self, Denied> {
        match KeptForm::from_request(request, state).await? {
            KeptForm::Safe(typed) => Ok(Self(typed)),
            KeptForm::Old(_) => Err(Denied::FormToken),
        }
    }
}
